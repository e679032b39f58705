import type { DeliveryReply, LogItem } from '../../../src/modules/delivery/contract.ts'
import type { CaseCatalogue } from '../../../src/modules/market/contract.ts'

/*
 * What of an answer is kept on a device: only what the screens that work without a network draw (programme 12). An address
 * that is not here is never kept.
 */

// biome-ignore lint/suspicious/noExplicitAny: an answer is read here by the address that it came from.
type Answer = any
type Slim = (answer: Answer, nowMillis: number) => unknown

const pick = (from: Answer, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, from[name]]))

/** Who is signed in, without the token that writes need. */
const session: Slim = (answer) => ({
  ...pick(answer, ['user', 'duty', 'today', 'now', 'offline']),
  duties: [],
  csrfToken: '',
})

const ownPerson: Slim = ({ person }) => ({
  person: person && pick(person, ['caseId', 'givenName', 'caseworkerName', 'profilingNoticeOn', 'closed']),
})

const actions: Slim = (answer) => ({ actions: answer.actions.map((one: Answer) => pick(one, ['name', 'allowed'])) })

const catalogue: Slim = ({ window, placements }: CaseCatalogue) => ({
  window,
  placements: placements.map((one) => pick(one, ['firstDay', 'lastDay', 'providerName'])),
  items: [],
})

const delivery: Slim = (answer: DeliveryReply) => ({
  ...pick(answer, ['due', 'availableHours']),
  spells: [],
  programme: null,
  exempt: [],
  mapping: null,
  deviations: [],
  breaches: [],
  plans: answer.plans
    .filter((plan) => plan.current)
    .map(({ planId, version, state, answers, activities }) => ({
      planId,
      version,
      state,
      current: true,
      answers: answers.map(() => ({})),
      activities: activities.map(({ code }) => ({ code })),
    })),
  meetings: answer.meetings
    .filter((meeting) => meeting.tookPlace === null)
    .map((meeting) => ({ ...meeting, progress: null })),
})

/** That there is an explanation, not what it says. */
const explained: Slim = ({ explanation }) => ({
  explanation: explanation && { answer: { text: '', referable: false } },
})

const log: Slim = ({ month, items, hours }) => ({
  month,
  hours,
  items: items.map((item: LogItem) => ({ ...item, note: null, comment: null, settledWhy: null })),
})

const dayMillis = 86_400_000

/** The adviser's next meetings, of the next 24 hours, and never one with a protected identity. */
const caseload: Slim = ({ items, advisers: _, ...page }, nowMillis) => {
  const until = new Date(nowMillis + dayMillis).toISOString()
  const kept = items
    .filter(
      (item: Answer) => item.protected === false && item.nextMeeting !== null && item.nextMeeting.startsAt < until,
    )
    .map((item: Answer) => ({
      ...pick(item, ['placementId', 'caseId', 'name', 'nextMeeting', 'protected']),
      due: [],
      exempt: [],
    }))
  return { ...page, items: kept, total: kept.length, advisers: [] }
}

/** What the adviser holds within a day, before or after, with those of the group whose identity is not protected. */
const week: Slim = ({ monday, holidays, items }, nowMillis) => ({
  monday,
  holidays,
  items: items
    .filter((item: Answer) => Math.abs(Date.parse(item.startsAt) - nowMillis) < dayMillis)
    .map((item: Answer) => ({
      ...item,
      adviserName: null,
      participants: item.participants.filter((one: Answer) => one.protected === false),
    }))
    .filter((item: Answer) => item.participants.length > 0),
})

/** Which activities the law allows: nobody's. */
const rules: Slim = ({ items }) => ({
  items: items
    .filter((line: Answer) => line.name === 'delivery.activities')
    .map((line: Answer) => pick(line, ['name', 'value'])),
})

const ofCase = (rest: string) => new RegExp(`^/cases/[0-9a-f-]{36}/${rest}$`)

const shapes: readonly (readonly [RegExp, Slim])[] = [
  [/^\/session$/, session],
  [/^\/persons\/me$/, ownPerson],
  [ofCase('actions'), actions],
  [ofCase('catalogue\\?limit=1'), catalogue],
  [ofCase('delivery'), delivery],
  [ofCase('assessment-explained'), explained],
  [ofCase('log\\?month=\\d{4}-\\d{2}'), log],
  [/^\/caseload\?whose=mine&limit=100$/, caseload],
  [/^\/rules\?module=delivery&limit=200$/, rules],
  [/^\/calendar-week\?monday=\d{4}-\d{2}-\d{2}&whose=mine$/, week],
]

/** The part of an answer that may be kept; null when nothing of it may. `nowMillis` is the moment in the house. */
export function keptShape(address: string, answer: unknown, nowMillis: number): unknown {
  const found = shapes.find(([pattern]) => pattern.test(address))
  return found === undefined ? null : found[1](answer, nowMillis)
}
