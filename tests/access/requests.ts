import { randomUUID } from 'node:crypto'
import { type AdmissionKeys, anApplication, someTerms } from '../../src/modules/admission/testing.ts'
import { shippedModel } from '../../src/modules/assessment/index.ts'
import type { InvoicingKeys } from '../../src/modules/invoicing/testing.ts'
import type { StaffKeys, SupplyKeys } from '../../src/modules/market/testing.ts'
import { anExtract } from '../../src/modules/registration/testing.ts'
import type { SystemKeys } from '../own-system/some-system.ts'
import { type Life, someAd } from './life.ts'
import type { OversightKeys } from './oversight.ts'

/** Everything that a request can aim at. */
export interface Target {
  readonly life: Life
  readonly statementId: string
  readonly importId: string
  readonly whatIfId: string
  readonly comparisonId: string
  readonly windowPlanId: string
  /** A posted line of the life, and a right to approve. */
  readonly lineId: string
  readonly rightId: string
  readonly approverId: string
  readonly invoicing: InvoicingKeys
  readonly supply: SupplyKeys
  readonly staff: StaffKeys
  readonly admission: AdmissionKeys
  readonly oversight: OversightKeys
  readonly ownSystem: SystemKeys
}

const pdf = Buffer.from('%PDF-1.4\n%%EOF\n')
const plan = { goals: 'Arbete', activities: [{ code: 'practical-support', hoursPerWeek: 40, mode: 'physical' }] }
const meeting = { startsAt: '2022-03-14T08:00:00Z', minutes: 45, mode: 'physical' }
const activity = { code: 'practical-support', hours: 1, mode: 'physical', withWhom: 'adviser' }
const work = { kind: 'work', firstDay: '2022-03-07', employer: 'Lagret AB' }
const contact = { kind: 'visit', employer: 'Lagret AB', result: 'vacancy' }
const decided = { outcome: 'approved', why: 'Stämmer.' }

const person = (identityNumber?: string) => ({
  channel: 'digital',
  details: {
    ...(identityNumber ? { identityNumber } : {}),
    givenName: 'Prova',
    familyName: 'Provsson',
    municipalityCode: '1480',
    birthRegion: 'sweden',
    education: 'compulsory',
    disability: false,
    ssyk: [],
    language: 'sv',
    interpreter: false,
  },
})

const octoberCap = {
  name: 'Taket',
  kind: 'referral',
  period: '2022-10',
  appropriation: null,
  programmeGroup: null,
  officeId: null,
  limitDecisions: 1,
  limitCommittedOre: null,
}

