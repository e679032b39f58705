import type { Day } from '../../../../src/kernel/day.ts'
import type { DeliveryReply } from '../../../../src/modules/delivery/contract.ts'
import { post } from '../../api/client.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { codeWords } from '../../ui/case-steps.ts'
import { CourseWords, PlanBeside, PlanWeek, planParts } from '../../ui/plan-week.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'
import { YesNoForm } from './yes-no-form.tsx'

type Plan = DeliveryReply['plans'][number]
const signs = { waiting: 'waiting', approved: 'done', returned: 'stopped' } as const

/** The joint plan: approve it or return it with reasons; earlier versions stay (programme 4.5). */
export function PlanPanel({ caseId, page }: { caseId: string; page: DeliveryReply }) {
  const text = useText()
  const current = page.plans.find((plan) => plan.current)
  // A plan that waits is answered also when its spell is over: it stays in the queue until then.
  const waiting = page.plans.filter((plan) => plan !== current && !plan.replaced && plan.state === 'waiting')
  const earlier = page.plans.filter((plan) => plan !== current && !waiting.includes(plan))
  return (
    <Panel title={text('plan.title')}>
      {current === undefined ? (
        <EmptyState title={text('plan.none')} words={text('plan.none-words')} />
      ) : (
        <>
          <PlanFacts plan={current} availableHours={page.availableHours} programme={page.programme} />
          {current.state === 'waiting' && <Decide caseId={caseId} plan={current} />}
        </>
      )}
      {waiting.map((plan) => (
        <div key={plan.planId} className="k-stack">
          <PlanFacts plan={plan} availableHours={page.availableHours} programme={null} />
          <Decide caseId={caseId} plan={plan} />
        </div>
      ))}
      {earlier.length > 0 && (
        <details className="k-why">
          <summary>{text('plan.earlier', { n: earlier.length })}</summary>
          <div className="k-why-body">
            {earlier.map((plan) => (
              <PlanFacts key={plan.planId} plan={plan} availableHours={page.availableHours} programme={null} />
            ))}
          </div>
        </details>
      )}
    </Panel>
  )
}

type FactsProps = { plan: Plan; availableHours: number; programme: DeliveryReply['programme'] }

function PlanFacts({ plan, availableHours, programme }: FactsProps) {
  const text = useText()
  const format = useFormat()
  const columns = useColumns()
  return (
    <div className="k-stack">
      <p>
        <Status kind={signs[plan.state]} label={text(`plan.state.${plan.state}`, { version: plan.version })} />
      </p>
      {plan.why !== null && (
        <p>
          <strong>{text('plan.why-was')}</strong> <bdi>{plan.why}</bdi>
        </p>
      )}
      <p>
        <bdi>{plan.goals}</bdi>
      </p>
      <p className="k-quiet">
        <bdi>{plan.providerName}</bdi> · {text('plan.agreed', { day: format.day(plan.agreedOn as Day) })}
      </p>
      <CardTable
        caption={text('plan.activities')}
        rows={plan.activities.map((activity, index) => ({ ...activity, id: `${index}` }))}
        keyOf={(activity) => activity.id}
        columns={columns}
      />
      <PlanWeek parts={planParts(plan)} available={availableHours} />
      <PlanBeside plan={plan} programme={programme} />
      {plan.answers.map((answer) => (
        <p key={answer.at}>
          {text(answer.answer === 'agreed' ? 'plan.participant-agreed' : 'plan.participant-said')}{' '}
          {answer.comment !== null && <bdi>{answer.comment}</bdi>}
        </p>
      ))}
    </div>
  )
}

function useColumns(): readonly Column<Plan['activities'][number] & { id: string }>[] {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  return [
    {
      title: text('plan.activity'),
      cell: (activity) => (
        <>
          {codeWords(words, 'activity', activity.code)}
          {activity.content && (
            <span className="k-quiet k-small k-block">
              <bdi>{activity.content}</bdi>
            </span>
          )}
          <CourseWords activity={activity} />
        </>
      ),
    },
    { title: text('plan.how'), cell: (activity) => codeWords(words, 'mode', activity.mode) },
    { title: text('plan.per-week'), kind: 'number', cell: (activity) => `${format.number(activity.hoursPerWeek)} h` },
  ]
}

function Decide({ caseId, plan }: { caseId: string; plan: Plan }) {
  const text = useText()
  return (
    <YesNoForm
      question={text('plan.question')}
      effect={text('plan.decide')}
      missing={text('plan.missing')}
      why={{ name: 'why', label: text('plan.why'), help: text('plan.why-help') }}
      seenBy={text('plan.seen-by')}
      changes={changedWith(caseId)}
      send={(body, written) => post(`/plans/${plan.planId}/decision`, body, written)}
      options={[
        {
          value: 'approved',
          label: text('plan.approve'),
          effect: text('plan.approve-effect'),
          done: text('plan.approved'),
        },
        {
          value: 'returned',
          label: text('plan.return'),
          effect: text('plan.return-effect'),
          done: text('plan.returned'),
          needsWhy: true,
        },
      ]}
    />
  )
}
