import { budgetCaps } from './budget.ts'
import { type Code, code } from './code.ts'
import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

export type AbstentionReason =
  | 'about-to-start'
  | 'deeper-support'
  | 'health-or-rehabilitation'
  | 'other-measure'
  | 'wrong-data'
  | 'administrative-error'
  | 'other'

export type InterruptionReason =
  | 'work'
  | 'studies'
  | 'long-absence'
  | 'misconduct'
  | 'cannot-benefit'
  | 'no-suitable-support'
  | 'moved-out'
  | 'other'

/** What comes after the service, as the talk before its end says (programme 4.9). */
export type NextStep = 'job-search' | 'other-measure' | 'education' | 'municipality' | 'new-assessment' | 'work'

export type ParallelMeasureKind = 'work-practice' | 'validation' | 'vocational-assessment'

const krom = (section = '4.3'): Source => cite(sources.krom, section)
const questions = cite(sources.questions, '4.3')
const guide = cite(sources.supplierGuide, '4.3')

const abstentionReasons: Code<AbstentionReason>[] = [
  code('about-to-start', 'Ska snart börja arbeta eller studera', 'About to start work or studies'),
  code('deeper-support', 'Behöver fördjupat stöd', 'Needs deeper support'),
  code('health-or-rehabilitation', 'Hälsa eller rehabilitering', 'Health or rehabilitation'),
  code('other-measure', 'Annan insats pågår', 'Other measure under way'),
  code('wrong-data', 'Uppgifter är fel eller saknas', 'Wrong or missing data'),
  code('administrative-error', 'Administrativt fel', 'Administrative error'),
  code('other', 'Annat skäl', 'Other reason'),
]

const interruptionReasons: Code<InterruptionReason>[] = [
  code('work', 'Arbete', 'Work'),
  code('studies', 'Studier', 'Studies'),
  code('long-absence', 'Lång frånvaro', 'Long absence'),
  code('misconduct', 'Misskötsamhet', 'Misconduct'),
  code('cannot-benefit', 'Kan inte tillgodogöra sig insatsen', 'Cannot benefit'),
  code('no-suitable-support', 'Lämpligt stöd finns inte', 'Suitable support not available'),
  code('moved-out', 'Flyttat', 'Moved out'),
  code('other', 'Annat skäl', 'Other reason'),
]

const parallelMeasureKinds: Code<ParallelMeasureKind>[] = [
  code('work-practice', 'Arbetspraktik', 'Work practice'),
  code('validation', 'Validering', 'Validation'),
  code('vocational-assessment', 'Yrkeskompetensbedömning', 'Vocational assessment'),
]

const nextSteps: Code<NextStep>[] = [
  code('job-search', 'Söker arbete med stöd av Arbetsförmedlingen', 'Looks for work with support from the PES'),
  code('other-measure', 'En annan insats', 'Another measure'),
  code('education', 'Utbildning', 'Education'),
  code('municipality', 'Stöd av kommunen', 'Support from the municipality'),
  code('new-assessment', 'Ny bedömning av behovet', 'A new assessment of the need'),
  code('work', 'Arbete', 'Work'),
]

