import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assertKept, readTree, type Tree, treeOf, type Verdict } from './source/tree.ts'
import { checkDecisionRecords } from './tidy/decisions.ts'
import { checkGlossary } from './tidy/glossary.ts'
import { checkFileLengths, checkFunctionLengths } from './tidy/lengths.ts'
import { checkLeftovers, checkModuleReadmes, checkNames } from './tidy/names.ts'
import { checkProblemCodes } from './tidy/problem-codes.ts'
import { checkPurity } from './tidy/purity.ts'
import { checkRuleSources, type SourcedRule } from './tidy/rule-sources.ts'
import { checkSqlClock, checkSqlSchemas } from './tidy/sql.ts'

type Files = Record<string, string>
type Rule = {
  name: string
  check: (tree: Tree) => Verdict
  /** A tree that keeps the rule. */
  sound: Files
  /** Files that break it, each with what the breach must say. */
  broken: readonly [Files, RegExp][]
}

const lines = (count: number, line = '  x()'): string => Array.from({ length: count }, () => line).join('\n')
const functionOf = (count: number, name = 'long'): string => `export function ${name}() {\n${lines(count - 2)}\n}\n`

const market = 'src/modules/market'
const glossaryHead = '| term | type | Swedish | meaning | module |\n|---|---|---|---|---|\n'
const waitingHead = '| term | Swedish | meaning | module |\n|---|---|---|---|\n'

