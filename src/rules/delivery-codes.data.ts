import { type Code, code } from './code.ts'

export type AbsenceReason = 'sick' | 'child-sick' | 'work' | 'education' | 'unknown' | 'other-known'
export type DeviationKind = 'refused-activity' | 'refused-job' | 'hinders-employment' | 'cannot-benefit' | 'misconduct'
export type CompanyKind = 'adviser' | 'provider-staff' | 'other-actor' | 'own'
export type EmployerContactKind = 'visit' | 'telephone' | 'writing' | 'recruitment-event' | 'other'
export type EmployerContactResult =
  | 'no-answer'
  | 'no-need'
  | 'wants-more'
  | 'vacancy'
  | 'practice'
  | 'interview'
  | 'hired'
export type MeetingChannel = 'physical' | 'video' | 'telephone'
export type BreachCause = 'not-offered' | 'participant-absent' | 'disputed' | 'nothing-known' | 'logged-late'
export type ForbiddenActivity = 'rehabilitation' | 'therapy' | 'work-ability-assessment' | 'business-start'
export type InformativeNeed = 'other-measure' | 'aid' | 'interpreter' | 'dialogue' | 'extension'
export type ReportState = 'received' | 'being-handled' | 'approved' | 'not-approved'
export type ApprovalCondition = 'plan-approved' | 'entries-allowed-and-planned' | 'nothing-disputed' | 'signed'

export const absenceReasons: readonly Code<AbsenceReason>[] = [
  code('sick', 'Sjuk', 'Sick'),
  code('child-sick', 'Vård av barn', 'Child sick'),
  code('work', 'Arbete', 'Work'),
  code('education', 'Utbildning', 'Education'),
  code('unknown', 'Okänd', 'Unknown'),
  code('other-known', 'Annan känd', 'Other known'),
]

export const deviationKinds: readonly Code<DeviationKind>[] = [
  code('refused-activity', 'Tackar nej till aktivitet', 'Refused activity'),
  code('refused-job', 'Tackar nej till arbete', 'Refused job'),
  code('hinders-employment', 'Motverkar anställning', 'Hinders employment'),
  code('cannot-benefit', 'Kan inte tillgodogöra sig insatsen', 'Cannot benefit'),
  code('misconduct', 'Misskötsamhet', 'Misconduct'),
]

export const companyKinds: readonly Code<CompanyKind>[] = [
  code('adviser', 'Handledaren', 'The adviser'),
  code('provider-staff', 'Leverantörens personal eller grupp', "The provider's staff or group"),
  code('other-actor', 'Arbetsgivare eller annan aktör', 'Employer or other actor'),
  code('own', 'På egen hand', 'Own time'),
]

export const breachCauses: readonly Code<BreachCause>[] = [
  code('not-offered', 'Inte erbjudet', 'Not offered'),
  code('participant-absent', 'Erbjudet, deltagaren frånvarande', 'Offered, participant absent'),
  code('disputed', 'Hållet, bestritt', 'Held, disputed'),
  code('nothing-known', 'Inget känt', 'Nothing known'),
  code('logged-late', 'Hållet, registrerat sent', 'Held, logged late'),
]

export const forbiddenActivities: readonly Code<ForbiddenActivity>[] = [
  code('rehabilitation', 'Rehabilitering', 'Rehabilitation'),
  code('therapy', 'Terapi', 'Therapy'),
  code('work-ability-assessment', 'Utredning av arbetsförmåga', 'Assessment of work ability'),
  code('business-start', 'Stöd till start av näringsverksamhet', 'Support to start a business'),
]

export const informativeNeeds: readonly Code<InformativeNeed>[] = [
  code('other-measure', 'Annan insats', 'Another measure'),
  code('aid', 'Hjälpmedel', 'Aid'),
  code('interpreter', 'Tolk', 'Interpreter'),
  code('dialogue', 'Dialog', 'Dialogue'),
  code('extension', 'Leverantörens syn på en förlängning', "The provider's view on an extension"),
]

export const reportStates: readonly Code<ReportState>[] = [
  code('received', 'Inkommen', 'Received'),
  code('being-handled', 'Handläggs', 'Being handled'),
  code('approved', 'Godkänd', 'Approved'),
  code('not-approved', 'Ej godkänd', 'Not approved'),
]

export const approvalConditions: readonly Code<ApprovalCondition>[] = [
  code('plan-approved', 'Planen är godkänd', 'The plan is approved'),
  code('entries-allowed-and-planned', 'Allt är tillåtet och planerat', 'Every entry is allowed and planned'),
  code('nothing-disputed', 'Inget är bestritt', 'Nothing is disputed'),
  code('signed', 'Redovisningen är undertecknad', 'The report is signed'),
]

export const employerContactKinds: readonly Code<EmployerContactKind>[] = [
  code('visit', 'Besök', 'Visit'),
  code('telephone', 'Telefon', 'Telephone'),
  code('writing', 'E-post eller brev', 'E-mail or letter'),
  code('recruitment-event', 'Rekryteringsträff', 'Recruitment event'),
  code('other', 'Annat sätt', 'Another way'),
]

export const employerContactResults: readonly Code<EmployerContactResult>[] = [
  code('no-answer', 'Inget svar', 'No answer'),
  code('no-need', 'Behöver ingen nu', 'Needs nobody now'),
  code('wants-more', 'Vill veta mer', 'Wants to know more'),
  code('vacancy', 'Har ett ledigt jobb', 'Has a vacancy'),
  code('practice', 'Erbjuder praktik eller studiebesök', 'Offers practice or a visit'),
  code('interview', 'Kallar till intervju', 'Invites to an interview'),
  code('hired', 'Anställer', 'Hires'),
]
