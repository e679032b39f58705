import type { Role } from '../api/session.ts'

/**
 * One role's screens: addresses below `/app/<role>` and the component that the role's bundle exports for each.
 * `load` is the only way into the bundle, so each role is one lazy bundle.
 */
export type RoleScreens = {
  role: Role
  load: () => Promise<Record<string, unknown>>
  /** Starts the texts on their way together with the bundle. */
  preload: () => void
  /** `'/': 'HomeScreen'`, `'/cases/$caseId': 'CaseScreen'` */
  screens: Readonly<Record<string, string>>
}

type Declared<Bundle> = {
  role: Role
  load: () => Promise<Bundle>
  texts: { preload: () => void }
  screens: Readonly<Record<string, keyof Bundle & string>>
}

/** Declares a role. The bundle exports `Layout` (its frame with navigation and an `<Outlet />`) and every screen named here. */
export function defineScreens<Bundle extends { Layout: unknown }>(declared: Declared<Bundle>): RoleScreens {
  const { role, load, texts, screens } = declared
  return { role, load, preload: texts.preload, screens }
}