const rules: readonly Rule[] = [
  {
    name: 'SQL names only its own schema, platform, and the published views of earlier modules',
    check: checkSqlSchemas,
    sound: {
      [`${market}/schema/0001-market.sql`]:
        "-- not decision.decision\ncreate view market.v_open as select 'decision.x' from market.contract join platform.access a on true join decision.v_decision decision on decision.case_id = a.id",
      [`${market}/store.ts`]:
        "export const q = (db) => db.selectFrom('market.contract').innerJoin('decision.v_decision as decision', 'decision.id', 'x')",
      [`${market}/letters.ts`]: "export const key = 'decision.title'",
      [`${market}/store.test.ts`]: 'export const peek = sql`select * from decision.decision`',
    },
    broken: [
      [
        { [`${market}/schema/0002-more.sql`]: 'select 1;\nselect * from decision.decision' },
        /0002-more\.sql:2 names decision\.decision/,
      ],
      [
        { [`${market}/reads.ts`]: 'export const q = sql<Row>`select * from "decision"."decision" where true`' },
        /reads\.ts:1/,
      ],
      [
        { [`${market}/reads.ts`]: "export const q = (db) => db.selectFrom('decision.decision as d')" },
        /decision\.decision/,
      ],
      [
        { [`${market}/reads.ts`]: "export const q = (db) => db.selectFrom(['market.contract', 'decision.decision'])" },
        /decision\.decision/,
      ],
      [
        { [`${market}/reads.ts`]: "export const q = (db) => db.withSchema('decision').selectFrom('decision')" },
        /decision\.\*/,
      ],
      [
        { [`${market}/reads.ts`]: "export const q = (c) => c.query('select * from decision.decision')" },
        /decision\.decision/,
      ],
      [
        { [`${market}/reads.ts`]: 'export const q = sql`select * from delivery.v_spell`' },
        /delivery stands later in the flow/,
      ],
    ],
  },
  {
    name: 'SQL in modules takes the day from the domain, never from the database',
    check: checkSqlClock,
    sound: {
      [`${market}/store.ts`]: "export const q = sql`select 'now()' from market.contract -- not now()`",
      'src/platform/schema/0001-platform.sql': 'select now()',
    },
    broken: [
      [
        { [`${market}/schema/0001-market.sql`]: 'create table market.t (\n  at timestamptz default now())' },
        /0001-market\.sql:2 says now\(/,
      ],
      [{ [`${market}/reads.ts`]: 'export const q = sql`select\n current_date`' }, /reads\.ts:2 says current_date/],
      [{ [`${market}/reads.ts`]: 'export const q = sql.raw(`coalesce(x, clock_timestamp())`)' }, /clock_timestamp/],
    ],
  },
  {
    name: 'domain, rules and simulation have no clock and no chance of their own',
    check: checkPurity,
    sound: {
      [`${market}/domain/choice.ts`]:
        "// Date.now() would be wrong\nexport const text = 'new Date()'\nexport const on = (day) => day",
      [`${market}/store.ts`]: 'export const now = Date.now()',
    },
    broken: [
      [{ [`${market}/domain/x.ts`]: 'export const now = Date.now' }, /Date\.now/],
      [{ 'src/rules/x.ts': 'export const now = new Date()' }, /new Date/],
      [{ 'src/simulation/x.ts': 'export const chance = Math.random()' }, /Math\.random/],
      [{ 'src/simulation/x.ts': 'globalThis.setTimeout(() => {}, 1)' }, /setTimeout/],
    ],
  },
  {
    name: 'functions are at most 70 lines, components 120',
    check: checkFunctionLengths,
    sound: {
      'src/kernel/day.ts': functionOf(70),
      'web/src/ui/card.tsx': `export const Card = memo(() => {\n${lines(118)}\n})\n`,
      'src/kernel/day.test.ts': `describe('days', () => {\n${lines(200)}\n})\n`,
    },
    broken: [
      [{ 'src/kernel/period.ts': functionOf(71) }, /period\.ts:1 long has 71 lines, at most 70/],
      [{ 'src/kernel/period.ts': `export const long = () => [\n${lines(70, '  1,')}\n]\n` }, /long has 72 lines/],
      [{ 'web/src/ui/page.tsx': functionOf(71) }, /at most 70/],
      [{ 'web/src/ui/page.tsx': functionOf(121, 'Page') }, /at most 120/],
      [{ 'web/src/ui/page.ts': functionOf(71, 'Page') }, /at most 70/],
    ],
  },
  {
    name: 'files are at most 300 lines, tests 600; data and texts are exempt',
    check: checkFileLengths,
    sound: {
      'src/kernel/day.ts': `${lines(300, '1')}\n`,
      'src/kernel/day.test.ts': `${lines(600, '1')}\n`,
      'src/rules/places.data.ts': `${lines(900, '1')}\n`,
      'web/src/language/sv.ts': `${lines(900, '1')}\n`,
    },
    broken: [
      [{ 'src/kernel/period.ts': `${lines(301, '1')}\n` }, /301 lines, at most 300/],
      [{ 'src/kernel/period.test.ts': `${lines(601, '1')}\n` }, /601 lines, at most 600/],
    ],
  },
  {
    name: 'no file is called utils, helpers, common, misc or manager',
    check: checkNames,
    sound: { 'src/kernel/day.ts': '', 'src/platform/commonplace.ts': '' },
    broken: [
      [{ 'src/kernel/utils.ts': '' }, /'utils' says nothing/],
      [{ 'src/platform/helpers/day.ts': '' }, /'helpers'/],
      [{ 'src/platform/job-manager.ts': '' }, /'manager'/],
    ],
  },
  {
    name: 'nothing half-done is left in code',
    check: checkLeftovers,
    sound: { 'src/kernel/day.ts': 'export {}' },
    broken: [
      [{ 'src/kernel/x.ts': `// ${'TO'}DO later` }, /x\.ts:1 leaves/],
      [{ 'src/platform/schema/0001-x.sql': `\n-- ${'FIX'}ME` }, /x\.sql:2 leaves/],
      [{ 'src/kernel/x.ts': `// @ts-${'ignore'}` }, /leaves/],
    ],
  },
  {
    name: 'each module has a README of at most 20 lines',
    check: checkModuleReadmes,
    sound: { [`${market}/README.md`]: '# Market\n', [`${market}/index.ts`]: '', 'src/modules/flow.ts': '' },
    broken: [
      [{ 'src/modules/delivery/index.ts': '' }, /delivery\/README\.md is missing/],
      [{ [`${market}/README.md`]: `${lines(21, 'x')}\n` }, /21 lines, at most 20/],
    ],
  },
  {
    name: 'each term of the glossary has its type, and each row its cells',
    check: checkGlossary,
    sound: {
      'docs/GLOSSARY.md': `${glossaryHead}| spell | \`Spell\` | placering | days | market |\n| rating | \`Rating\` | betyg | grade | oversight |\n\n${waitingHead}| tender terms | villkor | terms | market |\n`,
      [`${market}/domain/index.ts`]: 'export type Spell = { from: string }\nexport type SpellEnd = string\n',
    },
    broken: [
      [{ [`${market}/domain/index.ts`]: 'export type SpellEnd = string' }, /'spell' has no exported type Spell/],
      [{ [`${market}/domain/tender.ts`]: 'export interface TenderTerms { x: 1 }' }, /'tender terms' is built/],
      [
        {
          'docs/GLOSSARY.md': `${glossaryHead}| spell |  | placering | days | market |\n| a | \`A\` | a | a | oversight |\n`,
        },
        /:3 is not a row/,
      ],
      [
        { 'docs/GLOSSARY.md': `${glossaryHead}| a | \`A\` | a | a | oversight |\n| a | \`A\` | a | a | oversight |\n` },
        /stands twice/,
      ],
    ],
  },
  {
    name: 'each problem code has a text and a test',
    check: checkProblemCodes,
    sound: {
      [`${market}/domain/choice.ts`]: "export const refuse = (x) => problem(x ? 'choice-late' : 'choice-full', {})",
      [`${market}/problems.ts`]: "export const problems = { 'choice-late': { sv: 'a' }, 'choice-full': { sv: 'b' } }",
      [`${market}/domain/choice.test.ts`]: "assert.equal(code, 'choice-late')",
      'tests/journeys/choice.test.ts': "assert.equal(code, 'choice-full')",
    },
    broken: [
      [
        { [`${market}/problems.ts`]: "export const problems = { 'choice-late': 'a' } // choice-full" },
        /'choice-full' has no text/,
      ],
      [{ 'tests/journeys/choice.test.ts': '// choice-full' }, /'choice-full' stands in no test/],
      [
        {
          [`${market}/choose.ts`]: "export const no = fail({ code: 'choice-odd' })",
          'tests/x.test.ts': "'choice-odd'",
        },
        /'choice-odd' has no text/,
      ],
      [{ [`${market}/choose.ts`]: 'export const no = (code) => problem(code)' }, /computes a problem's code/],
    ],
  },
  {
    name: 'records of decisions are numbered once and say their number',
    check: checkDecisionRecords,
    sound: { 'docs/decisions/0001-walls.md': `# 0001. Walls\n${lines(6, 'text')}` },
    broken: [
      [{ 'docs/decisions/0001-other.md': `# 0001. Other\n${lines(6, 'text')}` }, /has the number of/],
      [{ 'docs/decisions/0002-other.md': `# 0003. Other\n${lines(6, 'text')}` }, /must begin with '# 0002\. '/],
      [{ 'docs/decisions/0002-other.md': '# 0002. Other\n' }, /says nothing/],
      [{ 'docs/decisions/notes.md': lines(6, 'text') }, /is not named like/],
    ],
  },
]

const house = readTree()

describe('the tidy rules of the house', () => {
  for (const { name, check, sound, broken } of rules) {
    test(name, () => assertKept(name, check(house)))
    test(`found when broken on purpose, and when nothing was read: ${name}`, () => {
      assertKept('the sound example', check(treeOf(sound)))
      for (const [files, says] of broken) {
        const verdict = check(treeOf({ ...sound, ...files }))
        assert.equal(verdict.breaches.length, 1, `one breach expected of ${JSON.stringify(files)}: ${verdict.breaches}`)
        assert.throws(() => assertKept('the broken example', verdict), says)
      }
      assert.throws(() => assertKept('an empty tree', check(treeOf({}))), /nothing was read/)
    })
  }
})

describe('each value of each rule has a source', () => {
  test('in the rules of the house', async () => {
    const { allParameters } = await import('../src/rules/index.ts')
    const found = allParameters.map(({ parameter }) => parameter)
    assertKept('each rule value has a source', checkRuleSources(found))
  })

  test('found when broken on purpose, and when nothing was read', () => {
    const value = { from: '2020-03-30', value: 1, source: { title: 'Act' }, provenance: 'C' }
    const rule = { name: 'days', values: [value] }
    assertKept('a sound rule', checkRuleSources([rule]))
    const broken: [SourcedRule[], RegExp][] = [
      [[{ name: 'days', values: [{ ...value, source: '' }] }], /has no source/],
      [[{ name: 'days', values: [{ ...value, source: { title: ' ' } }] }], /has no source/],
      [[{ name: 'days', values: [{ ...value, provenance: 'X' }] }], /no provenance/],
      [[{ name: 'days', values: [{ ...value, from: 'soon' }] }], /without its first day/],
      [[{ name: 'days', values: [] }], /has no value/],
      [[rule, rule], /defined twice/],
    ]
    for (const [given, says] of broken) assert.throws(() => assertKept('rules', checkRuleSources(given)), says)
    assert.throws(() => assertKept('no rules', checkRuleSources([])), /nothing was read/)
  })
})
