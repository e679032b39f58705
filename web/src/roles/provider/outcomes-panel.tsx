import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import type { OutcomesReply } from './answers.ts'
import { ClaimLine, Papers } from './claim-evidence.tsx'
import { paths, screens } from './paths.ts'
import { useText } from './texts.ts'

/** What has been told about work and studies, and what is needed for it to be paid. */
export function OutcomesPanel({ caseId }: { caseId: string }) {
  const text = useText()
  const format = useFormat()
  const { data, error, refetch } = useApi<OutcomesReply>(paths.outcomes(caseId))
  const claims = data?.claims.filter((claim) => claim.state !== 'replaced') ?? []
  return (
    <Panel title={text('outcomes.title')} action={<Link to={screens.act(caseId, 'jobs')}>{text('jobs.link')}</Link>}>
      {data === undefined && (error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && data.signals.length === 0 && claims.length === 0 && (
        <p className="k-quiet">{text('outcomes.empty')}</p>
      )}
      {data?.signals.map((signal) => (
        <p key={signal.signalId}>
          <strong>{text(`outcome.${signal.kind}`)}</strong>{' '}
          {text('outcomes.from', { day: format.day(day(signal.startsOn)) })}
          {signal.employer !== null && (
            <>
              {' · '}
              <bdi>{signal.employer}</bdi>
            </>
          )}{' '}
          <span className="k-quiet k-small">{text(`outcomes.told-by-${signal.toldBy}`)}</span>
        </p>
      ))}
      {claims.map((claim) => (
        <div key={claim.claimId} className="k-stack k-outlined">
          <ClaimLine claim={claim} />
          <Papers claim={claim} />
          {claim.state === 'waiting' && <Link to={screens.act(caseId, 'claim')}>{text('outcomes.add-paper')}</Link>}
        </div>
      ))}
    </Panel>
  )
}
