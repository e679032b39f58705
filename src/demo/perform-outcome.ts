import type { ClaimId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { addEvidence, claimOutcome, signalOutcome, verifyOutcome } from '../modules/outcomes/index.ts'
import type { PersonAct } from '../simulation/script.ts'
import { certificate } from './evidence.ts'
import { noting, withLast } from './perform-service.ts'
import { act, type Handler, type Playing } from './playing.ts'

/** Signals, claims with their evidence, and what the caseworker finds. */
export const outcomeActs = {
  signal: (playing, { kind, from, extentPercent }) =>
    act(playing, 'signalOutcome', (context) =>
      signalOutcome(context, { caseId: playing.played.caseId, kind, firstDay: from, extentPercent }),
    ),
  claim: (playing, input) => claim(playing, input),
  verify: (playing, { verified, reason }) =>
    withLast(playing, 'claimId', (claimId) =>
      act(playing, 'verifyOutcome', (context) =>
        verifyOutcome(context, {
          claimId: claimId as ClaimId,
          outcome: verified ? 'verified' : 'refused',
          reason: reason ?? 'Intyget visar arbete eller studier under hela tiden.',
        }),
      ),
    ),
} satisfies { readonly [A in PersonAct['act']]?: Handler<A> }

async function claim(playing: Playing, input: Extract<PersonAct, { act: 'claim' }>): Promise<Result<unknown>> {
  const { kind, subsidised, from, extentPercent, employer } = input
  const amount = kind === 'work' ? { extentPercent } : { pacePercent: 100 }
  const claimed = await noting(playing, 'claimId', async () => {
    const made = await act(playing, 'claimOutcome', (context) =>
      claimOutcome(context, { caseId: playing.played.caseId, kind, subsidised, firstDay: from, employer, ...amount }),
    )
    return made.ok ? ok({ id: made.value.claimId }) : made
  })
  if (!claimed.ok) return claimed
  return withLast(playing, 'claimId', (claimId) =>
    act(playing, 'addEvidence', (context) =>
      addEvidence(context, {
        claimId: claimId as ClaimId,
        file: {
          name: kind === 'work' ? 'anstallningsintyg.pdf' : 'studieintyg.pdf',
          bytes: certificate(`${employer}, from ${from}`),
        },
      }),
    ),
  )
}
