import type { Day } from '../../../../src/kernel/day.ts'
import type { LoggedCandidate } from '../../../../src/modules/market/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from './texts.ts'

type Log = { onDay: Day; homeApproximate: boolean; candidates: readonly LoggedCandidate[] }

/** Why this provider was the nearest: every candidate and its distance, as the rule saw them (programme 4.4). */
export function NearestLog({ caseId }: { caseId: string }) {
  const text = useText()
  const { data, error, refetch } = useApi<Log>(`/cases/${caseId}/nearest-log`)
  const columns = useColumns()
  const format = useFormat()
  return (
    <details className="k-why">
      <summary>{text('nearest.why')}</summary>
      <div className="k-why-body">
        {data === undefined && (error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={3} />)}
        {data !== undefined && (
          <>
            <p>{text('nearest.words', { day: format.day(data.onDay), about: data.homeApproximate ? 'yes' : 'no' })}</p>
            <CardTable
              caption={text('nearest.why')}
              rows={data.candidates}
              keyOf={(one) => `${one.contractId}-${one.addressId}`}
              columns={columns}
            />
          </>
        )}
      </div>
    </details>
  )
}

function useColumns(): readonly Column<LoggedCandidate>[] {
  const text = useText()
  const format = useFormat()
  return [
    { title: text('nearest.provider'), cell: (one) => <bdi>{one.providerName}</bdi> },
    { title: text('nearest.distance'), kind: 'number', cell: (one) => `${format.number(one.distanceKm)} km` },
    { title: text('nearest.fate'), cell: (one) => text(`nearest.fate.${one.fate}`) },
  ]
}