/** Decisions, their length, how they are extended, and how they end early (programme 4.2, 4.3, 4.9). */
export const decision = {
  lengthDays: parameter<number>({
    name: 'decision.lengthDays',
    sv: 'Ett besluts längd, första och sista dagen inräknade',
    en: 'Length of a decision, first and last day counted',
    unit: 'calendar days',
    values: [since(rom1Start, 180, 'C', guide)],
  }),
  extensionDays: parameter<number>({
    name: 'decision.extensionDays',
    sv: 'En förlängnings längd',
    en: 'Length of an extension',
    unit: 'calendar days',
    values: [since(rom1Start, 180, 'C', guide)],
  }),
  decisionsPerChain: parameter<number>({
    name: 'decision.decisionsPerChain',
    sv: 'Flest beslut i en anvisningsperiod',
    en: 'Most decisions in a chain',
    unit: 'count',
    values: [since(rom1Start, 2, 'C', questions)],
  }),
  chainDays: parameter<number>({
    name: 'decision.chainDays',
    sv: 'Hela anvisningsperiodens längd',
    en: 'Length of a full chain of decisions',
    unit: 'calendar days',
    values: [since(rom1Start, 360, 'C', questions)],
  }),
  takeUpWorkingDays: parameter<number>({
    name: 'decision.takeUpWorkingDays',
    sv: 'Så snart prövas en bedömning som tillåter anvisning',
    en: 'An assessment that allows a referral is taken up within',
    unit: 'working days',
    values: [since(rom1Start, 10, 'A', krom())],
  }),
  extensionPreparationDays: parameter<number>({
    name: 'decision.extensionPreparationDays',
    sv: 'Förlängningen förbereds så här långt före sista dagen',
    en: 'An extension is prepared this long before the last day',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom())],
  }),
  planningTalkRequired: parameter<boolean>({
    name: 'decision.planningTalkRequired',
    sv: 'Ett planeringssamtal ska ha hållits före beslutet',
    en: 'A planning talk must come before the decision',
    unit: 'switch',
    values: [since(rom1Start, true, 'C', questions)],
  }),
  availabilityRequired: parameter<boolean>({
    name: 'decision.availabilityRequired',
    sv: 'Personen ska stå till arbetsmarknadens förfogande',
    en: "The person must stand at the labour market's disposal",
    unit: 'switch',
    values: [since(rom1Start, true, 'C', questions)],
  }),
  abstentionReasons: parameter<readonly Code<AbstentionReason>[]>({
    name: 'decision.abstentionReasons',
    sv: 'Skäl att avstå från att anvisa',
    en: 'Reasons to abstain from a referral',
    unit: 'codes',
    values: [
      since(rom1Start, abstentionReasons, 'A', krom('4.2'), { note: 'Regeln är bekräftad, koderna är antagna.' }),
    ],
  }),
  reasonsNeedingText: parameter<readonly (AbstentionReason | InterruptionReason)[]>({
    name: 'decision.reasonsNeedingText',
    sv: 'Skäl som måste förklaras med egna ord',
    en: 'Reasons that must be explained in words',
    unit: 'codes',
    values: [since(rom1Start, ['other'], 'A', krom('4.2'))],
  }),
  interruptionReasons: parameter<readonly Code<InterruptionReason>[]>({
    name: 'decision.interruptionReasons',
    sv: 'Skäl till avbrott',
    en: 'Reasons for an interruption',
    unit: 'codes',
    values: [
      since(rom1Start, interruptionReasons, 'A', krom(), { note: 'Skälen finns i källan, koderna är antagna.' }),
    ],
  }),
  parallelMeasureKinds: parameter<readonly Code<ParallelMeasureKind>[]>({
    name: 'decision.parallelMeasureKinds',
    sv: 'Insatser hos annan aktör',
    en: 'Parallel measures',
    unit: 'codes',
    values: [since(rom1Start, parallelMeasureKinds, 'C', cite(sources.hiddenRole2025, '4.3'))],
  }),
  parallelMeasureMaxDays: parameter<number>({
    name: 'decision.parallelMeasureMaxDays',
    sv: 'Längsta insats hos annan aktör under hela anvisningsperioden',
    en: 'Longest parallel measure over the whole chain',
    unit: 'calendar days',
    values: [
      since(rom1Start, 90, 'A', cite(sources.ifau2024, '4.3'), {
        note: 'Källan säger tre månader; 90 dagar är antaget.',
      }),
    ],
  }),
  nextStepDays: parameter<number>({
    name: 'decision.nextStepDays',
    sv: 'Tid att planera nästa steg efter ett avbrott',
    en: 'Time to plan the next step after an interruption',
    unit: 'calendar days',
    values: [since(rom1Start, 14, 'A', krom())],
  }),
  endNoticeDays: parameter<number>({
    name: 'decision.endNoticeDays',
    sv: 'Kommunen får veta så här långt före slutet, om personen samtycker',
    en: 'The municipality is told this long before the end, with consent',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom('4.9'))],
  }),
  nextSteps: parameter<readonly Code<NextStep>[]>({
    name: 'decision.nextSteps',
    sv: 'Vad som kan komma efter tjänsten',
    en: 'What may come after the service',
    unit: 'codes',
    values: [since(rom1Start, nextSteps, 'A', krom('4.9'))],
  }),
  ...budgetCaps,
}
