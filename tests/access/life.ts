import { addDays, type Day, day, month } from '../../src/kernel/day.ts'
import type { CaseId, PersonId } from '../../src/kernel/ids.ts'
import { instant } from '../../src/kernel/instant.ts'
import { testPersonNumber } from '../../src/kernel/person-number.ts'
import { askForReview, assessPerson } from '../../src/modules/assessment/index.ts'
import { decideParallelMeasure, decideReferral, holdPlanningTalk } from '../../src/modules/decision/index.ts'
import {
  answerPlan,
  confirmLog,
  decidePlan,
  decideReport,
  draftCaseReport,
  enterWaiver,
  giveInformativeReport,
  logActivity,
  logEmployerContact,
  planMeeting,
  proposePlan,
  recordAttendance,
  recordCaseWaiver,
  recordMapping,
  reportDeviation,
  signReports,
} from '../../src/modules/delivery/index.ts'
import { askQuestion } from '../../src/modules/dialogue/index.ts'
import { chooseProvider, nameAdviser } from '../../src/modules/market/index.ts'
import { addEvidence, claimOutcome, signalOutcome } from '../../src/modules/outcomes/index.ts'
import { fileComplaint } from '../../src/modules/oversight/index.ts'
import { type PersonDetails, registerPerson } from '../../src/modules/registration/index.ts'
import { importVacancies, suggestVacancy } from '../../src/modules/vacancies/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/new-id.ts'
import { systemActor, type TestWorld } from '../../src/platform/testing.ts'
import type { JourneyProvider } from '../journeys/world.ts'
import { theSessions } from './sessions.ts'

/** The days that every life goes through; the house of the test stands on the last one. */
export const lifeDays = {
  registered: day('2021-09-01'),
  planned: day('2021-09-20'),
  logged: day('2021-09-24'),
  reported: day('2021-10-01'),
  claimed: day('2022-02-21'),
  today: day('2022-03-11'),
} as const

/** Whom a life is about and who acts in it. */
export interface LifeParts {
  readonly provider: JourneyProvider
  readonly caseworker: Actor
  readonly details?: Partial<PersonDetails>
}

/** One participant's case with one of everything that has a key of its own. */
export interface Life {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly jobseeker: Actor
  readonly provider: JourneyProvider
  readonly planId: string
  readonly measureId: string
  readonly caseWaiverId: string
  readonly informativeId: string
  readonly finalReportId: string
  readonly meetingId: string
  readonly sessionId: string
  /** An absence from a session that nobody has reported yet. */
  readonly subjectId: string
  readonly attendanceId: string
  readonly entryId: string
  readonly confirmationId: string
  readonly deviationId: string
  readonly contactId: string
  readonly reportId: string
  readonly claimId: string
  readonly evidenceId: string
  readonly suggestionId: string
  readonly letterId: string
  readonly placementId: string
  readonly versionId: string
  readonly reviewId: string
  readonly questionId: string
  readonly complaintId: string
  readonly waiverId: string
}

/** An advertisement that stands open through every life. */
export const someAd = {
  id: '20000001',
  headline: 'Lagerarbetare till Lagret',
  employer: { name: 'Exempellagret' },
  occupation_group: { legacy_ams_taxonomy_id: '5120' },
  workplace_address: { municipality_code: '1480' },
  publication_date: '2021-08-02T08:00:00',
  application_deadline: '2022-12-31T23:59:59',
}

const texts = { needs: 'Behöver kontakter.', strengths: 'Van vid lager.', obstacles: '', language: '', health: '' }
const plan = {
  goals: 'Arbete i lager.',
  activities: [
    { code: 'practical-support', hoursPerWeek: 4, mode: 'physical' as const },
    { code: 'own-work', hoursPerWeek: 36, mode: 'remote' as const },
  ],
}

/** Entered by an administrator of its own, so that another may decide. */
const someWaiver = {
  rule: 'telephone-meeting',
  areaCode: null,
  firstDay: day('2021-10-01'),
  lastDay: day('2021-10-31'),
  decision: 'Prov 2021/1',
} as const

/** Beside the service, for a few days late in it. */
const someMeasure = {
  kind: 'validation',
  actor: 'Provskolan',
  firstDay: day('2022-03-07'),
  lastDay: day('2022-03-13'),
  fullTime: false,
  hoursPerWeek: 8,
  reason: 'Behöver styrka sitt kunnande.',
} as const

let serial = 0

/** A made-up person whom the tool refers at level C on the first day of a life. */
export function lifeDetails(details: Partial<PersonDetails> = {}): PersonDetails {
  serial += 1
  return {
    identityNumber: testPersonNumber(addDays(day('1980-05-05'), serial), 981),
    givenName: 'Prova',
    familyName: `Livsson ${serial}`,
    street: 'Provvägen 1',
    postcode: '41101',
    locality: 'Göteborg',
    municipalityCode: '1480',
    birthRegion: 'europe',
    education: 'compulsory',
    educationCompleted: true,
    disability: false,
    programme: 'JOB',
    registeredFrom: day('2019-09-01'),
    registeredDays10y: 1200,
    ssyk: ['5120'],
    wantedExtentPercent: 100,
    language: 'sv',
    interpreter: false,
    email: `prova${serial}@example.com`,
    ...details,
  }
}

