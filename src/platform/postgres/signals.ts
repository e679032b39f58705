const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Stops the server when the process is told to end and nobody else listens: a verb broken off with Ctrl-C leaves
 * nothing behind. Where the program has its own listener, ending in good order is its work.
 *
 * @returns the same stop, which also takes the listeners away
 */
export function stopOnSignals(stop: () => Promise<void>): () => Promise<void> {
  const listener = (signal: NodeJS.Signals) => {
    if (process.listeners(signal).some((other) => other !== listener && !ours.has(other))) return
    // Standing listeners keep the signal from ending the process, so it is sent again without them.
    void stop().finally(() => {
      for (const each of SIGNALS) process.removeListener(each, listener)
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    })
  }
  ours.add(listener)
  for (const signal of SIGNALS) process.on(signal, listener)
  return async () => {
    for (const signal of SIGNALS) process.removeListener(signal, listener)
    ours.delete(listener)
    await stop()
  }
}

const ours = new Set<unknown>()
