import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { aloneCrew, type Crew, type Memory, type TaskName, tasks } from '../../modules/assessment/domain/index.ts'
import { control, slots, taskNames, ticketBits, ticketMask } from './ticket.ts'

/** A crew of several threads. `end` lets them go. */
export interface ThreadCrew extends Crew {
  end(): Promise<void>
}

/** Two threads where the machine has two: the caller's own and another. One: no thread is started. */
export function threadCrew(threads = Math.min(2, availableParallelism())): ThreadCrew {
  if (threads <= 1) return { ...aloneCrew(), end: async () => {} }
  const board = control()
  const others = Array.from({ length: threads - 1 }, () => startWorker(board))
  let memory: Memory | undefined
  let generation = 0
  return {
    attach(next) {
      memory = next
      Atomics.add(board, slots.memories, 1)
      for (const { port } of others) port.postMessage(next)
    },
    run(task: TaskName, items: number, parameter = 0) {
      if (memory === undefined) throw new Error('the crew has no memory to work on')
      if (items > ticketMask) throw new RangeError(`${items} items are too many for one task`)
      generation = (generation + 1) & 0x3ff
      const tag = generation << ticketBits
      Atomics.store(board, slots.task, taskNames.indexOf(task))
      Atomics.store(board, slots.parameter, parameter)
      Atomics.store(board, slots.done, 0)
      Atomics.store(board, slots.items, tag | items)
      Atomics.store(board, slots.next, tag)
      Atomics.add(board, slots.bell, 1)
      Atomics.notify(board, slots.bell)
      for (;;) {
        const item = Atomics.add(board, slots.next, 1) & ticketMask
        if (item >= items) break
        tasks[task](memory, item, parameter)
        Atomics.add(board, slots.done, 1)
      }
      for (let done = Atomics.load(board, slots.done); done < items; done = Atomics.load(board, slots.done)) {
        Atomics.wait(board, slots.done, done)
      }
    },
    async end() {
      await Promise.all(others.map(({ worker }) => worker.terminate()))
    },
  }
}

function startWorker(board: Int32Array): { worker: Worker; port: MessagePort } {
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { board, port: port2 },
    transferList: [port2],
  })
  worker.unref()
  port1.unref()
  return { worker, port: port1 }
}
