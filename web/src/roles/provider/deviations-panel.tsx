import { day } from '../../../../src/kernel/day.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import type { Deviation } from './answers.ts'
import { useText } from './texts.ts'

const kinds = { accepted: 'done', 'not-accepted': 'stopped', waiting: 'waiting' } as const

/** What has been reported to the caseworker, and what came of it; nothing is shown while there is none. */
export function DeviationsPanel({ deviations }: { deviations: readonly Deviation[] }) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  if (deviations.length === 0) return null
  const days = ({ firstDay, lastDay }: Deviation) =>
    firstDay === lastDay ? format.day(day(firstDay)) : format.days(day(firstDay), day(lastDay))
  return (
    <Panel title={text('deviations.title')}>
      <ul className="k-plain-list k-rows">
        {deviations.map((one) => (
          <li key={one.deviationId}>
            <p>
              {codeWords(say, 'deviation', one.kind)}
              {one.reason !== null && `, ${codeWords(say, 'absence', one.reason)}`} ·{' '}
              <span className="k-quiet">{days(one)}</span>
            </p>
            <Status
              kind={kinds[one.outcome ?? 'waiting']}
              label={text(`deviation-state.${one.outcome ?? 'waiting'}`)}
            />
            {one.earlier.length > 0 && (
              <p className="k-quiet k-small">
                {text('deviations.corrects', {
                  days: one.earlier.map((earlier) => format.day(day(earlier.reportedOn))).join(', '),
                })}
              </p>
            )}
            {one.why !== null && (
              <p>
                <bdi>{one.why}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
