import type { Route } from '../platform/http/route.ts'
import { casePageRoute } from './case-page.ts'
import { stepViews } from './modules.ts'

/** The case's page over every module. */
export const caseRoutes: readonly Route[] = [casePageRoute(stepViews)]
