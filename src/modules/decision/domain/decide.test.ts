import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import type { Result } from '../../../kernel/result.ts'
import { type AbstentionReason, type InterruptionReason, rulesOn } from '../../../rules/index.ts'
import { aChain, aDecision, aStanding, aState } from '../testing.ts'
import {
  type DecisionState,
  datesFrom,
  decideAbstention,
  decideExtension,
  decideInterruption,
  decideReferral,
  decideReturn,
  type ReferralCommand,
} from './index.ts'
import { abstentionRefusals, extensionRefusals, type Refusal, referralRefusals } from './refusals.cases.ts'

const today = day('2022-10-03')
const rules = rulesOn(today)
const reason = 'Behöver stöd'
const codeOf = (result: Result<unknown>) => (result.ok ? null : result.problem.code)

function table(name: string, refusals: readonly Refusal[], decide: (state: DecisionState) => Result<unknown>): void {
  describe(name, () => {
    for (const { rule, state, code } of refusals)
      test(`${rule}: ${code ?? 'granted'}`, () => assert.equal(codeOf(decide(aState(state))), code))
  })
}

table('a referral', referralRefusals, (state) => decideReferral(state, { reason }, rules, today))
table('an abstention', abstentionRefusals, (state) => decideAbstention(state, { code: 'about-to-start' }, rules, today))
table('an extension', extensionRefusals, (state) => decideExtension(state, { reason }, rules, today))

describe('a referral that is granted', () => {
  const refer = (state: DecisionState, command: Partial<ReferralCommand> = {}) =>
    decideReferral(state, { reason, ...command }, rules, today)

  test("has the tool's level, 180 days, the window, and a price model only at level B", () => {
    const c = refer(aState())
    assert.deepEqual(c.ok && [c.value.level, c.value.days, c.value.windowNumber, c.value.priceModel], [
      'C',
      180,
      5,
      null,
    ])
    const b = refer(aState({ assessment: aStanding({ level: 'B' }) }))
    assert.deepEqual(b.ok && [b.value.level, b.value.priceModel], ['B', '2'])
  })
  test('refuses another level than the tool gives', () =>
    assert.equal(codeOf(refer(aState(), { level: 'A' })), 'level-not-from-tool'))
  test('says each reason of a no', () => {
    const criteria = [
      { name: 'registered-days', met: false, because: { code: 'days-registered', has: 100, needs: 180 } },
      { name: 'programme', met: false, because: { code: 'not-in-programme', needs: 'JOB' } },
      { name: 'age-or-programme', met: false, because: { code: 'age-and-full-time', has: 20, needs: 25 } },
    ] as const
    const no = refer(aState({ assessment: aStanding({ criteria }) }))
    assert.deepEqual(no.ok ? [] : no.problem.problems?.map((one) => one.code), [
      'too-few-registered-days',
      'not-in-programme',
      'neither-adult-nor-in-programme',
    ])
    const far = refer(aState({ assessment: aStanding({ result: 'far', level: null }) }))
    const near = refer(aState({ assessment: aStanding({ result: 'near', level: null }) }))
    assert.deepEqual(
      [far, near].map((one) => (one.ok ? null : one.problem.problems?.[0]?.code)),
      ['tool-says-far', 'tool-says-near'],
    )
  })
  test('refuses a start in the past and a page that is older than the case', () => {
    const startEarlier = { on: day('2022-10-02'), reason }
    assert.equal(codeOf(refer(aState(), { startEarlier })), 'start-in-past')
    assert.equal(codeOf(refer(aState({ version: 'v2' }), { basedOn: 'v1' })), 'changed-meanwhile')
    assert.equal(codeOf(refer(aState({ version: 'v2' }), { basedOn: 'v2' })), null)
  })
})

describe('an extension that is granted', () => {
  const chain = aChain([
    aDecision({ level: 'B', priceModel: '1', firstDay: day('2022-04-20'), lastDay: day('2022-10-16') }),
  ])
  const extend = (state: Partial<DecisionState>, level?: 'A' | 'B' | 'C') =>
    decideExtension(aState({ chains: [chain], ...state }), { reason, level }, rules, today)

  test("runs 180 days from the day after the last, on the chain's assessment, level and price model", () => {
    const granted = extend({ assessment: null })
    assert.deepEqual(
      granted.ok && [granted.value.firstDay, granted.value.lastDay, granted.value.level, granted.value.priceModel],
      ['2022-10-17', '2023-04-14', 'B', '1'],
    )
  })
  test('takes a new level only from a valid assessment that gives it', () => {
    const c = extend({}, 'C')
    assert.deepEqual(c.ok && [c.value.level, c.value.priceModel], ['C', null])
    assert.equal(codeOf(extend({}, 'A')), 'level-not-from-tool')
    assert.equal(codeOf(extend({ assessment: null }, 'C')), 'assessment-missing')
  })
})

