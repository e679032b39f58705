import { day } from '../../../kernel/day.ts'
import { problem } from '../../../kernel/problem.ts'
import { aChain, aDecision, anAssessmentId, anExtension, aStanding } from '../testing.ts'
import type { DecisionState } from './index.ts'

/** One line per refusal of programme 4.2 and 4.3, in order of precedence. `state` is what differs from a ready case. */
export interface Refusal {
  readonly rule: string
  readonly state: Partial<DecisionState>
  readonly code: string | null
}

const dated = aDecision({ firstDay: day('2022-04-20'), lastDay: day('2022-10-16') })
const running = aChain([dated])
const early = aChain([aDecision({ firstDay: day('2022-08-01'), lastDay: day('2023-01-27') })])
const full = aChain([dated, anExtension(dated)])
const interrupted = aChain([dated], { interruption: { lastDay: day('2022-09-30') } })
const withdrawn = aChain([aDecision()], { interruption: { lastDay: day('2022-10-03') } })
const over = aChain([aDecision({ firstDay: day('2022-01-03'), lastDay: day('2022-07-01') })])
const unmet = {
  name: 'registered-days',
  met: false,
  because: { code: 'days-registered', has: 100, needs: 180 },
} as const

/** Referral on 2022-10-03. */
export const referralRefusals: readonly Refusal[] = [
  { rule: '4.3: ready', state: {}, code: null },
  { rule: '4.3: a closed case', state: { closed: true, chains: [running] }, code: 'case-closed' },
  { rule: '4.3: one chain at a time', state: { chains: [running], assessment: null }, code: 'already-in-service' },
  {
    rule: '4.3: granted and not started is a chain too',
    state: { chains: [aChain([aDecision()])] },
    code: 'already-in-service',
  },
  {
    rule: '4.3: a return before the last day continues it',
    state: { chains: [interrupted] },
    code: 'decision-still-runs',
  },
  { rule: '4.3: a withdrawn decision leaves the way open', state: { chains: [withdrawn] }, code: null },
  { rule: '4.3: after a chain a new one can open', state: { chains: [over] }, code: null },
  {
    rule: '4.3: an outcome ended the service, the granted days still last',
    state: { chains: [aChain([dated], { endedOn: day('2022-09-01') })] },
    code: 'already-in-service',
  },
  { rule: '4.2: no assessment', state: { assessment: null }, code: 'assessment-missing' },
  {
    rule: '4.2: an assessment that is no longer valid',
    state: { assessment: aStanding({ result: 'far', level: null, notValid: problem('assessment-expired') }) },
    code: 'assessment-expired',
  },
  {
    rule: '4.2: the tool says near',
    state: { assessment: aStanding({ result: 'near', level: null }) },
    code: 'tool-says-no',
  },
  {
    rule: '4.2: the tool says far',
    state: { assessment: aStanding({ result: 'far', level: null }) },
    code: 'tool-says-no',
  },
  {
    rule: "4.3: the window's criteria on the day",
    state: { assessment: aStanding({ criteria: [unmet] }) },
    code: 'tool-says-no',
  },
  { rule: '4.3: a planning talk first', state: { talk: null }, code: 'planning-talk-missing' },
  {
    rule: '4.3: a talk before an earlier chain does not carry a new one',
    state: { chains: [over], talk: { heldOn: day('2022-01-01'), available: 'yes' } },
    code: 'planning-talk-missing',
  },
  { rule: '4.3: availability by registration', state: { availability: 'no' }, code: 'not-available' },
  {
    rule: '4.3: availability by the talk',
    state: { talk: { heldOn: day('2022-10-03'), available: 'no' } },
    code: 'not-available',
  },
  { rule: '4.3: partly available is enough', state: { availability: 'partly' }, code: null },
  { rule: '4.4: a home without delivery area', state: { area: null }, code: 'home-area-unknown' },
  {
    rule: '4.4: not where the older service still takes referrals',
    state: { area: { code: '14', rolledOut: false, priceModelB: '1' } },
    code: 'area-not-rolled-out',
  },
  {
    rule: '5: level B needs a price model',
    state: { assessment: aStanding({ level: 'B' }), area: { code: '14', rolledOut: true, priceModelB: null } },
    code: 'area-price-model-missing',
  },
]

/** Abstention on 2022-10-03 with the code about-to-start. */
export const abstentionRefusals: readonly Refusal[] = [
  { rule: '4.2: may abstain when the tool says yes', state: {}, code: null },
  { rule: '4.2: a closed case', state: { closed: true }, code: 'case-closed' },
  {
    rule: '4.2: who is in the service is interrupted instead',
    state: { chains: [running] },
    code: 'already-in-service',
  },
  { rule: '4.2: no assessment', state: { assessment: null }, code: 'assessment-missing' },
  {
    rule: '4.2: nothing to abstain from when the tool says no',
    state: { assessment: aStanding({ result: 'far', level: null }) },
    code: 'nothing-to-abstain-from',
  },
  { rule: '4.2: once per assessment', state: { abstainedFrom: [anAssessmentId] }, code: 'already-abstained' },
]

/** Extension on 2022-10-03. */
export const extensionRefusals: readonly Refusal[] = [
  { rule: '4.3: within 30 days of the last day', state: { chains: [running] }, code: null },
  { rule: '4.3: a closed case', state: { chains: [running], closed: true }, code: 'case-closed' },
  { rule: '4.3: nobody in service', state: {}, code: 'not-in-service' },
  { rule: '4.3: granted and not dated', state: { chains: [aChain([aDecision()])] }, code: 'not-in-service' },
  { rule: '4.3: over', state: { chains: [over] }, code: 'not-in-service' },
  { rule: '4.3: interrupted', state: { chains: [interrupted] }, code: 'chain-interrupted' },
  { rule: '4.3: once', state: { chains: [full] }, code: 'chain-full' },
  { rule: '4.3: prepared 30 days before, not sooner', state: { chains: [early] }, code: 'extension-too-early' },
  { rule: '4.3: availability', state: { chains: [running], availability: 'no' }, code: 'not-available' },
]
