import type { Day } from '../kernel/day.ts'
import type { AddressId, CaseId, ContractId, OfficeId, OrganisationId, PersonId, UserId } from '../kernel/ids.ts'
import { atTime } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { type Actor, type SignedInRole, systemActor } from '../platform/actor.ts'
import { type Context, inTransaction, type Work } from '../platform/context.ts'
import type { Pool } from '../platform/database.ts'
import type { Subscriptions } from '../platform/events.ts'

/** What the demo is played on: the app's restricted pool for people, the owner's for jobs. */
export interface Stage {
  readonly appPool: Pool
  readonly ownerPool: Pool
  readonly subscriptions: Subscriptions
}

export interface Moment {
  readonly on: Day
  /** Time of day in Stockholm, 'HH:MM'. */
  readonly at: string
}

/** Runs one use case as an actor at a moment of the demo, exactly as a request or a job would. */
export function perform<T>(
  stage: Stage,
  moment: Moment,
  act: { actor: Actor; operation: string; body: (context: Context) => Promise<Result<T>> },
): Promise<Result<T>> {
  return inTransaction(
    workAt(stage, moment, act.actor.role === 'system' ? 'owner' : 'app'),
    act.actor,
    { operation: act.operation, purpose: 'demo' },
    act.body,
  )
}

/** The same as the house itself; a refusal is a fault of the demo and throws. */
export async function must<T>(
  stage: Stage,
  moment: Moment,
  act: { actor?: Actor; operation: string; body: (context: Context) => Promise<Result<T>> },
): Promise<T> {
  const result = await perform(stage, moment, {
    actor: act.actor ?? systemActor,
    operation: act.operation,
    body: act.body,
  })
  if (!result.ok) throw new Error(`the demo's ${act.operation} was refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** A clock that stands still at the moment. */
export function workAt(stage: Stage, moment: Moment, pool: 'owner' | 'app'): Work {
  const now = atTime(moment.on, moment.at)
  return {
    pool: pool === 'owner' ? stage.ownerPool : stage.appPool,
    subscriptions: stage.subscriptions,
    clock: async () => ({ today: moment.on, now }),
  }
}

/** Staff of one provider. */
export interface ProviderStaff {
  readonly organisationId: OrganisationId
  readonly coordinator: Actor
  /** Who meets participants: the adviser where there is one, otherwise the coordinator. */
  readonly adviser: Actor
}

/** Keys of the script → what stands for them in the database. */
export interface Cast {
  readonly caseworkers: ReadonlyMap<UserId, Actor>
  /** Municipality → caseworkers of the office that answers for it. */
  readonly officeStaff: ReadonlyMap<string, readonly Actor[]>
  readonly approvers: readonly Actor[]
  readonly overseer: Actor
  readonly administrator: Actor
  /** All of them: what needs four eyes needs two. */
  readonly administrators: readonly Actor[]
  readonly providers: ReadonlyMap<string, ProviderStaff>
  readonly contracts: ReadonlyMap<string, ContractId>
  readonly addresses: ReadonlyMap<string, AddressId>
}

/** A registered person of the script, as the database knows the person. */
export interface Played {
  readonly caseId: CaseId
  readonly personId: PersonId
  /** Null for who has no account. */
  readonly self: Actor | null
  caseworker: Actor | null
  /** The stays with providers as read last; null when they may have changed. */
  spells: readonly { readonly providerId: OrganisationId; readonly firstDay: Day }[] | null
  /** Keys of what was logged last, for acts that refer to it. */
  last: { planId?: string; meetingId?: string; attendanceId?: string; deviationId?: string; claimId?: string }
}

export function actorOf(
  userId: UserId,
  role: SignedInRole,
  at: { organisationId?: OrganisationId; officeId?: OfficeId; personId?: PersonId; name: string },
): Actor {
  return {
    userId,
    role,
    organisationId: at.organisationId ?? null,
    officeId: at.officeId ?? null,
    personId: at.personId ?? null,
    name: at.name,
  }
}
