import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type DocumentType, documentName, documentType } from '../../kernel/document.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/new-id.ts'
import { lockDraft } from './apply.ts'
import type { DocumentTopic } from './contract.ts'

export interface AddDocument {
  readonly applicationId: string
  /** What it shows. */
  readonly topic: DocumentTopic
  readonly file: { readonly name: string; readonly bytes: Buffer } | null
}

/**
 * Adds a document to a draft: PDF, JPEG or PNG by its content, at most 10 MB. The same file for the same topic again changes
 * nothing. Problems: `required`, `file-too-large`, `file-kind`, `not-allowed`, `not-found`, `application-sent`.
 */
export async function addDocument(
  context: Context,
  { applicationId, topic, file }: AddDocument,
): Promise<Result<{ documentId: string }>> {
  const draft = await lockDraft(context, applicationId)
  if (!draft.ok) return draft
  if (file === null) return fail(problem('required', { field: 'file' }))
  const type = documentType(file.bytes)
  if (!type.ok) return type
  const hash = createHash('sha256').update(file.bytes).digest()
  const known = await sql<{ id: string }>`
    select d.id from admission.document d
     where d.application_id = ${applicationId} and d.topic = ${topic} and d.sha256 = ${hash}
       and not exists (select 1 from admission.document_removed r where r.document_id = d.id)`.execute(context.db)
  const [same] = known.rows
  if (same !== undefined) return ok({ documentId: same.id })
  const documentId = newId<string>()
  await sql`
    insert into admission.document (id, application_id, organisation_id, topic, name, media_type, bytes, sha256, recorded_at, recorded_by)
    values (${documentId}, ${applicationId}, ${draft.value.organisationId}, ${topic}, ${documentName(file.name, type.value)}, ${type.value},
            ${file.bytes}, ${hash}, ${context.now}, ${context.actor.userId})`.execute(context.db)
  return ok({ documentId })
}

/** Takes a document away from a draft. Problems: `not-allowed`, `not-found`, `application-sent`. */
export async function removeDocument(
  context: Context,
  { documentId }: { documentId: string },
): Promise<Result<{ documentId: string }>> {
  const found = await sql<{ applicationId: string }>`
    select application_id as "applicationId" from admission.document where id = ${documentId}`.execute(context.db)
  const [document] = found.rows
  if (document === undefined) return fail(problem('not-found'))
  const draft = await lockDraft(context, document.applicationId)
  if (!draft.ok) return draft
  const { applicationId, organisationId } = draft.value
  await sql`
    insert into admission.document_removed (document_id, application_id, organisation_id, recorded_at, recorded_by)
    values (${documentId}, ${applicationId}, ${organisationId}, ${context.now}, ${context.actor.userId})
    on conflict do nothing`.execute(context.db)
  return ok({ documentId })
}

interface StoredDocument {
  readonly name: string
  readonly mediaType: DocumentType
  readonly bytes: Buffer
}

/** A document that the reader may see, as a download; null where there is none. The officers see what was sent. */
export async function readDocument(context: Context, documentId: string): Promise<StoredDocument | null> {
  const { rows } = await sql<StoredDocument>`
    select d.name, d.media_type as "mediaType", d.bytes from admission.document d
     where d.id = ${documentId} and not exists (select 1 from admission.document_removed r where r.document_id = d.id)
       and (${context.actor.role} = 'coordinator'
            or exists (select 1 from admission.submission s where s.application_id = d.application_id))`.execute(
    context.db,
  )
  return rows[0] ?? null
}
