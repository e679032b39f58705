import type { Day } from '../kernel/day.ts'
import { day } from '../kernel/day.ts'
import type { OfficeId, OrganisationId, UserId } from '../kernel/ids.ts'
import { atTime, type Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { type Actor, type SignedInRole, systemActor } from './actor.ts'
import { type Context, inTransaction, type Work } from './context.ts'
import { openPool, type Pool } from './database.ts'
import type { Subscriptions } from './events.ts'
import { openLog } from './log.ts'
import { newId } from './new-id.ts'
import { runDay, type Sweep } from './sweeps.ts'
import { testDatabase } from './test-database.ts'

const why = { operation: 'test', purpose: 'test' }

/** A migrated database with an authority, an office and staff; the clock stands where the test puts it. */
export interface TestWorld {
  readonly ownerPool: Pool
  readonly appPool: Pool
  readonly authority: OrganisationId
  readonly office: OfficeId
  readonly caseworker: Actor
  readonly secondCaseworker: Actor
  readonly approver: Actor
  readonly administrator: Actor
  readonly overseer: Actor
  today: Day
  /** Adds a user with one duty; jobseekers and staff alike. */
  anActor(
    role: SignedInRole,
    at?: { organisationId?: OrganisationId | null; officeId?: OfficeId | null; name?: string },
  ): Promise<Actor>
  anOrganisation(kind: 'provider' | 'municipality', name: string): Promise<OrganisationId>
  /** Runs a use case as the app does: restricted role, row-level security, one transaction. `system` runs as the owner, as jobs do. */
  as<T>(actor: Actor, body: (context: Context) => Promise<Result<T>>): Promise<Result<T>>
  /** The same, where a refusal is a fault of the test. */
  must<T>(actor: Actor, body: (context: Context) => Promise<Result<T>>): Promise<T>
  /** Runs calendar duties for the day the clock shows. */
  sweep(...sweeps: readonly Sweep[]): Promise<void>
  /** Rows as the owner sees them, for assertions. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

/** `subscriptions` wires the events that the test is about; without them events go nowhere. */
export async function testWorld(options: { today?: string; subscriptions?: Subscriptions } = {}): Promise<TestWorld> {
  const database = await testDatabase()
  const ownerPool = openPool(database.ownerUrl, 4)
  const appPool = openPool(database.appUrl, 4)
  const authority = newId<OrganisationId>()
  const office = newId<OfficeId>()
  await ownerPool.query(
    "insert into platform.organisation (id, kind, name) values ($1, 'authority', 'Arbetsförmedlingen')",
    [authority],
  )
  await ownerPool.query(
    "insert into platform.office (id, organisation_id, name, municipality_code) values ($1, $2, 'Provkontoret', '1480')",
    [office, authority],
  )
  const subscriptions = options.subscriptions ?? {}
  const clock = async () => ({ today: world.today, now: atTime(world.today, '10:00') as Instant })
  const workOf = (pool: Pool): Work => ({ pool, subscriptions, clock })
  const anActor: TestWorld['anActor'] = (role, at = {}) =>
    addActor(ownerPool, role, { organisationId: authority, officeId: office, ...at })
  const world: TestWorld = {
    ownerPool,
    appPool,
    authority,
    office,
    caseworker: await anActor('caseworker', { name: 'Kim Prov' }),
    secondCaseworker: await anActor('caseworker', { name: 'Noor Prov' }),
    approver: await anActor('approver', { name: 'Alex Prov' }),
    administrator: await anActor('administrator', { name: 'Ida Prov' }),
    overseer: await anActor('overseer', { name: 'Olle Prov' }),
    today: day(options.today ?? '2022-10-03'),
    anActor,
    async anOrganisation(kind, name) {
      const id = newId<OrganisationId>()
      await ownerPool.query('insert into platform.organisation (id, kind, name) values ($1, $2, $3)', [id, kind, name])
      return id
    },
    as: (actor, body) => inTransaction(workOf(actor.role === 'system' ? ownerPool : appPool), actor, why, body),
    async must(actor, body) {
      const result = await world.as(actor, body)
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
      return result.value
    },
    sweep: (...sweeps) => runDay(workOf(ownerPool), sweeps, world.today, openLog()),
    async rows<Row>(text: string, values: readonly unknown[] = []) {
      return (await ownerPool.query(text, [...values])).rows as Row[]
    },
    async drop() {
      await appPool.end()
      await ownerPool.end()
      await database.drop()
    },
  }
  return world
}

type Pooled = (pool: Pool, userId: UserId) => Promise<unknown>
const alsoGet = new Map<SignedInRole, Pooled>()

/** What a module gives every new actor of a role in tests that use its builders, such as an approver's right to approve. */
export function actorsAlsoGet(role: SignedInRole, give: Pooled): void {
  alsoGet.set(role, give)
}

async function addActor(
  pool: Pool,
  role: SignedInRole,
  at: { organisationId?: OrganisationId | null; officeId?: OfficeId | null; name?: string },
): Promise<Actor> {
  const userId = newId<UserId>()
  const name = at.name ?? `Test ${role}`
  const ofPerson = role === 'jobseeker'
  const organisationId = ofPerson ? null : (at.organisationId ?? null)
  const officeId = ofPerson ? null : (at.officeId ?? null)
  await pool.query('insert into platform.user_account (id, subject, display_name) values ($1, $2, $3)', [
    userId,
    `test|${userId}`,
    name,
  ])
  await pool.query(
    "insert into platform.duty (user_id, role, organisation_id, office_id, valid_from) values ($1, $2, $3, $4, '2020-01-01')",
    [userId, role, organisationId, officeId],
  )
  await alsoGet.get(role)?.(pool, userId)
  return { userId, role, organisationId, officeId, personId: null, name }
}

/** The house itself, as jobs act. */
export { systemActor }
