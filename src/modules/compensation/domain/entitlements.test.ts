import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day, month } from '../../../kernel/day.ts'
import { fromInclusive } from '../../../kernel/period.ts'
import { must } from '../../../kernel/result.ts'
import { overridden, type Rules, rulesOfVersion } from '../../../rules/index.ts'
import { type CaseLine, factsOfLine } from './case-line.ts'
import { changeCases } from './changes.cases.ts'
import { entitlementCases, refusedCases } from './entitlements.cases.ts'
import { entitlements } from './entitlements.ts'
import { explainStep } from './explain.ts'
import type { Entitlement, MoneyFacts } from './money-facts.ts'
import { type BaseFeeSource, moneyLaw } from './money-law.ts'

type Change = (rules: Rules) => Rules

function moneyOf(line: CaseLine, version: 'rom1' | 'rom2', source: BaseFeeSource = 'law', change: Change = (r) => r) {
  return must(entitlements(must(factsOfLine(line)), (on) => moneyLaw(change(rulesOfVersion(version, on)), source)))
}

const short = (line: Entitlement) => [
  line.kind,
  line.provider,
  line.kind === 'base_fee' ? line.month : line.on,
  line.amountOre,
]

describe('what a case gives', () => {
  for (const { rule, version, line, gives } of [...entitlementCases, ...changeCases]) {
    test(rule, () => assert.deepEqual(moneyOf(line, version).entitlements.map(short), gives))
  }
})

test('programme 4.6, 5: at a change only the provider whose own report is approved is paid, under each of its contracts', () => {
  const { spells: _spells, ...rest } = must(factsOfLine({ ...rom2Case, level: 'C', priceModel: null }))
  const spell = (provider: string, contract: string, from: string, to: string) => ({
    provider,
    contract,
    period: fromInclusive(day(from), day(to)),
  })
  const facts: MoneyFacts = {
    ...rest,
    approvedReports: [{ provider: 'p2', month: month('2023-05') }],
    spells: [
      spell('p1', 'k1', '2023-05-01', '2023-05-10'),
      spell('p2', 'k2', '2023-05-11', '2023-05-20'),
      spell('p2', 'k3', '2023-05-21', '2023-05-31'),
    ],
  }
  const { entitlements: lines } = must(entitlements(facts, (on) => moneyLaw(rulesOfVersion('rom1', on))))
  assert.deepEqual(
    lines.map((line) => [line.provider, line.contract, line.amountOre]),
    [
      ['p2', 'k2', 63_871],
      ['p2', 'k3', 70_258],
    ],
  )
})

describe('a case is refused whole', () => {
  for (const { rule, line, code } of refusedCases) {
    test(`${rule}: ${code}`, () => {
      const facts = factsOfLine(line)
      const result = facts.ok ? entitlements(facts.value, (on) => moneyLaw(rulesOfVersion('rom1', on))) : facts
      assert.equal(result.ok ? null : result.problem.code, code)
    })
  }
})

const rom2Case: CaseLine = {
  level: 'B',
  decisions: [{ from: '2023-05-01', to: '2023-10-27' }],
  spells: [{ provider: 'p1', from: '2023-05-01', to: null }],
  approvedReports: ['2023-05'],
}

describe('base fees that the authority has not entered', () => {
  test('are one question for the case, and no amount', () => {
    assert.deepEqual(moneyOf(rom2Case, 'rom2'), { entitlements: [], questions: [{ reason: 'rate-not-set' }] })
  })

  test('are no question when nobody was in service', () => {
    assert.deepEqual(moneyOf({ ...rom2Case, spells: [] }, 'rom2').questions, [])
  })

  test('may be those of the demo world, which the line says', () => {
    const { entitlements: lines, questions } = moneyOf(rom2Case, 'rom2', 'demo')
    assert.deepEqual(lines.map(short), [['base_fee', 'p1', '2023-05', 150_700]])
    assert.equal(lines[0]?.rule.name, 'compensation.demoBaseFeeOre')
    assert.equal(lines[0]?.rule.provenance, 'A')
    assert.deepEqual(questions, [])
  })

  test('the demo rates never replace rates that the law has', () => {
    const [line] = moneyOf({ ...rom2Case, ...rom2Case, level: 'C' }, 'rom1', 'demo').entitlements
    assert.deepEqual([line?.amountOre, line?.rule.name], [198_000, 'compensation.baseFeeOre'])
  })
})

const partMonth: CaseLine = {
  level: 'C',
  decisions: [{ from: '2021-03-01', to: '2021-08-27' }],
  spells: [{ provider: 'p1', from: '2021-03-01', to: '2021-03-14' }],
  approvedReports: 'all',
}
const compensation = (rules: Rules, part: Partial<Rules['compensation']>) => overridden(rules, { compensation: part })
const outcomes = (rules: Rules, part: Partial<Rules['outcomes']>) => overridden(rules, { outcomes: part })

