import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

/** The two kinds of reference assignment that an applicant shows. */
export type ReferenceKind = 'preparing' | 'matching'

const krom: Source = cite(sources.krom, '10')
const instructions: Source = cite(sources.rom2Applicants, '10')

const references: Code<ReferenceKind>[] = [
  code('preparing', 'Rustande uppdrag', 'Preparing assignment'),
  code('matching', 'Matchande uppdrag', 'Matching assignment'),
]

/** What an application to become a provider is measured by (programme 10, market). */
export const admission = {
  references: parameter<readonly Code<ReferenceKind>[]>({
    name: 'admission.references',
    sv: 'Referensuppdrag som den sökande visar, ett av varje slag',
    en: 'Reference assignments that an applicant shows, one of each kind',
    unit: 'codes',
    values: [since(rom1Start, references, 'C', instructions)],
  }),
  referenceYears: parameter<number>({
    name: 'admission.referenceYears',
    sv: 'Ett referensuppdrag har pågått någon gång under så många år före ansökan',
    en: 'A reference assignment was under way at some time in this many years before the application',
    unit: 'years',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  lowestCreditRating: parameter<number>({
    name: 'admission.lowestCreditRating',
    sv: 'Lägsta kreditbetyg; under det, eller med betalningsanmärkning, visas ekonomisk förmåga på annat sätt',
    en: 'Lowest credit rating; below it, or with a payment remark, financial capacity is shown otherwise',
    unit: 'count',
    values: [since(rom1Start, 40, 'C', instructions)],
  }),
  creditCheckMonths: parameter<number>({
    name: 'admission.creditCheckMonths',
    sv: 'En kreditupplysning är högst så gammal när ansökan skickas',
    en: 'A credit check is at most this old when the application is sent',
    unit: 'calendar months',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  handlingDays: parameter<number>({
    name: 'admission.handlingDays',
    sv: 'En ansökan är avgjord inom denna tid',
    en: 'An application is decided within this time',
    unit: 'calendar days',
    values: [since(rom1Start, 60, 'A', krom)],
  }),
} as const
