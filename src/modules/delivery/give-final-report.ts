import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId, OfficeId, OrganisationId, PersonId, PlacementId, UserId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { closeTask, openTask } from '../../platform/tasks.ts'
import type { Spell } from '../market/domain/index.ts'
import { openDesk } from './desk.ts'
import { canGiveFinalReport, type FinalReport, finalReportDueOn } from './domain/index.ts'
import { leftSpells } from './left-spells.ts'
import { addFact, json } from './store.ts'
import { forCaseworker, forProvider, handledBy, taskKinds } from './tasks.ts'

export interface GiveFinalReport extends Omit<FinalReport, 'done'> {
  readonly caseId: CaseId
  readonly placementId: PlacementId
  /** Per activity, what was done. */
  readonly done: readonly { readonly code: string; readonly text: string }[]
  /** The final report that this one replaces. */
  readonly corrects?: string | undefined
}

/**
 * The provider's last word on a spell that is over: occupation, what was done, progress and the next step (programme 4.6). A
 * corrected one replaces it, and the old one stays. The caseworker gets each to read.
 * Problems: those of `openDesk` and `canGiveFinalReport`.
 */
export async function giveFinalReport(context: Context, command: GiveFinalReport): Promise<Result<{ id: string }>> {
  const own = await openSpell(context, command)
  if (!own.ok) return own
  const { head, providerId, spell } = own.value
  const current = await currentFinal(context, spell.placementId)
  const corrects = command.corrects ?? null
  const lastDay = canGiveFinalReport(spell, { today: context.today, current, corrects })
  if (!lastDay.ok) return lastDay
  const id = newId<string>()
  await addFact(context, 'final_report', head, {
    id,
    placement_id: spell.placementId,
    provider_id: providerId,
    occupation: command.occupation,
    done: json(command.done),
    progress: command.progress,
    next_step: command.nextStep,
    due_on: finalReportDueOn(lastDay.value, context.rules),
    on_day: context.today,
    replaces: corrects,
  })
  await closeTask(context, { kind: taskKinds.finalReport, subjectId: spell.placementId })
  if (corrects !== null) await closeTask(context, { kind: taskKinds.readFinal, subjectId: corrects })
  await openTask(context, {
    kind: taskKinds.readFinal,
    subjectId: id,
    caseId: head.caseId,
    personId: head.personId,
    why: {
      code: corrects === null ? 'final-report-given' : 'final-report-corrected',
      values: { lastDay: lastDay.value },
    },
    dueOn: handledBy(context.today),
    for: forCaseworker(head),
  })
  return ok({ id })
}

interface Own {
  readonly head: {
    readonly caseId: CaseId
    readonly personId: PersonId
    readonly officeId: OfficeId | null
    readonly caseworkerId: UserId | null
  }
  readonly providerId: OrganisationId
  readonly spell: Spell & { readonly placementId: PlacementId }
}

/** The spell that is reported, also when the case is closed to the provider: a late report still comes in (programme 12). */
async function openSpell(context: Context, { caseId, placementId }: GiveFinalReport): Promise<Result<Own>> {
  const ofIt = <S extends { readonly placementId: PlacementId }>(spells: readonly S[]) =>
    spells.find((each) => each.placementId === placementId)
  const desk = await openDesk(context, caseId)
  if (desk.ok) {
    const spell = ofIt(desk.value.spells)
    return spell ? ok({ ...desk.value, spell }) : fail(problem('not-your-participant'))
  }
  // The case is held by now, also where it is closed to the provider: two at once wait for each other.
  const { organisationId: providerId } = context.actor
  const left = desk.problem.code === 'not-found' ? await leftSpells(context, caseId) : null
  const spell = ofIt(left?.spells ?? [])
  if (left === null || spell === undefined || providerId === null) return desk
  context.wrotePerson(left.personId)
  return ok({ head: { caseId, ...left }, providerId, spell })
}

async function currentFinal(context: Context, placementId: PlacementId): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select f.id from delivery.final_report f
     where f.placement_id = ${placementId} and not exists (select 1 from delivery.final_report n where n.replaces = f.id)`.execute(
    context.db,
  )
  return rows[0]?.id ?? null
}

/** Subscriber of `placement-ended`: a spell that was in service owes a final report within 5 working days (programme 4.6). */
export async function askForFinalReport(
  context: Context,
  ended: {
    readonly caseId: CaseId
    readonly personId: PersonId
    readonly placementId: PlacementId
    readonly providerId: OrganisationId
    readonly firstDay: Day
    readonly lastDay: Day
  },
): Promise<void> {
  const { caseId, personId, placementId, providerId, firstDay, lastDay } = ended
  // The end may have been moved: the work item of the former last day goes.
  await closeTask(context, { kind: taskKinds.finalReport, subjectId: placementId })
  if (lastDay < firstDay) return
  await openTask(context, {
    kind: taskKinds.finalReport,
    subjectId: placementId,
    caseId,
    personId,
    why: { code: 'spell-ended', values: { lastDay } },
    dueOn: finalReportDueOn(lastDay, context.rules),
    for: forProvider(providerId),
  })
}
