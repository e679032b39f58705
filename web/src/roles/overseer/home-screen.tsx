import { useState } from 'react'
import type { z } from 'zod'
import { day } from '../../../../src/kernel/day.ts'
import type { contractsReply } from '../../../../src/modules/market/contract.ts'
import { useAreaName } from '../../api/delivery-areas.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { EndContract, TransferContract } from './contract-acts.tsx'
import { NewChoices } from './new-choices.tsx'
import { useText } from './texts.ts'

type Contract = z.output<typeof contractsReply>['items'][number]
const filters = ['', 'yes', 'no'] as const

/** Which providers are open for new choices, and the one act that a contract needs: stop or open, with a reason. */
export function HomeScreen() {
  const text = useText()
  const areaName = useAreaName()
  const format = useFormat()
  const [open, setOpen] = useState<(typeof filters)[number]>('')
  const days = (one: Contract) => format.days(day(one.fromDay), one.lastDay === null ? null : day(one.lastDay))
  const columns: Column<Contract>[] = [
    { title: text('contracts.provider'), cell: (one) => <bdi>{one.providerName}</bdi> },
    { title: text('contracts.area'), cell: (one) => areaName(one.areaCode) },
    { title: text('contracts.days'), cell: days },
    { title: text('contracts.addresses'), kind: 'number', cell: (one) => format.number(one.addresses) },
    { title: text('contracts.choices'), cell: (one) => <Choices contract={one} /> },
    {
      title: text('contracts.act'),
      cell: (one) => (
        <>
          <NewChoices key={String(one.openForChoices)} contract={one} />
          <EndContract key={`${one.lastDay}`} contract={one} />
          <TransferContract contract={one} />
        </>
      ),
    },
  ]
  return (
    <Screen
      title={text('home.title')}
      lead={text('home.lead')}
      action={<a href="/tackning">{text('home.coverage')}</a>}
    >
      <div className="k-row">
        {filters.map((one) => (
          <button
            key={one}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={open === one}
            onClick={() => setOpen(one)}
          >
            {text(`filter.${one === '' ? 'every' : one}`)}
          </button>
        ))}
      </div>
      <List<Contract>
        path="/contracts"
        query={{ open }}
        search={text('contracts.search')}
        empty={<EmptyState title={text('contracts.empty')} words={text('contracts.empty-words')} />}
      >
        {(items) => (
          <CardTable caption={text('home.title')} rows={items} keyOf={(one) => one.contractId} columns={columns} />
        )}
      </List>
    </Screen>
  )
}

function Choices({ contract }: { contract: Contract }) {
  const text = useText()
  const isOpen = contract.openForChoices
  return (
    <>
      <Status kind={isOpen ? 'done' : 'stopped'} label={text(isOpen ? 'contracts.open' : 'contracts.stopped')} />
      {contract.reason !== null && (
        <p className="k-quiet k-small">
          <bdi>{contract.reason}</bdi>
        </p>
      )}
    </>
  )
}
