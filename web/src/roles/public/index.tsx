export { InvitationScreen } from './invitation-screen.tsx'
export { RulesScreen } from './rules-screen.tsx'
