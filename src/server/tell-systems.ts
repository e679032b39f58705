import type {
  EntryDisputed,
  PlanApproved,
  PlanReturned,
  ReportApproved,
  ReportNotApproved,
} from '../modules/delivery/index.ts'
import type { Placed, PlacementEnded, ProviderChanged } from '../modules/market/index.ts'
import type { OutcomeVerified } from '../modules/outcomes/index.ts'
import type { Context } from '../platform/context.ts'
import { tellSystem, tellSystems } from '../platform/own-system/system-events.ts'

// What a provider's own system is told of each event: keys, days and codes.

export function tellPlaced(context: Context, placed: readonly (Placed | ProviderChanged)[]): Promise<void> {
  return tellSystems(
    context,
    placed.map(({ providerId: organisationId, personId, caseId, placementId, firstDay }) => ({
      organisationId,
      personId,
      event: 'participant.placed',
      facts: { caseId, placementId, firstDay },
    })),
  )
}

export function tellEnded(context: Context, ended: PlacementEnded): Promise<void> {
  const { providerId: organisationId, personId, caseId, placementId, lastDay, cause } = ended
  return tellSystem(context, {
    organisationId,
    personId,
    event: 'participant.ended',
    facts: { caseId, placementId, lastDay, cause },
  })
}

export function tellPlanApproved(context: Context, plan: PlanApproved): Promise<void> {
  const { providerId: organisationId, personId, caseId, planId } = plan
  return tellSystem(context, { organisationId, personId, event: 'plan.approved', facts: { caseId, planId } })
}

export function tellPlanReturned(context: Context, plan: PlanReturned): Promise<void> {
  const { providerId: organisationId, personId, caseId, planId } = plan
  return tellSystem(context, { organisationId, personId, event: 'plan.returned', facts: { caseId, planId } })
}

export function tellReportApproved(context: Context, report: ReportApproved): Promise<void> {
  return tellReport(context, report, 'approved')
}

export function tellReportNotApproved(context: Context, report: ReportNotApproved): Promise<void> {
  return tellReport(context, report, 'not-approved')
}

function tellReport(context: Context, report: ReportNotApproved, outcome: 'approved' | 'not-approved'): Promise<void> {
  const { providerId: organisationId, personId, caseId, reportId, month } = report
  return tellSystem(context, {
    organisationId,
    personId,
    event: 'report.decided',
    facts: { caseId, reportId, month, outcome },
  })
}

export function tellDisputed(context: Context, disputed: EntryDisputed): Promise<void> {
  const { providerId: organisationId, personId, caseId, kind, entryId, onDay } = disputed
  return tellSystem(context, {
    organisationId,
    personId,
    event: 'log.disputed',
    facts: { caseId, kind, entryId, onDay },
  })
}

export function tellVerified(context: Context, outcome: OutcomeVerified): Promise<void> {
  const { providerId: organisationId, personId, caseId, claimId, firstDay, counts } = outcome
  return tellSystem(context, {
    organisationId,
    personId,
    event: 'outcome.verified',
    facts: { caseId, claimId, firstDay, counts },
  })
}