/** A body that every write understands, by operation, so that a refusal is about who asks and not about what is sent. */
export const bodies: Readonly<Record<string, (target: Target) => object>> = {
  moveClock: () => ({ days: 1 }),
  letAdvisersSee: () => ({ own: true }),
  moveCaseload: ({ life: { provider } }) => ({
    fromAdviserId: provider.adviser.userId,
    toAdviserIds: [provider.coordinator.userId],
  }),
  importLog: ({ life }) => ({
    rows: [{ kind: 'activity', externalId: 'prov-1', caseId: life.caseId, onDay: '2022-03-10', ...activity }],
  }),
  issueSystemKey: () => ({ name: 'Systemet', purposes: ['log'] }),
  revokeSystemKey: () => ({}),
  openWebhook: () => ({ url: 'https://system.example.com/krom', events: ['log.disputed'] }),
  setWebhook: () => ({ state: 'off' }),
  replayWebhook: () => ({ since: '2022-03-01T00:00:00Z' }),
  registerPerson: () => person('19850101-2384'),
  correctPerson: ({ life }) => ({ basedOn: life.versionId, changes: { phone: '070-1740601' } }),
  chooseChannel: () => ({ channel: 'letter' }),
  giveProfilingNotice: () => ({ channel: 'spoken' }),
  assignCase: () => ({ officeId: randomUUID(), caseworkerId: null }),
  nameStaff: () => ({ userId: randomUUID() }),
  assessPerson: () => ({ reason: 'Ny uppgift' }),
  askForReview: () => ({ why: 'Min utbildning är fel.' }),
  answerReview: () => ({ outcome: 'stands', words: 'Uppgifterna stämmer.' }),
  holdPlanningTalk: () => ({ heldOn: '2022-03-11', mode: 'meeting', available: 'yes', notes: 'Samtal.' }),
  decideReferral: () => ({ reason: 'Behöver stöd' }),
  abstainFromReferral: () => ({ code: 'other-measure' }),
  decideExtension: () => ({ reason: 'Behöver mer tid' }),
  decideParallelMeasure: () => ({
    kind: 'validation',
    actor: 'Provskolan',
    firstDay: '2022-03-12',
    lastDay: '2022-03-12',
    fullTime: false,
    hoursPerWeek: 8,
    reason: 'Behöver styrka sitt kunnande.',
  }),
  endParallelMeasure: () => ({ lastDay: '2022-03-11', reason: 'Slutar i förtid.' }),
  refuseExtension: () => ({ reason: 'Har fått annat stöd.' }),
  interruptService: () => ({ lastDay: '2022-03-11', cause: 'moved-out', reason: 'Har flyttat.' }),
  resumeService: () => ({ returnOn: '2022-03-14' }),
  chooseProvider: ({ life: { provider } }) => ({ contractId: provider.contractId, addressId: provider.addressId }),
  changeProvider: ({ life: { provider } }) => ({ contractId: provider.contractId, addressId: provider.addressId }),
  nameAdviser: ({ life }) => ({ userId: life.provider.coordinator.userId ?? '' }),
  setCapacity: ({ life }) => ({ addressId: life.provider.addressId, cap: 10 }),
  inviteStaff: () => ({
    name: 'Nora Ny',
    role: 'adviser',
    places: [],
    languages: ['sv'],
    firstDay: '2030-01-01',
    lastDay: null,
  }),
  withdrawInvitation: () => ({}),
  changeStaff: () => ({ role: 'coordinator', places: [], languages: ['sv'] }),
  setStaffLastDay: () => ({ lastDay: '2030-12-31' }),
  useDuty: () => ({ dutyId: '019a0000-0000-7000-8000-000000000001' }),
  readInvitation: () => ({ code: 'en-annan-kod' }),
  acceptInvitation: () => ({ code: 'en-annan-kod' }),
  changeAddress: () => ({ languages: ['sv'], orientations: ['all'], presentation: 'Vi provar igen.' }),
  addProvider: ({ life }) => ({ organisationId: life.provider.providerId, name: 'Nya bolaget' }),
  addAddress: () => ({
    street: 'Exempelgatan 9',
    locality: 'Göteborg',
    municipalityCode: '1480',
    languages: ['sv'],
    orientations: ['all'],
    presentation: 'Vi provar.',
  }),
  addContract: ({ life: { provider } }) => ({
    providerId: provider.providerId,
    areaCode: 'FA15',
    priceModel: '1',
    fromDay: '2023-01-01',
    addressIds: [provider.addressId],
  }),
  drawReview: () => ({}),
  classAbstention: () => ({ verdict: 'valid', note: 'Stämmer med samtalet.' }),
  requestToolCheck: () => ({}),
  writeActStatement: () => ({ point: 'purpose', words: 'Att fördela stöd.' }),
  freezeActFile: () => ({}),
  setNewChoices: () => ({ open: false, reason: 'Granskas.' }),
  setAdviser: ({ life }) => ({
    addressId: life.provider.addressId,
    name: 'Hanna Handledare',
    fullTimePercent: 80,
    languages: ['sv'],
    orientations: [],
  }),
  endContract: () => ({ cause: 'notice-by-authority', lastDay: '2022-12-31', reason: 'Upphör.' }),
  prepareTransfer: ({ life }) => ({
    toOrganisationId: life.provider.providerId,
    onDay: '2022-06-01',
    reason: 'Överlåts.',
  }),
  decideTransfer: () => ({ outcome: 'returned', reason: 'Fel dag.' }),
  planRollOut: () => ({
    title: 'En plan',
    lines: [{ areaCode: 'FA15', switchOn: '2022-06-01', priceModel: '1' }],
  }),
  decideRollOut: () => ({ outcome: 'returned', reason: 'För tidigt.' }),
  draftTerms: () => someTerms(),
  decideTerms: () => ({ outcome: 'published' }),
  beginApplication: ({ admission }) => ({ termsId: admission?.termsId ?? randomUUID() }),
  saveDraft: () => ({ basedOn: randomUUID(), content: anApplication() }),
  sendApplication: () => ({}),
  removeDocument: () => ({}),
  withdrawApplication: () => ({ reason: 'Fel uppgifter.' }),
  judgeApplication: () => ({ judgements: [{ requirement: 'references', outcome: 'met' }] }),
  decideApplication: () => ({ reason: 'Se skälen.' }),
  giveAdviser: ({ life }) => ({ adviserId: life.provider.adviser.userId ?? '' }),
  recordMapping: () => ({ needs: 'Behov', strengths: 'Styrkor', wantedWork: 'Lager' }),
  proposePlan: () => plan,
  answerPlan: () => ({ answer: 'agreed' }),
  decidePlan: () => decided,
  planMeeting: () => meeting,
  makeCalendarAddress: () => ({}),
  revokeCalendarAddress: () => ({}),
  moveMeeting: () => ({ startsAt: meeting.startsAt }),
  cancelMeeting: () => ({ reason: 'cancelled' }),
  planSession: ({ life }) => ({ ...meeting, code: 'practical-support', caseIds: [life.caseId] }),
  moveSession: () => ({ startsAt: '2022-03-16T12:00:00Z', why: 'Byte av lokal.' }),
  addToSession: ({ life }) => ({ caseIds: [life.caseId] }),
  cancelSession: () => ({ why: 'Sjuk ledare.' }),
  logAttendance: ({ life }) => ({
    entries: [{ entryId: randomUUID(), kind: 'meeting', id: life.attendanceId, came: 'yes', tookPlace: true }],
  }),
  sendDeviationDraft: () => ({}),
  answerMeeting: () => ({ answer: 'coming' }),
  recordAttendance: ({ life }) => ({ came: 'yes', tookPlace: true, corrects: life.attendanceId }),
  logMeeting: () => ({ ...meeting, startsAt: '2022-03-10T08:00:00Z', came: 'yes', tookPlace: true }),
  logActivity: () => ({ ...activity, onDay: '2022-03-10' }),
  correctActivity: () => ({ ...activity, onDay: '2021-09-22' }),
  confirmLog: () => ({ month: '2021-09' }),
  settleDispute: () => ({ outcome: 'stands', why: 'Båda var där.' }),
  reportDeviation: () => ({ kind: 'absence', firstDay: '2022-03-10', reason: 'sick' }),
  decideDeviation: () => ({ outcome: 'accepted' }),
  draftMonthReports: () => ({ month: '2022-02' }),
  draftReport: () => ({ month: '2022-02' }),
  logEmployerContact: ({ life }) => ({ ...contact, caseIds: [life.caseId] }),
  correctEmployerContact: () => ({ withdrawn: true }),
  signReports: ({ life }) => ({ reportIds: [life.reportId] }),
  decideReport: () => decided,
  recordCaseWaiver: () => ({
    rule: 'telephone-meeting',
    firstDay: '2022-03-08',
    lastDay: '2022-03-11',
    why: 'Kan inte resa.',
  }),
  endCaseWaiver: () => ({ lastDay: '2022-03-12', why: 'Behövs inte längre.' }),
  giveInformativeReport: () => ({ need: 'interpreter', words: 'Behöver tolk.' }),
  answerInformativeReport: () => ({ words: 'Vi beställer tolk.' }),
  askForView: () => ({}),
  readFinalReport: () => ({}),
  giveFinalReport: ({ life }) => ({
    placementId: life.placementId,
    occupation: 'work',
    done: [],
    progress: 'Framsteg',
    nextStep: 'Inget',
  }),
  suggestVacancy: () => ({ adId: someAd.id }),
  // Off: a test asks no foreign host for anything.
  setVacancyStream: () => ({ url: 'https://stream.example/stream', on: false }),
  answerSuggestion: () => ({ answer: 'interested' }),
  logApplication: () => ({ headline: 'Lagerarbetare', employer: 'Lagret AB', appliedOn: '2022-03-10' }),
  sendMessage: () => ({ words: 'Hej!' }),
  readMessages: () => ({}),
  askQuestion: () => ({ words: 'Får jag studera på kvällen?' }),
  answerQuestion: () => ({ words: 'Ja.' }),
  sendActivityReport: () => ({ month: '2022-02', nothing: true }),
  giveRespite: () => ({ month: '2022-02', until: '2022-03-20' }),
  logReportContact: () => ({ month: '2022-02', how: 'telephone', reached: false }),
  fileComplaint: () => ({ about: 'provider', words: 'Mötena blir inte av.' }),
  answerComplaint: () => ({ words: 'Vi har talat med leverantören.' }),
  signalOutcome: () => work,
  answerSignals: () => ({ outcome: 'not-so', reason: 'Arbetet blev inte av.' }),
  claimOutcome: () => work,
  verifyOutcome: () => ({ outcome: 'verified', reason: 'Intyget visar det.' }),
  closeMonth: () => ({ month: '2022-02' }),
  compareWindows: () => ({ before: { window: 1 }, after: { window: 2 } }),
  planWindow: ({ comparisonId }) => ({ comparisonId, from: '2030-02-01', reason: 'Prov av bytet' }),
  decideWindowPlan: () => ({ outcome: 'approved' }),
  withdrawWindowPlan: () => ({ reason: 'Prov av bytet' }),
  editModel: () => ({
    madeFrom: shippedModel().name,
    changes: [{ term: 'sex', bins: { from: 1, to: 2 }, how: 'flatten' }],
  }),
  submitModel: () => ({ reason: 'Prov av modellen', fromDay: '2030-01-01' }),
  decideModel: () => ({ outcome: 'approved', reason: null }),
  withdrawModel: () => ({ reason: 'Prov av modellen' }),
  askWhatIf: () => ({ month: '2021-09' }),
  approveStatement: () => ({ totalOre: 1 }),
  waitForBudget: () => ({ kind: 'referral' }),
  setBudgetFigure: () => ({
    kind: 'appropriation',
    appropriation: '1:3',
    period: '2022',
    value: 1,
    reason: 'Regleringsbrev.',
  }),
  enterWaiver: () => ({
    rule: 'telephone-meeting',
    areaCode: null,
    firstDay: '2022-03-01',
    lastDay: '2022-03-31',
    decision: 'Prov 2022/1',
  }),
  decideWaiver: () => ({ outcome: 'approved' }),
  setBudgetCap: () => ({ ...octoberCap, reason: 'Anslaget är slut.' }),
  returnStatement: () => ({ code: 'other', reason: 'Fel månad.' }),
  givePaymentRight: ({ approverId }) => ({ userId: approverId, officeId: null, limitOre: 1, from: '2022-03-11' }),
  makeInvoice: ({ statementId }) => ({ statementId }),
  enterPayee: () => ({
    street: 'Exempelgatan 9',
    postcode: '123 45',
    city: 'Provorten',
    fTax: true,
    accountKind: 'bankgiro',
    accountNumber: '991-2346',
    kromInvoices: true,
  }),
  decidePayee: () => ({ outcome: 'approved' }),
  settleInvoice: () => ({ outcome: 'refused', reason: 'En rad saknas.' }),
  makePaymentFile: () => ({ payments: 1, totalOre: 1 }),
  approvePaymentFile: () => ({ totalOre: 1 }),
  returnPaymentFile: () => ({ reason: 'Fel dag.' }),
  settleBankAnswer: () => ({ note: 'Utrett med banken.' }),
  endPaymentRight: () => ({ lastDay: '2022-03-11' }),
}

