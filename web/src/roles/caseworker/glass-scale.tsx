import type { AssessmentView } from '../../../../src/modules/assessment/contract.ts'
import { factsOf } from '../../language/language.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useFormat } from '../../language/use-format.ts'
import { type CutPoints, nearestCut, scaleOf, type Zone, zoneOf, zonesTouched } from './glass-reading.ts'
import { GlassSection } from './glass-section.tsx'
import { useText } from './texts.ts'

const inHundred = (share: number) => Math.round(share * 100)

type Props = { made: AssessmentView; cuts: CutPoints }

/** The chance and its uncertainty in words, then both on one scale against the window's cut points. */
export function GlassScale({ made, cuts }: Props) {
  const text = useText()
  const { language } = useLanguage()
  const format = useFormat()
  const own = zoneOf(made.probability, cuts)
  const others = zonesTouched(made, cuts).filter((zone) => zone !== own)
  const nearest = nearestCut(made, cuts)
  const name = (zone: Zone) => text(`glass.zone.${zone}`)
  const list = new Intl.ListFormat(factsOf[language].format, { type: 'disjunction' })
  const range = { low: inHundred(made.low), high: inHundred(made.high) }
  return (
    <GlassSection made={made} name={text('glass.uncertainty')}>
      <p>
        {text('glass.could-be', range)}{' '}
        {others.length === 0
          ? text('glass.one-answer', { zone: name(own) })
          : text('glass.crosses', { zones: list.format(others.map(name)) })}
      </p>
      <Drawing made={made} cuts={cuts} />
      <p className="k-quiet k-small">
        {text('glass.nearest', {
          cut: format.number(nearest.at * 100),
          below: name(nearest.below),
          above: name(nearest.above),
          points: format.number(Math.abs(Math.round((nearest.at - made.probability) * 1000) / 10)),
        })}
      </p>
    </GlassSection>
  )
}

/** From 0 to the scale's end: the interval and the chance above, the zones below with their cut points. */
function Drawing({ made, cuts }: Props) {
  const text = useText()
  const format = useFormat()
  const { end, bands } = scaleOf(made, cuts)
  const at = (share: number) => `${(share / end) * 100}%`
  const said = bands
    .map(({ zone, from, to }) => {
      return text('glass.band', {
        zone: text(`glass.zone.${zone}`),
        from: format.number(from * 100),
        to: format.number((zone === 'near' ? 1 : to) * 100),
      })
    })
    .join(', ')
  return (
    <figure className="k-scale">
      <div
        role="img"
        aria-label={text('glass.scale', {
          n: inHundred(made.probability),
          low: inHundred(made.low),
          high: inHundred(made.high),
          bands: said,
        })}
      >
        <div className="k-scale-chance" aria-hidden="true">
          <span
            className="k-scale-span"
            style={{ insetInlineStart: at(made.low), inlineSize: at(made.high - made.low) }}
          />
          <span className="k-scale-at" style={{ insetInlineStart: at(made.probability) }}>
            <span>{text('glass.percent', { n: inHundred(made.probability) })}</span>
          </span>
        </div>
        <div className="k-scale-bands" aria-hidden="true">
          {bands.map(({ zone, from, to }) => (
            <span
              key={zone}
              className={`k-scale-band k-scale-${zone === zoneOf(made.probability, cuts) ? 'own' : 'other'}`}
              style={{ inlineSize: at(to - from) }}
            >
              {text(`glass.zone-short.${zone}`)}
            </span>
          ))}
        </div>
        <div className="k-scale-ticks" aria-hidden="true">
          {bands.slice(1).map(({ zone, from }) => (
            <span key={zone} style={{ insetInlineStart: at(from) }}>
              {format.number(from * 100)}
            </span>
          ))}
        </div>
      </div>
    </figure>
  )
}
