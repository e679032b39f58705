import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { Sweep } from '../../platform/sweeps.ts'
import { askForNaming, spellsLeftUnseen } from './ask-for-naming.ts'
import { isMeasuringDay, measureHomes } from './coverage.ts'
import { endPlacementsOn } from './end-placement.ts'
import { chainsOver } from './granted-days.ts'
import { moveTransferred, spellsToMove } from './move-transferred.ts'
import { openChoiceAtEnd, spellsLeftOver } from './open-choice-at-end.ts'
import { placeByNearest } from './place-by-nearest.ts'
import { remindOfChoice } from './remind-of-choice.ts'

/** Few enough that nobody waits long for a place that is being given away, many enough that the offers are read seldom. */
const placedAtOnce = 2000

/** The day's duties of the market, in order: places become free before others are placed in them. */
export const sweeps: readonly Sweep[] = [
  {
    name: 'market.end-with-chain',
    run: (work, day) =>
      work.each(
        (context) => chainsOver(context, day),
        (context, over) => endPlacementsOn(context, { ...over, cause: 'chain-over' }),
      ),
  },
  {
    name: 'market.move-transferred',
    run: (work, day) => work.each((context) => spellsToMove(context, day), moveTransferred),
  },
  {
    name: 'market.choose-at-contract-end',
    run: (work, day) => work.each((context) => spellsLeftOver(context, day), openChoiceAtEnd),
  },
  {
    name: 'market.remind-of-choice',
    run: (work, day) =>
      work.each(
        (context) => casesToRemind(context, day),
        (context, caseId) => remindOfChoice(context, { caseId }),
      ),
  },
  {
    name: 'market.place-by-nearest',
    run: (work, day) =>
      work.eachBatch(
        (context) => casesToPlace(context, day),
        (context, caseIds) => placeByNearest(context, { caseIds }),
        placedAtOnce,
      ),
  },
  {
    name: 'market.ask-for-naming',
    run: (work, day) => work.each((context) => spellsLeftUnseen(context, day), askForNaming),
  },
  {
    name: 'market.measure-coverage',
    run: (work, day) =>
      work.each(
        async () => (isMeasuringDay(day) ? [day] : []),
        (context, on) => measureHomes(context, on),
      ),
  },
]

async function casesToRemind(context: Context, day: Day): Promise<CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select case_id as "caseId" from market.v_choice_window
     where remind_on <= ${day}::date and due_on >= ${day}::date and closed_how is null and reminded_on is null
     order by opened_on, id`.execute(context.db)
  return rows.map((row) => row.caseId)
}

/** Who has waited longest is placed first. */
async function casesToPlace(context: Context, day: Day): Promise<CaseId[]> {
  const { rows } = await sql<{ caseId: CaseId }>`
    select case_id as "caseId" from market.v_choice_window
     where place_on <= ${day}::date and closed_how is null and handed_over is null
     order by opened_on, id`.execute(context.db)
  return rows.map((row) => row.caseId)
}
