import { z } from 'zod'
import { type Day, parseDay } from '../kernel/day.ts'
import { type ClockCase, complianceLines, explainClock } from '../modules/delivery/domain/index.ts'
import { type ActivityKind, rulesOfVersion, type ServiceVersion } from '../rules/index.ts'
import { answerLines, type LineStreams, processStreams } from './lines.ts'
import type { Verb } from './verb.ts'

// No spell in the service lies outside; working days are known for these years.
const earliest = '1990-01-01'
const latest = '2099-12-31'
const mostMinutes = 480
const mostHoursADay = 24
const mostHoursAWeek = 80
const mostFacts = 10_000
const mostFaultsTold = 3

const kinds = rulesOfVersion('rom1', earliest as Day).delivery.activities.map((rule) => rule.code)

const dayText = z.string({ error: 'is not a day; write it like "2022-10-03"' }).transform((text, context): Day => {
  const parsed = parseDay(text)
  const fault = faultOfDay(text, parsed.ok ? null : parsed.problem.code)
  if (parsed.ok && fault === null) return parsed.value
  context.addIssue({ code: 'custom', message: fault ?? '' })
  return z.NEVER
})
const yes = z.boolean({ error: 'is neither true nor false; write true for at the same place, false for at a distance' })
const from = dayText
const to = dayText
  .nullish()
  .transform((day) => day ?? null)
  .describe('The last day, null = open')
const span = z
  .object({ from, to }, { error: 'is not {"from":"…","to":"…"}' })
  .refine((each) => each.to === null || each.to >= each.from, {
    path: ['to'],
    error: 'lies before "from"; write the last day, or null while it goes on',
  })
const spans = list(span)
const minutes = z
  .int({ error: 'is not a whole number of minutes' })
  .min(1, `is not a length; a meeting that took place has at least 1 minute, leave out one that did not`)
  .max(mostMinutes, `is too long; a meeting has at most ${mostMinutes} minutes, so see whether it is two`)
const weekHours = (what: string) =>
  z
    .number({ error: `is not a number; write the hours a week of ${what}` })
    .min(0, 'is negative; write 0 or more hours a week')
    .max(mostHoursAWeek, `is too many; a week of ${what} has at most ${mostHoursAWeek} hours`)
const activityHours = z
  .number({ error: 'is not a number; write hours like 1.5' })
  .gt(0, 'is not a length; write more than 0 hours, leave out an activity that did not take place')
  .max(mostHoursADay, `is too long; a day has ${mostHoursADay} hours`)
const kind = z.enum(kinds as [ActivityKind, ...ActivityKind[]], {
  error: `is not a kind of activity; say one of ${kinds.join(', ')}`,
})

const spellLine = z
  .object(
    {
      case: z
        .string({ error: 'is not a text; name the case' })
        .min(1, 'is empty; name the case')
        .max(200, 'is too long'),
      service: span,
      plan: z
        .object(
          { on: dayText, hours: weekHours('the plan') },
          { error: 'is not {"on":"…","hours":40}; null = no plan' },
        )
        .nullish(),
      meetings: list(z.object({ on: dayText, minutes, physical: yes })),
      activities: list(z.object({ on: dayText, hours: activityHours, physical: yes, kind })),
      absences: spans,
      parallel: spans,
      availableHours: weekHours('available hours').nullish(),
      chainFrom: dayText.nullish(),
      until: dayText,
    },
    { error: 'is not an object; write a spell as {"case":"c1", …}' },
  )
  .refine((line) => !line.chainFrom || line.chainFrom <= line.service.from, {
    path: ['chainFrom'],
    error: 'lies after service.from; write the first day of the first decision',
  })

const use = 'krom compliance: say ./krom compliance --rules rom1|rom2; --help shows more'