describe('an abstention', () => {
  const abstain = (code: string, text?: string) =>
    decideAbstention(aState(), { code: code as AbstentionReason, text }, rules, today)

  test('for deeper support gives 30 days to investigate it', () => {
    const made = abstain('deeper-support')
    assert.equal(made.ok && made.value.investigateBy, '2022-11-02')
    const other = abstain('health-or-rehabilitation')
    assert.equal(other.ok && other.value.investigateBy, null)
  })
  test('for another reason needs words, and a known code', () => {
    assert.equal(codeOf(abstain('other')), 'reason-needs-text')
    assert.equal(codeOf(abstain('other', '  ')), 'reason-needs-text')
    assert.equal(codeOf(abstain('other', 'Flyttar till Norge')), null)
    assert.equal(codeOf(abstain('tired')), 'reason-unknown')
  })
})

describe('an interruption', () => {
  const decision = aDecision(datesFrom(day('2022-09-01'), 180))
  const running = aChain([decision])
  const interrupt = (chain: ReturnType<typeof aChain> | null, lastDay: string, cause: InterruptionReason = 'work') =>
    decideInterruption(aState({ chains: chain ? [chain] : [] }), { lastDay: day(lastDay), cause }, rules, today)

  test('ends the service on the day and gives two weeks to plan the next step', () => {
    const made = interrupt(running, '2022-10-07')
    assert.deepEqual(made.ok && [made.value.lastDay, made.value.withdrawn, made.value.nextStepBy], [
      '2022-10-07',
      false,
      '2022-10-21',
    ])
  })
  test('may come late or lie ahead, inside the granted days', () => {
    assert.equal(codeOf(interrupt(running, '2022-09-01')), null)
    assert.equal(codeOf(interrupt(running, '2023-02-27')), null)
    assert.equal(codeOf(interrupt(running, '2022-08-31')), 'last-day-outside-service')
    assert.equal(codeOf(interrupt(running, '2023-02-28')), 'last-day-outside-service')
  })
  test('before the first day withdraws the decision', () => {
    const coming = interrupt(aChain([aDecision(datesFrom(day('2022-10-17'), 180))]), '2022-10-05')
    assert.equal(coming.ok && coming.value.withdrawn, true)
    const granted = interrupt(aChain([aDecision()]), '2022-10-03')
    assert.equal(granted.ok && granted.value.withdrawn, true)
  })
  test('needs somebody in service, once, with words for another reason', () => {
    assert.equal(codeOf(interrupt(null, '2022-10-03')), 'not-in-service')
    assert.equal(codeOf(interrupt(aChain([decision], { endedOn: day('2022-09-20') }), '2022-10-03')), 'not-in-service')
    assert.equal(codeOf(interrupt(aChain([decision], { interruption: {} }), '2022-10-03')), 'already-interrupted')
    assert.equal(codeOf(interrupt(running, '2022-10-03', 'other')), 'reason-needs-text')
  })
})

describe('a return', () => {
  const chain = aChain([aDecision(datesFrom(day('2022-04-20'), 180))], { interruption: { lastDay: day('2022-09-30') } })
  const back = (returnOn: string, chains = [chain]) =>
    codeOf(decideReturn(aState({ chains }), { returnOn: day(returnOn) }, today))

  test('before the last day continues the decision', () => assert.equal(back('2022-10-10'), null))
  test('lies after today and inside the granted days', () => {
    assert.equal(back('2022-10-02'), 'return-outside-decision')
    assert.equal(back('2022-10-17'), 'return-outside-decision')
  })
  test('needs an interrupted decision', () => {
    assert.equal(back('2022-10-10', [aChain([aDecision(datesFrom(day('2022-04-20'), 180))])]), 'nothing-to-return-to')
    assert.equal(back('2022-10-10', []), 'nothing-to-return-to')
  })
})
