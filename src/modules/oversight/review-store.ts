import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { Context } from '../../platform/context.ts'
import type { ReviewVerdict } from './domain/index.ts'
import type { Days } from './period.ts'

export interface NewSample extends Days {
  readonly sampleId: string
  readonly seed: number
  readonly population: number
  /** Abstentions in the order they were drawn. */
  readonly drawn: readonly string[]
}

/** Keeps a sample with what each of its abstentions was: whose case, which office, who abstained. */
export async function saveSample(context: Context, sample: NewSample): Promise<void> {
  await sql`
    insert into oversight.review_sample (id, from_day, to_day, seed, size, population, drawn_on, recorded_at, recorded_by)
    values (${sample.sampleId}, ${sample.from}, ${sample.to}, ${sample.seed}, ${sample.drawn.length}, ${sample.population}, ${context.today},
            ${context.now}, ${context.actor.userId})`.execute(context.db)
  const { rows } = await sql<{ personId: PersonId }>`
    insert into oversight.review_item (id, sample_id, position, abstention_id, case_id, person_id, office_id, abstained_by)
    select uuidv7(), ${sample.sampleId}, d.position, a.abstention_id, a.case_id, a.person_id, oversight.office_at(a.case_id, a.recorded_at), a.recorded_by
      from unnest(${[...sample.drawn]}::uuid[]) with ordinality as d (id, position)
      join decision.v_abstention a on a.abstention_id = d.id
    returning person_id as "personId"`.execute(context.db)
  for (const { personId } of rows) context.wrotePerson(personId)
}

/** A drawn abstention, with the latest that was said of it. */
export interface StoredItem {
  readonly itemId: string
  readonly caseId: string
  readonly personId: PersonId
  readonly abstainedBy: string | null
  readonly classId: string | null
}

/** A drawn abstention that the actor may see, or null. */
export async function findItem(context: Context, itemId: string): Promise<StoredItem | null> {
  const { rows } = await sql<StoredItem>`
    select i.id as "itemId", i.case_id as "caseId", i.person_id as "personId", i.abstained_by as "abstainedBy", c.id as "classId"
      from oversight.review_item i
      left join oversight.review_class c on c.item_id = i.id and not exists (select 1 from oversight.review_class n where n.replaces = c.id)
     where i.id = ${itemId}`.execute(context.db)
  return rows[0] ?? null
}

export async function saveClass(
  context: Context,
  said: {
    readonly classId: string
    readonly item: StoredItem
    readonly verdict: ReviewVerdict
    readonly note: string
  },
): Promise<void> {
  const { item } = said
  await sql`
    insert into oversight.review_class (id, item_id, case_id, person_id, verdict, note, replaces, recorded_at, recorded_by)
    values (${said.classId}, ${item.itemId}, ${item.caseId}, ${item.personId}, ${said.verdict}, ${said.note}, ${item.classId}, ${context.now},
            ${context.actor.userId})`.execute(context.db)
}
