import { Button } from '@midas-ds/components/button'
import { parseDay } from '../../../../src/kernel/day.ts'
import { atTime, type Instant } from '../../../../src/kernel/instant.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { Form } from '../../ui/form.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'

/** What a system can be told of. */
export const eventNames = [
  'participant.placed',
  'participant.ended',
  'plan.approved',
  'plan.returned',
  'report.decided',
  'log.disputed',
  'outcome.verified',
] as const
export type EventName = (typeof eventNames)[number]

type Attempt = { at: Instant; status: number | null; error: string | null; millis: number }
type Delivery = {
  id: string
  messageId: string
  event: EventName
  happenedAt: Instant
  state: 'taken' | 'waiting' | 'given-up'
  attempts: readonly Attempt[]
}
const kinds = { taken: 'done', waiting: 'waiting', 'given-up': 'stopped' } as const

/** What was sent to a receiver, how it was taken, and the same again. */
export function WebhookLog({ webhookId, on }: { webhookId: string; on: boolean }) {
  const text = useOwnSystemText()
  return (
    <div className="k-stack">
      {on && <SinceForm webhookId={webhookId} />}
      <List<Delivery>
        path={paths.deliveries(webhookId)}
        empty={<EmptyState title={text('hooks.log-none')} words={text('hooks.log-none-words')} />}
      >
        {(items) => (
          <ul className="k-plain-list k-rows">
            {items.map((delivery) => (
              <li key={delivery.id} className="k-row k-row-apart">
                <Words delivery={delivery} />
                {on && delivery.state !== 'waiting' && <Again webhookId={webhookId} delivery={delivery} />}
              </li>
            ))}
          </ul>
        )}
      </List>
    </div>
  )
}

function Words({ delivery }: { delivery: Delivery }) {
  const text = useOwnSystemText()
  const format = useFormat()
  return (
    <span>
      {text(`event.${delivery.event}`)}, {format.instant(delivery.happenedAt)}{' '}
      <Status kind={kinds[delivery.state]} label={text(`delivery.${delivery.state}`)} />
      {delivery.attempts.map((attempt) => (
        <span key={attempt.at} className="k-block k-quiet k-small" style={{ overflowWrap: 'anywhere' }}>
          {format.instant(attempt.at)}:{' '}
          {attempt.status === null ? attempt.error : text('attempt.answered', { status: attempt.status })}
        </span>
      ))}
    </span>
  )
}

function useAgain(webhookId: string) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const changes = [paths.deliveries(webhookId), paths.webhooks]
  const tell = ({ queued: count }: { queued: number }) =>
    notice.tell({ what: text('hooks.again-done', { count }), seenBy: text('keys.seen-by') })
  return { changes, tell }
}

function Again({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const text = useOwnSystemText()
  const format = useFormat()
  const { changes, tell } = useAgain(webhookId)
  const { run, pending, problem } = useSend<null, { queued: number }>({
    send: (_, written) => post(paths.replay(webhookId), { messageId: delivery.messageId }, written),
    changes,
  })
  const again = async () => {
    const answer = await run(null)
    if (answer.done) tell(answer.value)
  }
  return (
    <span>
      <Button variant="secondary" isPending={pending} onPress={() => void again()}>
        {text('hooks.again')}
        <span className="k-only-read"> {format.instant(delivery.happenedAt)}</span>
      </Button>
      <ProblemNote problem={problem} />
    </span>
  )
}

function SinceForm({ webhookId }: { webhookId: string }) {
  const text = useOwnSystemText()
  const { today } = useSignedIn()
  const { changes, tell } = useAgain(webhookId)
  const form = useForm<{ since: string }, { queued: number }>({
    initial: { since: '' },
    check: ({ since }) =>
      parseDay(since.trim()).ok ? [] : [{ field: 'since', title: text('hooks.since-missing', { example: today }) }],
    send: ({ since }, written) => {
      const day = parseDay(since.trim())
      return post(paths.replay(webhookId), { since: day.ok ? atTime(day.value, '00:00') : since }, written)
    },
    changes,
    onDone: tell,
  })
  return (
    <Form form={form} submit={text('hooks.since-submit')}>
      <DayInput form={form} name="since" label={text('hooks.since')} example={today} />
    </Form>
  )
}
