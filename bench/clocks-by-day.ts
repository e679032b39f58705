import { addDays, addMonths, type Day, lastDayOf, mondayOf, monthOf } from '../src/kernel/day.ts'
import { isWorkingDay } from '../src/kernel/working-days.ts'
import type { ClockCase, ComplianceLine } from '../src/modules/delivery/domain/index.ts'
import type { Rules } from '../src/rules/index.ts'

/** A decided period as the walk finds it. */
type Walked = Pick<ComplianceLine, 'rule' | 'dueOn' | 'state'>
type Span = ClockCase['absences'][number]

const farOff = 4_000

/**
 * The clocks of programme 4.5 written as the law is read: a walk from day to day, asking each day what happened and what falls
 * due. Slow on purpose; shares the calendar with the product, nothing else.
 */
export function walkClocks(of: ClockCase, rules: Rules): Walked[] {
  const { service, until } = of
  const last = service.to !== null && service.to < until ? service.to : until
  const days: Day[] = []
  for (let on = service.from; on <= last; on = addDays(on, 1)) days.push(on)
  const counted = days.filter((on) => of.meetings.some((each) => each.on === on && each.minutes >= 30))
  const physical = counted.filter((on) =>
    of.meetings.some((each) => each.on === on && each.minutes >= 30 && each.physical),
  )
  const [first] = counted
  const lines: Walked[] = [
    ...walkMeetings('meeting-every-14-days', 14, counted, days, of),
    ...walkMeetings('meeting-physical-every-28-days', 28, physical, days, of),
  ]
  if (first) lines.push({ rule: 'first-meeting-physical', dueOn: first, state: keptIf(physical.includes(first)) })
  const plan = of.plan && days.includes(of.plan.on) && of.plan.on <= addDays(service.from, 14) ? of.plan : null
  const planDue = addDays(service.from, 14)
  const planLine = (rule: Walked['rule'], kept: boolean) => {
    if (kept || planDue <= last) lines.push({ rule, dueOn: planDue, state: keptIf(kept) })
  }
  planLine('plan-agreed', plan !== null)
  planLine('plan-covers-hours', plan !== null && plan.hours >= (of.availableHours ?? 40))
  if (rules.version === 'rom1') lines.push(...walkWeeks(of, last))
  else lines.push(...walkHours(of, last), ...walkShares(of, last))
  return lines
}

function walkMeetings(
  rule: Walked['rule'],
  interval: number,
  held: readonly Day[],
  days: readonly Day[],
  of: ClockCase,
): Walked[] {
  const lines: Walked[] = []
  let due = addDays(of.service.from, interval)
  const shown = () => {
    let on = due
    for (let tries = 0; away(on, of.absences) || !isWorkingDay(on); tries += 1) {
      if (tries > farOff) return null
      on = addDays(on, 1)
    }
    return on
  }
  for (const today of days) {
    if (held.includes(today)) {
      lines.push({ rule, dueOn: shown() ?? due, state: 'kept' })
      due = addDays(today, interval)
    }
    while (shown() === today) {
      lines.push({ rule, dueOn: today, state: 'breached' })
      due = addDays(due, interval)
    }
  }
  return lines
}

/** Every Monday to Sunday that the service touches by the last day that counts. */
function weeksTo(last: Day, of: ClockCase): Day[][] {
  const weeks: Day[][] = []
  for (let monday = mondayOf(of.service.from); monday <= last; monday = addDays(monday, 7)) {
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n))
    weeks.push(week.filter((on) => on >= of.service.from && (of.service.to === null || on <= of.service.to)))
  }
  return weeks
}

function walkWeeks(of: ClockCase, last: Day): Walked[] {
  return weeksTo(last, of).flatMap((week): Walked[] => {
    const open = week.filter((on) => isWorkingDay(on) && !away(on, of.absences) && !away(on, of.parallel ?? []))
    const dueOn = open.at(-1)
    if (dueOn === undefined || open.length < 3) return []
    const kept = done(of, last).some((each) => each.physical && week.includes(each.on))
    return kept || dueOn <= last ? [{ rule: 'weekly-physical-activity', dueOn, state: keptIf(kept) }] : []
  })
}

function walkHours(of: ClockCase, last: Day): Walked[] {
  const chainFrom = of.chainFrom ?? of.service.from
  return weeksTo(last, of).flatMap((week): Walked[] => {
    const open = week.filter((on) => isWorkingDay(on) && !away(on, of.parallel ?? []))
    const dueOn = open.at(-1)
    const minutes = open.reduce((total, on) => {
      if (on >= addMonths(chainFrom, 12)) return total
      return total + (on >= addMonths(chainFrom, 6) ? 24 : 12)
    }, 0)
    if (dueOn === undefined || minutes === 0) return []
    const had = done(of, last).filter((each) => week.includes(each.on))
    const kept = had.reduce((total, each) => total + Math.round(each.hours * 60), 0) >= minutes
    return kept || dueOn <= last ? [{ rule: 'weekly-hours', dueOn, state: keptIf(kept) }] : []
  })
}

function walkShares(of: ClockCase, last: Day): Walked[] {
  const all = done(of, last)
  const months = [...new Set(all.map((each) => monthOf(each.on)))].sort()
  return months.flatMap((month): Walked[] => {
    const own = all.filter((each) => monthOf(each.on) === month)
    const end = lastDayOf(month)
    const dueOn = of.service.to !== null && of.service.to < end ? of.service.to : end
    const kept = own.filter((each) => each.physical).length >= own.length / 2
    return kept || dueOn <= last ? [{ rule: 'half-physical', dueOn, state: keptIf(kept) }] : []
  })
}

/** What was done in service by the last day that counts; own work is no duty. */
function done(of: ClockCase, last: Day) {
  return of.activities.filter((each) => each.kind !== 'own-work' && each.on >= of.service.from && each.on <= last)
}

function away(on: Day, spans: readonly Span[]): boolean {
  return spans.some((span) => span.from <= on && (span.to === null || on <= span.to))
}

function keptIf(kept: boolean): Walked['state'] {
  return kept ? 'kept' : 'breached'
}