const help = `./krom compliance --rules rom1|rom2 [--language sv|en]

Reads a spell with one provider a line from standard input and writes a line for each period of each clock that is decided
(programme 4.5, clocks exactly). All dates are inclusive; "to": null or left out = open. The order of lines and of facts is free.

In:   {"case":"c1","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-12","hours":40},
       "meetings":[{"on":"2022-09-05","minutes":30,"physical":true}],
       "activities":[{"on":"2022-09-07","hours":1.5,"physical":true,"kind":"practical-support"}],
       "absences":[{"from":"2022-09-12","to":"2022-09-13"}],"until":"2022-09-25"}
      (on one line). "absences" are approved ones. Optional: "parallel" (full-time periods in a parallel measure, as absences),
      "availableHours" (40), "chainFrom" (service.from). Leave out meetings that do not count: by telephone without a waiver,
      not individual, disputed and not settled. "until": as known at the end of that day. "plan": null = none.
      Kinds: ${kinds.join(', ')}.
Out:  {"case":"c1","rule":"meeting-every-14-days","dueOn":"2022-09-19","state":"kept","because":"…"}
      rules: meeting-every-14-days, meeting-physical-every-28-days, first-meeting-physical, weekly-physical-activity (rom1),
      plan-agreed, plan-covers-hours; rom2 also weekly-hours, half-physical. state: kept, breached. "dueOn" is the day it is due
      after moving for holidays and absence.

A line that cannot be read is refused whole: its number, the field, what is wrong and what to do on standard error, exit code 1.
`

/** `./krom compliance`: a spell a line in, a decided period a line out; needs no database. */
export const complianceVerb: Verb = {
  arguments: '--rules rom1',
  summary: 'what providers owed and kept, line by line',
  help,
  run(args) {
    return spellLines(args, processStreams())
  },
}

/** The verb over any streams. Exit code: 0 done, 1 a line was refused, 2 wrong use. */
export async function spellLines(args: readonly string[], io: LineStreams): Promise<number> {
  const options = optionsOf(args)
  if (options === null) {
    io.error(use)
    return 2
  }
  const { version, language } = options
  return answerLines(io, (json) => {
    const read = spellLine.safeParse(json)
    if (!read.success) return refusal(json, read.error)
    const id = read.data.case
    const of = caseOf(read.data)
    return complianceLines(of, rulesOfVersion(version, of.service.from)).map(({ rule, dueOn, state, because }) => ({
      case: id,
      rule,
      dueOn,
      state,
      because: explainClock(because, language),
    }))
  })
}

function caseOf({ chainFrom, availableHours, plan, ...line }: z.output<typeof spellLine>): ClockCase {
  return {
    ...line,
    plan: plan ?? null,
    availableHours: availableHours ?? undefined,
    chainFrom: chainFrom ?? undefined,
  }
}

/** The field, what stands there, the cause and the cure; of several faults the first few. */
function refusal(json: unknown, { issues }: z.ZodError): string {
  const named = at(json, ['case'])
  const faults = issues.slice(0, mostFaultsTold).map(({ path, message }) => {
    const value = at(json, path)
    const shown = path.length === 0 || value === undefined ? '' : ` ${JSON.stringify(value)?.slice(0, 60)}`
    const missing = path.length > 0 && value === undefined
    return `${fieldName(path)}${shown} ${missing ? `is missing; ${cureOf(message)}` : message}`
  })
  const more = issues.length > mostFaultsTold ? `; and ${issues.length - mostFaultsTold} more` : ''
  return `${typeof named === 'string' && named !== '' ? `case ${named.slice(0, 200)}: ` : ''}not-valid: ${faults.join('; ')}${more}`
}

function cureOf(message: string): string {
  return message.split('; ').slice(1).join('; ') || 'write it'
}

/** As a path is written: `meetings[0].minutes`. */
function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the line'
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    json,
  )
}

function list<Each extends z.ZodType>(each: Each) {
  return z
    .array(each, { error: 'is not a list; write […]' })
    .max(mostFacts, `is too long; a spell has at most ${mostFacts} of them`)
    .nullish()
    .transform((all) => all ?? [])
}

function faultOfDay(text: string, code: string | null): string | null {
  if (code === 'impossible-date') return 'is not in the calendar; check the month and the day'
  if (code !== null) return 'is not a day; write it like "2022-10-03"'
  return text.trim() < earliest || text.trim() > latest
    ? `lies outside ${earliest} to ${latest}; an open end is null`
    : null
}

function optionsOf(args: readonly string[]): { version: ServiceVersion; language: 'sv' | 'en' } | null {
  const given = new Map<string, string>()
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? ''
    const value = args[index + 1]
    if (!['--rules', '--language'].includes(name) || value === undefined) return null
    given.set(name, value)
  }
  const version = given.get('--rules')
  const language = given.get('--language') ?? 'sv'
  if ((version !== 'rom1' && version !== 'rom2') || (language !== 'sv' && language !== 'en')) return null
  return { version, language }
}
