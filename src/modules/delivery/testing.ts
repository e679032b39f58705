import { type Day, day, month as monthOfText } from '../../kernel/day.ts'
import type { CaseId, PlanId, UserId } from '../../kernel/ids.ts'
import { atTime } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Subscriptions } from '../../platform/events.ts'
import { newId } from '../../platform/new-id.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { fixDecisionDates } from '../decision/index.ts'
import {
  chooseProvider,
  countContact,
  endOnInterruption,
  followProtection,
  openChoiceOnReferral,
  type Placed,
} from '../market/index.ts'
import { aProvider, aReferred, type TestParticipant, type TestProvider } from '../market/testing.ts'
import { lockCases, seedDeliveryAreas } from '../registration/index.ts'
import { decidePlan } from './decide-plan.ts'
import { reportDays } from './domain/index.ts'
import { giveFirstAdvisers } from './give-adviser.ts'
import { askForFinalReport } from './give-final-report.ts'
import { type ActivityFacts, logActivity } from './log-activity.ts'
import { proposePlan } from './propose-plan.ts'
import { type Logged, type LogMeeting, logMeeting } from './record-attendance.ts'
import { recordMapping } from './record-mapping.ts'
import { tellOfMeasure } from './tell-of-measure.ts'

/** What delivery told, the oldest first. */
export type ToldDelivery = { readonly name: string; readonly payload: unknown }

/** A provider with a coordinator and two advisers; new participants get an adviser by themselves. */
export interface Staffed extends TestProvider {
  readonly adviser: Actor
  readonly secondAdviser: Actor
}

/** A world wired as the server wires it for delivery; placed on 22 August means in service from 5 September 2022. */
export async function deliveryWorld(today = '2022-08-22'): Promise<{ world: TestWorld; told: ToldDelivery[] }> {
  const told: ToldDelivery[] = []
  const note = (name: string) => async (_context: unknown, payload: unknown) => {
    told.push({ name, payload })
  }
  const names = ['mapping-recorded', 'plan-approved', 'report-approved', 'report-not-approved']
  const subscriptions: Subscriptions = {
    'person-changed': [followProtection],
    'referral-granted': [openChoiceOnReferral],
    'service-interrupted': [endOnInterruption],
    placed: [
      (context: Context, placed: Placed) =>
        fixDecisionDates(context, { decisionId: placed.decisionId, firstDay: placed.firstDay }),
      { many: giveFirstAdvisers },
    ],
    'provider-changed': [{ many: giveFirstAdvisers }],
    'placement-ended': [askForFinalReport],
    'parallel-measure-decided': [tellOfMeasure],
    'employer-contact-logged': [countContact],
    ...Object.fromEntries(names.map((name) => [name, [note(name)]])),
  }
  const world = await testWorld({ today, subscriptions })
  await world.must(systemActor, seedDeliveryAreas)
  return { world, told }
}

export async function aStaffedProvider(world: TestWorld, name = 'Provleverantören AB'): Promise<Staffed> {
  const provider = await aProvider(world, { name })
  const at = { organisationId: provider.providerId, officeId: null }
  const adviser = await world.anActor('adviser', { ...at, name: 'Ada Handledare' })
  const secondAdviser = await world.anActor('adviser', { ...at, name: 'Bo Handledare' })
  return { ...provider, adviser, secondAdviser }
}

/** A participant placed with the provider on the world's today, with who of its staff got it. */
export async function aServed(
  world: TestWorld,
  provider: Staffed,
  details: Parameters<typeof aReferred>[1] = {},
): Promise<TestParticipant & { readonly adviser: Actor; readonly other: Actor }> {
  const participant = await aReferred(world, details)
  const { caseId } = participant
  const { contractId, addressId } = provider
  const placed = await world.must(participant.actor, (context) =>
    chooseProvider(context, { caseId, contractId, addressId }),
  )
  const rows = await world.rows<{ adviser_id: string }>(
    'select adviser_id from delivery.v_adviser where placement_id = $1',
    [placed.placementId],
  )
  const isFirst = rows[0]?.adviser_id === provider.adviser.userId
  return {
    ...participant,
    adviser: isFirst ? provider.adviser : provider.secondAdviser,
    other: isFirst ? provider.secondAdviser : provider.adviser,
  }
}

type Served = Awaited<ReturnType<typeof aServed>>

export const someMapping = {
  needs: 'Behöver hjälp att söka jobb',
  strengths: 'Van vid lagerarbete',
  obstacles: '',
  language: 'Talar somaliska, lär sig svenska',
  health: '',
  wantedWork: 'Lager',
}

