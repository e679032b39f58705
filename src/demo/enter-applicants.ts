import { addDays, day } from '../kernel/day.ts'
import { completeOrganisationNumber } from '../kernel/organisation-number.ts'
import {
  type ApplicationContent,
  beginApplication,
  decideTerms,
  draftTerms,
  saveDraft,
  sendApplication,
} from '../modules/admission/index.ts'
import { addAccount, addOrganisation } from '../platform/staff.ts'
import { stockDay } from '../simulation/course.ts'
import { areas, marketDay } from '../simulation/market.ts'
import { demoApplicants, demoRequirements } from './applicants.data.ts'
import { actorOf, type Cast, type Moment, must, type Stage } from './house.ts'

const published: Moment = { on: day('2022-09-01'), at: '09:00' }
const applied: Moment = { on: addDays(stockDay, -12), at: '09:00' }

/** Tender terms that are open, and organisations that want to be providers: one has applied, one is still writing. */
export async function enterApplicants(stage: Stage, cast: Cast): Promise<void> {
  const { id: termsId } = await must(stage, published, {
    actor: cast.overseer,
    operation: 'draftTerms',
    body: (context) =>
      draftTerms(context, {
        titleSv: 'Rusta och matcha i Göteborgsregionen',
        titleEn: 'Rusta och matcha in the Gothenburg region',
        requirements: demoRequirements,
        areas: areas.map(({ code, priceModelB }) => ({ code, priceModel: priceModelB })),
        applyFrom: published.on,
        applyLastDay: null,
        contractFrom: marketDay,
        contractLastDay: null,
        appealSv: 'Beslutet kan överprövas av förvaltningsrätten. Text läggs in av myndigheten.',
        appealEn: 'The decision can be reviewed by the administrative court. The authority enters the text.',
      }),
  })
  await must(stage, published, {
    actor: cast.administrator,
    operation: 'decideTerms',
    body: (context) => decideTerms(context, { termsId, outcome: 'published', reason: null }),
  })
  for (const applicant of demoApplicants) await enterApplicant(stage, termsId, applicant)
}

async function enterApplicant(
  stage: Stage,
  termsId: string,
  { name, nineDigits, coordinator, sent }: (typeof demoApplicants)[number],
): Promise<void> {
  const organisationNumber = completeOrganisationNumber(nineDigits)
  const organisationId = await must(stage, applied, {
    operation: 'addOrganisation',
    body: (context) => addOrganisation(context, { kind: 'provider', name, organisationNumber }),
  })
  const userId = await must(stage, applied, {
    operation: 'addAccount',
    body: (context) =>
      addAccount(context, {
        subject: `staff|coordinator|${coordinator.toLowerCase().replaceAll(' ', '.')}`,
        name: coordinator,
        duties: [{ role: 'coordinator', organisationId, officeId: null, from: published.on }],
      }),
  })
  const actor = actorOf(userId, 'coordinator', { organisationId, name: coordinator })
  const begun = await must(stage, applied, {
    actor,
    operation: 'beginApplication',
    body: (context) => beginApplication(context, { termsId }),
  })
  const applicationId = begun.id
  const content = contentOf(organisationNumber)
  const written = sent
    ? content
    : { ...content, addresses: [], references: { ...content.references, matching: unwritten } }
  await must(stage, applied, {
    actor,
    operation: 'saveDraft',
    body: (context) => saveDraft(context, { applicationId, basedOn: begun.draftId, content: written }),
  })
  if (!sent) return
  await must(stage, applied, {
    actor,
    operation: 'sendApplication',
    body: (context) => sendApplication(context, { applicationId }),
  })
}

const unwritten = { client: '', from: '', lastDay: '', participants: null, contact: '', description: '' }

function contentOf(organisationNumber: string): ApplicationContent {
  return {
    organisationNumber,
    areas: ['GR-C'],
    references: {
      preparing: {
        client: 'Exempelkommunen, arbetsmarknadsenheten',
        from: '2020-02-01',
        lastDay: '2022-06-30',
        participants: 85,
        contact: 'Eva Exempel, 070-1740601',
        description: 'Förberedde deltagare för arbete: kartläggning, planering och möten varje vecka.',
      },
      matching: {
        client: 'Exempelbemanning i Väst AB',
        from: '2021-03-01',
        lastDay: '',
        participants: 40,
        contact: 'Per Prov, 070-1740602',
        description: 'Matchade arbetssökande till lediga jobb i lager och omsorg.',
      },
    },
    credit: { onDay: '2022-09-10', rating: 58, remarks: false, otherProof: '' },
    advisers: [
      {
        name: 'Hanna Provsson',
        fullTimePercent: 100,
        yearsOfExperience: 6,
        competence: 'Studie- och yrkesvägledare',
        languages: ['sv', 'ar'],
        address: 0,
      },
    ],
    addresses: [
      {
        areaCode: 'GR-C',
        street: 'Exempelgatan 42',
        postcode: '411 01',
        locality: 'Göteborg',
        municipalityCode: '1480',
        lat: null,
        lon: null,
        languages: ['sv', 'ar'],
        orientations: ['all'],
        presentation: 'Vi möter dig varje vecka och känner arbetsgivarna i området.',
        landlord: 'Exempelfastigheter AB',
        leaseFrom: '2022-01-01',
        leaseLastDay: '',
        accessibilityBy: 'Tillgänglighetsprov AB',
        accessibilityOn: '2022-05-05',
        declaredBy: 'Lina Ahlgren',
        declaredOn: '2022-09-15',
      },
    ],
  }
}
