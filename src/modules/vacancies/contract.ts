import { z } from 'zod'
import { type Day, isDay } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'

/** What the web and the API share about vacancies, suggestions and applications (programme 4.5). */

const caseKey = z.uuid() as unknown as z.ZodType<CaseId, string>
const day = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'date-format' })
  .meta({ type: 'string', format: 'date' })
const date = z.iso.date()
const flag = z.stringbool()

export const caseParams = z.object({ caseId: caseKey })
export const suggestionParams = z.object({ suggestionId: z.uuid() })
export const adParams = z.object({ adId: z.string().min(1).max(100) })

export const vacancyQuery = z.object({
  text: z.string().trim().max(100).optional().describe('Words in the headline, the employer or the text'),
  ssyk: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional()
    .describe('Occupation by SSYK, 1 to 4 digits'),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .describe('Distance is counted from its seat'),
  radiusKm: z.coerce.number().int().min(1).max(1600).optional(),
  extent: z.coerce.number().int().min(1).max(100).optional().describe('Percent of full time that the job must allow'),
  withoutLicence: flag.optional().describe('Only jobs that ask for no driving licence'),
  page: z.coerce.number().int().min(1).max(100).default(1),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type VacancyQuery = z.infer<typeof vacancyQuery>

export const vacancyLine = z.object({
  adId: z.string(),
  headline: z.string(),
  employer: z.string(),
  ssyk: z.string(),
  occupation: z.string(),
  municipality: z.string().nullable(),
  km: z.number().nullable().describe('From the place that was searched, rounded; null when none was'),
  extent: z.object({ min: z.number(), max: z.number() }),
  licenceNeeded: z.boolean(),
  languages: z.array(z.string()).describe('ISO 639 codes of demanded languages'),
  positions: z.number().int(),
  publishedOn: date,
  applyBy: date,
  applyUrl: z.string().nullable().describe('Where to apply, on the web'),
})
export type VacancyLine = z.infer<typeof vacancyLine>
export const vacancyPage = z.object({
  items: z.array(vacancyLine),
  page: z.number().int(),
  limit: z.number().int(),
  total: z.number().int(),
})
export type VacancyPage = z.infer<typeof vacancyPage>

export const vacancyView = vacancyLine.extend({
  workplace: z.string().nullable(),
  experienceNeeded: z.boolean(),
  description: z.string(),
  removed: z.boolean(),
})
export type VacancyView = z.infer<typeof vacancyView>

const reason = z.object({
  code: z.enum(['occupation', 'related-occupation', 'same-field', 'distance', 'extent', 'licence', 'language']),
  points: z.number().int(),
  value: z.union([z.string(), z.number()]),
  text: z.string(),
})
export type ReasonView = z.infer<typeof reason>

const answerCode = z.enum(['interested', 'applied', 'no'])

export const matchView = vacancyLine.extend({
  points: z.number().int().describe('The sum of the reasons; more stand first'),
  because: z.array(reason),
  licenceToAsk: z.boolean().describe('The job asks for a licence, and whether the person has one is not known'),
})
export type MatchView = z.infer<typeof matchView>

export const suggestionView = z.object({
  suggestionId: z.uuid(),
  adId: z.string(),
  headline: z.string(),
  employer: z.string(),
  applyBy: date,
  open: z.boolean().describe('Can still be applied for'),
  suggestedOn: date,
  byName: z.string().nullable(),
  message: z.string().nullable(),
  because: z.array(reason),
  answer: answerCode.nullable(),
  refusal: z.string().nullable(),
})
export type SuggestionView = z.infer<typeof suggestionView>

export const applicationView = z.object({
  applicationId: z.uuid(),
  adId: z.string().nullable(),
  headline: z.string(),
  employer: z.string(),
  appliedOn: date,
  toldBy: z.enum(['participant', 'provider', 'caseworker']),
})

export const jobsReply = z.object({
  suggestions: z.array(suggestionView).describe('The latest first'),
  applications: z.array(applicationView).describe('The latest first'),
  matches: z.array(matchView).describe('The best vacancies that are neither suggested nor applied for'),
  matchesBecause: z
    .enum(['found', 'nothing-sought', 'home-unknown', 'none-near'])
    .describe('Why there are matches, or none'),
  radiusKm: z.number().int(),
  refusals: z.array(z.object({ code: z.string(), text: z.string() })),
})
export type JobsReply = z.infer<typeof jobsReply>

export const suggestBody = z.object({
  adId: z.string().min(1).max(100),
  message: z.string().trim().max(1000).optional(),
})
export type SuggestBody = z.infer<typeof suggestBody>
export const suggestReply = z.object({ suggestionId: z.uuid() })

export const answerBody = z.object({ answer: answerCode, reason: z.string().max(50).optional() })
export type AnswerBody = z.infer<typeof answerBody>
export const answerReply = z.object({ answer: answerCode })

export const applicationBody = z.object({
  adId: z.string().min(1).max(100).optional().describe('A vacancy of the feed; else headline and employer'),
  headline: z.string().trim().max(300).optional(),
  employer: z.string().trim().max(300).optional(),
  appliedOn: day,
})
export type ApplicationBody = z.infer<typeof applicationBody>
export const applicationReply = z.object({ applicationId: z.uuid() })

const feedCounts = {
  runId: z.uuid(),
  read: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
  setAside: z.number().int(),
}
export const feedSummary = z.object(feedCounts)

export const feedRun = z.object({
  ...feedCounts,
  name: z.string(),
  recordedAt: z.iso.datetime(),
  problems: z
    .array(
      z.object({
        line: z.number().int(),
        adId: z.string().nullable(),
        field: z.string().nullable(),
        reason: z.string(),
        text: z.string(),
      }),
    )
    .describe('The first of those set aside'),
})
export type FeedRun = z.infer<typeof feedRun>
export const feedRuns = z.object({
  items: z.array(feedRun),
  open: z.number().int().describe('Vacancies that can be applied for'),
})
export type FeedRuns = z.infer<typeof feedRuns>

export const streamBody = z.object({
  url: z.string().trim().min(1).max(500).describe('The address of the stream; https, in development also this machine'),
  on: z.boolean().describe('Whether it is followed'),
})
export type StreamBody = z.infer<typeof streamBody>
export const streamReply = z.object({ on: z.boolean() })

const moment = z.iso.datetime().nullable()

export const streamView = z.object({
  url: z.string().nullable().describe('Null until an administrator has set one: nothing is asked for'),
  on: z.boolean(),
  everyMinutes: z.number().int(),
  takenTo: moment.describe('What changed before this is taken in'),
  behind: z.boolean().describe('Older changes are still being taken in, part by part'),
  askedAt: moment,
  answeredAt: moment,
  nextAt: moment.describe('Null: at once, or never while it is off'),
  failuresInRow: z.number().int(),
  failure: z
    .object({ code: z.string(), title: z.string(), cure: z.string() })
    .nullable()
    .describe('Why the latest question gave nothing'),
  sums: feedSummary.omit({ runId: true }).nullable().describe('Of the latest answer'),
})
export type StreamView = z.infer<typeof streamView>
