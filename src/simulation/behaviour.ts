import { addDays, type Day, firstDayOf, type Month, month, monthOf, nextMonth } from '../kernel/day.ts'
import { type Random, seeded } from '../kernel/random.ts'
import { addWorkingDays } from '../kernel/working-days.ts'
import type { Scorer } from '../modules/assessment/domain/index.ts'
import { historyDay, stockDay } from './course.ts'
import { levelFor } from './eligibility.ts'
import { openOffers, type Provider } from './market.ts'
import { participantSteps } from './participant.ts'
import type { Person } from './people.ts'
import { registeredSteps } from './registered.ts'
import type { OfficeStep, ScriptDay } from './script.ts'

/**
 * The script of a year that ends on the stock's day: who does what about whom on which day. The same seed, population
 * and market give the same script; nothing in it is drawn when it is played.
 */
export function script(
  seed: number | string,
  { people, providers, scorer }: { people: readonly Person[]; providers: readonly Provider[]; scorer: Scorer },
): ScriptDay[] {
  const random = seeded(seed).fork('behaviour')
  const offers = openOffers(providers)
  const steps = people.flatMap((person) => {
    const own = random.fork(person.key)
    if (person.course !== null) return participantSteps(own, person, offers)
    return registeredSteps(
      own,
      person,
      (on) => levelFor(person.facts, { assessedOn: on, decidedOn: on }, scorer) !== null,
    )
  })
  const persons = Map.groupBy([...steps].sort(inTime), (step) => step.on)
  const offices = Map.groupBy([...officeSteps(random.fork('offices'), providers)].sort(inTime), (step) => step.on)
  const days: ScriptDay[] = []
  for (let day: Day = historyDay; day < stockDay; day = addDays(day, 1)) {
    days.push({ day, persons: persons.get(day) ?? [], offices: offices.get(day) ?? [] })
  }
  return days
}

/** How many use cases the script asks for, sweeps and bulk acts counted as one each. */
export function countSteps(days: readonly ScriptDay[]): number {
  return days.reduce((sum, day) => sum + day.persons.length + day.offices.length, 0)
}

/** Each month the providers sign the reports of the month before, caseworkers decide the rest, approvers the statements. */
function* officeSteps(random: Random, providers: readonly Provider[]): Generator<OfficeStep> {
  for (let of: Month = month('2021-10'); of < month('2022-09'); of = nextMonth(of)) {
    const next = firstDayOf(nextMonth(of))
    for (const provider of providers) {
      const late = random.next() < 0.08
      const on = addWorkingDays(next, late ? 8 + random.int(6) : 3 + random.int(3))
      yield { on, at: '15:00', input: { act: 'sign-reports', provider: provider.key, month: of } }
    }
    yield { on: addWorkingDays(next, 8), at: '11:00', input: { act: 'decide-reports', month: of } }
    yield* approvals(of)
  }
}

// The last statements still wait for their second approval, some for the first.
function* approvals(of: Month): Generator<OfficeStep> {
  const closed = firstDayOf(nextMonth(nextMonth(of)))
  const latest = monthOf(closed) >= monthOf(addDays(stockDay, -stockDayOfMonth))
  yield {
    on: addWorkingDays(addDays(closed, -13), 1),
    at: '10:00',
    input: { act: 'approve-statements', first: true, share: latest ? 0.8 : 1 },
  }
  yield {
    on: addWorkingDays(addDays(closed, -13), 3),
    at: '10:00',
    input: { act: 'approve-statements', first: false, share: latest ? 0.5 : 1 },
  }
}

const stockDayOfMonth = Number(stockDay.slice(8))

function inTime(a: { on: Day; at: string }, b: { on: Day; at: string }): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}
