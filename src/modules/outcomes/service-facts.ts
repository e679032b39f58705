import { sql } from 'kysely'
import { type Day, maxDay } from '../../kernel/day.ts'
import type { CaseId, OfficeId, PersonId, UserId } from '../../kernel/ids.ts'
import { fromInclusive } from '../../kernel/period.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { type OutcomeKind, rom1Start, rulesOfVersion, serviceVersionOn } from '../../rules/index.ts'
import type { Granted, Outcome, ProviderSpell, RulesFor, ServiceFacts } from './domain/index.ts'

/** A decision's days with the chain that the decision module has put it in. */
export interface ChainedDecision extends Granted {
  readonly chainId: string
}

/** A case as this module judges it; the same for every role that may know it. */
export interface CaseService {
  readonly caseId: CaseId
  readonly personId: PersonId
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
  readonly facts: Omit<ServiceFacts<ChainedDecision, ProviderSpell>, 'outcomes'> & {
    readonly outcomes: readonly SeriesOutcome[]
  }
}

/** A verified outcome with the series of claims that it is the latest of. */
export interface SeriesOutcome extends Outcome {
  readonly seriesId: string
}

interface Stored {
  readonly personId: PersonId
  readonly officeId: OfficeId | null
  readonly caseworkerId: UserId | null
  readonly wantedPercent: number | null
  readonly decisions: readonly { readonly chainId: string; readonly firstDay: Day; readonly lastDay: Day }[]
  readonly spells: readonly { readonly providerId: string; readonly firstDay: Day; readonly lastDay: Day | null }[]
  readonly outcomes: readonly {
    readonly claimId: string
    readonly seriesId: string
    readonly kind: OutcomeKind
    readonly subsidised: boolean
    readonly extentPercent: number | null
    readonly pacePercent: number | null
    readonly firstDay: Day
    readonly lastDay: Day | null
  }[]
}

/** Holds the case and reads what outcomes are judged by. Problem: `not-found`. */
export async function lockService(context: Context, caseId: CaseId): Promise<Result<CaseService>> {
  await lockName(context, `case:${caseId}`)
  const found = await findService(context, caseId)
  return found === null ? fail(problem('not-found')) : ok(found)
}

/** The same without the lock; null for a case that the actor neither sees nor, as a provider, once had. */
export async function findService(context: Context, caseId: CaseId): Promise<CaseService | null> {
  const { rows } = await sql<{ facts: Stored | null }>`
    select outcomes.service_facts(${caseId}) as facts`.execute(context.db)
  const stored = rows[0]?.facts
  if (!stored) return null
  context.readPerson(stored.personId)
  const { personId, officeId, caseworkerId, wantedPercent } = stored
  return {
    caseId,
    personId,
    officeId,
    caseworkerId,
    facts: {
      wantedPercent,
      decisions: stored.decisions.map((each) => ({
        chainId: each.chainId,
        period: fromInclusive(each.firstDay, each.lastDay) as Granted['period'],
      })),
      spells: stored.spells.map((each) => ({
        provider: each.providerId,
        period: fromInclusive(each.firstDay, each.lastDay),
      })),
      outcomes: stored.outcomes.map((each, index) => outcomeOf(each, index)),
    },
  }
}

/** A claim as the domain sees it when it is verified; `reportedNumber` is its place in the order of reporting. */
export function outcomeOf(claim: Stored['outcomes'][number], reportedNumber: number): SeriesOutcome {
  return {
    key: claim.claimId,
    seriesId: claim.seriesId,
    reportedNumber,
    kind: claim.kind,
    subsidised: claim.subsidised,
    extentPercent: claim.extentPercent,
    pacePercent: claim.pacePercent,
    period: fromInclusive(claim.firstDay, claim.lastDay),
    verified: true,
  }
}

/** The law of a chain: that of its first day. */
export const rulesOfChain: RulesFor = (chainFirstDay) => {
  const governing = maxDay(chainFirstDay, rom1Start)
  return rulesOfVersion(serviceVersionOn(governing), governing)
}
