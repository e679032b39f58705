/** Addresses under `/api/v1` that the provider's screens read and write. */
export const paths = {
  caseload: '/caseload',
  reports: '/reports',
  drafts: '/reports/drafts',
  signatures: '/reports/signatures',
  money: '/money/expected',
  statements: '/statements',
  contracts: '/provider/contracts',
  capacity: (contractId: string) => `/provider/contracts/${contractId}/capacity`,
  presentation: (addressId: string) => `/provider/addresses/${addressId}/presentation`,
  page: (caseId: string) => `/cases/${caseId}`,
  decisions: (caseId: string) => `/cases/${caseId}/decisions`,
  delivery: (caseId: string) => `/cases/${caseId}/delivery`,
  strip: (caseId: string) => `/cases/${caseId}/strip`,
  log: (caseId: string) => `/cases/${caseId}/log`,
  caseReports: (caseId: string) => `/cases/${caseId}/reports`,
  draft: (caseId: string) => `/cases/${caseId}/reports`,
  mapping: (caseId: string) => `/cases/${caseId}/mappings`,
  plans: (caseId: string) => `/cases/${caseId}/plans`,
  meetings: (caseId: string) => `/cases/${caseId}/meetings`,
  clashes: (caseId: string) => `/cases/${caseId}/meeting-clashes`,
  heldMeetings: (caseId: string) => `/cases/${caseId}/held-meetings`,
  attendance: (meetingId: string) => `/meetings/${meetingId}/attendance`,
  move: (meetingId: string) => `/meetings/${meetingId}/move`,
  correction: (entryId: string) => `/activities/${entryId}/correction`,
  activities: (caseId: string) => `/cases/${caseId}/activities`,
  adviserLoads: '/provider/adviser-loads',
  caseloadMoves: '/provider/caseload-moves',
  logImports: '/log-imports',
  refusedRows: (importId: string) => `/log-imports/${importId}/problems.csv`,
  systemKeys: '/provider/system-keys',
  revocation: (keyId: string) => `/provider/system-keys/${keyId}/revocation`,
  webhooks: '/provider/webhooks',
  webhookState: (webhookId: string) => `/provider/webhooks/${webhookId}/state`,
  deliveries: (webhookId: string) => `/provider/webhooks/${webhookId}/deliveries`,
  replay: (webhookId: string) => `/provider/webhooks/${webhookId}/replay`,
  contacts: '/employer-contacts',
  contactCorrection: (contactId: string) => `/employer-contacts/${contactId}/correction`,
  caseContacts: (caseId: string) => `/cases/${caseId}/employer-contacts`,
  deviations: (caseId: string) => `/cases/${caseId}/deviations`,
  finalReports: (caseId: string) => `/cases/${caseId}/final-reports`,
  adviser: (caseId: string) => `/cases/${caseId}/adviser`,
  jobs: (caseId: string) => `/cases/${caseId}/jobs`,
  outcomes: (caseId: string) => `/cases/${caseId}/outcomes`,
  signals: (caseId: string) => `/cases/${caseId}/signals`,
  claims: (caseId: string) => `/cases/${caseId}/claims`,
  evidence: (claimId: string) => `/claims/${claimId}/evidence`,
} as const

/** Everything that a write about one participant changes. */
export const changedBy = (caseId: string): readonly string[] => [
  paths.page(caseId),
  paths.caseload,
  paths.reports,
  '/tasks',
]

/** Addresses of the provider's own screens. */
export const screens = {
  home: '/app/provider',
  participant: (caseId: string) => `/app/provider/participants/${caseId}`,
  act: (caseId: string, act: string) => `/app/provider/participants/${caseId}/${act}`,
  reports: '/app/provider/reports',
  calendar: '/app/provider/calendar',
  moveCaseload: '/app/provider/move-caseload',
  planSession: '/app/provider/calendar/plan',
} as const

/** What holds money up and is the employment service's to do. */
export const waitsForOthers: ReadonlySet<string> = new Set(['report-being-handled', 'claim-not-verified'])
