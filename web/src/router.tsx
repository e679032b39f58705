import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { RoleHome } from './role-home.tsx'
import type { RoleScreens } from './roles/define-screens.ts'
import { roleScreens } from './roles/role-screens.ts'
import { BrokenScreen, MissingScreen, PendingScreen } from './route-states.tsx'
import { SignedInAgain } from './signed-in-again.tsx'
import { RoleGate } from './ui/role-gate.tsx'

const rootRoute = createRootRoute({ component: Outlet })
const appRoute = createRoute({ getParentRoute: () => rootRoute, path: '/app' })

const sharedRoutes = [
  createRoute({ getParentRoute: () => appRoute, path: '/', component: RoleHome }),
  createRoute({ getParentRoute: () => appRoute, path: '/signed-in', component: SignedInAgain }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/rules',
    component: lazyRouteComponent(() => import('./roles/public/index.tsx'), 'RulesScreen'),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./roles/public/index.tsx'), 'InvitationScreen'),
  }),
]

/** A role's gate, then its lazy layout, then its screens. */
function routesOf({ role, load, preload, screens }: RoleScreens) {
  const gate = createRoute({
    getParentRoute: () => appRoute,
    path: `/${role}`,
    beforeLoad: preload,
    component: () => (
      <RoleGate role={role}>
        <Outlet />
      </RoleGate>
    ),
  })
  const layout = createRoute({
    getParentRoute: () => gate,
    id: `${role}-layout`,
    component: lazyRouteComponent(load as () => Promise<never>, 'Layout' as never),
  })
  const children = Object.entries(screens).map(([path, name]) =>
    createRoute({
      getParentRoute: () => layout,
      path,
      component: lazyRouteComponent(load as () => Promise<never>, name as never),
    }),
  )
  return gate.addChildren([layout.addChildren(children)])
}

const routeTree = rootRoute.addChildren([appRoute.addChildren([...sharedRoutes, ...roleScreens.map(routesOf)])])

/** Everything under `/app`; the start page at `/` is the server's. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PendingScreen,
  defaultErrorComponent: BrokenScreen,
  defaultNotFoundComponent: MissingScreen,
  scrollRestoration: true,
})
