import { type Day, isDay, type Month } from '../../../src/kernel/day.ts'
import type { Speaker } from '../language/define-texts.ts'
import type { makeFormat } from '../language/format.ts'
import type { StepText } from '../language/texts/steps.sv.ts'

/** A step of `GET /cases/:caseId`, as the modules' `v_step` views write it. */
export type StepFact = {
  module: string
  /** 'decision.referral-granted' */
  kind: string
  on: Day
  at: string
  /** Who recorded it; null when a rule or a job did. */
  who: string | null
  /** Name of the rule it happened under. */
  rule: string | null
  facts: Readonly<Record<string, unknown>>
}

type Format = ReturnType<typeof makeFormat>
type Say = Speaker<StepText>
type Values = Record<string, string | number>
type Facts = StepFact['facts']
type Reader = (facts: Facts, say: Say, format: Format) => Values

const told = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)
/** ICU choices take no hyphens. */
const choice = (value: unknown): string => told(value).replaceAll('-', '_') || 'other'
const given = (value: unknown): string => (value === null || value === undefined || value === false ? 'false' : 'true')
const dayIn = (value: unknown, format: Format): string =>
  typeof value === 'string' && isDay(value) ? format.day(value) : ''
const periodIn = (facts: Facts, format: Format): string => {
  const { firstDay, lastDay } = facts
  if (typeof firstDay !== 'string' || !isDay(firstDay)) return ''
  return format.days(firstDay, typeof lastDay === 'string' && isDay(lastDay) ? lastDay : null)
}
const monthIn = (value: unknown, format: Format): string =>
  typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? format.month(value as Month) : ''

/** A code of the law in words; a code that came after these texts stands as it is. */
export function codeWords(say: Say, list: string, code: unknown): string {
  const key = `code.${list}.${told(code)}`
  return say.knows(key) ? say(key) : told(code)
}

const outcome: Reader = (facts, _say, format) => ({
  kind: choice(facts.kind),
  day: dayIn(facts.firstDay ?? facts.startsOn, format),
})
const measure: Reader = (facts, say, format) => ({
  measure: codeWords(say, 'measure', facts.measure),
  actor: told(facts.actor),
  period: periodIn(facts, format),
  off: given(told(facts.lastDay) < told(facts.firstDay)),
})
const exception: Reader = (facts, _say, format) => ({
  waives: choice(facts.waives),
  period: periodIn(facts, format),
  off: given(told(facts.lastDay) < told(facts.firstDay)),
})
const grant: Reader = (facts) => ({ level: told(facts.level), days: number(facts.days) })
const placed: Reader = (facts, _say, format) => ({
  assisted: given(facts.assisted),
  provider: told(facts.providerName),
  day: dayIn(facts.firstDay, format),
})
const report: Reader = (facts, _say, format) => ({
  month: monthIn(facts.month, format),
  how: choice(facts.how),
  again: given(number(facts.version) > 1),
})
const monthReport: Reader = (facts, _say, format) => ({
  month: monthIn(facts.month, format),
  toldBy: choice(facts.toldBy),
  again: given(number(facts.version) > 1),
  day: dayIn(facts.until ?? facts.dueOn, format),
})
const meeting: Reader = (facts, _say, format) => ({
  mode: choice(facts.mode),
  minutes: format.number(number(facts.minutes)),
})
const session: Reader = (facts, say) => ({ code: codeWords(say, 'activity', facts.code) })
const money: Reader = (facts, _say, format) => ({
  amount: format.kronor(number(facts.amountOre)),
  month: monthIn(facts.month, format),
  paid: given(facts.paid),
  step: number(facts.step),
  needed: number(facts.needed),
})

