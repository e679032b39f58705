import { type ActivityRule, rom1Activities, rom2Activities } from './activities.data.ts'
import type { Code } from './code.ts'
import * as codes from './delivery-codes.data.ts'
import { employers } from './employers.ts'
import { exceptions } from './exceptions.ts'
import { lapsingParameter, parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start, rom2Start } from './version.ts'

export type { ActivityKind, ActivityRule } from './activities.data.ts'
export type {
  AbsenceReason,
  ApprovalCondition,
  BreachCause,
  CompanyKind,
  DeviationKind,
  EmployerContactKind,
  EmployerContactResult,
  ForbiddenActivity,
  InformativeNeed,
  MeetingChannel,
  ReportState,
} from './delivery-codes.data.ts'

/** A dated permission to hold meetings otherwise, such as by telephone; `area` `null` = everywhere. */
export type Waiver = {
  readonly rule: 'telephone-meeting' | 'no-physical-meeting'
  readonly area: string | null
  readonly decision: string
}

/** Hours of tailored support per week, by month of the chain counted from 1; both months included. */
export type WeeklyHours = { readonly fromMonth: number; readonly toMonth: number; readonly hours: number }

const krom: Source = cite(sources.krom, '4.5')
const jobseekerPage = cite(sources.jobseekerPage, '4.5')
const ifau = cite(sources.ifau2024, '4.5')
const guide = cite(sources.supplierGuide, '4.5')
const rom2 = cite(sources.rom2Contract, '4.5')

const meetings = {
  meetingMinutes: parameter<number>({
    name: 'delivery.meetingMinutes',
    sv: 'Kortaste utvecklingsmöte som räknas',
    en: 'Shortest development meeting that counts',
    unit: 'minutes',
    values: [since(rom1Start, 30, 'C', ifau)],
  }),
  meetingIntervalDays: parameter<number>({
    name: 'delivery.meetingIntervalDays',
    sv: 'Längsta tid mellan utvecklingsmöten',
    en: 'Longest time between development meetings',
    unit: 'calendar days',
    values: [since(rom1Start, 14, 'C', jobseekerPage)],
  }),
  physicalMeetingIntervalDays: parameter<number>({
    name: 'delivery.physicalMeetingIntervalDays',
    sv: 'Längsta tid mellan fysiska utvecklingsmöten',
    en: 'Longest time between physical development meetings',
    unit: 'calendar days',
    values: [since(rom1Start, 28, 'C', jobseekerPage)],
  }),
  firstMeetingPhysical: parameter<boolean>({
    name: 'delivery.firstMeetingPhysical',
    sv: 'Första utvecklingsmötet ska vara fysiskt',
    en: 'The first development meeting must be physical',
    unit: 'switch',
    values: [since(rom1Start, true, 'C', ifau)],
  }),
  meetingChannels: parameter<readonly codes.MeetingChannel[]>({
    name: 'delivery.meetingChannels',
    sv: 'Sätt att mötas utan undantag',
    en: 'Ways to meet without a waiver',
    unit: 'codes',
    values: [since(rom1Start, ['physical', 'video'], 'C', ifau)],
  }),
  waivers: parameter<readonly Waiver[]>({
    name: 'delivery.waivers',
    sv: 'Tillfälliga undantag från mötesreglerna',
    en: 'Temporary waivers of the meeting rules',
    unit: 'table',
    values: [
      since(rom1Start, [], 'A', krom, { note: 'Pandemins undantag är inte kända i detalj; myndigheten för in dem.' }),
    ],
  }),
}

