import { useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { WaiversReply, WaiverView } from '../../../../src/modules/delivery/contract/waivers.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { LongTextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { WaiverForm } from './waiver-form.tsx'
import { useWaiverText } from './waiver-texts.ts'

const changes = ['/waivers']

/** Dated permissions to meet otherwise, entered by one and decided by another (programme 4.5). */
export function WaiversScreen() {
  const text = useWaiverText()
  const { data, error, refetch } = useApi<WaiversReply>('/waivers')
  const [formNumber, setFormNumber] = useState(0)
  return (
    <Screen title={text('title')} lead={text('lead')}>
      <Panel title={text('list.title')}>
        {data === undefined &&
          (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
        {data?.items.length === 0 && <EmptyState title={text('list.empty')} words={text('list.empty-words')} />}
        {data !== undefined && data.items.length > 0 && (
          <ul className="k-plain-list k-stack">
            {data.items.map((waiver) => (
              <li key={waiver.waiverId} className="k-stack">
                <Waiver waiver={waiver} today={data.today} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={text('new.title')}>
        <WaiverForm key={formNumber} onDone={() => setFormNumber((number) => number + 1)} />
      </Panel>
    </Screen>
  )
}

type State = { readonly kind: StatusKind; readonly label: 'approved' | 'coming' | 'over' | 'waiting' | 'returned' }

function stateOf({ state, firstDay, lastDay }: WaiverView, today: string): State {
  if (state === 'waiting') return { kind: 'waiting', label: 'waiting' }
  if (state === 'returned') return { kind: 'stopped', label: 'returned' }
  if (firstDay > today) return { kind: 'coming', label: 'coming' }
  return { kind: 'done', label: lastDay < today ? 'over' : 'approved' }
}

function Waiver({ waiver, today }: { waiver: WaiverView; today: string }) {
  const text = useWaiverText()
  const format = useFormat()
  const { kind, label } = stateOf(waiver, today)
  return (
    <>
      <div className="k-row k-row-apart">
        <h3>{text(`rule.${waiver.rule}`)}</h3>
        <Status kind={kind} label={text(`state.${label}`)} />
      </div>
      <p>
        {waiver.areaName ?? waiver.areaCode ?? text('everywhere')},{' '}
        {format.days(waiver.firstDay as Day, waiver.lastDay as Day)}
      </p>
      <p>{text('decision', { decision: waiver.decision })}</p>
      <p className="k-quiet k-small">
        {text('entered', { name: waiver.enteredBy ?? '' })}{' '}
        {waiver.decidedOn !== null &&
          text('decided', { name: waiver.decidedBy ?? '', day: format.day(waiver.decidedOn as Day) })}{' '}
        {waiver.why !== null && text('why', { why: waiver.why })}
      </p>
      {waiver.state === 'waiting' && waiver.mine && <p className="k-note">{text('mine')}</p>}
      {waiver.state === 'waiting' && !waiver.mine && (
        <>
          <Approve waiver={waiver} />
          <Return waiverId={waiver.waiverId} />
        </>
      )}
    </>
  )
}

function Approve({ waiver }: { waiver: WaiverView }) {
  const text = useWaiverText()
  const format = useFormat()
  const notice = useNotice()
  const sending = useSend<null, unknown>({
    send: (_, written) => post(`/waivers/${waiver.waiverId}/decision`, { outcome: 'approved' }, written),
    changes,
  })
  const approve = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('approve.done'), seenBy: text('seen-by') })
    return answer.done
  }
  const days = format.days(waiver.firstDay as Day, waiver.lastDay as Day)
  return (
    <div>
      <ConfirmButton
        effect={text('approve')}
        title={text('approve.title')}
        words={text('approve.words', { rule: text(`rule.${waiver.rule}`), days })}
        run={approve}
        pending={sending.pending}
        problem={sending.problem}
      />
    </div>
  )
}

function Return({ waiverId }: { waiverId: string }) {
  const text = useWaiverText()
  const notice = useNotice()
  const form = useForm({
    initial: { why: '' },
    send: ({ why }, written) => post(`/waivers/${waiverId}/decision`, { outcome: 'returned', why }, written),
    changes,
    onDone: () => notice.tell({ what: text('return.done'), seenBy: text('seen-by') }),
  })
  return (
    <details className="k-why">
      <summary>{text('return')}</summary>
      <div className="k-why-body">
        <Form form={form} submit={text('return')}>
          <LongTextInput form={form} name="why" label={text('return.why')} help={text('return.why-help')} />
        </Form>
      </div>
    </details>
  )
}
