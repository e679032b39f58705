import { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import type { CaseId, UserId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { clashKind } from './calendar.ts'

const key = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, string>
const moment = z.iso.datetime({ offset: true }) as unknown as z.ZodType<Instant, string>
const day = z.iso.date() as unknown as z.ZodType<Day, string>
const word = z.string()
const number = z.number()
const why = z.string().trim().max(500)
const minutes = z.coerce.number().int().min(15).max(480)
const mode = z.enum(['physical', 'video', 'telephone'])
const company = z.enum(['adviser', 'provider-staff', 'other-actor', 'own'])
const came = z.enum(['yes', 'no', 'partly'])
const absence = z.enum(['sick', 'child-sick', 'work', 'education', 'unknown', 'other-known'])
const notHeld = z.enum(['provider-hindered', 'cancelled'])
const everyWeeks = z.union([z.literal(1), z.literal(2)])
const holidays = z.enum(['skip', 'keep'])
const mostInGroup = 40
const truth = z.enum(['true', 'false'])

export const sessionParams = z.object({ sessionId: key<string>() })
export const draftParams = z.object({ subjectId: key<string>() })

const repeat = z
  .object({ everyWeeks, until: day, holidays: holidays.default('skip') })
  .describe('Every week or every second one, until a day, that day included')
export const sessionBody = z.object({
  caseIds: z.array(key<CaseId>()).min(1).max(mostInGroup).describe('One participant, or a group'),
  startsAt: moment,
  minutes: minutes.describe('In steps of a quarter'),
  code: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .describe('A code of the allowed activities; a forbidden one is refused by name'),
  mode,
  withWhom: company.optional().describe('The adviser unless said'),
  adviserId: key<UserId>().optional(),
  place: z.string().trim().max(300).optional().describe('The room, or the address of a video meeting'),
  repeat: repeat.optional(),
})
export const sessionsReply = z.object({
  seriesId: z.uuid().nullable(),
  sessions: z.array(z.object({ sessionId: z.uuid(), startsAt: z.iso.datetime() })),
})
export const sessionMoveBody = z.object({
  startsAt: moment,
  minutes: minutes.optional(),
  mode: mode.optional(),
  place: z.string().trim().max(300).optional(),
  why,
})
export const sessionCancelBody = z.object({
  why,
  caseId: key<CaseId>().optional().describe('Only this participant is taken out of the group'),
  andLater: z.boolean().optional().describe('Also the later ones of the series'),
})
export const sessionChangedReply = z.object({ participants: number.describe('How many are told') })
export const sessionAddBody = z.object({
  caseIds: z.array(key<CaseId>()).min(1).max(mostInGroup),
  andLater: z.boolean().optional().describe('Also the later ones of the series'),
  why: z.string().trim().max(500).optional().describe('Needed of one who was taken out before'),
})
export const meetingCancelBody = z.object({ reason: notHeld, why: why.optional() })

/** Several participants as keys with commas between. */
const caseIds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(key<CaseId>()).min(1).max(mostInGroup))
export const sessionClashesQuery = z.object({
  caseIds: caseIds.describe('Case keys with commas between'),
  startsAt: moment,
  minutes,
  adviserId: key<UserId>().optional(),
  everyWeeks: z.enum(['1', '2']).optional(),
  until: day.optional(),
  holidays: holidays.optional().describe('skip unless said'),
  sessionId: key<string>().optional().describe('The session that would be moved'),
})
export const additionClashesQuery = z.object({
  caseIds: caseIds.describe('Case keys with commas between'),
  andLater: truth.optional().describe('Also the later ones of the series; false unless said'),
})
const foundClash = z.object({
  kind: z.enum([...clashKind.options, 'not-in-service']),
  caseId: z.uuid().optional().describe('Whose, where it is one participant’s'),
  startsAt: z.iso.datetime().optional().describe('Of a meeting or an activity'),
  minutes: number.optional(),
})
/** Only what a participant already has at the time stands in the way of saving; the rest is worth knowing. */
export const sessionClashesReply = z.object({
  times: z.array(
    z.object({
      startsAt: z.iso.datetime(),
      onDay: z.iso.date(),
      holiday: word.nullable().describe('The holiday’s Swedish name'),
      skipped: z.boolean().describe('Shown, and not booked'),
      clashes: z.array(foundClash),
    }),
  ),
})
export type SessionClashesReply = z.infer<typeof sessionClashesReply>

/**
 * One tick. `entryId` is made by who ticks, once, and kept with the tick until it is answered: the row is saved under it, so the
 * entry can be sent again in any later request, with any Idempotency-Key, and is saved once. It holds all that is needed, so
 * that it can wait offline.
 */
export const attendanceEntry = z.object({
  entryId: z.uuid(),
  kind: z.enum(['meeting', 'session']),
  id: key<string>().describe('`meetingId` of a meeting; `bookingId` of the participant’s place in a session'),
  came,
  tookPlace: z.boolean(),
  reason: z.union([absence, notHeld]).optional(),
  minutesAway: number.int().min(1).max(480).optional().describe('Of who came partly: needed there'),
  languageSupport: z.boolean().optional(),
  jobProposals: number.int().min(0).max(99).optional(),
  progress: z.string().trim().max(2000).optional(),
  corrects: key<string>().optional().describe('The saved entry that this one corrects'),
})
export type AttendanceEntryBody = z.input<typeof attendanceEntry>
/** One participant or a whole group, or what waited offline; at most 100 at a time. */
export const attendancesBody = z.object({ entries: z.array(attendanceEntry).min(1).max(100) })
/**
 * A row an entry, in the order they were sent. The request succeeds also when entries are refused: those are for the adviser to
 * look at, with `problem` in the reader's language by its code; sending them again changes nothing until their cause is mended.
 */
export const attendancesReply = z.object({
  results: z.array(
    z.object({
      entryId: z.uuid(),
      state: z.enum(['saved', 'already-saved', 'refused']),
      warnings: z.array(word),
      problem: z.object({ code: word, title: word, cure: word, field: word.nullable() }).nullable(),
    }),
  ),
})
export type AttendancesReply = z.infer<typeof attendancesReply>

export const draftsQuery = z.object({ whose: z.enum(['mine', 'all']).default('all') })
const deviationDraft = z.object({
  subjectId: z.uuid(),
  kind: z.enum(['meeting', 'activity']),
  caseId: z.uuid(),
  name: word,
  onDay: z.iso.date(),
  startsAt: z.iso.datetime().nullable().describe('Null where only the day is known'),
  minutesAway: number,
  reason: absence,
})
/** Absences that are over and not reported yet. */
export const draftsReply = z.object({ items: z.array(deviationDraft) })
export type DeviationDraftView = z.infer<typeof deviationDraft>
/** What is known is filled in; a reason that was found out since takes the place of the one logged. */
export const draftReportBody = z.object({
  reason: absence.optional(),
  description: z.string().trim().max(2000).optional(),
})

export const weekQuery = z.object({ monday: day.optional(), whose: z.enum(['mine', 'all']).default('mine') })
const attended = {
  came: came.nullable(),
  tookPlace: z.boolean().nullable(),
  reason: word.nullable(),
  entryId: z.uuid().nullable().describe('What is saved of it: what a correction corrects'),
}
const inIt = z.object({
  id: z.uuid().describe('What an attendance entry is about'),
  caseId: z.uuid(),
  name: word,
  protected: z.boolean().describe('A protected identity: nothing of this row may be kept on a device'),
  expected: z.enum(['coming', 'cannot']).nullable(),
  ...attended,
})
const calendarItem = z.object({
  kind: z.enum(['meeting', 'session']),
  key: z.uuid().describe('The meeting or the session'),
  seriesId: z.uuid().nullable(),
  startsAt: z.iso.datetime(),
  onDay: z.iso.date(),
  minutes: number,
  mode,
  code: word.nullable().describe('Null for a development meeting'),
  place: word.nullable(),
  adviserName: word.nullable(),
  participants: z.array(inIt),
})
export type CalendarItem = z.infer<typeof calendarItem>
/** A week of the provider's calendar, in order of time. */
export const weekReply = z.object({
  monday: z.iso.date(),
  holidays: z.array(z.object({ day: z.iso.date(), name: word })),
  items: z.array(calendarItem),
})
export type WeekReply = z.infer<typeof weekReply>

const ownSession = z.object({
  bookingId: z.uuid(),
  startsAt: z.iso.datetime(),
  onDay: z.iso.date(),
  minutes: number,
  code: word,
  mode,
  withWhom: company,
  place: word.nullable(),
  adviserName: word.nullable(),
  calledOff: z.boolean(),
  why: word.nullable().describe('Why it was moved or called off'),
})
export const caseSessionsQuery = z.object({
  from: day.optional().describe('The first day; today where it is left out'),
})
/**
 * The participant's own places in sessions, called-off ones too; never who else is there. What is logged stands in the log and
 * not here.
 */
export const caseSessionsReply = z.object({ items: z.array(ownSession) })
export type CaseSessionsReply = z.infer<typeof caseSessionsReply>
