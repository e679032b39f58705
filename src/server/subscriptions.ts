import { addDays } from '../kernel/day.ts'
import { assessAutomatically, personAssessed } from '../modules/assessment/index.ts'
import { compensationEvents } from '../modules/compensation/index.ts'
import { closeTakeUp, decisionEvents, endService, fixManyDecisionDates } from '../modules/decision/index.ts'
import { askForFinalReport, deliveryEvents, giveFirstAdvisers, tellOfMeasure } from '../modules/delivery/index.ts'
import { bookReturn, bookStatement, closePeriod } from '../modules/ledger/index.ts'
import {
  countContact,
  endOnInterruption,
  endPlacementsOn,
  followProtection,
  marketEvents,
  openChoiceAfterMove,
  openChoiceOnReferral,
  openChoiceOnReturn,
} from '../modules/market/index.ts'
import { finishSignals, type OutcomeVerified, outcomesEvents } from '../modules/outcomes/index.ts'
import { registrationEvents } from '../modules/registration/index.ts'
import type { Context } from '../platform/context.ts'
import type { Subscriptions } from '../platform/events.ts'
import {
  tellDisputed,
  tellEnded,
  tellPlaced,
  tellPlanApproved,
  tellPlanReturned,
  tellReportApproved,
  tellReportNotApproved,
  tellVerified,
} from './tell-systems.ts'

/** What flows back: event → calls in other modules, all inside the publisher's transaction (house section 1). */
export const subscriptions: Subscriptions = {
  [registrationEvents.noticeGiven]: [assessAutomatically],
  [personAssessed]: [closeTakeUp],
  [registrationEvents.changed]: [openChoiceAfterMove, followProtection],
  [decisionEvents.referralGranted]: [openChoiceOnReferral],
  [decisionEvents.serviceInterrupted]: [endOnInterruption, finishSignals],
  [decisionEvents.serviceResumed]: [openChoiceOnReturn],
  [decisionEvents.parallelMeasureDecided]: [tellOfMeasure],
  [marketEvents.placed]: [{ many: fixManyDecisionDates }, { many: giveFirstAdvisers }, { many: tellPlaced }],
  [marketEvents.providerChanged]: [{ many: giveFirstAdvisers }, { many: tellPlaced }],
  [marketEvents.placementEnded]: [askForFinalReport, tellEnded],
  [deliveryEvents.planApproved]: [tellPlanApproved],
  [deliveryEvents.planReturned]: [tellPlanReturned],
  [deliveryEvents.reportApproved]: [tellReportApproved],
  [deliveryEvents.reportNotApproved]: [tellReportNotApproved],
  [deliveryEvents.entryDisputed]: [tellDisputed],
  [deliveryEvents.employerContactLogged]: [countContact],
  [outcomesEvents.verified]: [endBeforeOutcome, tellVerified],
  [compensationEvents.statementMade]: [bookStatement],
  [compensationEvents.statementReturned]: [bookReturn],
  [compensationEvents.monthClosed]: [closePeriod],
}

/** Only the outcome that counts ends the service, the day before it begins (programme 5, day counts). */
async function endBeforeOutcome(context: Context, outcome: OutcomeVerified) {
  if (!outcome.counts) return
  const { caseId } = outcome
  const chainId = outcome.chainId ?? undefined
  const ended = await endPlacementsOn(context, { caseId, chainId, lastDay: outcome.lastDay, cause: 'outcome' })
  if (!ended.ok) return ended
  return endService(context, { caseId, chainId, lastDay: addDays(outcome.firstDay, -1), cause: 'outcome' })
}
