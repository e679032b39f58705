import { demoDay, enterOnlyAdministrator, playDemo } from '../demo/index.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import { dayOf, type Instant } from '../kernel/instant.ts'
import * as compensation from '../modules/compensation/index.ts'
import * as decision from '../modules/decision/index.ts'
import * as delivery from '../modules/delivery/index.ts'
import { flow } from '../modules/flow.ts'
import * as market from '../modules/market/index.ts'
import { seedDeliveryAreas } from '../modules/registration/index.ts'
import { systemActor } from '../platform/actor.ts'
import { databaseClock, inTransaction } from '../platform/context.ts'
import { openPool, type Pool } from '../platform/database.ts'
import type { Subscriptions } from '../platform/events.ts'
import { openLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'

export interface FurnishParts {
  readonly ownerPool: Pool
  readonly appPool: Pool
  readonly subscriptions: Subscriptions
  /** Size of the demo world; 0 = none. Only looked at when the database is new. */
  readonly people: number
  readonly say: (line: string) => void
}

const seed = 'krom'

/**
 * Makes a new database ready to use: the delivery areas, and the demo world or a single administrator. A demo that was
 * broken off is thrown away and played anew. A furnished database only gets delivery areas that are missing.
 */
export async function furnish(parts: FurnishParts): Promise<void> {
  const { ownerPool, say } = parts
  await ownerPool.query(
    'create table if not exists public.krom_demo (only_row boolean primary key default true check (only_row), people integer not null, ended_at timestamptz)',
  )
  if (await wasBrokenOff(ownerPool)) {
    say('The demo world was broken off while it was being made; it is thrown away and made anew.')
    await wipe(ownerPool)
  }
  await seedAreas(parts)
  const begun = await ownerPool.query(
    'insert into public.krom_demo (people) select $1 where not exists (select 1 from platform.organisation) on conflict do nothing',
    [parts.people],
  )
  if (begun.rowCount === 0) return
  if (parts.people > 0) await makeDemo(parts)
  else await letAdministratorIn(parts)
  await ownerPool.query('update public.krom_demo set ended_at = clock_timestamp()')
}

async function wasBrokenOff(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ ended: boolean }>('select ended_at is not null as ended from public.krom_demo')
  return rows[0]?.ended === false
}

/** Back to an empty, migrated database; the mark that a demo was begun goes last, so that this too may be broken off. */
async function wipe(pool: Pool): Promise<void> {
  const { connectionString } = pool.options
  if (connectionString === undefined) throw new Error('the pool has no address')
  const schemas = [...flow, 'platform', 'graphile_worker'].join(', ')
  await pool.query(`drop schema if exists ${schemas} cascade`)
  await pool.query('drop table if exists public.krom_migration')
  await migrate(connectionString)
  await pool.query('delete from public.krom_demo')
}

async function seedAreas({ ownerPool, subscriptions }: FurnishParts): Promise<void> {
  const work = { pool: ownerPool, subscriptions, clock: databaseClock(ownerPool) }
  const why = { operation: 'seedDeliveryAreas', purpose: 'start of the house' }
  const seeded = await inTransaction(work, systemActor, why, seedDeliveryAreas)
  if (!seeded.ok) throw new Error(`the delivery areas were refused: ${seeded.problem.code}`)
}

async function letAdministratorIn({ ownerPool, appPool, subscriptions, say }: FurnishParts): Promise<void> {
  const { today } = await databaseClock(ownerPool)()
  await enterOnlyAdministrator({ ownerPool, appPool, subscriptions }, { on: today, at: '08:00' })
  say('The database is empty but for one administrator, who can let others in.')
}

// What was not kept in a year is found in one look at the end as well as day by day.
const catchUp = ['keep-breaches']

async function makeDemo(parts: FurnishParts): Promise<void> {
  const { subscriptions, people, say } = parts
  const started = performance.now()
  say(`Making a demo world of about ${people.toLocaleString('en')} people and a year of history.`)
  const ownerPool = demoPool(parts.ownerPool, 3)
  const appPool = demoPool(parts.appPool, 8)
  try {
    const bill = await playDemo({
      ownerPool,
      appPool,
      subscriptions,
      daily: market.sweeps,
      weekly: decision.sweeps,
      monthly: [...delivery.sweeps.filter((sweep) => !catchUp.includes(sweep.name)), ...compensation.sweeps],
      last: delivery.sweeps.filter((sweep) => catchUp.includes(sweep.name)),
      people,
      seed,
      log: openLog(),
      progress: progressTo(say),
    })
    await setClock(ownerPool)
    const seconds = Math.round((performance.now() - started) / 1000)
    say(`The demo world is ready: ${bill.performed.toLocaleString('en')} acts in ${seconds} s.`)
    const refused = Object.entries(bill.refused)
    if (refused.length > 0) say(`Refused: ${refused.map(([what, count]) => `${what} × ${count}`).join(', ')}.`)
  } finally {
    await ownerPool.end()
    await appPool.end()
  }
}

/**
 * Connections for the demo alone: a demo that a power cut takes is made anew, so that nothing waits for the disk; and
 * statements keep the plan they got, since thousands of the same kind follow each other.
 */
function demoPool(like: Pool, max: number): Pool {
  const { connectionString } = like.options
  if (connectionString === undefined) throw new Error('the pool has no address')
  const pool = openPool(connectionString, max)
  pool.on('connect', (client) => {
    client.query('set synchronous_commit to off; set plan_cache_mode to force_generic_plan').catch(() => undefined)
  })
  return pool
}

/** The domain's today becomes the demo's; what the year's duties told people counts as sent (house section 4). */
async function setClock(pool: Pool): Promise<void> {
  const realToday: Day = dayOf(new Date().toISOString() as Instant)
  await pool.query('update platform.clock set offset_days = $1, ran_to = $2', [
    daysBetween(realToday, demoDay),
    demoDay,
  ])
  await pool.query('update platform.notice set sent_at = queued_at where sent_at is null')
  await pool.query('analyze')
}

/** One line that is rewritten on a screen, or a line for each tenth in a log. */
function progressTo(say: (line: string) => void): (share: number) => void {
  let told = 0
  return (share) => {
    const percent = Math.floor(share * 100)
    if (percent === told) return
    if (process.stdout.isTTY) {
      process.stdout.write(`\r  ${String(percent).padStart(3)} %${percent === 100 ? '\n' : ''}`)
    } else if (Math.floor(percent / 10) > Math.floor(told / 10)) say(`  ${percent - (percent % 10)} %`)
    told = percent
  }
}
