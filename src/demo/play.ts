import { addDays, type Day, weekday } from '../kernel/day.ts'
import type { CaseId } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import { isWorkingDay } from '../kernel/working-days.ts'
import type { Actor } from '../platform/actor.ts'
import { inLanes } from '../platform/lanes.ts'
import type { Log } from '../platform/log.ts'
import { runDay, type Sweep } from '../platform/sweeps.ts'
import type { PersonStep, ScriptDay } from '../simulation/script.ts'
import { type Cast, type Moment, type Played, type Stage, workAt } from './house.ts'
import { OfficeWork } from './perform-office.ts'
import { personAct } from './perform-person.ts'
import { logSitting } from './perform-service.ts'
import { caseworkerOf, type Playing, providerOf } from './playing.ts'
import { register } from './register.ts'

export interface PlayParts {
  readonly stage: Stage
  readonly cast: Cast
  readonly days: readonly ScriptDay[]
  /** Calendar duties of each working day: what they do depends on the very day. */
  readonly daily: readonly Sweep[]
  /** Calendar duties that may come some days late; run on Mondays. */
  readonly weekly: readonly Sweep[]
  /** Calendar duties that have something to do on the first and the eleventh of a month only. */
  readonly monthly: readonly Sweep[]
  /** Calendar duties that catch up in one go on the last morning. */
  readonly last: readonly Sweep[]
  readonly log: Log
  /** Told after each day with the number of use cases asked for so far. */
  readonly progress: (done: number) => void
}

/** What was played: use cases that were carried out, and those refused with their problem codes. */
export interface Playbill {
  readonly performed: number
  readonly refused: Readonly<Record<string, number>>
}

const lanes = 6
const monthlyDays = ['01', '11']

/** The duties worth running on the day; a duty that waits for a later day catches up then. */
function sweepsOf({ daily, weekly, monthly }: PlayParts, day: Day): readonly Sweep[] {
  const thisWeek = weekday(day) === 1 ? weekly : []
  if (monthlyDays.includes(day.slice(8))) return [...thisWeek, ...daily, ...monthly]
  return isWorkingDay(day) ? [...thisWeek, ...daily] : thisWeek
}

/**
 * Plays the days in order: each morning the calendar duties, then the day's acts. Acts about one person keep their order;
 * what competes — caseworkers for new cases, participants for places — is done one after the other, so that the same
 * script always gives the same world.
 */
export async function play(parts: PlayParts): Promise<Playbill> {
  const world = new World(parts)
  let countAt = 100
  for (const day of parts.days) {
    await runDay(morning(parts, day.day), sweepsOf(parts, day.day), day.day, parts.log)
    await world.playDay(day)
    // The database plans by what it last counted, and early on everything was empty: it counts anew as the world grows.
    if (world.performed >= countAt) {
      await parts.stage.ownerPool.query('analyze')
      countAt = 4 * world.performed
    }
    parts.progress(world.performed)
  }
  const last = parts.days.at(-1)?.day
  const end = last && addDays(last, 1)
  if (end)
    await runDay(
      morning(parts, end),
      [...parts.weekly, ...parts.daily, ...parts.monthly, ...parts.last],
      end,
      parts.log,
    )
  return { performed: world.performed, refused: world.refused }
}

function morning({ stage }: PlayParts, on: Day) {
  return workAt(stage, { on, at: '06:00' }, 'owner')
}

class World {
  performed = 0
  readonly refused: Record<string, number> = {}
  readonly #parts: PlayParts
  readonly #offices: OfficeWork
  readonly #played = new Map<string, Played>()

  constructor(parts: PlayParts) {
    this.#parts = parts
    const { stage, cast } = parts
    this.#offices = new OfficeWork({
      stage,
      cast,
      caseworkerOf: (caseId, moment) => this.#caseworkerOf(caseId, moment),
    })
  }

  async #caseworkerOf(caseId: CaseId, moment: Moment): Promise<{ key: string; caseworker: Actor | null }> {
    const found = [...this.#played].find(([, played]) => played.caseId === caseId)
    if (found === undefined) throw new Error(`the case ${caseId} was not opened by the script`)
    const [key, played] = found
    return { key, caseworker: await caseworkerOf({ ...this.#parts, moment, played }) }
  }

  async playDay(day: ScriptDay): Promise<void> {
    const ranked = Map.groupBy(day.persons, rankOf)
    for (const rank of [0, 1, 2, 3, 4] as const) {
      const steps = ranked.get(rank) ?? []
      if (rank === 3) await inLanes(await this.#sittings(steps), lanes, (sitting) => this.#playSitting(sitting))
      else await inLanes([...Map.groupBy(steps, this.#laneOf(rank)).values()], lanes, (lane) => this.#playLane(lane))
    }
    // Providers sign side by side; deciding and approving wait for all of them.
    for (const [act, steps] of Map.groupBy(day.offices, (step) => step.input.act)) {
      await inLanes(steps, act === 'sign-reports' ? lanes : 1, async (step) => {
        for (const result of await this.#offices.do(step)) this.#count(act, result)
      })
    }
  }

  async #playLane(lane: readonly PersonStep[]): Promise<void> {
    for (const step of lane) this.#count(step.input.act, await this.#playStep(step))
  }

  /** What a provider's group did is logged in one sitting: one transaction, a use case for each participant. */
  async #playSitting(sitting: readonly Playing[]): Promise<void> {
    const logged = await logSitting(sitting)
    if (logged.ok) this.performed += sitting.length
    else await this.#playLane(sitting.map((playing) => playing.step))
  }

  async #sittings(steps: readonly PersonStep[]): Promise<Playing[][]> {
    const sittings = new Map<string, Playing[]>()
    for (const step of steps) {
      const playing = { ...this.#parts, step, played: this.#playedOf(step) }
      const key = (await providerOf(playing))?.organisationId ?? step.person
      sittings.set(key, [...(sittings.get(key) ?? []), playing])
    }
    return [...sittings.values()]
  }

  #playedOf(step: PersonStep): Played {
    const played = this.#played.get(step.person)
    if (played === undefined) throw new Error(`${step.person} acts before being registered`)
    return played
  }

  async #playStep(step: PersonStep): Promise<Result<unknown>> {
    const { stage, cast } = this.#parts
    if (step.input.act === 'register') {
      const registered = await register(stage, cast, { ...step, input: step.input })
      if (registered.ok) this.#played.set(step.person, registered.value)
      return registered
    }
    return personAct({ stage, cast, step, played: this.#playedOf(step) })
  }

  #laneOf(rank: Rank): (step: PersonStep) => string {
    if (rank === 2) return () => 'places'
    if (rank !== 0) return (step) => step.person
    return ({ input }) => (input.act === 'register' ? officeOf(this.#parts.cast, input.details.municipalityCode) : '')
  }

  #count(act: string, result: Result<unknown>): void {
    if (result.ok) this.performed += 1
    else this.refused[`${act}: ${result.problem.code}`] = (this.refused[`${act}: ${result.problem.code}`] ?? 0) + 1
  }
}

type Rank = 0 | 1 | 2 | 3 | 4

// Registrations first, choices of provider in the middle of the day, then the groups' logs.
function rankOf({ input, at }: PersonStep): Rank {
  if (input.act === 'register') return 0
  if (input.act === 'choose' || input.act === 'change' || input.act === 'name-adviser') return 2
  if (input.act === 'log-activity') return 3
  return at < '13:30' ? 1 : 4
}

const officeOf = (cast: Cast, municipalityCode: string) => cast.officeStaff.get(municipalityCode)?.[0]?.officeId ?? ''
