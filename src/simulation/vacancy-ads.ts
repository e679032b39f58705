import { addDays, type Day } from '../kernel/day.ts'
import { type Random, seeded } from '../kernel/random.ts'
import { type Municipality, municipalities, occupationsLevel4 } from '../rules/reference/index.ts'

const trades = [
  'Bageriet',
  'Lagret',
  'Verkstaden',
  'Kontoret',
  'Köket',
  'Gården',
  'Byggplatsen',
  'Vårdhemmet',
  'Butiken',
  'Skolan',
]
const hours = [
  { concept_id: '6YE1_gAC_R2G', label: 'Heltid', min: 100, max: 100 },
  { concept_id: '6YE1_gAC_R2G', label: 'Heltid', min: 100, max: 100 },
  { concept_id: '947z_JGS_Uk2', label: 'Deltid', min: 50, max: 75 },
  { concept_id: '947z_JGS_Uk2', label: 'Deltid', min: 75, max: 100 },
] as const
const asked = [null, null, null, 'Svenska', 'Engelska', 'Arabiska', 'Finska'] as const

const groups = occupationsLevel4()

/** Larger municipalities have more vacancies: the shares fall as the seats of a ranked list do. */
const places = municipalities().map(
  (one) => [one, one.skrGroup === 'A1' ? 60 : one.skrGroup.startsWith('B') ? 6 : 2] as const,
)

const nobody = { phone_number: null, email: null, url: null }
const noWishes = { skills: [], languages: [], work_experiences: [], education: [], education_level: [] }

/** Invented advertisements with all the fields of JobTech's JobSearch, drawn from the seed; no employer in them exists. */
export function* vacancyAds(count: number, seed: number, today: Day): Generator<Record<string, unknown>> {
  const random = seeded(`vacancies ${seed}`)
  for (let number = 1; number <= count; number += 1) yield adOf(random, 20_000_000 + seed * 1_000_000 + number, today)
}

function adOf(random: Random, number: number, today: Day): Record<string, unknown> {
  const group = random.pick(groups)
  const place = random.weighted(places)
  const published = addDays(today, -random.int(30))
  const deadline = addDays(published, 10 + random.int(50))
  const workplace = `${random.pick(trades)} ${1 + random.int(400)}`
  const says = `Vi söker dig som vill arbeta som ${group.name.toLowerCase()} i ${place.name}. Påhittad annons.`
  return {
    id: String(number),
    external_id: null,
    original_id: null,
    label: null,
    webpage_url: null,
    logo_url: null,
    headline: `${group.name} till ${workplace}`,
    application_deadline: `${deadline}T23:59:59`,
    number_of_vacancies: 1 + random.int(3),
    description: {
      text: says,
      text_formatted: null,
      company_information: null,
      needs: null,
      requirements: null,
      conditions: null,
    },
    employment_type: { concept_id: 'PFZr_Syz_cUq', label: 'Vanlig anställning', legacy_ams_taxonomy_id: '1' },
    salary_type: { concept_id: 'oG8G_9cW_nRf', label: 'Fast månads- vecko- eller timlön', legacy_ams_taxonomy_id: '1' },
    salary_description: null,
    duration: { concept_id: 'a7uU_j21_mkL', label: 'Tills vidare', legacy_ams_taxonomy_id: '1' },
    access: null,
    employer: { ...nobody, organization_number: null, name: `Exempel${workplace.toLowerCase()}`, workplace },
    application_details: {
      information: null,
      reference: null,
      email: null,
      via_af: false,
      url: `https://example.org/jobb/${number}`,
      other: null,
    },
    occupation: { concept_id: null, label: group.name, legacy_ams_taxonomy_id: null },
    occupation_group: { concept_id: group.conceptId, label: group.name, legacy_ams_taxonomy_id: group.code },
    occupation_field: { concept_id: null, label: null, legacy_ams_taxonomy_id: null },
    workplace_address: addressOf(random, place),
    nice_to_have: noWishes,
    application_contacts: [],
    publication_date: `${published}T08:00:00`,
    last_publication_date: `${deadline}T23:59:59`,
    removed: false,
    removed_date: null,
    source_type: 'VIA_ANNONSERA',
    timestamp: 1_660_000_000_000 + number,
    ...demands(random),
  }
}

/** Hours, experience, licence and languages that the job asks for. */
function demands(random: Random): Record<string, unknown> {
  const { min, max, ...kind } = random.pick(hours)
  const language = random.pick(asked)
  const licence = random.next() < 0.2
  const languages =
    language === null ? [] : [{ weight: 10, concept_id: null, label: language, legacy_ams_taxonomy_id: null }]
  return {
    working_hours_type: { ...kind, legacy_ams_taxonomy_id: null },
    scope_of_work: { min, max },
    experience_required: random.next() < 0.5,
    access_to_own_car: false,
    driving_license_required: licence,
    driving_license: licence ? [{ concept_id: 'VTK8_WRx_GcM', legacy_ams_taxonomy_id: '3', label: 'B' }] : null,
    must_have: { ...noWishes, languages },
  }
}

/** Near the seat, or without a point as one advertisement in three is. */
function addressOf(random: Random, place: Municipality): Record<string, unknown> {
  const [lon, lat] = [place.seat.lon + 0.1 * random.normal(), place.seat.lat + 0.05 * random.normal()]
  return {
    municipality: place.name,
    municipality_code: place.code,
    municipality_concept_id: null,
    region: place.county,
    region_code: place.countyCode,
    region_concept_id: null,
    country: 'Sverige',
    country_code: '199',
    country_concept_id: 'i46j_HmG_v64',
    street_address: null,
    postcode: null,
    city: place.name,
    coordinates: random.next() < 0.7 ? [round(lon), round(lat)] : null,
  }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
