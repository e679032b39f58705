import type { Day, Month } from '../../../src/kernel/day.ts'
import type { Instant } from '../../../src/kernel/instant.ts'
import type { Ore } from '../../../src/kernel/money.ts'
import { factsOf, type Language } from './language.ts'

/** Days are calendar days, so they are read at midnight UTC and written in UTC. */
const atMidnight = (text: string) => new Date(`${text}T00:00:00Z`)

/** Pure maker behind `useFormat`. `lastDay` is inclusive, as people read it. */
export function makeFormat(language: Language) {
  const locale = factsOf[language].format
  const dayWith = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (text: string) => formatter.format(atMidnight(text))
  }
  const day = dayWith({ day: 'numeric', month: 'long', year: 'numeric' })
  const dayShort = dayWith({ day: 'numeric', month: 'short' })
  const dayWithWeekday = dayWith({ weekday: 'long', day: 'numeric', month: 'long' })
  const monthShort = dayWith({ month: 'short', year: '2-digit' })
  const monthOfYear = dayWith({ month: 'long', year: 'numeric' })
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Stockholm',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return {
    /** 3 oktober 2022 */
    day: (value: Day) => day(value),
    /** 3 okt. */
    dayShort: (value: Day) => dayShort(value),
    /** måndag 3 oktober */
    dayWithWeekday: (value: Day) => dayWithWeekday(value),
    /** oktober 2022 */
    month: (value: Month) => monthOfYear(`${value}-01`),
    /** okt. 22, for an axis */
    monthShort: (value: string) => monthShort(`${value}-01`),
    /** 3 oktober 2022 10:00, Swedish time */
    instant: (value: Instant) => moment.format(new Date(value)),
    /** 10:00, Swedish time */
    clock: (value: Instant) => clock.format(new Date(value)),
    /** First day – last day, both included; an open period ends in a dash. */
    days: (first: Day, last: Day | null) => `${day(first)} – ${last === null ? '' : day(last)}`.trimEnd(),
    number: (value: number) => decimal.format(value),
    kronor,
  }
}

/** '38 000 kr', with öre only when there are any: '38 000,50 kr'. The same in every language, as on Swedish letters. */
export function kronor(amount: Ore | number): string {
  const digits = Math.abs(amount) % 100 === 0 ? 0 : 2
  return `${swedish[digits].format(amount / 100)}\u00a0kr`
}

const swedish = {
  0: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 }),
  2: new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
} as const
