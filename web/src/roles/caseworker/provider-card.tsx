import { useState } from 'react'
import type { CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import type { CaseAnswer } from '../../api/case.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { ChooseForm } from './choose-form.tsx'
import { isOrientation } from './orientations.ts'
import { useText } from './texts.ts'

type Props = { entry: CatalogueEntry; answer: CaseAnswer; what: 'choose' | 'change' | null }

/** One provider's address with the same facts as all others, in the same order. */
export function ProviderCard({ entry, answer, what }: Props) {
  const text = useText()
  const format = useFormat()
  const languages = useLanguages()
  const [open, setOpen] = useState(false)
  const full = entry.openPlaces === 0
  const place = `${entry.street}, ${entry.locality}`
  const distance =
    entry.distanceKm === null
      ? text('choice.no-distance')
      : text('choice.distance', { km: format.number(entry.distanceKm), about: entry.pointApproximate ? 'yes' : 'no' })
  return (
    <article className="k-panel k-stack" aria-label={`${entry.providerName}, ${place}`}>
      <div className="k-row k-row-apart">
        <h3>
          <bdi>{entry.providerName}</bdi>
        </h3>
        <span>{distance}</span>
      </div>
      <p>
        <bdi>{place}</bdi>
      </p>
      {entry.presentation !== '' && <p className="k-quiet">{entry.presentation}</p>}
      <Facts
        items={[
          {
            label: text('choice.languages'),
            value: entry.languages.map((code) => nameIn(languages.data, code)).join(', ') || text('choice.unsaid'),
          },
          {
            label: text('choice.orientation'),
            value: entry.orientations
              .map((code) => (isOrientation(code) ? text(`orientation.${code}`) : code))
              .join(', '),
          },
          {
            label: text('choice.places'),
            value:
              entry.openPlaces === null ? text('choice.no-cap') : text('choice.open-places', { n: entry.openPlaces }),
          },
        ]}
      />
      {what !== null && !full && !open && (
        <div className="k-row">
          <button className="k-plain-button k-framed" type="button" onClick={() => setOpen(true)}>
            {text(what === 'choose' ? 'choice.pick' : 'choice.pick-change', { provider: entry.providerName })}
          </button>
        </div>
      )}
      {what !== null && open && (
        <ChooseForm entry={entry} answer={answer} what={what} onCancel={() => setOpen(false)} />
      )}
    </article>
  )
}
