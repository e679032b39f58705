import type { Day } from '../../kernel/day.ts'
import type { CaseId, DecisionId, OrganisationId, PersonId, PlacementId } from '../../kernel/ids.ts'

/** A participant has a provider and a first day. `decision` fixes the decision's dates on this. */
export interface Placed {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly firstDay: Day
  readonly how: 'chosen' | 'assisted' | 'nearest'
}

/** From `firstDay` on the participant is with another provider; the clocks start anew. */
export interface ProviderChanged {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly placementId: PlacementId
  readonly previousPlacementId: PlacementId
  readonly providerId: OrganisationId
  readonly previousProviderId: OrganisationId
  readonly firstDay: Day
}

/** A spell has a last day; before `firstDay` when it never began. */
export interface PlacementEnded {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly placementId: PlacementId
  readonly providerId: OrganisationId
  readonly firstDay: Day
  readonly lastDay: Day
  readonly cause: 'interruption' | 'outcome' | 'chain-over' | 'changed' | 'deceased'
}

/** The participant may choose a provider until the end of `dueOn`. */
export interface ChoiceOpened {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly decisionId: DecisionId
  readonly windowId: string
  readonly dueOn: Day
}

/** The names under which this module publishes: `Placed`, `ProviderChanged`, `PlacementEnded`, `ChoiceOpened`. */
export const marketEvents = {
  placed: 'placed',
  providerChanged: 'provider-changed',
  placementEnded: 'placement-ended',
  choiceOpened: 'choice-opened',
} as const
