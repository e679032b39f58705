import type { CaseId, PersonId } from './ids.ts'

/**
 * A notice that something has happened, published in the same transaction as the fact. It carries keys, never a name
 * or an identity number, because the outbox outlives an erased person. `name` is `module.past-tense`.
 */
export type DomainEvent<Name extends string = string, Payload = unknown> = {
  readonly name: Name
  readonly caseId?: CaseId
  readonly personId?: PersonId
  readonly payload: Payload
}
