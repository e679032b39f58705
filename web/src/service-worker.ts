/*
 * The service worker: opens the screens where there is no network. It keeps files of the build, never an answer of the API.
 * The build writes it to /sw.js with its own name and its lists of files (web/build/offline-worker.ts); every new build is a
 * new worker, which takes over at once and lets the old build go.
 */

type Kept = Readonly<Record<string, readonly string[]>>

/** Written in by the build: its name, what every screen needs, and what each role's screens need besides. */
declare const build: { name: string; shell: readonly string[]; roles: Kept }

/** The part of the worker's world that is used; the compiler knows the page's world only. */
type Later = { waitUntil(work: Promise<unknown>): void }
type Asked = Later & { request: Request; respondWith(answer: Promise<Response>): void }
type World = {
  location: Location
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(kind: 'install' | 'activate', listener: (event: Later) => void): void
  addEventListener(kind: 'fetch', listener: (event: Asked) => void): void
  addEventListener(kind: 'message', listener: (event: Later & { data: unknown }) => void): void
}

const world = self as unknown as World
const prefix = 'krom-build-'
const cacheName = prefix + build.name
const page = '/app'
/** This build, and the one before it: a page that is still open may ask for a file of its own build. */
const keptBuilds = 2

world.addEventListener('install', (event) => {
  event.waitUntil(keep([page, ...build.shell]).then(() => world.skipWaiting()))
})

world.addEventListener('activate', (event) => {
  event.waitUntil(letOldBuildsGo().then(() => world.clients.claim()))
})

world.addEventListener('message', (event) => {
  const { role = '', used = [] } = (event.data ?? {}) as { role?: string; used?: readonly string[] }
  const ofRole = Object.hasOwn(build.roles, role) ? (build.roles[role] ?? []) : []
  event.waitUntil(keep([...ofRole, ...used.filter((path) => path.startsWith('/assets/'))]))
})

world.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== world.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  else if (build.shell.includes(url.pathname)) event.respondWith(fresh(request))
})

/** The page always comes from the server where it can be reached: nobody is shown an old build. */
async function pageOf(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(cacheName)).match(page)
    if (kept === undefined) throw error
    return kept
  }
}

/** A file with its hash in its name never changes. */
async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request.url)
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(cacheName)).put(request.url, answer.clone())
  return answer
}

/** A file whose name does not change, such as the icon. */
async function fresh(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request.url)
    if (kept === undefined) throw error
    return kept
  }
}

async function keep(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName)
  const known = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  // One after the other: what the reader asks for meanwhile goes before.
  for (const path of paths) if (!known.has(path)) await cache.add(path)
}

async function letOldBuildsGo(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix))
  for (const name of ours.slice(0, -keptBuilds)) await caches.delete(name)
}
