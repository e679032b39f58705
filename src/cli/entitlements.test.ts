import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { entitlementLines, entitlementsVerb } from './entitlements.ts'

const life = {
  case: 'c1',
  level: 'C',
  priceModel: null,
  decisions: [{ from: '2021-03-01', to: '2021-08-27' }],
  spells: [{ provider: 'p1', from: '2021-03-01', to: null }],
  approvedReports: 'all',
  outcomes: [{ kind: 'work', subsidised: false, from: '2021-07-05', to: '2022-02-01', verified: true }],
}

async function run(args: string[], lines: readonly unknown[]) {
  const out: Record<string, unknown>[] = []
  const errors: string[] = []
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const code = await entitlementLines(args, {
    input: Readable.from([text]),
    out: (line) => void out.push(JSON.parse(line)),
    error: (line) => void errors.push(line),
  })
  return { code, out, errors }
}

describe('krom entitlements', () => {
  test('writes a line for each amount with its rule and arithmetic', async () => {
    const { code, out, errors } = await run(['--rules', 'rom1'], [life])
    assert.deepEqual([code, errors], [0, []])
    assert.deepEqual(
      out.map((line) => [line.kind, line.month ?? line.on, line.amountOre]),
      [
        ['base_fee', '2021-03', 198_000],
        ['base_fee', '2021-04', 198_000],
        ['base_fee', '2021-05', 198_000],
        ['base_fee', '2021-06', 198_000],
        ['base_fee', '2021-07', 25_548],
        ['outcome_payment', '2021-11-05', 3_800_000],
        ['speed_premium', '2021-11-05', 1_544_400],
      ],
    )
    assert.deepEqual(Object.keys(out[0] ?? {}), ['case', 'kind', 'provider', 'month', 'amountOre', 'rule', 'steps'])
    assert.match(String(out[0]?.rule), /^compensation\.baseFeeOre rom1@[0-9-]+ \(5.*; C\)$/)
    assert.ok(Array.isArray(out[0]?.steps) && out[0].steps.every((step) => typeof step === 'string'))
  })

  test('refuses a line whole, says where and why, and goes on', async () => {
    const lines = [
      { ...life, level: 'B' },
      'not json',
      '',
      { ...life, spells: 'none' },
      { ...life, decisions: [{ from: '2021-03-01', to: '2021-02-30' }] },
      { ...life, case: 'c2', approvedReports: ['2021-03'], outcomes: [] },
    ]
    const { code, out, errors } = await run(['--rules', 'rom1'], lines)
    assert.equal(code, 1)
    assert.deepEqual(
      out.map((line) => line.case),
      ['c2'],
    )
    assert.deepEqual(
      errors.map((line) => line.split(/[ :]+/).slice(0, 4).join(' ')),
      ['line 1 case c1', 'line 2 not-json not', 'line 4 not-valid spells', 'line 5 case c1'],
    )
    assert.match(errors[0] ?? '', /price-model-missing/)
    assert.match(errors[3] ?? '', /impossible-date at decisions\[0\]\.to/)
  })

  const work = life.outcomes[0]
  const bad: [why: string, line: unknown, says: RegExp][] = [
    [
      'overlapping spells',
      { ...life, spells: [...life.spells, { provider: 'p2', from: '2021-05-01', to: null }] },
      /spells-overlap at spells/,
    ],
    [
      'overlapping decisions',
      { ...life, decisions: [...life.decisions, { from: '2021-08-27', to: '2022-01-01' }] },
      /decisions-overlap/,
    ],
    [
      'dates out of order',
      { ...life, decisions: [{ from: '2021-08-27', to: '2021-03-01' }] },
      /end-before-start at decisions\[0\]\.to/,
    ],
    [
      'a day of the year 9999',
      { ...life, spells: [{ provider: 'p1', from: '2021-03-01', to: '9999-12-31' }] },
      /impossible-date at spells\[0\]\.to/,
    ],
    ['an unknown price model', { ...life, level: 'B', priceModel: '3' }, /not-valid: priceModel/],
    ['level B without price model', { ...life, level: 'B' }, /price-model-missing/],
    ['an unknown level', { ...life, level: 'D' }, /not-valid: level/],
    ['no level', { ...life, level: null }, /level-missing at decisions\[0\]\.level/],
    ['an outcome for someone never in the service', { ...life, spells: [] }, /never-in-service at outcomes/],
    [
      'a negative extent',
      { ...life, outcomes: [{ ...work, extentPercent: -1 }] },
      /not-valid: outcomes\.0\.extentPercent/,
    ],
    [
      'an extent of 10^15',
      { ...life, outcomes: [{ ...work, extentPercent: 1e15 }] },
      /not-valid: outcomes\.0\.extentPercent/,
    ],
    ['an unknown kind of outcome', { ...life, outcomes: [{ ...work, kind: 'hobby' }] }, /not-valid: outcomes\.0\.kind/],
    ['an impossible month', { ...life, approvedReports: ['2021-13'] }, /impossible-month at approvedReports\[0\]/],
    ['a decision without end', { ...life, decisions: [{ from: '2021-03-01', to: null }] }, /open-decision/],
    ['broken JSON', '{"case":"c1",', /not-json/],
    ['a list', '[]', /not-valid/],
  ]
  for (const [why, line, says] of bad) {
    test(`refuses ${why} with its line and reason, and gives the other case`, async () => {
      const { code, out, errors } = await run(['--rules', 'rom1'], [line, { ...life, case: 'good', outcomes: [] }])
      assert.equal(code, 1)
      assert.deepEqual([...new Set(out.map((each) => each.case))], ['good'])
      assert.equal(errors.length, 1)
      assert.match(errors[0] ?? '', /^line 1: /)
      assert.match(errors[0] ?? '', says)
    })
  }

  const rom2 = {
    ...life,
    level: 'B',
    decisions: [{ from: '2023-05-01', to: '2023-10-27' }],
    spells: [{ provider: 'p1', from: '2023-05-01', to: null }],
    approvedReports: ['2023-05'],
    outcomes: [],
  }

  test('asks once a case for a base fee that nobody has given', async () => {
    const { code, out } = await run(['--rules', 'rom2'], [rom2, { ...rom2, case: 'c2' }])
    assert.equal(code, 0)
    assert.deepEqual(out, [
      { case: 'c1', kind: 'question', reason: 'rate-not-set' },
      { case: 'c2', kind: 'question', reason: 'rate-not-set' },
    ])
  })

  test('takes the demo rates or those of a file', async () => {
    const demo = await run(['--rules', 'rom2', '--demo-rates', '--language', 'en'], [rom2])
    assert.deepEqual(
      demo.out.map((line) => line.amountOre),
      [150_700],
    )
    assert.match(JSON.stringify(demo.out), /31 days in service at level B/)
    const folder = mkdtempSync(join(tmpdir(), 'krom-fees-'))
    try {
      const file = join(folder, 'fees.json')
      writeFileSync(file, '{"A":1000,"B":1200.5,"C":1400}')
      const given = await run(['--rules', 'rom2', '--base-fees', file], [rom2])
      assert.deepEqual(
        given.out.map((line) => line.amountOre),
        [120_050],
      )
      for (const wrong of [
        '{"A":-1}',
        '{"A":1000,"B":1200,"C":1e15}',
        '{"A":-1,"B":1,"C":1}',
        '{"A":1.005,"B":1,"C":1}',
        '{',
        '',
      ]) {
        writeFileSync(file, wrong)
        const { code, out, errors } = await run(['--rules', 'rom2', '--base-fees', file], [rom2])
        assert.deepEqual([code, out.length, errors.length], [1, 0, 1], wrong)
        assert.match(errors[0] ?? '', /kronor a month/)
      }
      assert.equal((await run(['--rules', 'rom2', '--base-fees', join(folder, 'none')], [rom2])).code, 1)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('says in one sentence how it is used when it is used wrongly', async () => {
    for (const args of [
      [],
      ['--rules', 'rom3'],
      ['--rules'],
      ['--rules', 'rom1', '--fast'],
      ['--rules', 'rom1', '--base-fees'],
    ]) {
      const { code, out, errors } = await run(args, [life])
      assert.deepEqual([code, out.length, errors.length], [2, 0, 1])
    }
    assert.match(entitlementsVerb.help, /amountOre/)
  })
})
