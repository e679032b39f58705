import { type DocumentType, documentName, documentType } from '../../kernel/document.ts'
import type { ClaimId } from '../../kernel/ids.ts'
import { problem } from '../../kernel/problem.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Role } from '../../platform/actor.ts'
import { type Context, lockName } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { newId } from '../../platform/new-id.ts'
import { findClaim, saveEvidence } from './store.ts'

export interface AddEvidence {
  readonly claimId: ClaimId
  readonly file: { readonly name: string; readonly bytes: Buffer } | null
}

/** The provider shows documents; a caseworker can add what the income statements say. */
const evidenceGivers = ['coordinator', 'adviser', 'caseworker'] as const satisfies readonly Role[]

/**
 * Keeps a document for a claim that is not decided: PDF, JPEG or PNG by its content, at most 10 MB.
 * Problems: `required`, `file-too-large`, `file-kind`, `claim-decided`, `claim-replaced`, `not-found`, `not-allowed`.
 */
export async function addEvidence(
  context: Context,
  command: AddEvidence,
): Promise<Result<{ evidenceId: string; sha256: string; mediaType: DocumentType }>> {
  await lockName(context, `claim:${command.claimId}`)
  const may = mayAct(context, evidenceGivers)
  if (!may.ok) return may
  const claim = await findClaim(context, command.claimId)
  if (claim === null) return fail(problem('not-found'))
  if (claim.decision !== null) return fail(problem('claim-decided'))
  if (claim.replaced) return fail(problem('claim-replaced'))
  if (command.file === null) return fail(problem('required', { field: 'file' }))
  const type = documentType(command.file.bytes)
  if (!type.ok) return type
  const kept = await saveEvidence(context, claim, {
    id: newId<string>(),
    name: documentName(command.file.name, type.value),
    mediaType: type.value,
    bytes: command.file.bytes,
  })
  context.wrotePerson(claim.personId)
  return ok({ ...kept, mediaType: type.value })
}
