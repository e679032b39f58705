import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Facts } from '../../ui/facts.tsx'
import { CourseWords, PlanBeside, PlanWeek, planParts } from '../../ui/plan-week.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import type { DeliveryReply, Plan } from './answers.ts'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

/** The mapping, and the plan that rests on it. */
export function PlanPanel({ caseId, service }: { caseId: string; service: DeliveryReply }) {
  const text = useText()
  const format = useFormat()
  const { mapping } = service
  const plan = service.plans.find((one) => one.current)
  const earlier = service.plans.filter((one) => one !== plan)
  return (
    <Panel
      title={text('plan.title')}
      action={
        mapping === null ? undefined : (
          <Link to={screens.act(caseId, 'plan')}>{text(plan === undefined ? 'plan.make' : 'plan.change')}</Link>
        )
      }
    >
      {mapping === null ? (
        <p>
          {text('mapping.none')} <Link to={screens.act(caseId, 'mapping')}>{text('mapping.make')}</Link>
        </p>
      ) : (
        <details className="k-why">
          <summary>{text('mapping.done', { day: format.day(day(mapping.onDay)) })}</summary>
          <div className="k-why-body">
            {mapping.content === null ? <p>{text('mapping.hidden')}</p> : <MappingFacts content={mapping.content} />}
            <p>
              <Link to={screens.act(caseId, 'mapping')}>{text('mapping.correct')}</Link>
            </p>
          </div>
        </details>
      )}
      {mapping !== null && plan === undefined && <p className="k-quiet">{text('plan.empty')}</p>}
      {plan !== undefined && (
        <PlanFacts plan={plan} availableHours={service.availableHours} programme={service.programme} />
      )}
      {earlier.length > 0 && (
        <details className="k-why">
          <summary>{text('plan.earlier', { n: earlier.length })}</summary>
          <div className="k-why-body k-stack">
            {earlier.map((one) => (
              <PlanFacts key={one.planId} plan={one} availableHours={service.availableHours} programme={null} />
            ))}
          </div>
        </details>
      )}
    </Panel>
  )
}

type Content = NonNullable<NonNullable<DeliveryReply['mapping']>['content']>

function MappingFacts({ content }: { content: Content }) {
  const text = useText()
  const told = (['needs', 'strengths', 'obstacles', 'language', 'health', 'wantedWork'] as const).filter(
    (name) => content[name] !== '',
  )
  return <Facts items={told.map((name) => ({ label: text(`mapping.${name}`), value: content[name] }))} />
}

const states = { waiting: 'waiting', approved: 'done', returned: 'late' } as const

type FactsProps = { plan: Plan; availableHours: number; programme: DeliveryReply['programme'] }

function PlanFacts({ plan, availableHours, programme }: FactsProps) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  return (
    <>
      <p className="k-row">
        <Status kind={states[plan.state]} label={text(`plan-state.${plan.state}`)} />
        <span className="k-quiet">
          {text('plan.version', { version: plan.version, day: format.day(day(plan.agreedOn)) })}
        </span>
      </p>
      {plan.state === 'returned' && plan.why !== null && (
        <p className="k-note k-note-care">
          {text('plan.returned-because')} <bdi>{plan.why}</bdi>
        </p>
      )}
      <p>{plan.goals}</p>
      <ul className="k-plain-list k-rows">
        {plan.activities.map((activity) => (
          <li key={activity.code}>
            {codeWords(say, 'activity', activity.code)} · {text('hours-a-week', { n: activity.hoursPerWeek })} ·{' '}
            {codeWords(say, 'mode', activity.mode)}
            {activity.content && (
              <span className="k-quiet k-small k-block">
                <bdi>{activity.content}</bdi>
              </span>
            )}
            <CourseWords activity={activity} />
          </li>
        ))}
      </ul>
      <PlanWeek parts={planParts(plan)} available={availableHours} />
      <PlanBeside plan={plan} programme={programme} />
      {plan.answers.map((answer) => (
        <p key={answer.at} className="k-small">
          {text(answer.answer === 'agreed' ? 'plan.agreed' : 'plan.commented')}{' '}
          {answer.comment !== null && <bdi>{answer.comment}</bdi>}
        </p>
      ))}
    </>
  )
}
