import type { Day } from '../../../../src/kernel/day.ts'
import type { AssessmentView } from '../../../../src/modules/assessment/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { GlassBox } from './glass-box.tsx'
import { valuesChanged } from './glass-reading.ts'
import { useText } from './texts.ts'

const inHundred = (share: number) => Math.round(share * 100)

/** Every assessment of the person, the latest first: what it said, who asked and why, and what had changed since the one before. */
export function GlassHistory({ made }: { made: readonly AssessmentView[] }) {
  const text = useText()
  return (
    <section className="k-stack" aria-label={text('history.title')}>
      <h3>{text('history.title')}</h3>
      <ol className="k-plain-list k-history">
        {made.map((one, place) => (
          <li key={one.id}>
            <Entry one={one} before={made[place + 1]} isLatest={place === 0} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entry({
  one,
  before,
  isLatest,
}: {
  one: AssessmentView
  before: AssessmentView | undefined
  isLatest: boolean
}) {
  const text = useText()
  const format = useFormat()
  const said = {
    day: format.day(one.onDay as Day),
    answer: text(`assess.result.${one.result}`, { level: one.level ?? '' }),
    n: inHundred(one.probability),
  }
  return (
    <div className="k-stack k-stack-tight">
      <p>
        <strong>{text('history.line', said)}</strong>
        {isLatest && <span className="k-quiet"> {text('history.latest')}</span>}
      </p>
      <p className="k-small">
        {one.automatic ? text('assess.automatic') : <Asked one={one} />}
        <span className="k-quiet k-block">{text('history.with', { window: one.window, model: one.model })}</span>
      </p>
      {before !== undefined && <Since one={one} before={before} />}
      {!isLatest && (
        <details className="k-why">
          <summary>
            {text('history.open')}
            <span className="k-only-read"> {said.day}</span>
          </summary>
          <div className="k-why-body">
            <GlassBox made={one} />
          </div>
        </details>
      )}
    </div>
  )
}

function Asked({ one }: { one: AssessmentView }) {
  const text = useText()
  return (
    <>
      {one.recordedByName !== null && <>{text('history.by', { who: one.recordedByName })} </>}
      <bdi>{one.reason}</bdi>
    </>
  )
}

/** What had changed since the assessment before, in words. */
function Since({ one, before }: { one: AssessmentView; before: AssessmentView }) {
  const text = useText()
  const from = inHundred(before.probability)
  const to = inHundred(one.probability)
  const lines = [
    ...(from === to ? [] : [text('history.chance', { from, to })]),
    ...(one.window === before.window ? [] : [text('history.window', { from: before.window, to: one.window })]),
    ...(one.model === before.model ? [] : [text('history.model', { from: before.model, to: one.model })]),
    ...valuesChanged(before.parts, one.parts).map((change) => text('history.value', change)),
  ]
  return (
    <div className="k-small">
      <p>{text(lines.length === 0 ? 'history.same' : 'history.since')}</p>
      {lines.length > 0 && (
        <ul className="k-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
