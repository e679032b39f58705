const runtime = '\0rolldown/runtime.js'

type Context = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

/**
 * One file for what every screen needs at once, and one for what a role's first screen needs besides, most of which other roles
 * share. Cut finer, a dozen small files wait for each other: over a slow line each costs a way there and back, six at a time.
 */
export function fewerChunks({ entry, firstScreen }: { entry: string; firstScreen: string }) {
  const reached = new Map<string, ReadonlySet<string>>()
  const reach = (from: string, context: Context) => {
    const known = reached.get(from) ?? reachedFrom(from, context)
    reached.set(from, known)
    return known
  }
  const name = (id: string, context: Context) => {
    if (id === entry || id === firstScreen) return null
    if (reach(entry, context).has(id) || id === runtime) return 'shell'
    return reach(firstScreen, context).has(id) ? 'shared' : null
  }
  return { groups: [{ name, debugName: 'first-screen' }] }
}

/** The module and all that it imports at once. */
function reachedFrom(id: string, context: Context): Set<string> {
  const reached = new Set<string>()
  const visit = (at: string) => {
    if (reached.has(at)) return
    reached.add(at)
    for (const next of context.getModuleInfo(at)?.importedIds ?? []) visit(next)
  }
  visit(id)
  return reached
}
