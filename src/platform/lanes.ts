/**
 * Works through the items in order, `lanes` at a time. After the first failure nothing new is begun; when what was begun is done
 * it is thrown, so that nobody goes on while work is still under way.
 */
export async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values()
  let failed = false
  const lane = async () => {
    for (const item of waiting) {
      if (failed) return
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(lanes, items.length) }, lane))
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}
