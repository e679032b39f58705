import { kernelProblems } from '../kernel/problems.ts'
import * as admission from '../modules/admission/index.ts'
import * as assessment from '../modules/assessment/index.ts'
import * as compensation from '../modules/compensation/index.ts'
import * as decision from '../modules/decision/index.ts'
import * as delivery from '../modules/delivery/index.ts'
import * as dialogue from '../modules/dialogue/index.ts'
import * as invoicing from '../modules/invoicing/index.ts'
import * as ledger from '../modules/ledger/index.ts'
import * as market from '../modules/market/index.ts'
import * as outcomes from '../modules/outcomes/index.ts'
import * as oversight from '../modules/oversight/index.ts'
import * as registration from '../modules/registration/index.ts'
import * as vacancies from '../modules/vacancies/index.ts'
import type { Route } from '../platform/http/route.ts'
import type { NoticeTexts } from '../platform/outbox.ts'
import { deliverWebhooks } from '../platform/own-system/deliver-webhooks.ts'
import { type ProblemTexts, platformProblems } from '../platform/problems.ts'
import type { Sweep } from '../platform/sweeps.ts'
import { administrationRoutes } from './administration-routes.ts'
import { comparisonHelp } from './comparison-help.ts'
import type { JobParts } from './jobs.ts'
import { letterRoutes } from './letter-routes.ts'
import { ownSystemRoutes } from './own-system-routes.ts'
import { referenceRoutes } from './reference-routes.ts'
import { rulesRoutes } from './rules-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { taskRoutes } from './task-routes.ts'

/** Every module's routes and the house's own, except the case's page, which is made of all modules. */
export const moduleRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...rulesRoutes,
  ...referenceRoutes,
  ...taskRoutes,
  ...letterRoutes,
  ...administrationRoutes,
  ...ownSystemRoutes,
  ...registration.routes,
  ...assessment.routes,
  ...decision.routes,
  ...market.routes,
  ...admission.routes,
  ...delivery.routes,
  ...vacancies.routes,
  ...dialogue.routes,
  ...outcomes.routes,
  ...compensation.routes,
  ...ledger.routes,
  ...invoicing.routes,
  ...oversight.routes,
]

/** The calendar duties of a day, in the order a case flows. */
export const sweeps: readonly Sweep[] = [
  ...decision.sweeps,
  ...market.sweeps,
  ...delivery.sweeps,
  ...dialogue.sweeps,
  ...compensation.sweeps,
]

export const problemTexts: ProblemTexts = {
  ...kernelProblems,
  ...platformProblems,
  ...registration.registrationProblems,
  ...assessment.assessmentProblems,
  ...decision.decisionProblems,
  ...market.marketProblems,
  ...admission.admissionProblems,
  ...delivery.deliveryProblems,
  ...vacancies.vacanciesProblems,
  ...dialogue.dialogueProblems,
  ...outcomes.outcomesProblems,
  ...compensation.compensationProblems,
  ...ledger.ledgerProblems,
  ...invoicing.invoicingProblems,
  ...oversight.oversightProblems,
}

export const notices: NoticeTexts = {
  ...registration.notices,
  ...assessment.notices,
  ...decision.notices,
  ...market.notices,
  ...admission.notices,
  ...delivery.notices,
  ...vacancies.notices,
  ...dialogue.notices,
  ...outcomes.notices,
  ...compensation.notices,
  ...invoicing.notices,
  ...oversight.notices,
}

/** Jobs that a module queues by name. */
export const tasks: JobParts['tasks'] = {
  'deliver-webhooks': async (work, _payload, log) => {
    await deliverWebhooks(work, log)
  },
  ...registration.tasks,
  ...assessment.tasks,
  ...assessment.windowTasks(comparisonHelp),
  ...vacancies.tasks,
  ...compensation.tasks,
  ...oversight.tasks,
}

/** Where each module's steps are read from, for the case's page. */
export const stepViews: readonly (readonly [string, string])[] = [
  ['registration', registration.stepsOf],
  ['assessment', assessment.stepsOf],
  ['decision', decision.stepsOf],
  ['market', market.stepsOf],
  ['delivery', delivery.stepsOf],
  ['dialogue', dialogue.stepsOf],
  ['outcomes', outcomes.stepsOf],
  ['compensation', compensation.stepsOf],
]

/** Every act the reader might do on a case now, and why not where it is refused; `may` and `can` of each module. */
export const actionsOfModules = [
  registration.actionsOf,
  assessment.actionsOf,
  decision.actionsOf,
  market.actionsOf,
  delivery.actionsOf,
  outcomes.actionsOf,
  compensation.actionsOf,
] as const
