/** What part of the case an operation of the API concerns, for the log that the participant reads. */
export type ReadArea =
  | 'case'
  | 'person'
  | 'assessment'
  | 'decision'
  | 'choice'
  | 'service'
  | 'letter'
  | 'outcome'
  | 'log'
  | 'queue'
  | 'talk'

const areas: readonly (readonly [RegExp, ReadArea])[] = [
  [/Audit/, 'log'],
  [/Letter/, 'letter'],
  [/Task|listCases|Caseload|listTalks|listMissedReports/, 'queue'],
  [/Message|Question|Complaint|Dialogue|ActivityReport|Respite|ReportContact/, 'talk'],
  [/Assess|ProfilingNotice/, 'assessment'],
  [/Referral|Extension|Decision|interrupt|resume|PlanningTalk/, 'decision'],
  [/Catalogue|Provider|Nearest|Choice/, 'choice'],
  [/Outcome|Claim|Evidence|Signal/, 'outcome'],
  [
    /Plan|Meeting|Calendar|Attendance|Activit|Confirm|Log|Report|Deviation|Mapping|Delivery|Strip|Dispute|Adviser/,
    'service',
  ],
  [/Person|Staff|assignCase/, 'person'],
]

/** The area by the operation's name; what came later than this list concerns the case. */
export function readArea(operation: string): ReadArea {
  return areas.find(([pattern]) => pattern.test(operation))?.[1] ?? 'case'
}
