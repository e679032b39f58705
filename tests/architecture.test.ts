import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkWall, walls } from './architecture/walls.ts'
import { checkEveryFolderIsListed, checkNoAliases, checkNoCircles, checkNoMissingFile } from './architecture/whole.ts'
import { assertKept, readTree, type Tree, treeOf, type Verdict } from './source/tree.ts'

type Files = Record<string, string>
/** A sound tree, and the files that break the wall in it, each with what the breach must name. */
type Example = { sound: Files; broken: readonly { files: Files; says: RegExp }[] }

const empty = 'export {}\n'
const breaks = (path: string, source: string, others: Files = {}): { files: Files; says: RegExp } => ({
  files: { ...others, [path]: source },
  says: new RegExp(path.replaceAll('.', '\\.')),
})

const examples: Record<string, Example> = {
  'kernel-stands-alone': {
    sound: {
      'src/kernel/day.ts': "import { ok } from './result.ts'\nexport const day = ok",
      'src/kernel/result.ts': 'export const ok = 1',
      'src/kernel/day.test.ts': "import { test } from 'node:test'\nimport fc from 'fast-check'\ntest('x', () => fc)",
      'src/rules/windows.ts': empty,
    },
    broken: [
      breaks('src/kernel/period.ts', "import '../rules/windows.ts'"),
      breaks('src/kernel/period.ts', "import { z } from 'zod'\nexport const q = z"),
      breaks('src/kernel/period.ts', "export { randomUUID } from 'node:crypto'"),
      breaks('src/kernel/period.ts', "export type T = import('../rules/windows.ts').T"),
    ],
  },
  'rules-are-data': {
    sound: {
      'src/rules/windows.ts': "import '../kernel/day.ts'",
      'src/kernel/day.ts': empty,
      'src/platform/db.ts': empty,
    },
    broken: [
      breaks('src/rules/money.ts', "import '../platform/db.ts'"),
      breaks('src/rules/money.ts', "import fs from 'node:fs'\nexport const q = fs"),
    ],
  },
  'domain-is-pure': {
    sound: {
      'src/kernel/day.ts': empty,
      'src/rules/windows.ts': empty,
      'src/modules/registration/domain/index.ts': "export * from './person.ts'",
      'src/modules/registration/domain/person.ts': empty,
      'src/modules/registration/store.ts': empty,
      'src/modules/decision/domain/index.ts':
        "import '../../../kernel/day.ts'\nimport '../../../rules/windows.ts'\nimport '../../registration/domain/index.ts'",
      'src/modules/decision/domain/entry.test.ts':
        "import assert from 'node:assert/strict'\nimport '../../registration/testing.ts'\nassert.ok(1)",
      'src/modules/registration/testing.ts': empty,
    },
    broken: [
      breaks('src/modules/decision/domain/entry.ts', "import { sql } from 'kysely'\nexport const q = sql"),
      breaks('src/modules/decision/domain/entry.ts', "import 'node:crypto'"),
      breaks('src/modules/decision/domain/entry.ts', "import '../../registration/domain/person.ts'"),
      breaks('src/modules/registration/domain/entry.ts', "import type { D } from '../../decision/domain/index.ts'"),
      breaks('src/modules/registration/domain/entry.ts', "import '../store.ts'"),
    ],
  },
  'contract-is-plain': {
    sound: {
      'src/kernel/day.ts': empty,
      'src/modules/registration/contract.ts':
        "import { z } from 'zod'\nimport '../../kernel/day.ts'\nexport const q = z",
      'src/modules/decision/contract.ts': "import '../registration/contract.ts'",
      'src/modules/decision/store.ts': empty,
      'src/modules/registration/domain/index.ts': empty,
    },
    broken: [
      breaks('src/modules/market/contract.ts', "import '../registration/domain/index.ts'"),
      breaks('src/modules/market/contract.ts', "import { sql } from 'kysely'\nexport const q = sql"),
    ],
  },
  'enter-by-the-door': {
    sound: {
      'src/modules/registration/index.ts': empty,
      'src/modules/registration/store.ts': empty,
      'src/modules/registration/testing.ts': empty,
      'src/modules/decision/decide-entry.ts': "import { q } from '../registration/index.ts'\nimport './store.ts'\nq",
      'src/modules/decision/store.ts': empty,
      'src/modules/decision/decide-entry.test.ts': "import '../registration/testing.ts'",
    },
    broken: [
      breaks('src/modules/decision/extend.ts', "import '../registration/store.ts'"),
      breaks('src/server/routes.ts', "import '../modules/registration/store.ts'"),
      breaks('src/modules/decision/extend.ts', "export const q = () => import('../registration/store.ts')"),
    ],
  },
  'testing-stays-in-tests': {
    sound: {
      'src/modules/registration/testing.ts': empty,
      'src/modules/registration/register.test.ts': "import './testing.ts'",
      'src/modules/registration/register.ts': empty,
      'tests/source/tree.ts': empty,
      'bench/http.ts': empty,
    },
    broken: [
      breaks('src/modules/registration/routes.ts', "import './testing.ts'"),
      breaks('src/server/main.ts', "import '../../tests/source/tree.ts'"),
      breaks('src/cli/main.ts', "await import('../../bench/http.ts')"),
    ],
  },
  'later-is-unknown': {
    sound: {
      'src/modules/registration/index.ts': empty,
      'src/modules/decision/index.ts': "import '../registration/index.ts'",
      'src/simulation/run.ts': empty,
    },
    broken: [
      breaks('src/modules/registration/register.ts', "import '../decision/index.ts'"),
      breaks('src/modules/registration/register.ts', "import type { Run } from '../../simulation/run.ts'"),
      breaks('src/modules/surprise/index.ts', "import '../registration/index.ts'"),
    ],
  },
  'flow-is-a-list': {
    sound: { 'src/modules/flow.ts': empty, 'src/kernel/day.ts': empty },
    broken: [breaks('src/modules/flow.ts', "import '../kernel/day.ts'")],
  },
  'platform-knows-no-module': {
    sound: {
      'src/platform/db.ts': "import pg from 'pg'\nimport '../kernel/day.ts'\nimport './log.ts'\nexport const q = pg",
      'src/platform/log.ts': empty,
      'src/kernel/day.ts': empty,
      'src/modules/registration/index.ts': empty,
    },
    broken: [breaks('src/platform/jobs.ts', "import '../modules/registration/index.ts'")],
  },
  'nobody-knows-the-server': {
    sound: {
      'src/server/main.ts': "import '../modules/registration/index.ts'",
      'src/cli/main.ts': "import '../server/main.ts'",
      'src/modules/registration/index.ts': empty,
    },
    broken: [
      breaks('src/modules/registration/jobs.ts', "import '../../server/main.ts'"),
      breaks('src/platform/jobs.ts', "import '../cli/main.ts'"),
    ],
  },
  'simulation-uses-pure-doors': {
    sound: {
      'src/simulation/run.ts':
        "import '../modules/decision/domain/index.ts'\nimport '../kernel/random.ts'\nimport './people.ts'",
      'src/simulation/people.ts': empty,
      'src/kernel/random.ts': empty,
      'src/modules/decision/domain/index.ts': empty,
      'src/modules/decision/index.ts': empty,
    },
    broken: [
      breaks('src/simulation/market.ts', "import '../modules/decision/index.ts'"),
      breaks('src/simulation/market.ts', "import 'node:fs'"),
    ],
  },
  'demo-plays-through-doors': {
    sound: {
      'src/demo/play.ts':
        "import '../modules/decision/index.ts'\nimport '../simulation/run.ts'\nimport '../platform/db.ts'",
      'src/simulation/run.ts': empty,
      'src/platform/db.ts': empty,
      'src/modules/decision/index.ts': empty,
      'src/modules/decision/domain/index.ts': empty,
    },
    broken: [breaks('src/demo/people.ts', "import '../modules/decision/domain/index.ts'")],
  },
  'demo-is-started-from-above': {
    sound: { 'src/server/main.ts': "import '../demo/play.ts'", 'src/demo/play.ts': empty, 'src/platform/db.ts': empty },
    broken: [breaks('src/platform/jobs.ts', "import '../demo/play.ts'")],
  },
  'web-knows-the-contract': {
    sound: {
      'web/src/main.tsx':
        "import React from 'react'\nimport '../../src/modules/decision/contract.ts'\nexport const q = React",
      'web/src/api/client.ts': "import '../../../src/kernel/day.ts'",
      'src/kernel/day.ts': empty,
      'src/modules/decision/contract.ts': empty,
      'src/modules/decision/domain/index.ts': empty,
    },
    broken: [
      breaks('web/src/api/case.ts', "import '../../../src/modules/decision/domain/index.ts'"),
      breaks('web/src/api/case.ts', "import 'node:fs'"),
    ],
  },
  'roles-live-apart': {
    sound: {
      'web/src/main.tsx': "const jobseeker = () => import('./roles/jobseeker/home.tsx')\nexport const q = jobseeker",
      'web/src/roles/jobseeker/home.tsx': "import '../../ui/card.tsx'",
      'web/src/roles/caseworker/queue.tsx': empty,
      'web/src/ui/card.tsx': empty,
    },
    broken: [breaks('web/src/roles/jobseeker/week.tsx', "import '../caseworker/queue.tsx'")],
  },
  'shared-parts-know-no-role': {
    sound: { 'web/src/ui/card.tsx': empty, 'web/src/roles/jobseeker/home.tsx': empty },
    broken: [breaks('web/src/ui/menu.tsx', "import '../roles/jobseeker/home.tsx'")],
  },
}

