import type { AssessmentView, PartOfEstimate } from '../../../../src/modules/assessment/contract.ts'
import { factsOf } from '../../language/language.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { chanceWithoutSensitive, shownToSum, strengthOf } from './glass-reading.ts'
import { GlassSection } from './glass-section.tsx'
import { useText } from './texts.ts'

const shownAtFirst = 8
const decimals = 4
const inHundred = (share: number) => Math.round(share * 100)
const byWeight = (a: PartOfEstimate, b: PartOfEstimate) => Math.abs(b.effect) - Math.abs(a.effect)

/** What speaks for and against, the heaviest first, compared with whom; sensitive details marked as what they are. */
export function GlassParts({ made }: { made: AssessmentView }) {
  const text = useText()
  const parts = [...made.parts].sort(byWeight)
  const rest = parts.slice(shownAtFirst)
  const isSensitive = parts.some((part) => part.sensitive)
  return (
    <GlassSection made={made} name={text('glass.parts')}>
      <p className="k-quiet k-small">
        {made.comparedWith} {text('glass.parts-words')}
      </p>
      <Bars parts={parts.slice(0, shownAtFirst)} all={parts} />
      {rest.length > 0 && (
        <details className="k-why">
          <summary>{text('glass.more-parts', { n: rest.length })}</summary>
          <div className="k-why-body">
            <Bars parts={rest} all={parts} />
          </div>
        </details>
      )}
      {isSensitive && (
        <p className="k-small">
          <Mark /> {text('glass.sensitive-words', { n: inHundred(chanceWithoutSensitive(made)) })}
        </p>
      )}
      <Sum made={made} parts={parts} />
    </GlassSection>
  )
}

function Mark() {
  const text = useText()
  return (
    <span className="k-sensitive">
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d="M8 1.500 14.500 8 8 14.500 1.500 8Z" />
      </svg>
      {text('glass.sensitive')}
    </span>
  )
}

function Bars({ parts, all }: { parts: readonly PartOfEstimate[]; all: readonly PartOfEstimate[] }) {
  const text = useText()
  const longest = Math.max(0.01, ...all.map((part) => Math.abs(part.effect)))
  return (
    <ul className="k-weights">
      {parts.map((part) => (
        <li key={part.name}>
          <span className="k-weight-words">
            <span>
              {part.label}: <strong>{part.valueText}</strong> {part.sensitive && <Mark />}
              {part.note !== null && <span className="k-quiet k-small k-block">{text(`glass.note.${part.note}`)}</span>}
            </span>
            <span className="k-quiet k-small">{text(wordsOf(part))}</span>
          </span>
          <span className="k-part-bar" aria-hidden="true">
            <span
              className={part.effect < 0 ? 'k-part-against' : 'k-part-for'}
              style={{ inlineSize: `${(Math.abs(part.effect) / longest) * 50}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

function wordsOf({ effect }: PartOfEstimate) {
  const strength = strengthOf(effect)
  if (strength === 'nothing') return 'glass.weighs-nothing'
  return effect < 0 ? (`glass.against.${strength}` as const) : (`glass.for.${strength}` as const)
}

/** The sum as it was made, one tap away: the shown numbers add up to the shown total exactly. */
function Sum({ made, parts }: { made: AssessmentView; parts: readonly PartOfEstimate[] }) {
  const text = useText()
  const { language } = useLanguage()
  const signed = new Intl.NumberFormat(factsOf[language].format, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  })
  const shown = shownToSum([made.intercept, ...parts.map((part) => part.effect)], made.logOdds, decimals)
  return (
    <details className="k-why">
      <summary>{text('glass.sum')}</summary>
      <div className="k-why-body">
        <p>{text('glass.sum-words')}</p>
        <table className="k-parts">
          <caption className="k-only-read">{text('glass.sum')}</caption>
          <colgroup>
            <col />
            <col className="k-parts-effect" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{text('glass.part')}</th>
              <th scope="col" className="k-end">
                {text('glass.effect')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{text('glass.start')}</th>
              <td className="k-number k-end">{signed.format(shown[0] ?? 0)}</td>
            </tr>
            {parts.map((part, place) => (
              <tr key={part.name}>
                <th scope="row">
                  {part.label}: <span className="k-quiet">{part.valueText}</span>
                </th>
                <td className="k-number k-end">{signed.format(shown[place + 1] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text('glass.total')}</th>
              <td className="k-number k-end">{signed.format(made.logOdds)}</td>
            </tr>
            <tr>
              <th scope="row">{text('glass.chance-of-total')}</th>
              <td className="k-number k-end">{text('glass.percent', { n: inHundred(made.probability) })}</td>
            </tr>
          </tfoot>
        </table>
        <p className="k-quiet k-small">{text('glass.formula')}</p>
      </div>
    </details>
  )
}
