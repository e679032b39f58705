import { administratorScreens } from './administrator/screens.ts'
import { analystScreens } from './analyst/screens.ts'
import { approverScreens } from './approver/screens.ts'
import { caseworkerScreens } from './caseworker/screens.ts'
import type { RoleScreens } from './define-screens.ts'
import { municipalityScreens } from './municipality/screens.ts'
import { overseerScreens } from './overseer/screens.ts'
import { participantScreens } from './participant/screens.ts'
import { providerScreens } from './provider/screens.ts'

/** Every role that has screens. */
export const roleScreens: readonly RoleScreens[] = [
  participantScreens,
  caseworkerScreens,
  providerScreens,
  approverScreens,
  overseerScreens,
  municipalityScreens,
  analystScreens,
  administratorScreens,
]