const wholeChecks: Record<string, { check: (tree: Tree) => Verdict; example: Example }> = {
  'every folder is listed': {
    check: checkEveryFolderIsListed,
    example: {
      sound: { 'src/kernel/day.ts': empty, 'src/modules/market/index.ts': empty },
      broken: [
        { files: { 'src/modules/surprise/index.ts': empty }, says: /modules\/surprise/ },
        { files: { 'src/shared/day.ts': empty }, says: /src\/shared/ },
      ],
    },
  },
  'no missing file': {
    check: checkNoMissingFile,
    example: {
      sound: { 'src/kernel/day.ts': "import './money.ts'", 'src/kernel/money.ts': empty },
      broken: [breaks('src/kernel/period.ts', "import './day'"), breaks('src/kernel/period.ts', "import './gone.ts'")],
    },
  },
  'no aliases': {
    check: checkNoAliases,
    example: {
      sound: {
        'package.json': '{"dependencies":{"zod":"1","@fastify/cookie":"1"}}',
        'src/server/main.ts': "import 'zod'\nimport '@fastify/cookie'\nimport 'node:fs'",
      },
      broken: [
        breaks('src/server/routes.ts', "import '@/kernel/day.ts'"),
        breaks('src/server/routes.ts', "import '#kernel'"),
        breaks('src/server/routes.ts', "import 'src/kernel/day.ts'"),
        breaks('src/server/routes.ts', "import 'fs'"),
        breaks('src/server/routes.ts', 'export const load = (name: string) => import(name)'),
        { files: { 'tsconfig.json': '{"compilerOptions":{"paths":{}}}' }, says: /path aliases/ },
      ],
    },
  },
  'no circles': {
    check: checkNoCircles,
    example: {
      sound: {
        'src/kernel/a.ts': "import type { B } from './b.ts'\nexport type A = B",
        'src/kernel/b.ts':
          "import { c } from './c.ts'\nimport type { A } from './a.ts'\nexport type B = A\nexport const b = c",
        'src/kernel/c.ts': 'export const c = 1',
      },
      broken: [
        breaks('src/kernel/c.ts', "export { b as c } from './b.ts'"),
        breaks('src/kernel/d.ts', "import './d.ts'"),
      ],
    },
  },
}

