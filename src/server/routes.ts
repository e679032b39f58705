import type { Route } from '../platform/http/route.ts'
import { actionRoutes } from './action-routes.ts'
import { caseRoutes } from './case.ts'
import { moduleRoutes } from './modules.ts'

/** Every operation of the API; the access matrix and the description are made from this list. */
export const routes: readonly Route[] = [...moduleRoutes, ...caseRoutes, ...actionRoutes]
