import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Context } from '../../platform/context.ts'
import { type ModelInForce, modelInForce } from '../assessment/index.ts'
import { latestChecks, nextCheckOn } from './check-reads.ts'
import type { CheckView, ReviewsReply, VariationReply } from './contract.ts'
import { ageGroups, ageGroupsFrom } from './domain/index.ts'
import type { Days } from './period.ts'
import { reviewsOf } from './review-reads.ts'
import { officeVariations } from './variation-reads.ts'

/** A group of those whom the tool was asked about. */
export interface AssessedGroup {
  readonly factor: string
  readonly group: string
  readonly persons: number
  readonly referable: number
}

interface Counted {
  readonly assessments: {
    readonly made: number
    readonly persons: number
    readonly automatic: number
    readonly near: number
    readonly referable: number
    readonly far: number
    readonly models: number
  }
  readonly told: { readonly cases: number; readonly before: number }
  readonly answers: { readonly referred: number; readonly abstained: number }
  readonly reviews: { readonly asked: number; readonly answered: number; readonly late: number }
  readonly log: {
    readonly oldest: Instant | null
    readonly seals: number
    readonly sealedEntries: number
    readonly unsealedEntries: number
    readonly lastSealedAt: Instant | null
  }
}

/** Everything that the file shows of the running system: sums, never a person. */
export interface ActFigures extends Counted {
  readonly days: Days
  readonly onDay: Day
  readonly rulesKey: string
  readonly windowNumber: number
  readonly logKeptMonths: number
  readonly smallUnder: number
  readonly model: Pick<ModelInForce, 'name' | 'note' | 'card'> & { readonly terms: number }
  readonly groups: readonly AssessedGroup[]
  readonly variation: Pick<VariationReply, 'units'>
  readonly reviewed: Pick<ReviewsReply, 'offices' | 'dueOn'>
  /** The latest check that has ended, and when the next is due. */
  readonly check: CheckView | null
  readonly checkDueOn: Day
}

/** Gathers the figures of a period; `null` for a role that may not compare. */
export async function actFiguresOf(context: Context, days: Days): Promise<ActFigures | null> {
  const variation = await officeVariations(context, days)
  const reviewed = await reviewsOf(context)
  if (!variation.ok || !reviewed.ok) return null
  const { rows } = await sql<{ counted: Counted | null }>`
    select oversight.tool_figures(${days.from}, ${days.to}) as counted`.execute(context.db)
  const counted = rows[0]?.counted ?? null
  if (counted === null) return null
  const { name, note, card, model } = await modelInForce(context)
  const { rules, today } = context
  return {
    ...counted,
    days,
    onDay: today,
    rulesKey: rules.key,
    windowNumber: rules.assessment.window.number,
    logKeptMonths: rules.oversight.logKeptMonths,
    smallUnder: rules.oversight.smallCountUnder,
    model: { name, note, card, terms: model.terms.length },
    groups: await groupsIn(context, days),
    variation: variation.value,
    reviewed: reviewed.value,
    check: (await latestChecks(context, 20)).find((one) => one.endedAt !== null) ?? null,
    checkDueOn: await nextCheckOn(context),
  }
}

async function groupsIn(context: Context, days: Days): Promise<AssessedGroup[]> {
  const { rows } = await sql<{ factor: string; place: string; persons: number; referable: number }>`
    select factor, place, persons, referable
      from oversight.assessed_groups(${days.from}, ${days.to}, ${[...ageGroupsFrom]}::integer[]) order by factor, place`.execute(
    context.db,
  )
  return rows.map(({ factor, place, ...sums }) => ({
    factor,
    group: factor === 'ageGroup' ? (ageGroups[Number(place)] ?? place) : place,
    ...sums,
  }))
}
