import { type TaskName, tasks } from '../../modules/assessment/domain/index.ts'

/**
 * How threads share work. Items are drawn as tickets from `next`; ticket and `items` carry the generation in their high
 * bits, so that a thread that wakes late never takes an item of one task for another's. An item's result depends on the
 * item alone, so that it does not matter who draws it.
 */
export const slots = { bell: 0, task: 1, parameter: 2, items: 3, next: 4, done: 5, memories: 6 } as const
export const ticketBits = 20
export const ticketMask = (1 << ticketBits) - 1
export const taskNames = Object.keys(tasks) as TaskName[]

export function control(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * 16))
}
