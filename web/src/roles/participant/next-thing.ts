import type { Day, Month } from '../../../../src/kernel/day.ts'
import type { WaitingReply } from '../../../../src/modules/dialogue/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import type { Action, Catalogue, Delivery, Explained, Meeting, MonthLog } from './case-answers.ts'

/** What is known of the own case on the home screen; what has not come yet, or may not be read, is null. */
export type OwnFacts = {
  today: Day
  person: Pick<PersonPage, 'profilingNoticeOn' | 'closed'>
  actions: readonly Action[]
  catalogue: Pick<Catalogue, 'window' | 'placements'> | null
  delivery: Pick<Delivery, 'meetings' | 'plans' | 'due'> | null
  logs: readonly Pick<MonthLog, 'month' | 'items'>[]
  explanation: Explained['explanation']
  /** Comes after the rest, so that the first screen does not wait for it. */
  dialogue: WaitingReply | null
}

/** Something that waits for the participant, the most urgent kind first. */
export type Thing =
  | { kind: 'notice' }
  | { kind: 'choose'; dueOn: Day; together: boolean }
  | { kind: 'meeting'; meeting: Meeting }
  | { kind: 'plan' }
  | { kind: 'confirm'; month: Month; count: number }
  | { kind: 'report'; month: Month; dueOn: Day; missed: boolean }
  | { kind: 'message'; count: number }
  | { kind: 'answer' }

/** What the card says when nothing waits for the participant. */
export type Rest =
  | { kind: 'closed' }
  | { kind: 'meeting'; meeting: Meeting }
  | { kind: 'start'; day: Day; provider: string }
  | { kind: 'in-service' }
  | { kind: 'over'; day: Day }
  | { kind: 'assessed' }
  | { kind: 'waiting' }

/** Everything that waits, the most urgent first: the first is the card, the others the list under it. */
export function waitingThings(facts: OwnFacts): Thing[] {
  const things: Thing[] = []
  if (facts.person.closed) return things
  if (may(facts, 'giveProfilingNotice')) things.push({ kind: 'notice' })
  const window = facts.catalogue?.window
  if (window && (window.state === 'open' || window.state === 'handed-over'))
    things.push({ kind: 'choose', dueOn: window.dueOn as Day, together: !may(facts, 'chooseProvider') })
  const meeting = nextMeeting(facts)
  if (meeting?.expected === null) things.push({ kind: 'meeting', meeting })
  const plan = facts.delivery?.plans.find((one) => one.current)
  if (plan?.state === 'waiting' && plan.answers.length === 0) things.push({ kind: 'plan' })
  for (const { month, items } of facts.logs) {
    const count = items.filter((item) => item.answer === 'none').length
    if (count > 0) things.push({ kind: 'confirm', month, count })
  }
  return [...things, ...waitingTalk(facts)]
}

/** What waits in the dialogue with the provider and the employment service: reports, messages, answers. */
function waitingTalk({ dialogue }: OwnFacts): Thing[] {
  if (dialogue === null) return []
  const things: Thing[] = dialogue.reports.map((report) => ({ kind: 'report', ...report }))
  if (dialogue.unread > 0) things.push({ kind: 'message', count: dialogue.unread })
  if (dialogue.answers > 0) things.push({ kind: 'answer' })
  return things
}

/** Where the participant stands when nothing waits. */
export function restingState(facts: OwnFacts): Rest {
  if (facts.person.closed) return { kind: 'closed' }
  const meeting = nextMeeting(facts)
  if (meeting) return { kind: 'meeting', meeting }
  const spell = facts.catalogue?.placements.at(-1)
  if (spell) return stateOfSpell(spell, facts.today)
  return facts.explanation === null ? { kind: 'waiting' } : { kind: 'assessed' }
}

function stateOfSpell(spell: Catalogue['placements'][number], today: Day): Rest {
  if (spell.firstDay > today) return { kind: 'start', day: spell.firstDay as Day, provider: spell.providerName }
  if (spell.lastDay !== null && spell.lastDay < today) return { kind: 'over', day: spell.lastDay as Day }
  return { kind: 'in-service' }
}

/** The first planned meeting from today on of which nothing is recorded yet. */
export function nextMeeting({ delivery, today }: OwnFacts): Meeting | undefined {
  return delivery?.meetings
    .filter((one) => one.tookPlace === null && one.onDay >= today)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]
}

const may = ({ actions }: OwnFacts, name: string): boolean => actions.some((one) => one.name === name && one.allowed)
