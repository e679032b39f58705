import type { CatalogueEntry } from '../../../../src/modules/market/contract.ts'
import { nameIn, useLanguages } from '../../api/reference.ts'
import { useFormat } from '../../language/use-format.ts'
import { useText } from './texts.ts'

type FromHome = Pick<CatalogueEntry, 'distanceKm' | 'travel'>
/** Without what is measured from a home on a provider's own page. */
export type ProviderEntry = Omit<CatalogueEntry, keyof FromHome> & Partial<FromHome>

/** The same facts for every provider, in the reader's words; never anything about payment (programme 4.4). */
export function useProviderFacts() {
  const text = useText()
  const format = useFormat()
  const languages = useLanguages()
  return {
    distance: ({ distanceKm }: ProviderEntry): string | null =>
      distanceKm === null || distanceKm === undefined
        ? null
        : text('choose.distance', { km: format.number(distanceKm) }),
    address: ({ street, postcode, locality }: ProviderEntry) => (
      <bdi>
        {street}, {postcode === null ? '' : `${postcode.slice(0, 3)} ${postcode.slice(3)} `}
        {locality}
      </bdi>
    ),
    languages: (entry: ProviderEntry): string =>
      entry.languages.map((code) => nameIn(languages.data, code)).join(text('comma')) || '–',
    orientations: (entry: ProviderEntry): string =>
      entry.orientations
        .map((code) => {
          const key = `orientation.${code}`
          return text.knows(key) ? text(key) : code
        })
        .join(text('comma')) || '–',
    way: ({ travel }: ProviderEntry): string | null => {
      if (travel === null || travel === undefined) return null
      const { km, walkMinutes, cycleMinutes } = travel
      if (cycleMinutes === null) return text('choose.way-far', { km: format.number(km) })
      const ride = text('choose.way-cycle', { n: cycleMinutes })
      return walkMinutes === null ? ride : [text('choose.way-walk', { n: walkMinutes }), ride].join(text('comma'))
    },
    participants: ({ participants }: ProviderEntry): string =>
      participants === null ? text('choose.participants-few') : format.number(participants),
    employerContacts: ({ employerContacts }: ProviderEntry): string => format.number(employerContacts),
    places: ({ openPlaces }: ProviderEntry): string =>
      openPlaces === null ? text('choose.places-free') : text('choose.places-left', { n: openPlaces }),
  }
}
