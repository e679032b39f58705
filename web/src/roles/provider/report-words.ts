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

export type Exception = 'plan-not-approved' | 'not-planned' | 'disputed' | 'nothing-done' | 'no-meeting'

/** What somebody should look at before a report is signed: what the rule does not approve, and what is missing. */
export function exceptionsOf({ content }: ReportView): Exception[] {
  return [
    ...(content.planApproved ? [] : ['plan-not-approved' as const]),
    ...(content.lines.some((line) => !line.planned) ? ['not-planned' as const] : []),
    ...(content.disputedHours > 0 || content.disputedMeetings > 0 ? ['disputed' as const] : []),
    ...(content.noActivities ? ['nothing-done' as const] : []),
    ...(content.meetings.held === 0 ? ['no-meeting' as const] : []),
  ]
}

/** Hours done and planned together with others: own work is the person's own time and no duty of the provider. */
export function supportHours({ content }: ReportView): { done: number; planned: number } {
  const lines = content.lines.filter((line) => line.code !== 'own-work')
  return {
    done: lines.reduce((total, line) => total + line.physicalHours + line.remoteHours, 0),
    planned: lines.reduce((total, line) => total + line.plannedHours, 0),
  }
}