const support = {
  weeklyPhysicalActivities: lapsingParameter<number>({
    name: 'delivery.weeklyPhysicalActivities',
    sv: 'Fysiska aktiviteter per vecka utöver utvecklingsmötet',
    en: 'Physical activities a week besides the development meeting',
    unit: 'count',
    values: [since(rom1Start, 1, 'C', ifau), since(rom2Start, null, 'S', rom2, { clause: '4.1.1' })],
  }),
  weekNeedsWorkingDays: parameter<number>({
    name: 'delivery.weekNeedsWorkingDays',
    sv: 'Veckan räknas om minst så många arbetsdagar ligger i tjänsten utanför godkänd frånvaro',
    en: 'A week counts if at least this many working days lie in service outside approved absence',
    unit: 'working days',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  weeklyHours: lapsingParameter<readonly WeeklyHours[]>({
    name: 'delivery.weeklyHours',
    sv: 'Timmar individuellt anpassat stöd per vecka, efter månad i anvisningsperioden',
    en: 'Hours of tailored support a week, by month of the chain',
    unit: 'hours per week',
    values: [since(rom2Start, [hours(1, 6, 1), hours(7, 12, 2)], 'S', rom2, { clause: '4.1.1' })],
  }),
  physicalActivityPercent: lapsingParameter<number>({
    name: 'delivery.physicalActivityPercent',
    sv: 'Minsta andel fysiska aktiviteter, räknat i antal per kalendermånad',
    en: 'Least share of physical activities, by number per calendar month',
    unit: 'percent',
    values: [since(rom2Start, 50, 'S', rom2, { clause: '4.1.1' })],
  }),
  activities: parameter<readonly ActivityRule[]>({
    name: 'delivery.activities',
    sv: 'Tillåtna aktiviteter och deras gränser',
    en: 'Allowed activities and their limits',
    unit: 'table',
    values: [since(rom1Start, rom1Activities, 'C', guide), since(rom2Start, rom2Activities, 'C', ifau)],
  }),
  forbiddenActivities: parameter<readonly Code<codes.ForbiddenActivity>[]>({
    name: 'delivery.forbiddenActivities',
    sv: 'Sådant som inte får ingå',
    en: 'What must not be part of the service',
    unit: 'codes',
    values: [since(rom1Start, codes.forbiddenActivities, 'C', ifau)],
  }),
  companyKinds: parameter<readonly Code<codes.CompanyKind>[]>({
    name: 'delivery.companyKinds',
    sv: 'Med vem tiden var',
    en: 'With whom the time was spent',
    unit: 'codes',
    values: [since(rom1Start, codes.companyKinds, 'A', cite(sources.krom, '2'))],
  }),
  hourStepMinutes: parameter<number>({
    name: 'delivery.hourStepMinutes',
    sv: 'Timmar redovisas i steg om',
    en: 'Hours are kept in steps of',
    unit: 'minutes',
    values: [since(rom1Start, 15, 'A', krom)],
  }),
}

const plan = {
  planDays: parameter<number>({
    name: 'delivery.planDays',
    sv: 'Planen ska vara överenskommen så många dagar efter första dagen',
    en: 'The plan must be agreed this many days after the first day',
    unit: 'calendar days',
    values: [since(rom1Start, 14, 'C', cite(sources.hiddenRole2025, '4.5'))],
  }),
  planHoursPerWeek: parameter<number>({
    name: 'delivery.planHoursPerWeek',
    sv: 'Timmar som planen ska täcka när inget annat arbetsutbud är känt',
    en: 'Hours that the plan covers when no other available hours are known',
    unit: 'hours per week',
    values: [since(rom1Start, 40, 'C', cite(sources.hiddenRole2025, '4.5'))],
  }),
  plansPerDecision: parameter<number>({
    name: 'delivery.plansPerDecision',
    sv: 'Minsta antal planer per beslut',
    en: 'Least number of plans per decision',
    unit: 'count',
    values: [since(rom1Start, 1, 'C', guide)],
  }),
}

function hours(fromMonth: number, toMonth: number, count: number): WeeklyHours {
  return { fromMonth, toMonth, hours: count }
}

const attendance = {
  absenceMinutes: parameter<number>({
    name: 'delivery.absenceMinutes',
    sv: 'Frånvaro som är längre än så rapporteras',
    en: 'Absence longer than this is reported',
    unit: 'minutes',
    values: [since(rom1Start, 15, 'C', cite(sources.deviationReport, '4.5'))],
  }),
  absenceReasons: parameter<readonly Code<codes.AbsenceReason>[]>({
    name: 'delivery.absenceReasons',
    sv: 'Orsaker till frånvaro',
    en: 'Reasons for absence',
    unit: 'codes',
    values: [since(rom1Start, codes.absenceReasons, 'C', guide)],
  }),
  deviationKinds: parameter<readonly Code<codes.DeviationKind>[]>({
    name: 'delivery.deviationKinds',
    sv: 'Andra avvikelser',
    en: 'Other deviations',
    unit: 'codes',
    values: [since(rom1Start, codes.deviationKinds, 'C', guide)],
  }),
  breachCauses: parameter<readonly Code<codes.BreachCause>[]>({
    name: 'delivery.breachCauses',
    sv: 'Orsaker till att en regel inte hölls',
    en: 'Causes of a breach',
    unit: 'codes',
    values: [since(rom1Start, codes.breachCauses, 'A', krom)],
  }),
  disputeDays: parameter<number>({
    name: 'delivery.disputeDays',
    sv: 'En bestridd uppgift som är öppen så länge går till leverantörsuppföljningen',
    en: 'A dispute open this long goes to the overseer',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
  activityReportMonths: parameter<number>({
    name: 'delivery.activityReportMonths',
    sv: 'En aktivitetsrapport lämnas minst så ofta',
    en: 'An activity report is given at least this often',
    unit: 'calendar months',
    values: [since(rom1Start, 1, 'C', cite(sources.labourMarketOrdinance, '4.5'))],
  }),
  activityReportDays: parameter<number>({
    name: 'delivery.activityReportDays',
    sv: 'Aktivitetsrapporten lämnas senast så många dagar efter perioden',
    en: 'The activity report is due this many days after the period',
    unit: 'calendar days',
    values: [since(rom1Start, 14, 'C', cite(sources.labourMarketOrdinance, '4.5'))],
  }),
  questionWorkingDays: parameter<number>({
    name: 'delivery.questionWorkingDays',
    sv: 'Arbetsförmedlingen svarar på deltagarens fråga inom',
    en: "The employment service answers a participant's question within",
    unit: 'working days',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
}

const krom6 = cite(sources.krom, '4.6')
const guide6 = cite(sources.supplierGuide, '4.6')

const reports = {
  reportDueDay: parameter<number>({
    name: 'delivery.reportDueDay',
    sv: 'Periodisk redovisning ska ha kommit in denna dag i nästa månad',
    en: 'The periodic report is due this day of the next month',
    unit: 'day of month',
    values: [since(rom1Start, 10, 'A', krom6)],
  }),
  reportPayableMonths: parameter<number>({
    name: 'delivery.reportPayableMonths',
    sv: 'En sen redovisning kan betalas så länge efter månaden',
    en: 'A late report is payable until this long after the month',
    unit: 'calendar months',
    values: [since(rom1Start, 12, 'A', krom6)],
  }),
  reportStates: parameter<readonly Code<codes.ReportState>[]>({
    name: 'delivery.reportStates',
    sv: 'Redovisningens status',
    en: 'States of a report',
    unit: 'codes',
    values: [since(rom1Start, codes.reportStates, 'C', guide6)],
  }),
  approvalByRule: parameter<readonly Code<codes.ApprovalCondition>[]>({
    name: 'delivery.approvalByRule',
    sv: 'Redovisningen godkänns av regeln när allt detta gäller',
    en: 'A report is approved by rule when all of this holds',
    unit: 'codes',
    values: [since(rom1Start, codes.approvalConditions, 'A', krom6)],
  }),
  finalReportWorkingDays: parameter<number>({
    name: 'delivery.finalReportWorkingDays',
    sv: 'Slutredovisningen lämnas inom så många arbetsdagar efter slutet',
    en: 'The final report is due within this many working days of the end',
    unit: 'working days',
    values: [since(rom1Start, 5, 'C', guide6)],
  }),
  informativeReportCharacters: parameter<number>({
    name: 'delivery.informativeReportCharacters',
    sv: 'Längsta informativa rapport',
    en: 'Longest informative report',
    unit: 'characters',
    values: [since(rom1Start, 2000, 'C', guide6)],
  }),
  informativeNeeds: parameter<readonly Code<codes.InformativeNeed>[]>({
    name: 'delivery.informativeNeeds',
    sv: 'Behov som en informativ rapport kan gälla',
    en: 'Needs that an informative report can be about',
    unit: 'codes',
    values: [
      since(rom1Start, codes.informativeNeeds, 'C', guide6, {
        note: 'Synen på en förlängning (4.3) är lagd till av oss.',
      }),
    ],
  }),
}

/** What the provider owes the participant, and what is reported about it (programme 4.5, 4.6). */
export const delivery = { ...meetings, ...support, ...plan, ...attendance, ...employers, ...exceptions, ...reports }
