import { flow } from '../../src/modules/flow.ts'

/** Every folder that may stand in `src`. */
export const sourceFolders = ['kernel', 'rules', 'platform', 'modules', 'simulation', 'demo', 'server', 'cli'] as const

/** `plan` is the one list of the flow itself, names and nothing more, which every room may read. */
export type RoomName =
  | Exclude<(typeof sourceFolders)[number], 'modules'>
  | 'plan'
  | 'module'
  | 'web'
  | 'tests'
  | 'elsewhere'

/** The doors by which others may enter a module. */
export type Door = 'index' | 'domain' | 'contract'

export type Room = {
  name: RoomName
  /** The module's name, for rooms called `module`. */
  module: string | null
  /** The part of a module that a file stands in; `domain` and `contract` are stricter than the rest. */
  part: 'domain' | 'contract' | 'application' | null
  /** The door that the file is, if it is one. */
  door: Door | null
  /** The role that a web file belongs to. */
  role: string | null
}

const outside: Room = { name: 'elsewhere', module: null, part: null, door: null, role: null }

/** Which room a file stands in, by its path alone. */
export function roomOf(path: string): Room {
  const [top, second, third] = path.split('/')
  if (top === 'tests' || top === 'bench') return { ...outside, name: 'tests' }
  if (top === 'web') return path.startsWith('web/src/') ? { ...outside, name: 'web', role: roleOf(path) } : outside
  if (top !== 'src' || second === undefined) return outside
  if (path === 'src/modules/flow.ts') return { ...outside, name: 'plan' }
  if (second === 'modules') return third === undefined ? outside : moduleRoom(path, third)
  return (sourceFolders as readonly string[]).includes(second) ? { ...outside, name: second as RoomName } : outside
}

function moduleRoom(path: string, module: string): Room {
  const inside = path.slice(`src/modules/${module}/`.length)
  // A contract that has grown too long for one file goes on in the folder beside it.
  const isContract = inside === 'contract.ts' || inside.startsWith('contract/')
  const part = inside.startsWith('domain/') ? 'domain' : isContract ? 'contract' : 'application'
  const doors: Record<string, Door> = { 'index.ts': 'index', 'domain/index.ts': 'domain' }
  return { ...outside, name: 'module', module, part, door: isContract ? 'contract' : (doors[inside] ?? null) }
}

function roleOf(path: string): string | null {
  return /^web\/src\/roles\/([^/]+)\//.exec(path)?.[1] ?? null
}

/** Whether the module `target` stands before `from` in the flow. A module that is not in the flow is never earlier. */
export function isEarlier(target: string | null, from: string | null): boolean {
  const targetPlace = (flow as readonly (string | null)[]).indexOf(target)
  return targetPlace >= 0 && targetPlace < (flow as readonly (string | null)[]).indexOf(from)
}
