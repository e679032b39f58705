import { day } from '../../kernel/day.ts'
import { completeOrganisationNumber, formatOrganisationNumber } from '../../kernel/organisation-number.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import { addDocument } from './add-document.ts'
import { beginApplication, saveDraft, sendApplication } from './apply.ts'
import type { ApplicationForm } from './contract.ts'
import type { Requirement, TenderTerms } from './domain/index.ts'
import { decideTerms, draftTerms } from './publish-terms.ts'
import { findApplication } from './store.ts'

/** The number of an invented company. */
export const testNumber = formatOrganisationNumber(completeOrganisationNumber('556900001'))

/** A requirement in force since 2022; judged by people unless said. */
export function aRequirement(code: string, change: Partial<Requirement> = {}): Requirement {
  return {
    code,
    topic: 'references',
    kind: 'judged',
    sv: 'Två referensuppdrag.',
    en: 'Two reference assignments.',
    evidenceSv: 'Uppdrag, tid och kontakt.',
    evidenceEn: 'Assignment, time and contact.',
    from: day('2022-01-01'),
    lastDay: null,
    ...change,
  }
}

/** Terms for Gothenburg and Skövde with one requirement of each scope. */
export function someTerms(change: Partial<TenderTerms> = {}): TenderTerms {
  return {
    titleSv: 'Rusta och matcha, höst 2022',
    titleEn: 'Rusta och matcha, autumn 2022',
    requirements: [
      aRequirement('organisation', { topic: 'organisation', kind: 'machine' }),
      aRequirement('references'),
      aRequirement('lease', { topic: 'lease' }),
    ],
    areas: [
      { code: 'FA15', priceModel: '1' },
      { code: 'FA14', priceModel: '2' },
    ],
    applyFrom: day('2022-01-01'),
    applyLastDay: day('2022-12-31'),
    contractFrom: day('2022-06-01'),
    contractLastDay: day('2024-05-31'),
    appealSv: 'Ansök om rättelse hos förvaltningsrätten.',
    appealEn: 'Apply for correction at the administrative court.',
    ...change,
  }
}

/** A whole application for the area of Gothenburg that the check finds nothing wrong with in October 2022. */
export function anApplication(change: Partial<ApplicationForm> = {}): ApplicationForm {
  const reference = {
    client: 'Provkommunen',
    from: '2020-01-01',
    lastDay: '2022-03-31',
    participants: 60,
    contact: 'Eva Exempel, 070-1740601',
    description: 'Vi mötte deltagarna varje vecka.',
  }
  return {
    organisationNumber: testNumber,
    areas: ['FA15'],
    references: { preparing: reference, matching: { ...reference, client: 'Provbolaget', lastDay: '' } },
    credit: { onDay: '2022-09-15', rating: 62, remarks: false, otherProof: '' },
    advisers: [
      {
        name: 'Hanna Handledare',
        fullTimePercent: 80,
        yearsOfExperience: 4,
        competence: 'Socionom',
        languages: ['sv', 'ar'],
        address: 0,
      },
    ],
    addresses: [anAddress()],
    ...change,
  }
}

/** An address in Mölndal for the area of Gothenburg. */
export function anAddress(
  change: Partial<ApplicationForm['addresses'][number]> = {},
): ApplicationForm['addresses'][number] {
  return {
    areaCode: 'FA15',
    street: 'Exempelgatan 1',
    postcode: '431 30',
    locality: 'Mölndal',
    municipalityCode: '1481',
    lat: null,
    lon: null,
    languages: ['sv', 'ar'],
    orientations: ['all'],
    presentation: 'Vi hjälper dig hela vägen.',
    landlord: 'Provfastigheter AB',
    leaseFrom: '2022-01-01',
    leaseLastDay: '',
    accessibilityBy: 'Tillgänglighetsprov AB',
    accessibilityOn: '2022-08-01',
    declaredBy: 'Camilla Prov',
    declaredOn: '2022-09-01',
    ...change,
  }
}

/** A coordinator of an organisation that is no provider yet. */
export async function anApplicant(
  world: TestWorld,
  name = 'Sökande AB',
  number: string | null = testNumber,
): Promise<Actor> {
  const organisationId = await world.anOrganisation('provider', name)
  await world.rows('update platform.organisation set organisation_number = $1 where id = $2', [number, organisationId])
  return world.anActor('coordinator', { organisationId, officeId: null, name: `Samordnare ${name}` })
}

/** Terms that one overseer drafted and another published. */
export async function publishedTerms(world: TestWorld, second: Actor, terms = someTerms()): Promise<string> {
  const { id: termsId } = await world.must(world.overseer, (context) => draftTerms(context, terms))
  await world.must(second, (context) => decideTerms(context, { termsId, outcome: 'published', reason: null }))
  return termsId
}

/** A draft with everything written, saved and not yet sent. */
export async function aSavedDraft(
  world: TestWorld,
  applicant: Actor,
  { termsId, content = anApplication() }: { termsId: string; content?: ApplicationForm },
): Promise<string> {
  const { id: applicationId } = await world.must(applicant, (context) => beginApplication(context, { termsId }))
  await world.must(applicant, async (context) => {
    const found = await findApplication(context, applicationId)
    return saveDraft(context, { applicationId, basedOn: found?.draftId ?? '', content })
  })
  return applicationId
}

/** Keys of one admission that waits in every step. */
export interface AdmissionKeys {
  readonly termsId: string
  readonly applicationId: string
  readonly documentId: string
}

/** An application that a provider's coordinator has sent on the world's today, under terms published for it. */
export async function someAdmission(world: TestWorld, coordinator: Actor, second: Actor): Promise<AdmissionKeys> {
  const { today } = world
  const termsId = await publishedTerms(world, second, someTerms({ applyFrom: today, applyLastDay: null }))
  const { credit, addresses } = anApplication()
  const [own] = await world.rows<{ number: string | null }>(
    'select organisation_number as number from platform.organisation where id = $1',
    [coordinator.organisationId],
  )
  const content = anApplication({
    organisationNumber: own?.number ?? testNumber,
    credit: { ...credit, onDay: today },
    addresses: addresses.map((one) => ({ ...one, accessibilityOn: today, declaredOn: today })),
  })
  const applicationId = await aSavedDraft(world, coordinator, { termsId, content })
  const file = { name: 'hyresavtal.pdf', bytes: Buffer.from(`%PDF-1.4 ${applicationId}`) }
  const { documentId } = await world.must(coordinator, (context) =>
    addDocument(context, { applicationId, topic: 'lease', file }),
  )
  await world.must(coordinator, (context) => sendApplication(context, { applicationId }))
  return { termsId, applicationId, documentId }
}