const readers: Readonly<Record<string, Reader>> = {
  'registration.person-registered': (facts) => ({ channel: choice(facts.channel) }),
  'registration.person-corrected': (facts) => ({ fromExtract: given(facts.fromExtract) }),
  'registration.case-assigned': (facts) => ({ changed: given(facts.changed) }),
  'registration.profiling-notice-given': (facts) => ({ channel: choice(facts.channel) }),
  'assessment.person-assessed': (facts) => ({
    result: facts.result === 'referable' && facts.referable === false ? 'unmet' : choice(facts.result),
    level: told(facts.level),
  }),
  'assessment.review-asked': (facts) => ({ bySelf: given(facts.bySelf) }),
  'assessment.review-answered': (facts) => ({ outcome: choice(facts.outcome) }),
  'decision.planning-talk-held': (facts) => ({ mode: choice(facts.mode) }),
  'decision.referral-granted': grant,
  'decision.extension-granted': grant,
  'decision.decision-dated': (facts, _say, format) => ({ moved: given(facts.moved), period: periodIn(facts, format) }),
  'decision.referral-abstained': (facts, say) => ({ reason: codeWords(say, 'abstention', facts.code) }),
  'decision.service-interrupted': (facts, say, format) => ({
    day: dayIn(facts.lastDay, format),
    reason: codeWords(say, 'interruption', facts.cause),
  }),
  'decision.service-resumed': (facts, _say, format) => ({ day: dayIn(facts.returnOn, format) }),
  'decision.service-ended': (facts, _say, format) => ({ day: dayIn(facts.lastDay, format) }),
  'decision.parallel-measure-decided': measure,
  'decision.parallel-measure-ended': measure,
  'market.choice-opened': (facts, _say, format) => ({ cause: choice(facts.cause), day: dayIn(facts.dueOn, format) }),
  'market.provider-chosen': placed,
  'market.placed-by-rule': placed,
  'market.provider-changed': placed,
  'market.placement-ended': placed,
  'delivery.adviser-given': (facts) => ({ name: told(facts.adviserName) }),
  'delivery.mapping-recorded': (facts) => ({ corrects: given(facts.corrects) }),
  'delivery.plan-proposed': (facts, _say, format) => ({
    version: number(facts.version),
    hours: format.number(number(facts.hoursPerWeek)),
  }),
  'delivery.meeting-planned': meeting,
  'delivery.meeting-held': meeting,
  'delivery.activities-logged': (facts, _say, format) => ({
    count: number(facts.count),
    hours: format.number(number(facts.hours)),
  }),
  'delivery.session-planned': session,
  'delivery.session-moved': session,
  'delivery.session-called-off': session,
  'delivery.employer-contacted': (facts, say) => ({
    employer: told(facts.employer),
    kind: codeWords(say, 'contact-kind', facts.kind),
    result: codeWords(say, 'contact-result', facts.result),
  }),
  'delivery.deviation-reported': (facts, say) => ({
    outcome: choice(facts.outcome),
    kind: codeWords(say, 'deviation', facts.kind),
  }),
  'delivery.case-waiver-recorded': exception,
  'delivery.case-waiver-ended': exception,
  'delivery.informative-report-given': (facts, say) => ({ need: codeWords(say, 'need', facts.need) }),
  'delivery.report-signed': report,
  'delivery.report-approved': report,
  'delivery.report-not-approved': report,
  'delivery.entry-disputed': (facts) => ({ toldBy: choice(facts.toldBy) }),
  'delivery.dispute-settled': (facts) => ({ outcome: choice(facts.outcome) }),
  'dialogue.question-asked': (facts) => ({ toldBy: choice(facts.toldBy) }),
  'dialogue.activity-report-sent': monthReport,
  'dialogue.activity-report-missed': monthReport,
  'dialogue.respite-given': monthReport,
  'dialogue.contact-tried': (facts, _say, format) => ({
    month: monthIn(facts.month, format),
    reached: given(facts.reached),
  }),
  'outcomes.outcome-signalled': outcome,
  'outcomes.outcome-claimed': outcome,
  'outcomes.outcome-verified': outcome,
  'outcomes.outcome-refused': outcome,
  'compensation.money-posted': money,
  'compensation.statement-approved': money,
  'compensation.statement-returned': money,
}

/** One step in a sentence of the reader's language. A kind that came after these texts is still told, in general words. */
export function stepWords(step: StepFact, say: Say, format: Format): string {
  const key = `step.${step.kind}`
  if (say.knows(key)) return say(key, readers[step.kind]?.(step.facts, say, format) ?? {})
  return step.module === 'compensation'
    ? say('step.compensation.other', money(step.facts, say, format))
    : say('step.other')
}

/** The rule's short name, or null for a rule without one. */
export function ruleWords(rule: string, say: Say): string {
  const key = `rule.${rule}`
  return say.knows(key) ? say(key) : say('rule.other')
}

/** The page of rules, at the rule's part of the law as of the day. */
export function ruleAddress(rule: string, on: Day): { to: string; search: { module: string; on: Day } } {
  return { to: '/app/rules', search: { module: rule.split('.')[0] ?? '', on } }
}

/** What the person deciding wrote, quoted as it was written. */
export function reasonIn(facts: Facts): string | null {
  const { reason, text, why, comment } = facts
  return [reason, text, why, comment].map(told).find((written) => written !== '') ?? null
}

/** The letter that came with a step. */
export function letterIn(facts: Facts): string | null {
  return typeof facts.letterId === 'string' ? facts.letterId : null
}
