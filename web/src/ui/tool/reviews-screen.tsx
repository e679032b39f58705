import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { ReviewsReply } from '../../../../src/modules/oversight/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { ConfirmButton } from '../confirm.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { useToolPath } from './addresses.ts'
import { useToolText } from './texts.ts'
import { ToolLinks } from './tool-links.tsx'

type Sample = ReviewsReply['items'][number]
type Office = ReviewsReply['offices'][number]
type Share = NonNullable<Office['shares']>['valid']

const verdicts = ['valid', 'not-valid', 'administrative-error'] as const
const percent = (share: number) => Math.round(share * 100)

/** Do the reasons to abstain hold? Shares with their intervals, the samples behind them, and the next one to draw. */
export function ReviewsScreen() {
  const text = useToolText()
  const format = useFormat()
  const { seesCases } = useToolPath()
  const { data, error, refetch } = useApi<ReviewsReply>('/oversight/reviews')
  return (
    <Screen title={text('reviews.title')} lead={text('reviews.lead')}>
      <ToolLinks />
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <Panel title={text('reviews.found')}>
            <Found reviews={data} />
          </Panel>
          <Panel title={text('reviews.samples')}>
            <p>{text('reviews.due', { day: format.day(day(data.dueOn)) })}</p>
            {seesCases && (
              <div className="k-row">
                <Draw size={data.sampleSize} />
              </div>
            )}
            {data.items.length === 0 ? (
              <EmptyState title={text('reviews.empty')} words={text('reviews.empty-words')} />
            ) : (
              <Samples samples={data.items} />
            )}
          </Panel>
        </>
      )}
    </Screen>
  )
}

function Found({ reviews }: { reviews: ReviewsReply }) {
  const text = useToolText()
  const format = useFormat()
  const [all] = reviews.offices
  const share = ({ share, low, high }: Share) =>
    text('reviews.share', { percent: percent(share), low: percent(low), high: percent(high) })
  const columns: Column<Office>[] = [
    {
      title: text('unit.office'),
      cell: (one) => (one.officeId === null ? text('reviews.all') : (one.name ?? text('unit.unknown'))),
    },
    { title: text('reviews.classed'), kind: 'number', cell: (one) => format.number(one.classed) },
    ...verdicts.map((verdict) => ({
      title: text(`class.${verdict}`),
      kind: 'number' as const,
      cell: ({ shares }: Office) => (shares === null ? text('verdict.too-few') : share(shares[verdict])),
    })),
  ]
  const valid = all?.shares?.valid
  return (
    <>
      <p className="k-h2">
        {valid === undefined
          ? text('reviews.too-few', { n: reviews.leastClassed })
          : text('reviews.answer', {
              percent: percent(valid.share),
              low: percent(valid.low),
              high: percent(valid.high),
            })}
      </p>
      <p className="k-quiet">{text('reviews.interval', { percent: reviews.intervalPercent })}</p>
      <CardTable
        caption={text('reviews.found')}
        rows={reviews.offices}
        keyOf={(one) => one.officeId ?? 'all'}
        columns={columns}
      />
    </>
  )
}

function Draw({ size }: { size: number }) {
  const text = useToolText()
  const notice = useNotice()
  const { run, pending, problem } = useSend({
    send: (body: object, written) => post<{ size: number; population: number }>('/oversight/reviews', body, written),
    changes: ['/oversight/reviews'],
  })
  const draw = async () => {
    const answer = await run({})
    if (answer.done) notice.tell({ what: text('draw.done', { n: answer.value.size, all: answer.value.population }) })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('draw.effect', { n: size })}
      title={text('draw.title')}
      words={text('draw.words')}
      run={draw}
      pending={pending}
      problem={problem}
    />
  )
}

function Samples({ samples }: { samples: readonly Sample[] }) {
  const text = useToolText()
  const format = useFormat()
  const path = useToolPath()
  const drawn = (one: Sample) => format.day(day(one.drawnOn))
  const columns: Column<Sample>[] = [
    {
      title: text('sample.drawn'),
      cell: (one) => (path.seesCases ? <Link to={path.review(one.sampleId)}>{drawn(one)}</Link> : drawn(one)),
    },
    { title: text('sample.by'), cell: (one) => <bdi>{one.drawnByName ?? '–'}</bdi> },
    { title: text('sample.period'), cell: (one) => format.days(day(one.from), day(one.to)) },
    {
      title: text('sample.size'),
      kind: 'number',
      cell: (one) => text('sample.of', { n: one.size, all: one.population }),
    },
    { title: text('reviews.classed'), kind: 'number', cell: (one) => format.number(one.classed) },
    { title: text('sample.seed'), kind: 'number', cell: (one) => String(one.seed) },
  ]
  return <CardTable caption={text('reviews.samples')} rows={samples} keyOf={(one) => one.sampleId} columns={columns} />
}
