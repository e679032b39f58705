import { z } from 'zod'
import type { Day, Month } from '../../kernel/day.ts'
import type { CaseId, PlacementId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/instant.ts'

/** What the web and the API share about messages, questions and activity reports (programme 4.5). */

const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const moment = z.iso.datetime() as unknown as z.ZodType<Instant, string>
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) as unknown as z.ZodType<Month, string>
const words = z.string().trim().min(1).max(10_000)
const sensitiveSeen = z
  .boolean()
  .default(false)
  .describe('Whoever writes has been told of sensitive words in the text and sends it all the same')

export const caseParams = z.object({ caseId: key<CaseId>() })
export const questionParams = z.object({ questionId: z.uuid() })
export const monthParams = z.object({ caseId: key<CaseId>(), month })

export const wordsBody = z.object({ words, sensitiveSeen })
export const nothingBody = z.object({})

export const messageView = z.object({
  messageId: z.uuid(),
  from: z.enum(['participant', 'provider']),
  byName: z.string().nullable(),
  words: z.string().nullable().describe('null = erased'),
  sentAt: moment,
  read: z.boolean().describe('By the other side'),
})

export const threadView = z.object({
  placementId: key<PlacementId>(),
  providerName: z.string(),
  adviserName: z.string().nullable(),
  firstDay: day,
  lastDay: day.nullable(),
  open: z.boolean().describe('New messages can be written'),
  unread: z.number().int().describe('By the reader'),
  messages: z.array(messageView).describe('The oldest first'),
})
export type ThreadView = z.output<typeof threadView>

export const threadsReply = z.object({ threads: z.array(threadView).describe('One a spell, the latest first') })
export const messageReply = z.object({ messageId: z.uuid() })
export const readReply = z.object({ unread: z.number().int() })

export const inboxItem = z.object({
  caseId: key<CaseId>(),
  name: z.string(),
  adviserName: z.string().nullable(),
  lastAt: moment,
  lastFrom: z.enum(['participant', 'provider']),
  unread: z.number().int(),
  open: z.boolean(),
})
export const inboxReply = z.object({ items: z.array(inboxItem), unread: z.number().int() })
export type InboxReply = z.output<typeof inboxReply>

export const questionView = z.object({
  questionId: z.uuid(),
  caseId: key<CaseId>(),
  words: z.string().nullable().describe('null = erased'),
  toldBy: z.enum(['participant', 'staff']),
  askedOn: day,
  dueOn: day,
  state: z.enum(['open', 'overdue', 'answered-in-time', 'answered-late']),
  answer: z.object({ words: z.string().nullable(), on: day, byName: z.string().nullable() }).nullable(),
})
export type QuestionView = z.output<typeof questionView>
export const questionsReply = z.object({ items: z.array(questionView).describe('The latest first') })
export const questionReply = z.object({ questionId: z.uuid(), dueOn: day })
export const answerReply = z.object({ state: z.enum(['answered-in-time', 'answered-late']) })

export const questionFigures = z.object({
  months: z
    .array(
      z.object({
        month,
        asked: z.number().int(),
        inTime: z.number().int(),
        late: z.number().int(),
        open: z.number().int(),
        overdue: z.number().int(),
      }),
    )
    .describe('By the month in which they were asked, the latest first; at most 24'),
})

export const reportMonthView = z.object({
  month,
  state: z.enum(['open', 'respite', 'missed', 'sent']),
  dueOn: day,
  sentOn: day.nullable(),
  late: z.boolean(),
  remindedOn: day.nullable(),
  contacts: z.array(
    z.object({ on: day, how: z.enum(['telephone', 'letter', 'visit', 'provider']), reached: z.boolean() }),
  ),
})
export type ReportMonthView = z.output<typeof reportMonthView>
export const reportMonthsReply = z.object({ months: z.array(reportMonthView).describe('The latest first') })

export const knownMonth = z.object({
  meetings: z.array(z.object({ on: day, minutes: z.number().int() })),
  activities: z.array(z.object({ on: day, code: z.string(), hours: z.number() })),
  applications: z.array(z.object({ on: day, headline: z.string(), employer: z.string() })),
})
export type KnownMonth = z.output<typeof knownMonth>

const addedKind = z.enum(['applied', 'job-search', 'work', 'studies', 'own-activity', 'other'])
const added = z.object({
  lines: z.array(z.object({ kind: addedKind, words: z.string().trim().min(1).max(500) })).max(50),
  nothing: z.boolean(),
})

export const reportPage = z.object({
  month,
  state: z.enum(['open', 'respite', 'missed', 'sent', 'not-yet']),
  dueOn: day,
  known: knownMonth.describe('What the house knows of the month now'),
  sent: z
    .object({
      on: day,
      version: z.number().int(),
      toldBy: z.enum(['participant', 'staff']),
      known: knownMonth.describe('What the house knew when it was sent'),
      added,
    })
    .nullable(),
})
export type ReportPage = z.output<typeof reportPage>

export const reportBody = z.object({
  month,
  lines: added.shape.lines.default([]),
  nothing: z.boolean().default(false).describe('Nothing was done that month; nothing is lost by saying so'),
  sensitiveSeen,
})
export const reportReply = z.object({ reportId: z.uuid(), late: z.boolean() })

export const respiteBody = z.object({ month, until: day })
export const respiteReply = z.object({ dueOn: day })

export const contactBody = z.object({
  month,
  how: z.enum(['telephone', 'letter', 'visit', 'provider']),
  reached: z.boolean(),
})
export const contactReply = z.object({ contactId: z.uuid() })

export const missedItem = z.object({
  caseId: key<CaseId>(),
  name: z.string(),
  month,
  dueOn: day,
  remindedOn: day,
  contacts: z.number().int().describe('Attempts to reach the person since then'),
  lastContactOn: day.nullable(),
  reached: z.boolean(),
  missedBefore: z.number().int().describe('Earlier months that are missed too'),
})
export const missedReply = z.object({ items: z.array(missedItem).describe('Those nobody has tried to reach first') })
export type MissedReply = z.output<typeof missedReply>

export const waitingReply = z.object({
  unread: z.number().int().describe('Messages from the provider that are not read'),
  reports: z.array(z.object({ month, dueOn: day, missed: z.boolean() })).describe('To be sent, the oldest first'),
  answers: z.number().int().describe('Questions answered in the last 14 days'),
})
export type WaitingReply = z.output<typeof waitingReply>