/** Registered, told and assessed on the world's today; referred too when said. */
export async function aBeginning(
  world: TestWorld,
  { caseworker, details }: Omit<LifeParts, 'provider'>,
  { referred = true } = {},
): Promise<{ caseId: CaseId; personId: PersonId; jobseeker: Actor }> {
  const given = lifeDetails(details)
  const user = await world.anActor('jobseeker', { name: `${given.givenName} ${given.familyName}` })
  const { caseId, personId } = await world.must(caseworker, (context) =>
    registerPerson(context, {
      details: given,
      channel: 'office',
      userId: user.userId ?? undefined,
      toldAboutProfiling: true,
    }),
  )
  await world.must(caseworker, (context) => assessPerson(context, { caseId, reason: 'Första bedömningen' }))
  if (referred) {
    const talk = { heldOn: world.today, mode: 'meeting', available: 'yes', notes: 'Vill arbeta i lager.' } as const
    await world.must(caseworker, (context) => holdPlanningTalk(context, { caseId, ...talk }))
    await world.must(caseworker, (context) => decideReferral(context, { caseId, reason: 'Behöver stöd' }))
  }
  return { caseId, personId, jobseeker: { ...user, personId } }
}

/** A whole life up to a claim that waits for verification, played through the use cases on the days of `lifeDays`. */
export async function aLife(world: TestWorld, parts: LifeParts): Promise<Life> {
  world.today = lifeDays.registered
  const { provider, caseworker } = parts
  const begun = await aBeginning(world, parts)
  const { caseId, jobseeker } = begun
  const { contractId, addressId, adviser } = provider
  const placed = await world.must(jobseeker, (context) => chooseProvider(context, { caseId, contractId, addressId }))
  if ((parts.details?.protection ?? 'none') !== 'none' && adviser.userId !== null) {
    const userId = adviser.userId
    await world.must(caseworker, (context) => nameAdviser(context, { caseId, userId }))
  }
  const { id: waiverId } = await world.must(await world.anActor('administrator'), (context) =>
    enterWaiver(context, someWaiver),
  )
  const { reviewId } = await world.must(jobseeker, (context) => askForReview(context, { caseId, why: 'Stämmer det?' }))
  const served = await aService(world, { ...begun, provider, caseworker })
  const talked = await aDialogue(world, begun)
  const proved = await anOutcome(world, { caseId, provider })
  await aNearestLog(world, begun)
  world.today = lifeDays.today
  const [keys] = await world.rows<{ letterId: string; versionId: string }>(
    `select (select id from platform.letter where case_id = $1 limit 1) as "letterId",
            (select id from registration.person_version v where person_id = $2 and not exists (
              select 1 from registration.person_version n where n.replaces = v.id)) as "versionId"`,
    [caseId, begun.personId],
  )
  if (keys === undefined) throw new Error('a life has a letter and a version')
  return {
    ...begun,
    ...served,
    ...talked,
    ...proved,
    ...keys,
    reviewId,
    waiverId,
    placementId: placed.placementId,
    provider,
  }
}

type Begun = { caseId: CaseId; personId: PersonId; jobseeker: Actor; provider: JourneyProvider; caseworker: Actor }

async function aService(world: TestWorld, life: Begun) {
  const { caseId, jobseeker, caseworker } = life
  const { adviser } = life.provider
  world.today = lifeDays.planned
  await world.must(adviser, (context) => recordMapping(context, { caseId, ...texts, wantedWork: 'Lager' }))
  const { id: planId } = await world.must(adviser, (context) => proposePlan(context, { caseId, ...plan }))
  await world.must(jobseeker, (context) => answerPlan(context, { planId, answer: 'agreed' }))
  await world.must(caseworker, (context) => decidePlan(context, { planId, outcome: 'approved', why: 'Bra plan.' }))
  const measure = { caseId, ...someMeasure }
  const { measureId } = await world.must(caseworker, (context) => decideParallelMeasure(context, measure))
  const startsAt = instant('2021-09-21T08:00:00.000Z')
  const meeting = { caseId, startsAt, minutes: 45, mode: 'physical' } as const
  const { id: meetingId } = await world.must(adviser, (context) => planMeeting(context, meeting))
  world.today = lifeDays.logged
  const { id: attendanceId } = await world.must(adviser, (context) =>
    recordAttendance(context, { meetingId, came: 'yes', tookPlace: true }),
  )
  const activity = { code: 'practical-support', hours: 2.5, mode: 'physical', withWhom: 'adviser' } as const
  const { id: entryId } = await world.must(adviser, (context) =>
    logActivity(context, { caseId, onDay: day('2021-09-22'), ...activity }),
  )
  await world.must(jobseeker, (context) =>
    confirmLog(context, { caseId, items: [{ kind: 'activity', id: entryId, answer: 'disputed', comment: 'Nej.' }] }),
  )
  const { id: deviationId } = await world.must(adviser, (context) =>
    reportDeviation(context, { caseId, kind: 'absence', firstDay: day('2021-09-23'), reason: 'sick' }),
  )
  const contact = { kind: 'visit', employer: 'Lagret AB', result: 'vacancy', caseIds: [caseId] } as const
  const { id: contactId } = await world.must(adviser, (context) => logEmployerContact(context, contact))
  const [dispute] = await world.rows<{ id: string }>('select id from delivery.confirmation where case_id = $1', [
    caseId,
  ])
  const sessions = await theSessions(world, { caseId, adviser }, lifeDays)
  const reportId = await aReport(world, life)
  const confirmationId = dispute?.id ?? ''
  const logged = { attendanceId, entryId, deviationId, contactId, confirmationId }
  return { ...(await aDesk(world, life)), planId, measureId, meetingId, ...sessions, ...logged, reportId }
}

