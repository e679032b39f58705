import { publisher as faRegionPublisher } from './fa-regions.data.ts'
import { publisher as languagePublisher } from './languages.data.ts'
import { publisher as municipalityPublisher } from './municipalities.data.ts'
import { publisher as occupationPublisher } from './ssyk.data.ts'

export {
  borderProvenance,
  type DeliveryArea,
  defaultDeliveryAreas,
  type FaRegion,
  faRegion,
  faRegions,
  neighbouringAreas,
  neighbouringMunicipalities,
} from './areas.ts'
export { findLanguage, type Language, language, languageName, languages } from './languages.ts'
export {
  findMunicipality,
  type Municipality,
  municipalities,
  municipality,
  type SkrGroup,
  skrGroupName,
} from './municipalities.ts'
export { type Occupation, occupations, occupationsLevel4, ssyk } from './occupations.ts'

/** Who publishes each table of facts, for the page "The rules" and the API. */
export const publishers = {
  municipalities: municipalityPublisher,
  faRegions: faRegionPublisher,
  occupations: occupationPublisher,
  languages: languagePublisher,
} as const
