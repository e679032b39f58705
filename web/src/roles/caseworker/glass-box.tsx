import type { Day } from '../../../../src/kernel/day.ts'
import type { AssessmentView } from '../../../../src/modules/assessment/contract.ts'
import { factsOf } from '../../language/language.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

const inHundred = (share: number) => Math.round(share * 100)

/** One assessment with everything that made it: the answer, the chance with its interval, the window, the parts that sum. */
export function GlassBox({ made }: { made: AssessmentView }) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="k-stack">
      <div>
        <p className="k-answer">{text(`assess.result.${made.result}`, { level: made.level ?? '' })}</p>
        {made.result === 'referable' && !made.referable && <Status kind="stopped" label={text('assess.unmet')} />}
        <p>
          {text('assess.chance', {
            n: inHundred(made.probability),
            low: inHundred(made.low),
            high: inHundred(made.high),
          })}
        </p>
        <Interval low={made.low} at={made.probability} high={made.high} />
      </div>
      {made.notValidBecause !== null && <NotValid code={made.notValidBecause} />}
      <section className="k-stack" aria-label={text('assess.criteria')}>
        <h3>{text('assess.criteria')}</h3>
        {made.criteria.length === 0 && <p className="k-quiet">{text('assess.no-criteria', { window: made.window })}</p>}
        <ul className="k-plain-list">
          {made.criteria.map((criterion) => (
            <li key={criterion.name}>
              <Status
                kind={criterion.met ? 'done' : 'stopped'}
                label={text(criterion.met ? 'assess.met' : 'assess.not-met')}
              />{' '}
              {criterion.text}
            </li>
          ))}
        </ul>
      </section>
      <Parts made={made} />
      <Facts
        items={[
          { label: text('assess.made'), value: format.day(made.onDay as Day) },
          { label: text('assess.valid-until'), value: format.day(made.validUntil as Day) },
          { label: text('assess.window'), value: format.number(made.window) },
          {
            label: text('assess.why-made'),
            value: made.automatic ? text('assess.automatic') : <bdi>{made.reason}</bdi>,
          },
        ]}
      />
    </div>
  )
}

function NotValid({ code }: { code: string }) {
  const text = useText()
  const key = `assess.not-valid.${code}`
  return <Status kind="waiting" label={text.knows(key) ? text(key) : text('assess.not-valid')} />
}

/** The chance on a line from 0 to 100 with its interval; the same numbers stand in the sentence above. */
function Interval({ low, at, high }: { low: number; at: number; high: number }) {
  return (
    <div className="k-interval" aria-hidden="true">
      <span
        className="k-interval-span"
        style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${(high - low) * 100}%` }}
      />
      <span className="k-interval-at" style={{ insetInlineStart: `${at * 100}%` }} />
    </div>
  )
}

const signedDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const

/** Every part of the estimate, the heaviest first; the start and all parts sum to the log-odds exactly. */
function Parts({ made }: { made: AssessmentView }) {
  const text = useText()
  const { language } = useLanguage()
  const twoDecimals = new Intl.NumberFormat(factsOf[language].format, signedDecimals)
  const parts = [...made.parts].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
  const longest = Math.max(0.01, ...parts.map((part) => Math.abs(part.effect)))
  const signed = (value: number) => twoDecimals.format(value)
  return (
    <section className="k-stack" aria-label={text('assess.parts')}>
      <h3>{text('assess.parts')}</h3>
      <p className="k-quiet k-small">{text('assess.parts-words')}</p>
      <table className="k-parts">
        <caption className="k-only-read">{text('assess.parts')}</caption>
        <colgroup>
          <col />
          <col className="k-parts-bar" />
          <col className="k-parts-effect" />
        </colgroup>
        <thead className="k-only-read">
          <tr>
            <th scope="col">{text('assess.part')}</th>
            <th scope="col">{text('assess.bar')}</th>
            <th scope="col">{text('assess.effect')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.name}>
              <th scope="row">
                {part.label}: <span className="k-quiet">{part.valueText}</span>
              </th>
              <td>
                <span className="k-part-bar" aria-hidden="true">
                  <span
                    className={part.effect < 0 ? 'k-part-against' : 'k-part-for'}
                    style={{ inlineSize: `${(Math.abs(part.effect) / longest) * 50}%` }}
                  />
                </span>
              </td>
              <td className="k-number k-end">{signed(part.effect)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('assess.start')}</th>
            <td />
            <td className="k-number k-end">{signed(made.intercept)}</td>
          </tr>
          <tr>
            <th scope="row">{text('assess.sum', { n: inHundred(made.probability) })}</th>
            <td />
            <td className="k-number k-end">{signed(made.logOdds)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="k-quiet k-small">{made.modelNote}</p>
    </section>
  )
}

/** The assessments before the latest: each is kept as it was. */
export function EarlierAssessments({ made }: { made: readonly AssessmentView[] }) {
  const text = useText()
  const format = useFormat()
  return (
    <details className="k-why">
      <summary>{text('assess.earlier', { n: made.length })}</summary>
      <div className="k-why-body">
        {made.map((one) => (
          <details className="k-why" key={one.id}>
            <summary>
              {format.day(one.onDay as Day)}: {text(`assess.result.${one.result}`, { level: one.level ?? '' })}
            </summary>
            <div className="k-why-body">
              <GlassBox made={one} />
            </div>
          </details>
        ))}
      </div>
    </details>
  )
}
