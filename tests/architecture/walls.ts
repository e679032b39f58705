import { isCode, isTestFile, isTesting, type Tree, type Verdict } from '../source/tree.ts'
import { type Link, linksOf } from './links.ts'
import { isEarlier, type Room, roomOf } from './rooms.ts'

/** One wall of the house: which files stand behind it and which of their imports it refuses. */
export type Wall = {
  name: string
  /** Files that the wall is about; none of them in a tree means that nothing was checked. */
  concerns: (room: Room, path: string) => boolean
  /** The reason why an import may not stand there, or null. */
  refuses: (link: Link) => string | null
}

/** What only tests may use, in rooms that otherwise know no package. */
const testParts = new Set(['node:test', 'node:assert/strict', 'node:assert', 'fast-check'])

/** Checks one wall on a tree. */
export function checkWall(wall: Wall, tree: Tree): Verdict {
  const files = new Set([...tree.keys()].filter((path) => isCode(path) && wall.concerns(roomOf(path), path)))
  const breaches: string[] = []
  for (const link of linksOf(tree)) {
    const reason = files.has(link.path) ? wall.refuses(link) : null
    if (reason) breaches.push(`${link.path}:${link.line} imports '${link.text}': ${reason}`)
  }
  return { read: files.size, breaches }
}

/**
 * A room that knows only the listed files. Packages and Node's parts are refused too, but a test file may use the test
 * tools and the builders of `testing.ts` (which `testing-stays-in-tests` keeps out of everything else).
 */
function knowsOnly(seen: (to: Room, link: Link) => boolean, allowed: string, packages: readonly string[] = []) {
  return (link: Link): string | null => {
    const { target } = link
    const inTest = isTestFile(link.path)
    if (target.kind === 'file') {
      return seen(target.room, link) || (inTest && isTesting(target.path)) ? null : `only ${allowed} may be seen here`
    }
    if (target.kind === 'computed') return 'a computed import cannot be checked'
    if (target.kind === 'missing') return null
    return packages.includes(target.name) || (inTest && testParts.has(target.name))
      ? null
      : `only ${allowed} may be seen here, no package and nothing of Node`
  }
}

/** A room that may use any package and any part of Node, but only the listed files. */
function seesFiles(seen: (to: Room, link: Link) => boolean, reason: string) {
  return (link: Link): string | null => (link.target.kind !== 'file' || seen(link.target.room, link) ? null : reason)
}

const kernelStandsAlone: Wall = {
  name: 'kernel-stands-alone',
  concerns: (room) => room.name === 'kernel',
  refuses: knowsOnly((to) => to.name === 'kernel', 'kernel'),
}

const rulesAreData: Wall = {
  name: 'rules-are-data',
  concerns: (room) => room.name === 'rules',
  refuses: knowsOnly((to) => to.name === 'kernel' || to.name === 'rules', 'kernel and rules'),
}

const domainIsPure: Wall = {
  name: 'domain-is-pure',
  concerns: (room) => room.part === 'domain',
  refuses: knowsOnly(
    (to, { room }) =>
      to.name === 'kernel' ||
      to.name === 'rules' ||
      (to.part === 'domain' &&
        (to.module === room.module || (to.door === 'domain' && isEarlier(to.module, room.module)))),
    'kernel, rules, the own domain and earlier domain/index.ts',
  ),
}

const contractIsPlain: Wall = {
  name: 'contract-is-plain',
  concerns: (room) => room.part === 'contract',
  refuses: knowsOnly((to) => to.name === 'kernel' || to.part === 'contract', 'zod, kernel and contracts', ['zod']),
}

const flowIsAList: Wall = {
  name: 'flow-is-a-list',
  concerns: (room) => room.name === 'plan',
  refuses: () => 'the flow is a list of names and knows nothing',
}

const enterByTheDoor: Wall = {
  name: 'enter-by-the-door',
  concerns: (room) => room.name !== 'tests' && room.name !== 'elsewhere',
  refuses: ({ path, room, target }) => {
    if (target.kind !== 'file' || target.room.name !== 'module' || target.room.module === room.module) return null
    if (target.room.door !== null || (isTestFile(path) && isTesting(target.path))) return null
    return `module ${target.room.module} is entered by index.ts, domain/index.ts or contract.ts`
  },
}

