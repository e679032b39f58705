import type { Day } from '../../../../src/kernel/day.ts'
import type { ClaimView, OutcomesReply, VerificationReply } from '../../../../src/modules/outcomes/contract.ts'
import { type CaseAction, useCaseActions } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Because } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { CaseFrame, changedWith } from './case-frame.tsx'
import { Evidence } from './evidence.tsx'
import { SignalsPanel } from './signals-panel.tsx'
import { useText } from './texts.ts'
import { YesNoForm } from './yes-no-form.tsx'

/** Resultat: signals of work or studies, claims with their evidence, and what is verified. */
export function OutcomesScreen() {
  return <CaseFrame tab="outcomes">{({ caseId }) => <Outcomes caseId={caseId} />}</CaseFrame>
}

function Outcomes({ caseId }: { caseId: string }) {
  const text = useText()
  const { data, error, refetch } = useApi<OutcomesReply>(`/cases/${caseId}/outcomes`)
  const acts = useCaseActions(caseId)
  const actNamed = (name: string) => acts.data?.actions.find((act) => act.name === name)
  if (data === undefined) return error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={6} />
  return (
    <div className="k-beside">
      <Panel title={text('claim.title')}>
        {data.claims.length === 0 && <EmptyState title={text('claim.none')} words={text('claim.none-words')} />}
        {data.claims.map((claim) => (
          <Claim key={claim.claimId} caseId={caseId} claim={claim} verify={actNamed('verifyOutcome')} />
        ))}
      </Panel>
      <SignalsPanel
        caseId={caseId}
        signals={data.signals}
        tell={actNamed('signalOutcome')}
        answer={actNamed('answerSignals')}
      />
    </div>
  )
}

const signs: Readonly<Record<ClaimView['state'], StatusKind>> = {
  waiting: 'waiting',
  verified: 'done',
  refused: 'stopped',
  replaced: 'stopped',
}

function Claim({ caseId, claim, verify }: { caseId: string; claim: ClaimView; verify: CaseAction | undefined }) {
  const text = useText()
  const format = useFormat()
  const percent = claim.kind === 'work' ? claim.extentPercent : claim.pacePercent
  return (
    <section className="k-stack" aria-label={claim.employer}>
      <div>
        <h3>
          {text(`claim.kind.${claim.kind}`)}: <bdi>{claim.employer}</bdi>
        </h3>
        <Status kind={signs[claim.state]} label={text(`claim.state.${claim.state}`)} />
      </div>
      <Facts
        items={[
          { label: text('claim.days'), value: format.days(claim.firstDay as Day, claim.lastDay as Day | null) },
          { label: text(`claim.percent.${claim.kind}`), value: `${percent ?? 100} %` },
          ...(claim.kind === 'work'
            ? [{ label: text('claim.subsidised'), value: text(claim.subsidised ? 'yes' : 'no') }]
            : []),
          ...(claim.organisationNumber === null
            ? []
            : [{ label: text('claim.organisation'), value: <bdi>{claim.organisationNumber}</bdi> }]),
          ...(claim.occupation === null
            ? []
            : [{ label: text('claim.occupation'), value: <bdi>{claim.occupation}</bdi> }]),
        ]}
      />
      <Evidence caseId={caseId} claim={claim} />
      {claim.reason !== null && (
        <p>
          <strong>
            {text('claim.decided', {
              name: claim.decidedByName ?? '',
              day: claim.decidedOn === null ? '' : format.day(claim.decidedOn as Day),
            })}
          </strong>{' '}
          <bdi>{claim.reason}</bdi>
        </p>
      )}
      {claim.state === 'waiting' && <Verify caseId={caseId} claim={claim} act={verify} />}
    </section>
  )
}

function Verify({ caseId, claim, act }: { caseId: string; claim: ClaimView; act: CaseAction | undefined }) {
  const text = useText()
  if (act !== undefined && !act.allowed && act.because?.code === 'other-office') {
    return (
      <p className="k-small">
        <Because action={act} />
      </p>
    )
  }
  return (
    <>
      {act !== undefined && !act.allowed && (
        <p className="k-small">
          <strong>{text('claim.not-yet')}</strong> <Because action={act} />
        </p>
      )}
      <YesNoForm
        question={text('claim.question')}
        effect={text('claim.decide')}
        missing={text('claim.missing')}
        why={{ name: 'reason', label: text('claim.reason'), help: text('claim.reason-help') }}
        seenBy={text('claim.seen-by')}
        changes={changedWith(caseId)}
        send={(body, written) => post<VerificationReply>(`/claims/${claim.claimId}/verification`, body, written)}
        options={[
          {
            value: 'verified',
            label: text('claim.verify'),
            help: text('claim.verify-help'),
            effect: text('claim.verify-effect'),
            done: text('claim.verified'),
            needsWhy: true,
          },
          {
            value: 'refused',
            label: text('claim.refuse'),
            help: text('claim.refuse-help'),
            effect: text('claim.refuse-effect'),
            done: text('claim.refused'),
            needsWhy: true,
          },
        ]}
      />
    </>
  )
}
