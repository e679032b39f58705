import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import { cite, sources } from './sources.ts'
import { rom1Start } from './version.ts'

export type RegistrationChannel = 'digital' | 'office' | 'remote-meeting' | 'assisted'
export type BirthRegion = 'sweden' | 'nordic' | 'europe' | 'world'
export type EducationLevel = 'compulsory' | 'upper-secondary' | 'post-secondary' | 'unknown'
/** Programmes of the public employment service that the windows name: JOB, UGA and ETP (Etablering). */
export type ProgrammeCode = 'JOB' | 'UGA' | 'ETP'
export type AvailabilityCode = 'yes' | 'no' | 'partly'
export type ProtectionGrade = 'secrecy-mark' | 'protected-registration' | 'fictitious-identity'

const here = (): ReturnType<typeof cite> => cite(sources.krom, '4.1')

/** Who is registered, since when, and what is told before profiling (programme 4.1). */
export const registration = {
  spellBreakDays: parameter<number>({
    name: 'registration.spellBreakDays',
    sv: 'Längsta avbrott som inte startar en ny inskrivningsperiod',
    en: 'Longest break that does not start a new registration spell',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', here())],
  }),
  availableHoursPerWeek: parameter<number>({
    name: 'registration.availableHoursPerWeek',
    sv: 'Arbetsutbud när inget annat är känt',
    en: 'Available hours when nothing else is known',
    unit: 'hours per week',
    values: [since(rom1Start, 40, 'C', cite(sources.hiddenRole2025, '4.1'))],
  }),
  profilingNotice: parameter<boolean>({
    name: 'registration.profilingNotice',
    sv: 'Personen får veta om den statistiska bedömningen innan den används',
    en: 'The person is told about profiling before it is used',
    unit: 'switch',
    values: [since(rom1Start, true, 'C', cite(sources.profilingNotice, '4.1'))],
  }),
  automaticProfilingChannels: parameter<readonly RegistrationChannel[]>({
    name: 'registration.automaticProfilingChannels',
    sv: 'Inskrivningssätt som ger automatisk bedömning i område där tjänsten har införts',
    en: 'Channels whose registrants are profiled automatically in a rolled-out area',
    unit: 'codes',
    values: [since(rom1Start, ['digital'], 'C', cite(sources.statusReport2021, '4.1'))],
  }),
  channels: parameter<readonly Code<RegistrationChannel>[]>({
    name: 'registration.channels',
    sv: 'Sätt att skriva in sig',
    en: 'Ways to register',
    unit: 'codes',
    values: [since(rom1Start, channelCodes(), 'A', here())],
  }),
  birthRegions: parameter<readonly Code<BirthRegion>[]>({
    name: 'registration.birthRegions',
    sv: 'Födelseregioner',
    en: 'Birth regions',
    unit: 'codes',
    values: [since(rom1Start, birthRegionCodes(), 'C', cite(sources.ifau2024, '4.1'))],
  }),
  educationLevels: parameter<readonly Code<EducationLevel>[]>({
    name: 'registration.educationLevels',
    sv: 'Utbildningsnivåer',
    en: 'Levels of education',
    unit: 'codes',
    values: [since(rom1Start, educationCodes(), 'C', cite(sources.ifau2024, '4.1'))],
  }),
  programmes: parameter<readonly Code<ProgrammeCode>[]>({
    name: 'registration.programmes',
    sv: 'Program som räknas i fönstren',
    en: 'Programmes that the windows count',
    unit: 'codes',
    values: [since(rom1Start, programmeCodes(), 'C', cite(sources.window2021September, '4.1'))],
  }),
  availability: parameter<readonly Code<AvailabilityCode>[]>({
    name: 'registration.availability',
    sv: 'Står till arbetsmarknadens förfogande',
    en: "Stands at the labour market's disposal",
    unit: 'codes',
    values: [since(rom1Start, availabilityCodes(), 'A', here())],
  }),
  protectionGrades: parameter<readonly Code<ProtectionGrade>[]>({
    name: 'registration.protectionGrades',
    sv: 'Grader av skyddade personuppgifter',
    en: 'Grades of protected identity',
    unit: 'codes',
    values: [since(rom1Start, protectionCodes(), 'A', here())],
  }),
}

function channelCodes(): Code<RegistrationChannel>[] {
  return [
    code('digital', 'Digitalt', 'Digital'),
    code('office', 'På kontor', 'At an office'),
    code('remote-meeting', 'Personligt distansmöte', 'Remote personal meeting'),
    code('assisted', 'Med hjälp av personal', 'Assisted by staff'),
  ]
}

function birthRegionCodes(): Code<BirthRegion>[] {
  return [
    code('sweden', 'Sverige', 'Sweden'),
    code('nordic', 'Övriga Norden', 'Other Nordic countries'),
    code('europe', 'Övriga Europa', 'Rest of Europe'),
    code('world', 'Övriga världen', 'Rest of the world'),
  ]
}

function educationCodes(): Code<EducationLevel>[] {
  return [
    code('compulsory', 'Grundskola', 'Compulsory school'),
    code('upper-secondary', 'Gymnasium', 'Upper secondary'),
    code('post-secondary', 'Eftergymnasial', 'Post-secondary'),
    code('unknown', 'Okänd', 'Unknown'),
  ]
}

function programmeCodes(): Code<ProgrammeCode>[] {
  return [
    code('JOB', 'Jobb- och utvecklingsgarantin', 'Job and development guarantee'),
    code('UGA', 'Jobbgarantin för ungdomar', 'Youth guarantee'),
    code('ETP', 'Etableringsprogrammet', 'Establishment programme'),
  ]
}

function availabilityCodes(): Code<AvailabilityCode>[] {
  return [code('yes', 'Ja', 'Yes'), code('no', 'Nej', 'No'), code('partly', 'Delvis', 'Partly')]
}

function protectionCodes(): Code<ProtectionGrade>[] {
  return [
    code('secrecy-mark', 'Sekretessmarkering', 'Secrecy mark'),
    code('protected-registration', 'Skyddad folkbokföring', 'Protected population registration'),
    code('fictitious-identity', 'Fingerade personuppgifter', 'Fictitious identity'),
  ]
}
