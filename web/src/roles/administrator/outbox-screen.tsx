import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { List } from '../../ui/list.tsx'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

type Notice = {
  id: string
  kind: string
  channel: string
  queuedAt: Instant
  sentAt: Instant | null
  attempts: number
  lastError: string | null
}

/** Messages on their way and sent; kinds and times only. */
export function OutboxScreen() {
  const text = useText()
  const format = useFormat()
  const [waiting, setWaiting] = useState(false)
  const columns: Column<Notice>[] = [
    { title: text('outbox.kind'), cell: (notice) => <code>{notice.kind}</code> },
    {
      title: text('outbox.channel'),
      cell: (notice) => {
        const key = `channel.${notice.channel}`
        return text.knows(key) ? text(key) : notice.channel
      },
    },
    { title: text('outbox.queued'), cell: (notice) => format.instant(notice.queuedAt) },
    { title: text('outbox.state'), cell: (notice) => <Sent notice={notice} /> },
  ]
  return (
    <Screen title={text('outbox.title')} lead={text('outbox.lead')}>
      <div className="k-row">
        {[false, true].map((one) => (
          <button
            key={String(one)}
            className="k-plain-button k-bordered"
            type="button"
            aria-pressed={waiting === one}
            onClick={() => setWaiting(one)}
          >
            {text(one ? 'outbox.only-waiting' : 'outbox.every')}
          </button>
        ))}
      </div>
      <List<Notice>
        path="/outbox"
        query={{ waiting: waiting ? 'yes' : undefined }}
        empty={
          <EmptyState
            title={text(waiting ? 'outbox.none-waiting' : 'outbox.empty')}
            words={text('outbox.empty-words')}
          />
        }
      >
        {(notices) => (
          <CardTable caption={text('outbox.title')} rows={notices} keyOf={(notice) => notice.id} columns={columns} />
        )}
      </List>
    </Screen>
  )
}

function Sent({ notice }: { notice: Notice }) {
  const text = useText()
  const format = useFormat()
  if (notice.sentAt !== null)
    return <Status kind="done" label={text('outbox.sent', { at: format.instant(notice.sentAt) })} />
  if (notice.lastError === null) return <Status kind="waiting" label={text('outbox.on-its-way')} />
  return (
    <>
      <Status kind="late" label={text('outbox.failed', { n: notice.attempts })} />
      <p className="k-small k-quiet" lang="en">
        {notice.lastError}
      </p>
    </>
  )
}
