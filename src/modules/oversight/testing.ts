import type { CaseId, OfficeId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { TestWorld } from '../../platform/testing.ts'
import type { AbstentionReason } from '../../rules/index.ts'
import type { Profile, RegisteredPerson } from '../assessment/testing.ts'
import { abstainFromReferral, decideReferral } from '../decision/index.ts'
import { aPersonReadyForDecision } from '../decision/testing.ts'
import { assignCase } from '../registration/index.ts'

/** An office with a caseworker of its own. */
export interface TestOffice {
  readonly officeId: OfficeId
  readonly caseworker: Actor
}

/** Opens another office of the authority. */
export async function anOffice(world: TestWorld, name: string): Promise<TestOffice> {
  const [row] = await world.rows<{ id: OfficeId }>(
    "insert into platform.office (organisation_id, name, municipality_code) values ($1, $2, '1480') returning id",
    [world.authority, name],
  )
  if (row === undefined) throw new Error('an office was not opened')
  return { officeId: row.id, caseworker: await world.anActor('caseworker', { officeId: row.id, name: `Vid ${name}` }) }
}

/** Somebody whom the tool says yes to, and a caseworker of the office who answers: refers, or abstains with a reason. */
export async function anAnswer(
  world: TestWorld,
  at: TestOffice,
  answer: { readonly profile?: Profile; readonly code: AbstentionReason | null; readonly protection?: 'secrecy-mark' },
): Promise<RegisteredPerson> {
  const person = await aPersonReadyForDecision(world, { profile: answer.profile ?? 'C' })
  const { caseId } = person
  await world.must(world.caseworker, (context) =>
    assignCase(context, { caseId, officeId: at.officeId, caseworkerId: at.caseworker.userId }),
  )
  if (answer.code === null) await refer(world, at, caseId)
  else await abstain(world, at, caseId, answer.code)
  return person
}

async function refer(world: TestWorld, at: TestOffice, caseId: CaseId): Promise<void> {
  await world.must(at.caseworker, (context) => decideReferral(context, { caseId, reason: 'Behöver stöd' }))
}

async function abstain(world: TestWorld, at: TestOffice, caseId: CaseId, code: AbstentionReason): Promise<void> {
  const text = code === 'other' ? 'Flyttar snart' : undefined
  await world.must(at.caseworker, (context) => abstainFromReferral(context, { caseId, code, text }))
}