const testingStaysInTests: Wall = {
  name: 'testing-stays-in-tests',
  concerns: (_room, path) => !isTestFile(path),
  refuses: ({ target }) =>
    target.kind === 'file' && (isTestFile(target.path) || target.room.name === 'tests')
      ? 'tests, law examples, builders and benches are for tests only'
      : null,
}

const laterIsUnknown: Wall = {
  name: 'later-is-unknown',
  concerns: (room) => room.name === 'module',
  refuses: ({ room, target }) => {
    if (target.kind !== 'file') return null
    const to = target.room
    if (to.name === 'simulation' || to.name === 'demo') return `${to.name} stands after every module`
    if (to.name !== 'module' || to.module === room.module || isEarlier(to.module, room.module)) return null
    return `${to.module} does not stand before ${room.module} in the flow; wire an event in src/server/subscriptions.ts`
  },
}

const platformKnowsNoModule: Wall = {
  name: 'platform-knows-no-module',
  concerns: (room) => room.name === 'platform',
  refuses: seesFiles(
    (to) => ['kernel', 'rules', 'plan', 'platform'].includes(to.name),
    'plumbing sees kernel, rules and platform only',
  ),
}

const nobodyKnowsTheServer: Wall = {
  name: 'nobody-knows-the-server',
  concerns: (room) => !['server', 'cli', 'tests', 'elsewhere'].includes(room.name),
  refuses: seesFiles((to) => to.name !== 'server' && to.name !== 'cli', 'server and cli stand above everything'),
}

const simulationUsesPureDoors: Wall = {
  name: 'simulation-uses-pure-doors',
  concerns: (room) => room.name === 'simulation',
  refuses: knowsOnly(
    (to) => ['kernel', 'rules', 'simulation'].includes(to.name) || to.door === 'domain',
    'kernel, rules, simulation and domain/index.ts',
  ),
}

const demoPlaysThroughDoors: Wall = {
  name: 'demo-plays-through-doors',
  concerns: (room) => room.name === 'demo',
  refuses: seesFiles(
    (to, link) =>
      ['kernel', 'simulation', 'platform', 'demo'].includes(to.name) ||
      to.door === 'index' ||
      (isTestFile(link.path) && link.target.kind === 'file' && isTesting(link.target.path)),
    'the demo sees kernel, simulation, platform and modules/*/index.ts',
  ),
}

const demoIsStartedFromAbove: Wall = {
  name: 'demo-is-started-from-above',
  concerns: (room) => !['server', 'cli', 'demo', 'tests', 'elsewhere'].includes(room.name),
  refuses: seesFiles((to) => to.name !== 'demo', 'only server and cli start the demo'),
}

const webKnowsTheContract: Wall = {
  name: 'web-knows-the-contract',
  concerns: (room) => room.name === 'web',
  refuses: ({ path, target }) => {
    if (target.kind === 'node') return isTestFile(path) ? null : 'a browser has no part of Node'
    if (target.kind !== 'file') return null
    const to = target.room
    return to.name === 'web' || to.name === 'kernel' || to.part === 'contract'
      ? null
      : 'web sees contract.ts and kernel'
  },
}

const rolesLiveApart: Wall = {
  name: 'roles-live-apart',
  concerns: (room) => room.role !== null,
  refuses: ({ room, target }) =>
    target.kind === 'file' && target.room.role !== null && target.room.role !== room.role
      ? `role ${room.role} may not know role ${target.room.role}; share through ui, api or language`
      : null,
}

const sharedPartsKnowNoRole: Wall = {
  name: 'shared-parts-know-no-role',
  concerns: (room, path) => room.name === 'web' && /^web\/src\/(ui|api|language)\//.test(path),
  refuses: ({ target }) =>
    target.kind === 'file' && target.room.role !== null ? 'ui, api and language are below the roles' : null,
}

/** Every wall that is a rule about single imports. */
export const walls: readonly Wall[] = [
  kernelStandsAlone,
  rulesAreData,
  domainIsPure,
  contractIsPlain,
  enterByTheDoor,
  testingStaysInTests,
  flowIsAList,
  laterIsUnknown,
  platformKnowsNoModule,
  nobodyKnowsTheServer,
  simulationUsesPureDoors,
  demoPlaysThroughDoors,
  demoIsStartedFromAbove,
  webKnowsTheContract,
  rolesLiveApart,
  sharedPartsKnowNoRole,
]