/** A plan that covers 40 hours: support, language and own work. */
export const somePlan = {
  goals: 'Arbete på lager',
  activities: [
    { code: 'practical-support', hoursPerWeek: 4, mode: 'physical' as const },
    { code: 'language', hoursPerWeek: 6, mode: 'physical' as const },
    { code: 'own-work', hoursPerWeek: 30, mode: 'remote' as const },
  ],
}

/** Mapping and plan by the participant's adviser on the world's today; approved unless said. */
export async function aPlan(
  world: TestWorld,
  served: Served,
  outcome: 'approved' | 'returned' | null = 'approved',
): Promise<PlanId> {
  const { caseId, adviser } = served
  await world.must(adviser, (context) => recordMapping(context, { caseId, ...someMapping }))
  const { id } = await world.must(adviser, (context) => proposePlan(context, { caseId, ...somePlan }))
  if (outcome !== null)
    await world.must(world.caseworker, (context) => decidePlan(context, { planId: id, outcome, why: 'Prov' }))
  return id
}

/** A held meeting of 30 minutes at 09:00 on the day, physical unless said. */
export function aHeldMeeting(
  world: TestWorld,
  served: Served,
  onDay: string,
  more: Partial<LogMeeting> = {},
): Promise<Logged> {
  return world.must(served.adviser, (context) =>
    logMeeting(context, {
      caseId: served.caseId,
      startsAt: atTime(day(onDay), '09:00'),
      minutes: 30,
      mode: 'physical',
      came: 'yes',
      tookPlace: true,
      ...more,
    }),
  )
}

/** Two hours of practical support with the adviser on the day. */
export function anActivity(
  world: TestWorld,
  served: Served,
  onDay: string,
  more: Partial<ActivityFacts> = {},
): Promise<Logged> {
  return world.must(served.adviser, (context) =>
    logActivity(context, {
      caseId: served.caseId,
      code: 'practical-support',
      hours: 2,
      mode: 'physical',
      withWhom: 'adviser',
      ...more,
      onDay: day(onDay),
    }),
  )
}

/** The fact of a signed and approved report, signed on the 5th of the next month unless said; for modules that are paid by it. */
export async function anApprovedReport(
  world: TestWorld,
  participant: TestParticipant,
  provider: TestProvider,
  given: { readonly month: string; readonly decidedBy?: UserId | null; readonly signedOn?: Day },
): Promise<void> {
  const { month, decidedBy = null } = given
  const days = reportDays(monthOfText(month))
  const signedOn = given.signedOn ?? day(`${days.dueOn.slice(0, 8)}05`)
  const id = newId<string>()
  const whose = [id, participant.caseId, participant.personId, provider.providerId]
  await world.rows(
    `insert into delivery.periodic_report (id, case_id, person_id, provider_id, placement_ids, month, version, content, digest, due_on, payable_until, recorded_at)
     values ($1, $2, $3, $4, '{}', $5, 1, '{}', '', $6, $7, $8)`,
    [...whose, month, days.dueOn, days.payableUntil, atTime(signedOn, '08:00')],
  )
  await world.rows(
    `insert into delivery.report_signature (report_id, case_id, person_id, provider_id, failed, on_day, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '{}', $5, $6, $7)`,
    [...whose, signedOn, atTime(signedOn, '08:00'), provider.coordinator.userId],
  )
  await world.rows(
    `insert into delivery.report_decision (report_id, case_id, person_id, provider_id, outcome, how, on_day, recorded_at, recorded_by)
     values ($1, $2, $3, $4, 'approved', $5, $6, $7, $8)`,
    [...whose, decidedBy === null ? 'rule' : 'person', signedOn, atTime(signedOn, '09:00'), decidedBy],
  )
}

/** Starts the acts while somebody else holds the case, and lets go of it when all of them wait for it: none is ahead of another. */
export async function atOnce<T>(world: TestWorld, caseId: CaseId, ...acts: (() => Promise<T>)[]): Promise<T[]> {
  let started: Promise<T>[] = []
  let isOver = false
  await world.must(systemActor, async (context) => {
    await lockCases(context, [caseId])
    started = acts.map((act) =>
      act().finally(() => {
        isOver = true
      }),
    )
    while (!isOver) {
      const waiting = await world.rows(
        `select 1 from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
      )
      if (waiting.length === acts.length) break
    }
    return ok(null)
  })
  return Promise.all(started)
}
