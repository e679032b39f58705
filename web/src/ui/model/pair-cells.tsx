import type { CSSProperties } from 'react'
import type { CurveReply } from '../../../../src/modules/assessment/contract/models.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { useNumbers } from './numbers.ts'
import { useModelText } from './texts.ts'

type Pair = NonNullable<CurveReply['pair']>
const strongestPercent = 55

/** What two variables mean together: a table whose cells are the darker the more they mean. */
export function PairCells({ pair, caption }: { pair: Pair; caption: string }) {
  const text = useModelText()
  const numbers = useNumbers()
  const cells = pair.effects.flatMap((line, row) =>
    line.map((effect, cell) => ({ effect, name: `${pair.down.groups[row]}, ${pair.across.groups[cell]}` })),
  )
  const ordered = cells.toSorted((a, b) => a.effect - b.effect)
  const [worst, best] = [ordered[0], ordered.at(-1)]
  const most = Math.max(...cells.map(({ effect }) => Math.abs(effect)), Number.MIN_VALUE)
  const columns: Column<number>[] = [
    { title: pair.down.label, cell: (row) => pair.down.groups[row] },
    ...pair.across.groups.map((group, cell): Column<number> => {
      return {
        title: group,
        kind: 'number',
        cell: (row) => (
          <Cell effect={pair.effects[row]?.[cell] ?? 0} before={pair.trained?.[row]?.[cell]} most={most} />
        ),
      }
    }),
  ]
  return (
    <>
      <p>
        {text('pair.summary', {
          worst: worst?.name ?? '',
          lowest: numbers.signedFine(worst?.effect ?? 0),
          best: best?.name ?? '',
          highest: numbers.signedFine(best?.effect ?? 0),
        })}
      </p>
      <CardTable
        caption={caption}
        rows={pair.down.groups.map((_, row) => row)}
        keyOf={(row) => String(row)}
        columns={columns}
      />
    </>
  )
}

function Cell({ effect, before, most }: { effect: number; before: number | undefined; most: number }) {
  const text = useModelText()
  const numbers = useNumbers()
  const strength = `${Math.round((Math.abs(effect) / most) * strongestPercent)}%`
  const wasOther = before !== undefined && before !== effect
  return (
    <span
      className={`k-heat ${effect < 0 ? 'k-heat-against' : 'k-heat-for'}`}
      style={{ '--k-heat': strength } as CSSProperties}
    >
      {numbers.signedFine(effect)}
      {wasOther && (
        <span className="k-quiet k-small k-block">
          {text('curve.trained')}: {numbers.signedFine(before)}
        </span>
      )}
    </span>
  )
}
