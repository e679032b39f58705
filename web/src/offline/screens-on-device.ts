/** Roles whose screens open without a network. */
export type KeptRole = 'participant' | 'provider'

const calmMillis = 2_000

/**
 * Lets the service worker keep the role's screens on the device, once the page has come to rest: the first screen never waits
 * for it. Where there is no service worker, as on an origin without TLS, the screens need a network.
 */
export function keepScreens(role: KeptRole): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  const { serviceWorker } = navigator
  const ask = () => serviceWorker.controller?.postMessage({ role, used: filesOfPage() })
  const begin = async () => {
    await serviceWorker.register('/sw.js', { scope: '/app', updateViaCache: 'none' })
    ask()
  }
  // A new build's worker takes over by itself, with nothing of the role in it yet.
  serviceWorker.addEventListener('controllerchange', ask)
  const timer = setTimeout(() => void begin().catch(() => undefined), calmMillis)
  return () => {
    clearTimeout(timer)
    serviceWorker.removeEventListener('controllerchange', ask)
  }
}

/** The build's files that this page has used, fetched before the worker was there to keep them. */
function filesOfPage(): string[] {
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  return files.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname)
}