function checkExample(check: (tree: Tree) => Verdict, { sound, broken }: Example): void {
  assertKept('the sound example', check(treeOf(sound)))
  for (const { files, says } of broken) {
    const verdict = check(treeOf({ ...sound, ...files }))
    assert.equal(verdict.breaches.length, 1, `one breach expected for ${JSON.stringify(files)}`)
    assert.throws(() => assertKept('the broken example', verdict), says)
  }
  assert.throws(() => assertKept('an empty tree', check(treeOf({}))), /nothing was read/)
}

const house = readTree()

describe('the walls of the house', () => {
  for (const wall of walls) {
    test(`${wall.name} stands`, () => assertKept(wall.name, checkWall(wall, house)))
    test(`${wall.name} falls when it is broken on purpose, and when nothing was read`, () => {
      const example = examples[wall.name]
      assert.ok(example, 'each wall has an example that breaks it')
      checkExample((tree) => checkWall(wall, tree), example)
    })
  }
  for (const [name, { check, example }] of Object.entries(wholeChecks)) {
    test(`${name}: kept`, () => assertKept(name, check(house)))
    test(`${name}: found when it is broken on purpose, and when nothing was read`, () => checkExample(check, example))
  }
})

test('a file that cannot be parsed does not pass', () => {
  assert.throws(() => checkNoCircles(treeOf({ 'src/kernel/day.ts': 'export const = 1' })), /day\.ts cannot be parsed/)
})
