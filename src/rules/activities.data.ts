import type { Code } from './code.ts'
import { code } from './code.ts'

export type ActivityKind =
  | 'motivating-talks'
  | 'health'
  | 'information'
  | 'other-actor'
  | 'employer-contact'
  | 'short-course'
  | 'guidance'
  | 'practical-support'
  | 'digital'
  | 'language'
  | 'own-work'

/** An allowed kind of activity and its limits (programme 4.5, the table). */
export type ActivityRule = Code<ActivityKind> & {
  readonly limitSv: string
  readonly limitEn: string
  /** Counts toward the weekly physical activity and the ROM2 hours; own work never does. */
  readonly countsTowardDuties: boolean
  /** Needs the caseworker's decision first (a parallel measure). */
  readonly needsDecision: boolean
  /** Must be given by the provider itself. */
  readonly ownStaffOnly: boolean
  /** Most hours in all, or `null`. */
  readonly maxHours: number | null
}

type Limits = Partial<Pick<ActivityRule, 'countsTowardDuties' | 'needsDecision' | 'ownStaffOnly' | 'maxHours'>>

function activity(kind: Code<ActivityKind>, limitSv: string, limitEn: string, limits: Limits = {}): ActivityRule {
  const open = { countsTowardDuties: true, needsDecision: false, ownStaffOnly: false, maxHours: null }
  return { ...kind, limitSv, limitEn, ...open, ...limits }
}

/** Activities of Rusta och matcha 1. */
export const rom1Activities: readonly ActivityRule[] = [
  activity(
    code('motivating-talks', 'Motiverande samtal', 'Motivating talks'),
    'med kvalitetssäkrade metoder',
    'by quality-assured methods',
  ),
  activity(
    code('health', 'Hälsofrämjande åtgärder', 'Health promotion'),
    'seminarier eller föreläsningar om kost, sömn och motion; aldrig rehabilitering eller terapi',
    'seminars or lectures on diet, sleep and exercise; never rehabilitation or therapy',
  ),
  activity(
    code('information', 'Information', 'Information'),
    'om arbetsmarknad, yrken, utbildning och vad den innebär',
    'labour market, occupations, education and what it means',
  ),
  activity(
    code('other-actor', 'Insats hos annan aktör', 'Parallel measure'),
    'kräver arbetsförmedlarens beslut',
    "needs the caseworker's decision",
    { needsDecision: true },
  ),
  activity(
    code('employer-contact', 'Kontakter med arbetsgivare m.fl.', 'Contacts with employers and others'),
    'studiebesök, arbetsplatsbesök, presentation av deltagaren, rekryteringsträffar, mentorskap',
    'study visits, workplace visits, presenting the participant, recruitment events, mentoring',
  ),
  activity(
    code('short-course', 'Kortare utbildning', 'Short course'),
    'högst 20 timmar, ges av leverantören själv, knuten till verkliga lediga jobb eller en reguljär studieplats; ' +
      'inte sådan som kräver beslut eller kan ge resultatersättning',
    'at most 20 hours, given by the provider itself, tied to real vacancies or a regular study place; ' +
      'none that needs a decision or could give an outcome payment',
    { ownStaffOnly: true, maxHours: 20 },
  ),
  activity(
    code('guidance', 'Vägledning mot arbete eller utbildning', 'Guidance toward work or education'),
    'motverkar begränsningar av kön samt social och kulturell bakgrund',
    'counteracts limits set by gender or social and cultural background',
  ),
  activity(
    code('practical-support', 'Praktiskt stöd', 'Practical support'),
    'hitta och söka jobb, handlingar, intervjuträning, uppföljning av ansökningar, ansökan till studier',
    'find and apply for jobs, documents, interview training, follow-up of applications, applying for studies',
  ),
  activity(code('digital', 'Digital kompetens', 'Digital skills'), '', ''),
  activity(
    code('language', 'Språkstöd', 'Language support'),
    'sfi ingår inte i tjänsten',
    'SFI is not part of the service',
  ),
  activity(
    code('own-work', 'Eget arbete enligt planen', 'Own work according to the plan'),
    'personens egen tid; räknas in i planens timmar, aldrig i veckans aktivitet eller timkrav',
    "the person's own time; counts toward the plan's hours, never toward weekly duties",
    { countsTowardDuties: false },
  ),
]

/** Activities of Rusta och matcha 2: the short course is gone. */
export const rom2Activities: readonly ActivityRule[] = rom1Activities.filter((each) => each.code !== 'short-course')