describe('named alternatives of a rule version', () => {
  test('a share of the weekdays: 10 of the 23 of March', () => {
    const change: Change = (rules) => compensation(rules, { baseFeeMethod: 'weekday-share' })
    assert.equal(moneyOf(partMonth, 'rom1', 'law', change).entitlements[0]?.amountOre, 86_087)
  })

  test('a 22nd for each of the 10 weekdays', () => {
    const change: Change = (rules) => compensation(rules, { baseFeeMethod: 'twenty-second-per-weekday' })
    assert.equal(moneyOf(partMonth, 'rom1', 'law', change).entitlements[0]?.amountOre, 90_000)
  })

  const afterEightMonths: CaseLine = {
    level: 'C',
    decisions: [
      { from: '2021-03-01', to: '2021-08-27' },
      { from: '2021-08-28', to: '2022-02-23' },
    ],
    spells: [{ provider: 'p1', from: '2021-03-01', to: null }],
    approvedReports: [],
    outcomes: [{ kind: 'work', verified: true, from: '2021-10-27', to: null }],
  }

  test('whole months left of the premium: after 8 months, 4 months’ base fee', () => {
    const premium = { method: 'whole-months-left', chainDays: 360, monthDays: 30, paidWith: 'r2' } as const
    const change: Change = (rules) => compensation(rules, { speedPremium: premium })
    const line = moneyOf(afterEightMonths, 'rom1', 'law', change).entitlements[1]
    assert.deepEqual([line?.kind, line?.amountOre], ['speed_premium', 4 * 198_000])
  })

  const countsWith = (outcome: Partial<NonNullable<CaseLine['outcomes']>[number]>, change: Change) => {
    const base = { kind: 'work', verified: true, from: '2021-05-01', to: null } as const
    const line: CaseLine = { ...afterEightMonths, wantedPercent: 100, outcomes: [{ ...base, ...outcome }] }
    return moneyOf(line, 'rom1', 'law', change).entitlements.length > 0
  }

  test('extent, pace, subsidised work and ongoing outcomes can each be switched', () => {
    const same: Change = (rules) => rules
    assert.equal(countsWith({ extentPercent: 20 }, same), false)
    assert.equal(
      countsWith({ extentPercent: 20 }, (rules) => outcomes(rules, { extentRule: false })),
      true,
    )
    assert.equal(countsWith({ kind: 'studies', pacePercent: 20 }, same), false)
    assert.equal(
      countsWith({ kind: 'studies', pacePercent: 20 }, (rules) => outcomes(rules, { paceRule: false })),
      true,
    )
    assert.equal(
      countsWith({ subsidised: true }, (rules) => outcomes(rules, { subsidisedWorkCounts: false })),
      false,
    )
    assert.equal(
      countsWith({}, (rules) => outcomes(rules, { ongoingCountsAsLasted: false })),
      false,
    )
    assert.equal(
      countsWith({ to: '2022-01-01' }, (rules) => outcomes(rules, { ongoingCountsAsLasted: false })),
      true,
    )
  })

  test('jobs that do not add up count by the largest', () => {
    const half = { kind: 'work', verified: true, from: '2021-05-01', to: null, extentPercent: 50 } as const
    const line: CaseLine = { ...afterEightMonths, outcomes: [half, half] }
    assert.equal(moneyOf(line, 'rom1').entitlements.length, 2)
    const change: Change = (rules) => outcomes(rules, { jobsAddUp: false })
    assert.equal(moneyOf(line, 'rom1', 'law', change).entitlements.length, 0)
  })

  test('the price of level B may be one and the same, and then needs no model', () => {
    assert.equal(moneyOf({ ...rom2Case, approvedReports: [] }, 'rom2').entitlements.length, 0)
  })
})

describe('every line says why', () => {
  const { entitlements: lines } = moneyOf(entitlementCases[0]?.line as CaseLine, 'rom1')

  test('with its rule, the state of the law, clause and provenance', () => {
    const rules = [...new Set(lines.map((line) => JSON.stringify(line.rule)))].map((text) => JSON.parse(text))
    const common = { key: 'rom1@2020-03-30', since: '2020-03-30' }
    assert.deepEqual(
      rules.map(({ name, provenance, since }) => ({ name, provenance, since })),
      [
        { name: 'compensation.baseFeeOre', provenance: 'C', since: common.since },
        { name: 'compensation.outcomePaymentOre', provenance: 'C', since: common.since },
        { name: 'compensation.speedPremium', provenance: 'C', since: common.since },
      ],
    )
    for (const rule of rules) assert.match(rule.clause, /^5/)
  })

  test('and its arithmetic in Swedish and English, with nothing left to fill in', () => {
    const last = lines.at(-1)?.steps.map((step) => explainStep(step, 'sv')) ?? []
    assert.deepEqual(last, [
      '2021-03-01 till och med 2021-07-04: 126 av 360 dagar är använda, 234 är kvar',
      '1\u00a0980,00\u00a0kr × 234 dagar / 30 = 15\u00a0444,00\u00a0kr',
    ])
    for (const step of lines.flatMap((line) => line.steps)) {
      for (const language of ['sv', 'en'] as const) {
        const text = explainStep(step, language)
        assert.ok(text.length > 5 && !/[{}]|undefined/.test(text), text)
      }
    }
  })
})
