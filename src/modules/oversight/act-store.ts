import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { ActLanguage } from './act-evidence.ts'
import type { Statement } from './act-file.ts'
import type { ActEdition } from './contract/act-file.ts'

/** What the authority has written, the words in force of each point. */
export async function statementsOf(context: Context): Promise<(Statement & { statementId: string })[]> {
  const { rows } = await sql<Statement & { statementId: string }>`
    select s.id as "statementId", s.point, s.words, s.on_day as "onDay", u.display_name as "byName"
      from oversight.act_statement s left join platform.user_account u on u.id = s.recorded_by
     where not exists (select 1 from oversight.act_statement n where n.replaces = s.id)`.execute(context.db)
  return rows
}

export async function saveStatement(
  context: Context,
  said: { readonly id: string; readonly point: string; readonly words: string; readonly replaces: string | null },
): Promise<void> {
  await sql`
    insert into oversight.act_statement (id, point, words, replaces, on_day, recorded_at, recorded_by)
    values (${said.id}, ${said.point}, ${said.words}, ${said.replaces}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

export async function saveEdition(
  context: Context,
  edition: { readonly id: string; readonly language: ActLanguage; readonly html: string; readonly sha256: Buffer },
): Promise<void> {
  await sql`
    insert into oversight.act_edition (id, language, html, sha256, on_day, frozen_at, frozen_by)
    values (${edition.id}, ${edition.language}, ${edition.html}, ${edition.sha256}, ${context.today}, ${context.now}, ${context.actor.userId})`.execute(
    context.db,
  )
}

/** Frozen editions of the file, the latest first. */
export async function editionsIn(context: Context): Promise<ActEdition[]> {
  const { rows } = await sql<ActEdition>`
    select e.id as "editionId", e.on_day as "onDay", e.language, encode(e.sha256, 'hex') as sha256, e.frozen_at as "frozenAt",
           u.display_name as "frozenByName"
      from oversight.act_edition e left join platform.user_account u on u.id = e.frozen_by
     order by e.frozen_at desc, e.id desc limit 100`.execute(context.db)
  return rows
}

/** A frozen edition as it was made, or null. */
export async function findEdition(
  context: Context,
  editionId: string,
): Promise<{ html: string; onDay: string } | null> {
  const { rows } = await sql<{ html: string; onDay: string }>`
    select html, on_day as "onDay" from oversight.act_edition where id = ${editionId}`.execute(context.db)
  return rows[0] ?? null
}
