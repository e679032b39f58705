import type { Day } from '../../../../src/kernel/day.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFinalText } from '../../language/final-texts.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { FinalReport } from '../../ui/final-report.tsx'
import { CourseWords, PlanBeside, PlanWeek, planParts } from '../../ui/plan-week.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { BackHome } from './back-home.tsx'
import type { Delivery, Plan } from './case-answers.ts'
import { Answer, OwnCase } from './own-case.tsx'
import { PlanAnswer } from './plan-answer.tsx'
import { useText } from './texts.ts'

/** "Min plan": what has been agreed, and the participant's own answer to it (programme 4.5). */
export function PlanScreen() {
  const text = useText()
  return <OwnCase title={text('plan.title')}>{(person) => <OwnPlan person={person} />}</OwnCase>
}

function OwnPlan({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const delivery = useApi<Delivery>(`/cases/${person.caseId}/delivery`)
  return (
    <Screen title={text('plan.title')}>
      <Answer of={delivery} lines={6}>
        {({ plans, spells, availableHours, programme }) => {
          const [current, ...older] = [...plans.filter((one) => one.current), ...plans.filter((one) => !one.current)]
          if (current === undefined) return <EmptyState title={text('plan.empty')} words={text('plan.empty-words')} />
          return (
            <>
              <Panel>
                <PlanContent plan={current} availableHours={availableHours} />
                <PlanBeside plan={current} programme={programme} />
              </Panel>
              <PlanAnswer key={current.planId} plan={current} caseId={person.caseId} />
              {older.length > 0 && (
                <details className="k-why">
                  <summary>{text('plan.older')}</summary>
                  <div className="k-why-body">
                    {older.map((plan) => (
                      <section key={plan.planId} className="k-stack" aria-label={format.day(plan.agreedOn as Day)}>
                        <PlanContent plan={plan} availableHours={availableHours} />
                      </section>
                    ))}
                  </div>
                </details>
              )}
              <FinalReports spells={spells} />
            </>
          )
        }}
      </Answer>
      <BackHome />
    </Screen>
  )
}

/** What each provider wrote when the time there was over. */
function FinalReports({ spells }: { spells: Delivery['spells'] }) {
  const text = useFinalText()
  const given = spells.flatMap(({ finalReport, providerName }) => (finalReport ? [{ finalReport, providerName }] : []))
  return given.toReversed().map(({ finalReport, providerName }) => (
    <Panel key={finalReport.finalReportId} title={text('title')}>
      <p>{text('from', { provider: providerName })}</p>
      <FinalReport report={finalReport} />
    </Panel>
  ))
}

const kindOf: Record<Plan['state'], StatusKind> = { waiting: 'waiting', approved: 'done', returned: 'stopped' }

function PlanContent({ plan, availableHours }: { plan: Plan; availableHours: number }) {
  const text = useText()
  const steps = useStepText()
  const format = useFormat()
  return (
    <>
      <div>
        <Status kind={kindOf[plan.state]} label={text(`plan.state.${plan.state}`)} />
        <p className="k-quiet k-small">
          {text('plan.agreed-on', { day: format.day(plan.agreedOn as Day), version: plan.version })}
        </p>
      </div>
      {plan.state === 'returned' && plan.why !== null && (
        <p>
          {text('plan.why-returned')} <bdi>{plan.why}</bdi>
        </p>
      )}
      <div>
        <h2>{text('plan.goals')}</h2>
        <p className="k-written" dir="auto">
          {plan.goals}
        </p>
      </div>
      <div className="k-stack">
        <h2>{text('plan.activities')}</h2>
        <ul className="k-planned">
          {plan.activities.map((one, index) => (
            <li key={`${one.code}-${String(index)}`}>
              <strong>{codeWords(steps, 'activity', one.code)}</strong>
              <span>
                {text('plan.per-week', { hours: format.number(one.hoursPerWeek) })}
                {text('comma')}
                {codeWords(steps, 'mode', one.mode)}
              </span>
              {one.content && (
                <span className="k-quiet" dir="auto">
                  {one.content}
                </span>
              )}
              <CourseWords activity={one} />
            </li>
          ))}
        </ul>
        <PlanWeek parts={planParts(plan)} available={availableHours} />
      </div>
    </>
  )
}
