import type { StatusKind } from '../../ui/status.tsx'
import type { ReportView } from './answers.ts'

/** The shape of each state of a report. */
export const reportKinds: Readonly<Record<ReportView['state'], StatusKind>> = {
  draft: 'waiting',
  received: 'coming',
  'being-handled': 'waiting',
  approved: 'done',
  'not-approved': 'stopped',
}

export type Exception = 'plan-not-approved' | 'not-planned' | 'disputed' | 'nothing-done' | 'under-plan'

const muchUnder = 0.5

/** What somebody should look at before a report is signed; empty = it follows the plan. */
export function exceptionsOf({ content }: ReportView): Exception[] {
  const done = content.lines.reduce((total, line) => total + line.physicalHours + line.remoteHours, 0)
  const planned = content.lines.reduce((total, line) => total + line.plannedHours, 0)
  return [
    ...(content.planApproved ? [] : ['plan-not-approved' as const]),
    ...(content.lines.some((line) => !line.planned) ? ['not-planned' as const] : []),
    ...(content.disputedHours > 0 || content.disputedMeetings > 0 ? ['disputed' as const] : []),
    ...(content.noActivities ? ['nothing-done' as const] : []),
    ...(!content.noActivities && planned > 0 && done < planned * muchUnder ? ['under-plan' as const] : []),
  ]
}
