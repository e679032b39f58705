import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { PlanChanged, PlansReply } from '../../../../src/modules/assessment/contract/windows.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../confirm.tsx'
import { LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { Status, type StatusKind } from '../status.tsx'
import { useForm } from '../use-form.ts'
import { useWindowPlace } from './addresses.ts'
import { useWindowText } from './texts.ts'
import { useWindowWords } from './window-words.tsx'

type Plan = PlansReply['items'][number]

const kinds: Record<Plan['state'], StatusKind> = {
  waiting: 'waiting',
  planned: 'coming',
  'in-force': 'done',
  returned: 'stopped',
  withdrawn: 'stopped',
  lapsed: 'late',
}
const leastReason = 3

/** Switches that were planned, with who drafted and who decided, and the acts of those who may. */
export function PlansPanel() {
  const text = useWindowText()
  const { data, error, refetch } = useApi<PlansReply>('/windows/plans')
  return (
    <Panel title={text('plans.title')}>
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <EmptyState title={text('plans.empty')} words={text('plans.empty-words')} />}
      {data !== undefined && data.items.length > 0 && (
        <ul className="k-plain-list k-rows">
          {data.items.map((plan) => (
            <li key={plan.planId} className="k-stack">
              <PlanItem plan={plan} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function PlanItem({ plan }: { plan: Plan }) {
  const text = useWindowText()
  const format = useFormat()
  const words = useWindowWords()
  const place = useWindowPlace()
  const lasts = ['planned', 'in-force'].includes(plan.state) && plan.lastDay !== null
  return (
    <>
      <div className="k-row k-row-apart">
        <h3>{words.nameOf(plan.number)}</h3>
        <Status kind={kinds[plan.state]} label={text(`plans.state.${plan.state}`)} />
      </div>
      <p>
        {text('plans.from', { day: format.day(plan.from as Day) })}
        {lasts && `, ${text('plans.until', { day: format.day(plan.lastDay as Day) })}`}.
      </p>
      <p className="k-quiet">
        {words.asks(plan.law)}. {words.cuts(plan.law)}.
      </p>
      <ul className="k-plain-list k-small">
        <li>{text('plans.drafted', told(plan.draftedOn, plan.draftedByName, plan.reason))}</li>
        {plan.steps.map((step) => (
          <li key={step.kind}>{text(`plans.${step.kind}`, told(step.onDay, step.byName, step.reason))}</li>
        ))}
      </ul>
      <p>
        <Link to={place.comparison(plan.comparisonId)}>
          {text('plans.comparison')} <span className="k-only-read">{words.nameOf(plan.number)}</span>
        </Link>
      </p>
      {place.decides && (plan.state === 'waiting' || plan.state === 'planned') && <PlanActs plan={plan} />}
    </>
  )

  function told(onDay: string, name: string | null, reason: string) {
    return { day: format.day(onDay as Day), name: name ?? '', reason }
  }
}

function PlanActs({ plan }: { plan: Plan }) {
  const text = useWindowText()
  return (
    <>
      {plan.state === 'waiting' && plan.mine && <p className="k-note">{text('plans.mine')}</p>}
      {plan.state === 'waiting' && !plan.mine && (
        <>
          <Approve plan={plan} />
          <WithReason plan={plan} act="return" />
        </>
      )}
      <WithReason plan={plan} act="withdraw" />
    </>
  )
}

const changes = ['/windows', '/rules']

function Approve({ plan }: { plan: Plan }) {
  const text = useWindowText()
  const format = useFormat()
  const notice = useNotice()
  const named = { number: plan.number, day: format.day(plan.from as Day) }
  const sending = useSend<null, PlanChanged>({
    send: (_, written) => post(`/windows/plans/${plan.planId}/decision`, { outcome: 'approved' }, written),
    changes,
  })
  const approve = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('plans.approve-done', named), seenBy: text('plans.seen-by') })
    return answer.done
  }
  return (
    <div>
      <ConfirmButton
        effect={text('plans.approve', named)}
        title={text('plans.approve-title', { number: plan.number })}
        words={text('plans.approve-words', { day: named.day })}
        run={approve}
        pending={sending.pending}
        problem={sending.problem}
      />
    </div>
  )
}

/** Sends a plan back or takes it back, with a reason; folded, since it is the rarer act. */
function WithReason({ plan, act }: { plan: Plan; act: 'return' | 'withdraw' }) {
  const text = useWindowText()
  const words = useWindowWords()
  const notice = useNotice()
  const path = `/windows/plans/${plan.planId}/${act === 'return' ? 'decision' : 'withdrawal'}`
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) =>
      reason.trim().length < leastReason ? [{ field: 'reason', title: text('plans.reason-missing') }] : [],
    send: ({ reason }, written) =>
      post<PlanChanged>(path, act === 'return' ? { outcome: 'returned', reason } : { reason }, written),
    changes,
    onDone: () =>
      notice.tell({ what: text(`plans.${act}-done`, { number: plan.number }), seenBy: text('plans.seen-by') }),
  })
  return (
    <details className="k-why">
      <summary>
        {text(`plans.${act}`)} <span className="k-only-read">{words.nameOf(plan.number)}</span>
      </summary>
      <div className="k-why-body">
        <Form form={form} submit={text(`plans.${act}`)} danger={act === 'withdraw'}>
          <LongTextInput form={form} name="reason" label={text('plans.reason')} />
        </Form>
      </div>
    </details>
  )
}
