import type { Day } from '../kernel/day.ts'
import { stockDay } from './course.ts'
import type { PersonAct, PersonStep, Who } from './script.ts'

/** Collects one person's steps; those on or after the stock's day are left for whoever uses the demo. */
export class Diary {
  readonly steps: PersonStep[] = []
  readonly #person: string

  constructor(person: string) {
    this.#person = person
  }

  /** @param at time of day, 'HH:MM' */
  add(on: Day, at: string, who: Who, input: PersonAct): void {
    if (on < stockDay) this.steps.push({ on, at, person: this.#person, who, input })
  }
}
