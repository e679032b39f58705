import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { WhatIfReply } from '../../../../src/modules/compensation/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useMoneyText } from '../../language/money-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { Money } from '../../ui/money.tsx'
import { Paging } from '../../ui/paging.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { caseAddress } from './addresses.ts'
import { Signed } from './signed.tsx'
import { useText } from './texts.ts'

type Amounts = { oldOre: number; newOre: number; differenceOre: number }
type Line = WhatIfReply['lines']['items'][number]

/** What is posted, what would be and the difference: by kind and by provider. */
export function WhatIfSums({ of }: { of: WhatIfReply }) {
  const text = useText()
  const say = useMoneyText()
  const format = useFormat()
  const amounts = useAmountColumns()
  if (of.byKind.length === 0) return <EmptyState title={text('what-if.none')} words={text('what-if.none-words')} />
  const cases = {
    title: text('what-if.cases'),
    kind: 'number' as const,
    cell: (one: { cases: number }) => format.number(one.cases),
  }
  return (
    <>
      <h2>{text('what-if.by-kind')}</h2>
      <CardTable
        caption={text('what-if.by-kind')}
        rows={of.byKind}
        keyOf={(one) => one.kind}
        columns={[{ title: text('change.kind'), cell: (one) => say(`kind.${one.kind}`) }, cases, ...amounts]}
      />
      <h2>{text('what-if.by-provider')}</h2>
      <CardTable
        caption={text('what-if.by-provider')}
        rows={of.byProvider}
        keyOf={(one) => one.providerId}
        columns={[
          {
            title: text('column.provider'),
            cell: (one) => <bdi>{one.providerName ?? text('provider-unknown')}</bdi>,
          },
          ...amounts,
        ]}
      />
    </>
  )
}

/** The cases that would change, the largest difference first, page by page. */
export function WhatIfLines({ whatIfId }: { whatIfId: string }) {
  const text = useText()
  const say = useMoneyText()
  const amounts = useAmountColumns()
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useApi<WhatIfReply>(`/money/what-if/${whatIfId}`, page === 1 ? {} : { page })
  const columns: Column<Line>[] = [
    {
      title: say('line.participant'),
      cell: (line) => (
        <Link to={caseAddress(line.caseId)}>
          <bdi>{line.participant ?? say('line.hidden-person')}</bdi>
        </Link>
      ),
    },
    { title: text('column.provider'), cell: (line) => <bdi>{line.providerName ?? text('provider-unknown')}</bdi> },
    { title: text('change.kind'), cell: (line) => say(`kind.${line.kind}`) },
    ...amounts,
  ]
  return (
    <section className="k-stack" aria-labelledby="what-if-lines">
      <h2 id="what-if-lines">{text('what-if.lines')}</h2>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.lines.total === 0 && (
        <EmptyState title={text('what-if.lines-none')} words={text('what-if.lines-none-words')} />
      )}
      {data !== undefined && data.lines.total > 0 && (
        <>
          <p className="k-quiet">{text('what-if.lines-words')}</p>
          <CardTable
            caption={text('what-if.lines')}
            rows={data.lines.items}
            keyOf={(line) => `${line.caseId} ${line.providerId} ${line.kind}`}
            columns={columns}
          />
          <Paging page={page} pages={Math.ceil(data.lines.total / data.lines.limit)} onPage={setPage} />
        </>
      )}
    </section>
  )
}

function useAmountColumns(): Column<Amounts>[] {
  const text = useText()
  return [
    { title: text('what-if.old'), kind: 'number', cell: (one) => <Money ore={one.oldOre} /> },
    { title: text('what-if.new'), kind: 'number', cell: (one) => <Money ore={one.newOre} /> },
    { title: text('change.difference'), kind: 'number', cell: (one) => <Signed ore={one.differenceOre} /> },
  ]
}
