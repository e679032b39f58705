export { type AddAddress, addAddress } from './add-address.ts'
export { type AddContract, addContract } from './add-contract.ts'
export { type AddProvider, addProvider, registrars } from './add-provider.ts'
export { caseCatalogue, fromDatabase, publicCatalogue } from './catalogue.ts'
export { type ChangeOutcome, type ChangeProvider, changeProvider } from './change-provider.ts'
export { type ChangeStaff, changeStaff, type SetLastDay, setLastDay } from './change-staff.ts'
export { type ChooseProvider, chooseProvider } from './choose-provider.ts'
export type { Motive, Orientation } from './contract.ts'
export { type ContactLogged, countContact } from './count-contact.ts'
export { coverageOn } from './coverage.ts'
export { type DecideTransfer, decideTransfer } from './decide-transfer.ts'
export { type EndContract, endContract } from './end-contract.ts'
export { type EndPlacements, endOnInterruption, endPlacementsOn } from './end-placement.ts'
export { type ChoiceOpened, marketEvents, type Placed, type PlacementEnded, type ProviderChanged } from './events.ts'
export { followProtection } from './follow-protection.ts'
export { sweeps } from './jobs.ts'
export { type NameAdviser, nameAdviser } from './name-adviser.ts'
export { notices } from './notices.ts'
export {
  type OpenChoice,
  openChoice,
  openChoiceAfterMove,
  openChoiceOnReferral,
  openChoiceOnReturn,
} from './open-choice.ts'
export { type OpenTender, openTender } from './open-tender.ts'
export { participantsByArea } from './participants-by-area.ts'
export { type NearestOutcome, placeByNearest } from './place-by-nearest.ts'
export { type DecideRollOut, decideRollOut, type PlanRollOut, planRollOut } from './plan-roll-out.ts'
export { type PrepareTransfer, prepareTransfer } from './prepare-transfer.ts'
export { marketProblems } from './problems.ts'
export {
  actionsOf,
  type ContractTerms,
  contractFor,
  findContract,
  findPlacement,
  findProvider,
  type Placement,
  type Provider,
  placementOn,
  placementsOf,
  providerContracts,
  providerOfUser,
} from './reads.ts'
export { remindOfChoice } from './remind-of-choice.ts'
export { routes } from './routes.ts'
export { type SetAdviser, setAdviser } from './set-adviser.ts'
export { type SetCapacity, setCapacity } from './set-capacity.ts'
export { type SetNewChoices, setNewChoices } from './set-new-choices.ts'

/** The view with this module's part of the case's page. */
export const stepsOf = 'market.v_step'
