import { day } from '../kernel/day.ts'

const from = day('2022-01-01')

/** Invented tender terms; how they can be appealed is the authority's to say. */
export const demoRequirements = [
  {
    code: 'organisation-number',
    topic: 'organisation',
    kind: 'machine',
    sv: 'Sökanden är en juridisk person med svenskt organisationsnummer.',
    en: 'The applicant is a legal person with a Swedish organisation number.',
    evidenceSv: '',
    evidenceEn: '',
    from,
    lastDay: null,
  },
  {
    code: 'references',
    topic: 'references',
    kind: 'judged',
    sv: 'Sökanden visar två referensuppdrag: ett rustande och ett matchande.',
    en: 'The applicant shows two reference assignments: one preparing and one matching.',
    evidenceSv: 'Uppdragsgivare, tid, volym, kontaktperson och vad som gjordes.',
    evidenceEn: 'Client, period, volume, contact and what was done.',
    from,
    lastDay: null,
  },
  {
    code: 'financial-capacity',
    topic: 'credit',
    kind: 'judged',
    sv: 'Sökanden har ekonomisk förmåga att ge tjänsten.',
    en: 'The applicant has the financial capacity to give the service.',
    evidenceSv: 'Kreditupplysning, eller intyg av auktoriserad revisor.',
    evidenceEn: 'Credit check, or a certificate by an authorised auditor.',
    from,
    lastDay: null,
  },
  {
    code: 'adviser-competence',
    topic: 'competence',
    kind: 'judged',
    sv: 'Handledarna har utbildning eller erfarenhet för uppdraget.',
    en: 'The advisers have education or experience for the assignment.',
    evidenceSv: 'Namn, utbildning, erfarenhet, språk och andel av heltid.',
    evidenceEn: 'Name, education, experience, languages and share of full time.',
    from,
    lastDay: null,
  },
  {
    code: 'premises',
    topic: 'lease',
    kind: 'judged',
    sv: 'Sökanden har lokaler i varje leveransområde.',
    en: 'The applicant has premises in every delivery area.',
    evidenceSv: 'Hyresavtal för varje adress.',
    evidenceEn: 'A lease for each address.',
    from,
    lastDay: null,
  },
  {
    code: 'accessibility',
    topic: 'accessibility',
    kind: 'judged',
    sv: 'Lokalerna är tillgängliga för personer med funktionsnedsättning.',
    en: 'The premises are accessible to people with disability.',
    evidenceSv: 'Intyg om tillgänglighet för varje adress.',
    evidenceEn: 'A certificate of accessibility for each address.',
    from,
    lastDay: null,
  },
] as const

/** Organisations that are no providers yet, with who signs in for them. */
export const demoApplicants = [
  { name: 'Vägen vidare Väst AB', nineDigits: '559900101', coordinator: 'Lina Ahlgren', sent: true },
  { name: 'Steget Arbete AB', nineDigits: '559900102', coordinator: 'Mikael Sand', sent: false },
] as const
