/** The pure market: reach, neutral order, the nearest-provider rule, days, capacity, choice and change (programme 4.4). */
export { checkAddress, liesInSweden } from './address.ts'
export { type CapacityCap, openPlaces, placesWithStaff, type Seat, takesPlace } from './capacity.ts'
export { type ChangeCommand, type ChangeState, type Current, canChange, change } from './change.ts'
export { type ChoiceCause, type ChoiceDays, choiceDays, isChange } from './choice-days.ts'
export { type Choice, type ChoiceState, type ChoiceWindow, canChoose, choose, type PlacedHow } from './choose.ts'
export { canEndContract, canTransfer, choosesBefore } from './contract-end.ts'
export {
  bandOf,
  type Coverage,
  type CoveringOffer,
  coverage,
  type HomesByBand,
  nearestKm,
} from './coverage.ts'
export { comesNear, type FoldedName, foldName, type NameQuery, nameQuery } from './name-match.ts'
export {
  type Candidate,
  type CandidateFate,
  type Considered,
  type NearestProvider,
  type NearestQuestion,
  nearestProvider,
} from './nearest.ts'
export { type FieldOffer, nearestInTurn, type Seeker, type StaffLimit, type Turn } from './nearest-in-turn.ts'
export { metresBetween, neutralOrder, type Ordered, tieOrder } from './neutral-order.ts'
export { type Contract, canTake, isFull, type Located, type Vacancy } from './offer.ts'
export { currentSpell, type EndCause, firstDayWithoutAccess, lastDayOfSpell, type Spell } from './placement-end.ts'
export { type PresentationFault, type PresentationRules, presentationFaults } from './presentation.ts'
export { type Box, boxOf, oncePerAddress, type Reach, withinReach } from './reach.ts'
export { type AreaService, checkRollOut, type Foreseen, type RollOut, warningsOf } from './roll-out.ts'
export { type Filters, type Findable, type Found, search } from './search.ts'
export { type ChosenBy, firstDayBack, firstDayOfService, ordinaryFirstDay, type StartAsked } from './start-day.ts'
export { type Travel, type TravelRules, travel } from './travel.ts'
