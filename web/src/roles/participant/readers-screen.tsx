import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BackHome } from './back-home.tsx'
import { readArea } from './read-area.ts'
import { type ParticipantText, useText } from './texts.ts'

type Reading = {
  id: string
  at: string
  who: string | null
  role: string
  organisation: string | null
  operation: string
  wrote: boolean
}

/** Who has read what about the participant, and when; the latest first (programme 12: every read is logged). */
export function ReadersScreen() {
  const text = useText()
  const format = useFormat()
  const [withOwn, setWithOwn] = useState(false)
  return (
    <Screen title={text('readers.title')} lead={text('readers.lead')}>
      <label className="k-compare-tick">
        <input type="checkbox" checked={withOwn} onChange={() => setWithOwn(!withOwn)} />
        {text('readers.with-own')}
      </label>
      <List<Reading>
        path="/audit"
        query={{ others: withOwn ? 'no' : 'yes' }}
        empty={<EmptyState title={text('readers.empty')} words={text('readers.empty-words')} />}
      >
        {(readings) => (
          <CardTable
            caption={text('readers.title')}
            rows={readings}
            keyOf={(one) => one.id}
            columns={[
              { title: text('readers.who'), cell: (one) => <Who reading={one} /> },
              { title: text('readers.what'), cell: (one) => <What reading={one} /> },
              { title: text('readers.when'), cell: (one) => format.instant(one.at as Instant) },
            ]}
          />
        )}
      </List>
      <BackHome />
    </Screen>
  )
}

function Who({ reading }: { reading: Reading }) {
  const text = useText()
  const { user } = useSignedIn()
  const { who, role, organisation } = reading
  if (who === user.name && role === 'jobseeker') return text('readers.you')
  if (who === null) return text('readers.system')
  const key = `readers.role.${role}`
  const details = [text.knows(key) ? text(key) : role, organisation].filter(Boolean).join(text('comma'))
  return (
    <>
      <bdi>{who}</bdi> <span className="k-quiet k-small">({details})</span>
    </>
  )
}

function What({ reading }: { reading: Reading }) {
  const text = useText()
  const key: ParticipantText = `readers.area.${readArea(reading.operation)}`
  return (
    <>
      {text(reading.wrote ? 'readers.wrote' : 'readers.read')}: {text(key)}
    </>
  )
}