/** The files that are sent to routes which take one. */
export const files: Readonly<Record<string, { name: string; type: string; bytes: Buffer }>> = {
  importVacancies: { name: 'annonser.json', type: 'application/json', bytes: Buffer.from(JSON.stringify([someAd])) },
  importLogFile: { name: 'logg.csv', type: 'text/csv', bytes: Buffer.from('kind;externalId\n') },
  startImport: { name: 'personer.csv', type: 'text/csv', bytes: Buffer.from(anExtract([])) },
  registerModel: { name: 'modell.json', type: 'application/json', bytes: Buffer.from('{}') },
  sendInvoice: { name: 'faktura.xml', type: 'application/xml', bytes: Buffer.from('<Invoice/>') },
  takeBankAnswer: { name: 'svar.xml', type: 'application/xml', bytes: Buffer.from('<Document/>') },
  addEvidence: { name: 'intyg.pdf', type: 'application/pdf', bytes: pdf },
  addDocument: { name: 'hyresavtal.pdf', type: 'application/pdf', bytes: pdf },
}

const queries: Readonly<Record<string, string>> = {
  previewDecisionLetter: '?kind=interruption&cause=other',
  previewAdditionClashes: '?caseIds=:caseId',
  previewSessionClashes: '?minutes=60&startsAt=2022-03-14T08:00:00Z&caseIds=:caseId',
  previewMeetingClashes: '?startsAt=2022-03-14T08:00:00Z',
}

/** The route's path with the target's keys. */
export function pathFor(route: { readonly path: string; readonly operation: string }, target: Target): string {
  const { life } = target
  const keys: Record<string, string> = {
    ...(life as unknown as Record<string, string>),
    contractId: life.provider.contractId,
    addressId: life.provider.addressId,
    providerId: life.provider.providerId,
    statementId: target.statementId,
    id: target.importId,
    whatIfId: target.whatIfId,
    comparisonId: target.comparisonId,
    windowPlanId: target.windowPlanId,
    lineId: target.lineId,
    model: shippedModel().name,
    adId: someAd.id,
    place: '0',
    topic: 'lease',
    month: '2022-02',
    // A secret that opens nothing: the right one is not to be guessed.
    token: 'f'.repeat(64),
    rightId: target.rightId,
    ...target.invoicing,
    ...target.ownSystem,
    ...target.supply,
    ...target.staff,
    ...target.admission,
    ...target.oversight,
  }
  const path = `${route.path}${queries[route.operation] ?? ''}`.replaceAll(
    /:([a-zA-Z]\w*)/g,
    (_whole, name: string) => {
      const key = keys[name]
      if (!key) throw new Error(`${route.path}: no ${name} to aim at`)
      return key
    },
  )
  return path
}
