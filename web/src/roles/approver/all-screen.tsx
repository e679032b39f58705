import { useState } from 'react'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { Exports } from '../../ui/exports.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatementTable } from './statement-table.tsx'
import { useText } from './texts.ts'

const states = ['', 'waiting', 'approved', 'returned'] as const

/** Every statement, paid and sent back ones too. */
export function AllScreen() {
  const text = useText()
  const say = useMoneyText()
  const [state, setState] = useState<(typeof states)[number]>('')
  return (
    <Screen title={text('all.title')} lead={text('all.lead')}>
      <div className="k-row">
        {states.map((one) => (
          <button
            key={one}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={one === state}
            onClick={() => setState(one)}
          >
            {one === '' ? text('all.every') : say(`state.${one}`)}
          </button>
        ))}
      </div>
      <List<StatementsReply['items'][number]>
        path="/statements"
        query={{ state }}
        empty={<EmptyState title={text('all.empty')} words={text('all.empty-words')} />}
      >
        {(items) => <StatementTable statements={items} caption={text('all.title')} />}
      </List>
      <Exports path="/statements" query={{ state }} />
    </Screen>
  )
}