/** What the caseworker's desk has of its own: an exception of the participant, and a need that the provider has told of. */
async function aDesk(world: TestWorld, { caseId, provider, caseworker }: Begun) {
  const days = { firstDay: day('2022-03-07'), lastDay: day('2022-03-13') }
  const { id: caseWaiverId } = await world.must(caseworker, (context) =>
    recordCaseWaiver(context, { caseId, rule: 'telephone-meeting', ...days, why: 'Kan inte resa den veckan.' }),
  )
  const { id: informativeId } = await world.must(provider.adviser, (context) =>
    giveInformativeReport(context, { caseId, need: 'aid', words: 'Behöver en anpassad stol.' }),
  )
  return { caseWaiverId, informativeId, finalReportId: await aFinalReport(world, caseId) }
}

/** A fact by itself, of no spell of the life's: that one goes on. */
async function aFinalReport(world: TestWorld, caseId: CaseId): Promise<string> {
  const id = newId<string>()
  await world.rows(
    `insert into delivery.final_report (id, case_id, person_id, placement_id, provider_id, occupation, done, progress, next_step, due_on, on_day, recorded_at)
     select $2, case_id, person_id, $3::uuid, provider_id, 'work', '[]', 'Framsteg', 'Arbete', first_day, first_day, recorded_at
       from market.v_placement where case_id = $1 limit 1`,
    [caseId, id, newId<string>()],
  )
  return id
}

async function aReport(world: TestWorld, { caseId, provider, caseworker }: Begun): Promise<string> {
  world.today = lifeDays.reported
  const { reportId } = await world.must(provider.adviser, (context) =>
    draftCaseReport(context, { caseId, month: month('2021-09') }),
  )
  await world.must(provider.adviser, (context) => signReports(context, { reportIds: [reportId] }))
  await world.must(caseworker, (context) => decideReport(context, { reportId, outcome: 'approved', why: 'Stämmer.' }))
  return reportId
}

async function anOutcome(world: TestWorld, { caseId, provider }: { caseId: CaseId; provider: JourneyProvider }) {
  const { adviser } = provider
  world.today = lifeDays.claimed
  const work = { kind: 'work', firstDay: day('2021-10-18'), employer: 'Lagret AB' } as const
  await world.must(adviser, (context) => signalOutcome(context, { caseId, ...work }))
  const { claimId } = await world.must(adviser, (context) => claimOutcome(context, { caseId, ...work, lastDay: null }))
  const { evidenceId } = await world.must(adviser, (context) =>
    addEvidence(context, { claimId, file: { name: 'intyg.pdf', bytes: Buffer.from(`%PDF-1.4 ${claimId}`) } }),
  )
  await world.must(systemActor, (context) =>
    importVacancies(context, { name: 'annonser.json', text: JSON.stringify([someAd]) }),
  )
  const { suggestionId } = await world.must(adviser, (context) => suggestVacancy(context, { caseId, adId: someAd.id }))
  return { claimId, evidenceId, suggestionId }
}

/** A question to the employment service and a complaint, both still to be answered. */
async function aDialogue(world: TestWorld, { caseId, jobseeker }: { caseId: CaseId; jobseeker: Actor }) {
  const { questionId } = await world.must(jobseeker, (context) =>
    askQuestion(context, { caseId, words: 'Hur gör jag?' }),
  )
  const complaint = { caseId, about: 'provider', words: 'Mötena blir inte av.', anonymous: true } as const
  const { complaintId } = await world.must(jobseeker, (context) => fileComplaint(context, complaint))
  return { questionId, complaintId }
}

/** As if the nearest-provider rule had been asked, so that its page has something to show. */
async function aNearestLog(world: TestWorld, { caseId, personId }: { caseId: CaseId; personId: PersonId }) {
  await world.rows(
    `insert into market.nearest_log (case_id, person_id, window_id, on_day, home_approximate, recorded_at)
     select case_id, person_id, id, $3::date, false, $3::date from market.choice_window where case_id = $1 and person_id = $2`,
    [caseId, personId, lifeDays.registered satisfies Day],
  )
}
