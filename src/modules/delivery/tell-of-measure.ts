import { sql } from 'kysely'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import { notify } from '../../platform/outbox.ts'
import type { ParallelMeasureDecided } from '../decision/index.ts'

/** Subscriber of `parallel-measure-decided`: who has the participant is told, so that the plan can hold the measure. */
export async function tellOfMeasure(context: Context, measure: ParallelMeasureDecided): Promise<void> {
  const { rows } = await sql<{ providerId: OrganisationId }>`
    select distinct provider_id as "providerId" from market.v_placement
     where case_id = ${measure.caseId} and first_day <= ${measure.firstDay}::date
       and (last_day is null or last_day >= ${context.today}::date)`.execute(context.db)
  for (const { providerId } of rows)
    await notify(context, {
      kind: 'delivery.measure-decided',
      channel: 'screen',
      organisationId: providerId,
      subjectId: measure.measureId,
    })
}
