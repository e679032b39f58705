import './glass.css'
import type { Day } from '../../../../src/kernel/day.ts'
import type { AssessmentView, CriterionOfWindow } from '../../../../src/modules/assessment/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { Status } from '../../ui/status.tsx'
import { GlassParts } from './glass-parts.tsx'
import { inTenths } from './glass-reading.ts'
import { GlassScale } from './glass-scale.tsx'
import { GlassSection } from './glass-section.tsx'
import { useText } from './texts.ts'

const inHundred = (share: number) => Math.round(share * 100)

/** One assessment with everything that made it: the answer first, how sure it is, the window, the parts, what would change it. */
export function GlassBox({ made }: { made: AssessmentView }) {
  const text = useText()
  return (
    <div className="k-stack k-glass">
      <Answer made={made} />
      {made.notValidBecause !== null && <NotValid code={made.notValidBecause} />}
      {made.cutPoints === null ? (
        <p>{text('glass.other-cuts', { low: inHundred(made.low), high: inHundred(made.high) })}</p>
      ) : (
        <GlassScale made={made} cuts={made.cutPoints} />
      )}
      <Criteria made={made} />
      <GlassParts made={made} />
      {made.notValidBecause !== 'assessment-replaced' && <Changes made={made} />}
      <Origin made={made} />
    </div>
  )
}

function Answer({ made }: { made: AssessmentView }) {
  const text = useText()
  const { kind, count } = inTenths(made.probability)
  const code = made.result === 'referable' && !made.referable ? 'not-yet' : made.result
  return (
    <div className="k-stack k-stack-tight">
      <p className="k-answer">{text(`glass.answer.${code}`, { level: made.level ?? '' })}</p>
      {code === 'not-yet' && <Status kind="stopped" label={text('assess.unmet')} />}
      <p>{text('glass.chance', { kind, count, n: inHundred(made.probability) })}</p>
    </div>
  )
}

function NotValid({ code }: { code: string }) {
  const text = useText()
  const key = `assess.not-valid.${code}`
  return <Status kind="waiting" label={text.knows(key) ? text(key) : text('assess.not-valid')} />
}

function Criteria({ made }: { made: AssessmentView }) {
  const text = useText()
  return (
    <GlassSection made={made} name={text('assess.criteria')} title={text('glass.criteria', { window: made.window })}>
      {made.criteria.length === 0 && <p className="k-quiet">{text('assess.no-criteria', { window: made.window })}</p>}
      <ul className="k-plain-list k-stack k-stack-tight">
        {made.criteria.map((criterion) => (
          <li key={criterion.name}>
            <Status
              kind={criterion.met ? 'done' : 'stopped'}
              label={text(criterion.met ? 'assess.met' : 'assess.not-met')}
            />{' '}
            {criterionWords(criterion, text)}
          </li>
        ))}
      </ul>
    </GlassSection>
  )
}

/** What is asked and what the person has; what is not asked for is met, and said so. */
function criterionWords({ name, because, text: told }: CriterionOfWindow, text: ReturnType<typeof useText>): string {
  const { code, has = '', needs = '' } = because
  if (code === 'nothing-asked') return text(`glass.criterion.nothing.${name}`)
  const key = `glass.criterion.${code}`
  return text.knows(key) ? text(key, { has, needs }) : told
}

/** As the person reads it: the two talk about the same words. */
function Changes({ made }: { made: AssessmentView }) {
  const text = useText()
  return (
    <GlassSection made={made} name={text('glass.changes')}>
      {made.changes.length === 0 ? (
        <p className="k-quiet">{text('glass.no-changes')}</p>
      ) : (
        <>
          <p className="k-quiet k-small">{text('glass.changes-words')}</p>
          <ul className="k-list">
            {made.changes.map((change) => (
              <li key={change.text}>{change.text}</li>
            ))}
          </ul>
        </>
      )}
    </GlassSection>
  )
}

function Origin({ made }: { made: AssessmentView }) {
  const text = useText()
  const format = useFormat()
  return (
    <GlassSection made={made} name={text('glass.origin')}>
      <Facts
        items={[
          { label: text('assess.made'), value: format.day(made.onDay as Day) },
          { label: text('assess.valid-until'), value: format.day(made.validUntil as Day) },
          { label: text('assess.window'), value: format.number(made.window) },
          { label: text('glass.model'), value: <bdi>{made.model}</bdi> },
          {
            label: text('assess.why-made'),
            value: made.automatic ? text('assess.automatic') : <bdi>{made.reason}</bdi>,
          },
          ...(made.recordedByName === null
            ? []
            : [{ label: text('glass.asked-by'), value: <bdi>{made.recordedByName}</bdi> }]),
        ]}
      />
      {made.newerModel !== null && (
        <p>{text(made.valid ? 'glass.newer-model-holds' : 'glass.newer-model', { model: made.newerModel })}</p>
      )}
      <p className="k-quiet k-small">
        {made.modelNote} {text('glass.decides')}
      </p>
    </GlassSection>
  )
}
