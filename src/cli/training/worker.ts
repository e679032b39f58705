import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { type Memory, tasks } from '../../modules/assessment/domain/index.ts'
import { slots, taskNames, ticketBits, ticketMask } from './ticket.ts'

const { board, port } = workerData as { board: Int32Array; port: MessagePort }
let memory: Memory | undefined
let memories = 0

for (;;) {
  const heard = Atomics.load(board, slots.bell)
  while (workOnce()) {
    // Draws until nothing is left.
  }
  Atomics.wait(board, slots.bell, heard)
}

/** Draws one ticket and does its item; false when there was none left. */
function workOnce(): boolean {
  const items = Atomics.load(board, slots.items)
  if ((Atomics.load(board, slots.next) & ticketMask) >= (items & ticketMask)) return false
  const ticket = Atomics.add(board, slots.next, 1)
  const present = Atomics.load(board, slots.items)
  if (ticket >> ticketBits !== present >> ticketBits) return true
  const item = ticket & ticketMask
  if (item >= (present & ticketMask)) return false
  const task = taskNames[Atomics.load(board, slots.task)]
  const parameter = Atomics.load(board, slots.parameter)
  takeMemory()
  if (task === undefined || memory === undefined) throw new Error('a ticket without task or memory')
  tasks[task](memory, item, parameter)
  Atomics.add(board, slots.done, 1)
  Atomics.notify(board, slots.done)
  return true
}

/** The memory that the present task works on was sent before its tickets. */
function takeMemory(): void {
  const wanted = Atomics.load(board, slots.memories)
  while (memories < wanted) {
    const received = receiveMessageOnPort(port)
    if (received === undefined) continue
    memory = received.message as Memory
    memories += 1
  }
}
