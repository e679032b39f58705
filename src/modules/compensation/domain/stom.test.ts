import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { kronor } from '../../../kernel/money.ts'
import { fromInclusive } from '../../../kernel/period.ts'
import { must } from '../../../kernel/result.ts'
import { overridden, type Rules, rulesOn, type StomAmounts, type StomTrack } from '../../../rules/index.ts'
import { explainStep } from './explain.ts'
import { stomCases, stomKronor } from './stom.cases.ts'
import { type StomBlock, type StomFacts, stomMoney } from './stom.ts'

const unset = rulesOn(day('2021-01-01'))
const amounts = Object.fromEntries(
  Object.entries(stomKronor).map(([track, [dayFee, outcome]]) => [
    track,
    { dayFeeOre: kronor(dayFee), outcomeOre: kronor(outcome) },
  ]),
) as StomAmounts
const given: Rules = overridden(unset, { compensation: { stomAmounts: amounts } })

function block(from: string, to: string, track: StomTrack): StomBlock {
  return { period: fromInclusive(day(from), day(to)) as StomBlock['period'], track }
}

function spell(provider: string, from: string, to: string | null): StomFacts['spells'][number] {
  return { provider, contract: null, period: fromInclusive(day(from), to === null ? null : day(to)) }
}

describe('what the older service gives', () => {
  for (const each of stomCases) {
    test(each.rule, () => {
      const facts: StomFacts = {
        blocks: each.blocks.map((of) => block(...of)).reverse(),
        spells: each.spells.map((of) => spell(...of)).reverse(),
        outcomeFirstDays: each.outcomes.map(day),
      }
      const { lines, questions } = must(stomMoney(facts, each.amounts === 'given' ? given : unset))
      assert.deepEqual(
        lines.map((line) => [line.kind, line.provider, line.month ?? line.on, line.amountOre]),
        each.gives,
      )
      assert.deepEqual(
        questions.map((question) => question.reason),
        each.asks,
      )
    })
  }

  test('every amount says why', () => {
    const facts = { blocks: [block('2021-01-01', '2021-01-31', '4')], spells: [spell('p1', '2021-01-01', null)] }
    const { lines } = must(stomMoney({ ...facts, outcomeFirstDays: [day('2021-01-05')] }, given))
    assert.deepEqual(
      lines.flatMap((line) => line.steps.map((step) => explainStep(step, 'sv').replaceAll('\u00a0', ' '))),
      [
        '2021-01-01 till och med 2021-01-31: 31 dagar i spår 4 à 80,50 kr = 2 495,50 kr',
        'Resultatet började 2021-01-05 i spår 4, som ger 20 000,00 kr',
      ],
    )
  })

  test('overlapping blocks and spells refuse the case whole', () => {
    const twice = block('2021-01-01', '2021-01-31', '1')
    const codeOf = (facts: StomFacts) => {
      const result = stomMoney(facts, given)
      return result.ok ? null : result.problem.code
    }
    assert.equal(codeOf({ blocks: [twice, twice], spells: [], outcomeFirstDays: [] }), 'decisions-overlap')
    const open = spell('p1', '2021-01-01', null)
    assert.equal(codeOf({ blocks: [twice], spells: [open, open], outcomeFirstDays: [] }), 'spells-overlap')
  })
})
