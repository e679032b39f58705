import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import type { Day } from '../src/kernel/day.ts'
import { must } from '../src/kernel/result.ts'
import { entitlements, factsOfLine, type LawFor } from '../src/modules/compensation/domain/index.ts'
import { type Level, type PriceModel, priceOf, rulesOfVersion } from '../src/rules/index.ts'
import type { Life } from './lives.ts'

// General rule engines know no calendar. They get months already split among providers and decisions, work already joined
// and held against the wanted extent, and days already counted; they decide by level, time and length, and compute.

/** A life as a rule engine gets it. */
export interface PeerFacts {
  readonly priceFirst: string
  readonly priceSecond: string
  readonly priceAtOutcome: string
  /** One for a month and provider with an approved report: days under either decision, of so many. */
  readonly months: readonly { first: number; second: number; of: number }[]
  readonly monthsLasted: number
  readonly begunInTime: boolean
  readonly begunBeforeEnd: boolean
  readonly daysUsed: number
}

/** Gives the sum in öre of everything that the life gives. */
export type Peer = (facts: PeerFacts) => Promise<number>

const prices: readonly (readonly [string, Level, PriceModel | null])[] = [
  ['A', 'A', null],
  ['B1', 'B', '1'],
  ['B2', 'B', '2'],
  ['C', 'C', null],
]

export function peerFacts(life: Life, lawFor: LawFor): PeerFacts {
  const [first, second] = life.decisions.map((each) => ({
    from: each.from,
    price: each.level === 'B' ? `B${each.priceModel}` : (each.level ?? ''),
  }))
  if (first === undefined) throw new RangeError('a life has a decision')
  const after = second ?? first
  const lines = must(entitlements(must(factsOfLine(life)), lawFor)).entitlements
  const months = lines.flatMap((line) => {
    if (line.kind !== 'base_fee') return []
    const month = { first: 0, second: 0, of: 0 }
    for (const { code, values } of line.steps) {
      if (code === 'days-at-level')
        month[second && String(values.from) >= second.from ? 'second' : 'first'] += Number(values.days)
      if (code === 'base-fee-share') month.of = Number(values.of)
    }
    return [month]
  })
  const paid = lines.find((line) => line.kind === 'outcome_payment')
  const premium = lines.find((line) => line.kind === 'speed_premium')
  const used = premium?.steps.find((step) => step.code === 'premium-days-used')?.values.used
  const began: Day | null = paid?.kind === 'outcome_payment' ? paid.outcomeFirstDay : null
  return {
    priceFirst: first.price,
    priceSecond: after.price,
    priceAtOutcome: began !== null && second && began >= second.from ? second.price : first.price,
    months,
    monthsLasted: began === null ? 0 : 4,
    begunInTime: began !== null,
    begunBeforeEnd: premium !== undefined,
    daysUsed: Number(used ?? 360),
  }
}

function pricesOn(on: Day, [, level, model]: (typeof prices)[number]): { fee: number; payment: number } {
  const law = rulesOfVersion('rom1', on).compensation
  const fee = law.baseFeeOre && priceOf(law.baseFeeOre, level, model)
  return { fee: fee ?? 0, payment: priceOf(law.outcomePaymentOre, level, model) ?? 0 }
}

/** json-rules-engine: a run for a case; its events carry the prices that the arithmetic takes. */
export function jsonRulesPeer(on: Day): Peer {
  const engine = new Engine()
  const counts = [
    { fact: 'monthsLasted', operator: 'greaterThanInclusive', value: 4 },
    { fact: 'begunInTime', operator: 'equal', value: true },
  ]
  for (const each of prices) {
    const params = pricesOn(on, each)
    const is = (fact: string) => ({ fact, operator: 'equal', value: each[0] })
    engine.addRule({ conditions: { all: [is('priceFirst')] }, event: { type: 'first', params } })
    engine.addRule({ conditions: { all: [is('priceSecond')] }, event: { type: 'second', params } })
    engine.addRule({ conditions: { all: [is('priceAtOutcome'), ...counts] }, event: { type: 'payment', params } })
    const early = { fact: 'begunBeforeEnd', operator: 'equal', value: true }
    engine.addRule({
      conditions: { all: [is('priceAtOutcome'), ...counts, early] },
      event: { type: 'premium', params },
    })
  }
  return async (facts) => {
    const { events } = await engine.run({ ...facts })
    const found = new Map(events.map((event) => [event.type, event.params as { fee: number; payment: number }]))
    const [first, second] = [found.get('first')?.fee ?? 0, found.get('second')?.fee ?? 0]
    const premium = found.get('premium')?.fee ?? 0
    let total = found.get('payment')?.payment ?? 0
    total += Math.floor((premium * Math.max(0, 360 - facts.daysUsed)) / 30 + 0.5)
    for (const month of facts.months) {
      total += Math.floor((first * month.first + second * month.second) / month.of + 0.5)
    }
    return total
  }
}

/** zen-engine: one decision graph, prices from tables and the arithmetic in its expressions, one call for a case. */
export function zenPeer(on: Day): Peer {
  const place = { position: { x: 0, y: 0 } }
  const table = (id: string, fact: string, outputs: readonly ('fee' | 'payment')[]) => ({
    ...place,
    id,
    name: id,
    type: 'decisionTableNode',
    content: {
      hitPolicy: 'first',
      passThrough: true,
      executionMode: 'single',
      inputs: [{ id: 'price', name: fact, field: fact }],
      outputs: outputs.map((output) => ({ id: output, name: output, field: `${id}.${output}` })),
      rules: prices.map((each) => {
        const price = pricesOn(on, each)
        const cells = outputs.map((output) => [output, String(price[output])])
        return { _id: each[0], price: `"${each[0]}"`, ...Object.fromEntries(cells) }
      }),
    },
  })
  const counts = 'monthsLasted >= 4 and begunInTime'
  const month = 'floor((first.fee * #.first + second.fee * #.second) / #.of + 0.5)'
  const premium = `(${counts} and begunBeforeEnd and daysUsed < 360) ? floor(paid.fee * (360 - daysUsed) / 30 + 0.5) : 0`
  const expressions = [
    { id: 'fees', key: 'fees', value: `map(months, ${month})` },
    { id: 'payment', key: 'payment', value: `(${counts}) ? paid.payment : 0` },
    { id: 'premium', key: 'premium', value: premium },
  ]
  const nodes = [
    { ...place, id: 'in', name: 'in', type: 'inputNode' },
    table('first', 'priceFirst', ['fee']),
    table('second', 'priceSecond', ['fee']),
    table('paid', 'priceAtOutcome', ['fee', 'payment']),
    { ...place, id: 'sums', name: 'sums', type: 'expressionNode', content: { expressions } },
    { ...place, id: 'out', name: 'out', type: 'outputNode' },
  ]
  const edges = nodes.slice(1).map(({ id }, at) => ({ id, type: 'edge', sourceId: nodes[at]?.id, targetId: id }))
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify({ nodes, edges })))
  return async (facts) => {
    const { result } = await decision.evaluate(facts)
    let total = result.payment + result.premium
    for (const fee of result.fees) total += fee
    return total
  }
}
