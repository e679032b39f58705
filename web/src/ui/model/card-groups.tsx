import { useMemo } from 'react'
import type { ModelCardReply } from '../../../../src/modules/assessment/contract/models.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { PlotPicture } from '../plot-picture.tsx'
import { Panel } from '../screen.tsx'
import type { DotsData } from './dots-plot.ts'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'

type Group = ModelCardReply['card']['groups'][number]
const loadPlot = () => import('./dots-plot.ts')

/** A group with its column, in words: `Kön: kvinna`. */
export function groupName(
  words: ModelCardReply['words'],
  { column, group }: { readonly column: string; readonly group: string },
): string {
  const own = words.find((one) => one.column === column)
  return `${own?.label ?? column}: ${own?.groups.find((one) => one.group === group)?.label ?? group}`
}

/** Whether the chances are right for every group: the gap to what happened, with its interval. */
export function CardGroups({ reply }: { reply: ModelCardReply }) {
  const text = useModelText()
  const numbers = useNumbers()
  const { card, words } = reply
  const data = useMemo(
    (): DotsData => ({
      rows: card.groups.map((one) => ({ name: groupName(words, one), ...one.gap, before: null })),
      label: text('card.gap'),
      number: numbers.percent,
    }),
    [card, words, text, numbers],
  )
  const free = card.groups.filter(({ gap }) => gap.low > 0 || gap.high < 0).length
  const columns: Column<Group>[] = [
    { title: text('card.group'), cell: (one) => groupName(words, one) },
    { title: text('card.people'), kind: 'number', cell: (one) => numbers.whole(one.rows) },
    { title: text('card.mean-chance'), kind: 'number', cell: (one) => numbers.percent(one.meanChance) },
    { title: text('card.share'), kind: 'number', cell: (one) => numbers.percent(one.shareOfOnes) },
    {
      title: text('card.gap'),
      kind: 'number',
      cell: ({ gap }) => `${numbers.percent(gap.value)} (${numbers.percent(gap.low)} – ${numbers.percent(gap.high)})`,
    },
  ]
  return (
    <Panel title={text('card.groups')}>
      <div className="k-dots">
        <PlotPicture
          summary={text('card.groups-summary', { n: free, all: card.groups.length })}
          legend={[
            { label: text('card.gap'), color: 'var(--k-accent)', kind: 'dot' },
            { label: '95 %', color: 'var(--k-link)', kind: 'area' },
          ]}
          data={data}
          load={loadPlot}
          failed={text('curve.failed')}
          table={
            <details className="k-why">
              <summary>{text('curve.table')}</summary>
              <div className="k-why-body">
                <CardTable
                  caption={text('card.groups')}
                  rows={card.groups}
                  keyOf={(one) => `${one.column} ${one.group}`}
                  columns={columns}
                />
              </div>
            </details>
          }
        />
      </div>
    </Panel>
  )
}
