import './plan-week.css'
import type { DeliveryReply } from '../../../src/modules/delivery/contract.ts'
import { usePlanText } from '../language/plan-texts.ts'
import { useStepText } from '../language/step-texts.ts'
import { codeWords } from './case-steps.ts'

type Part = { readonly code: string; readonly hours: number }

/** The plan's week against the hours that the person can work: a part of the strip for each activity, and the gap (programme 4.5). */
export function PlanWeek({ parts, available }: { parts: readonly Part[]; available: number }) {
  const text = usePlanText()
  const say = useStepText()
  const planned = parts.filter((part) => part.code !== '' && part.hours > 0)
  const has = planned.reduce((total, part) => total + part.hours, 0)
  const gap = Math.max(available - has, 0)
  const whole = Math.max(available, has, 1)
  const sum = { has, needs: available, gap }
  const share = (hours: number) => ({ inlineSize: `${(hours / whole) * 100}%` })
  const words = [
    ...planned.map((part) => text('week.part', { name: codeWords(say, 'activity', part.code), hours: part.hours })),
    ...(gap > 0 ? [text('week.missing', { hours: gap })] : []),
  ]
  return (
    <figure className="k-plan-week">
      <figcaption>{text(gap > 0 ? 'week.gap' : 'week.covered', sum)}</figcaption>
      <div role="img" aria-label={words.join('. ')}>
        {planned.map((part, index) => (
          <span
            key={`${part.code}-${String(index)}`}
            className={part.code === 'own-work' ? 'k-plan-own' : undefined}
            style={share(part.hours)}
            title={words[index]}
          />
        ))}
        {gap > 0 && <span className="k-plan-gap" style={share(gap)} title={words.at(-1)} />}
      </div>
    </figure>
  )
}

type Plan = DeliveryReply['plans'][number]

export const planParts = (plan: Plan): Part[] =>
  plan.activities.map((activity) => ({ code: activity.code, hours: activity.hoursPerWeek }))

/** Of a short course: all its hours, and the vacancy or study place that it is tied to. */
export function CourseWords({ activity }: { activity: Plan['activities'][number] }) {
  const text = usePlanText()
  if (!activity.totalHours) return null
  return (
    <span className="k-quiet k-small k-block">
      {text('course', { hours: activity.totalHours })} <bdi>{activity.vacancy}</bdi>
    </span>
  )
}

/** Language support, and what the programme demands of the person at the same time (programme 4.5). */
export function PlanBeside({ plan, programme }: { plan: Plan; programme: DeliveryReply['programme'] }) {
  const text = usePlanText()
  return (
    <>
      {plan.languageSupport && <p>{text('language-support')}</p>}
      {plan.current && <ProgrammeDemands programme={programme} />}
    </>
  )
}

export function ProgrammeDemands({ programme }: { programme: DeliveryReply['programme'] }) {
  const text = usePlanText()
  if (programme === null) return null
  return (
    <p className="k-note">
      <strong>{text('beside.title')}:</strong> {text(`beside.${programme}`)}
    </p>
  )
}
