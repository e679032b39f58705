import { z } from 'zod'
import { addMonths, type Day, firstDayOf, type Month, monthOf, month as monthOfText } from '../../kernel/day.ts'
import { userId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import { type Rules, rulesOn } from '../../rules/index.ts'
import { closeMonth, monthsBrokenOff, type TellOfContract } from './close-month.ts'
import { keepForecasts } from './keep-forecast.ts'
import { computeWhatIf, whatIfTask } from './what-if.ts'

/** The month to close on the day, from the day after its reports were due; null until then (programme 4.6, 5). */
export function monthToClose(today: Day, rules: Rules): Month | null {
  const dayOfMonth = Number(today.slice(8))
  return dayOfMonth > rules.delivery.reportDueDay ? monthOf(addMonths(firstDayOf(monthOf(today)), -1)) : null
}

/** Closes the month before from the day after the reports were due, and goes on with what was broken off. */
export const closeMonths: Sweep = {
  name: 'compensation.close-month',
  run: async ({ work, log }) => {
    const { today } = await work.clock()
    const due = monthToClose(today, rulesOn(today))
    for (const month of new Set([...(await monthsBrokenOff(work)), ...(due === null ? [] : [due])])) {
      const closed = await closeMonth(work, { month }, tellOf(log))
      if (!closed.ok && closed.problem.code !== 'month-frozen')
        log.warn({ month, code: closed.problem.code }, 'a month was not closed')
    }
  },
}

/** Tells the log of contracts that were not closed. */
function tellOf(log: Log): TellOfContract {
  return (contract, closed) => {
    if (closed instanceof Error) log.error({ contract, error: closed }, 'a contract could not be closed')
    else if (!closed.ok) log.warn({ contract, code: closed.problem.code }, 'a contract was not closed')
  }
}

export const sweeps: readonly Sweep[] = [closeMonths, keepForecasts]

const whatIfPayload = z.object({ whatIfId: z.uuid() })
const closePayload = z.object({ month: z.string(), requestedBy: z.uuid().nullable() })

/** Under which a run is queued that an approver asked for, or that was broken off. */
export const closeMonthTask = 'close-month'

/** Jobs that the queue runs by name, as the owner; one that throws is tried again. */
export const tasks = {
  [closeMonthTask]: async (work: Work, payload: unknown, log: Log): Promise<void> => {
    const { month, requestedBy } = closePayload.parse(payload)
    const command = { month: monthOfText(month), requestedBy: requestedBy === null ? null : userId(requestedBy) }
    const closed = await closeMonth(work, command, tellOf(log))
    if (closed.ok) log.info({ month, ...closed.value }, 'a month was closed')
    else if (closed.problem.code === 'month-run-unfinished') throw new Error(`the run of ${month} has contracts left`)
    else log.warn({ month, code: closed.problem.code }, 'a month was not closed')
  },
  [whatIfTask]: async (work: Work, payload: unknown, log: Log): Promise<void> => {
    const { whatIfId } = whatIfPayload.parse(payload)
    const computed = await computeWhatIf(work, whatIfId)
    if (!computed.ok) log.warn({ whatIf: whatIfId, code: computed.problem.code }, 'a what-if run was not computed')
  },
} as const
