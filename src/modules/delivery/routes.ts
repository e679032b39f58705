import { calendarRoutes } from './calendar-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { employerContactRoutes } from './employer-contact-routes.ts'
import { logImportRoutes } from './log-import-routes.ts'
import { logRoutes } from './log-routes.ts'
import { moveCaseloadRoutes } from './move-caseload-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { waiverRoutes } from './waiver-routes.ts'

/** Every operation of delivery. */
export const routes = [
  ...planRoutes,
  ...moveCaseloadRoutes,
  ...logRoutes,
  ...logImportRoutes,
  ...reportRoutes,
  ...waiverRoutes,
  ...deskRoutes,
  ...calendarRoutes,
  ...employerContactRoutes,
  ...sessionRoutes,
]
