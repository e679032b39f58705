import { z } from 'zod'
import { addMonths, type Day, firstDayOf, type Month, monthOf, month as monthOfText } from '../../kernel/day.ts'
import { userId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/context.ts'
import type { Log } from '../../platform/log.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import type { Rules } from '../../rules/index.ts'
import { closeContract } from './close-contract.ts'
import { closeMonth, contractsToClose } from './close-month.ts'

/** The month to close on the day, from the day after its reports were due; null until then (programme 4.6, 5). */
export function monthToClose(today: Day, rules: Rules): Month | null {
  const dayOfMonth = Number(today.slice(8))
  return dayOfMonth > rules.delivery.reportDueDay ? monthOf(addMonths(firstDayOf(monthOf(today)), -1)) : null
}

/** Closes the month before, once for each contract, from the day after the reports were due. */
export const closeMonths: Sweep = {
  name: 'compensation.close-month',
  run: (work) =>
    work.each(
      async (context) => {
        const month = monthToClose(context.today, context.rules)
        if (month === null) return []
        const contracts = await contractsToClose(context, { month })
        return contracts.map((contractId) => ({ contractId, month }))
      },
      (context, item) => closeContract(context, item),
    ),
}

export const sweeps: readonly Sweep[] = [closeMonths]

const closePayload = z.object({ month: z.string(), requestedBy: z.uuid() })

/** Under which a run is queued that an approver asked for. */
export const closeMonthTask = 'close-month'

/** Jobs that the queue runs by name, as the owner. */
export const tasks = {
  [closeMonthTask]: async (work: Work, payload: unknown, log: Log): Promise<void> => {
    const { month, requestedBy } = closePayload.parse(payload)
    const command = { month: monthOfText(month), requestedBy: userId(requestedBy), again: true }
    const sums = await closeMonth(work, command, (contractId, closed) => {
      if (!closed.ok) log.warn({ contract: contractId, code: closed.problem.code }, 'a month was not closed')
    })
    log.info({ month, ...sums }, 'a month was closed')
  },
} as const
