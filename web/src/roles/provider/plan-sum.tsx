import { useFormat } from '../../language/use-format.ts'
import { PlanWeek } from '../../ui/plan-week.tsx'
import { Status } from '../../ui/status.tsx'
import { hoursOf, type PlanRow, withOwnWork } from './plan-rows.ts'
import { useText } from './texts.ts'
import { typedNumber } from './typed-number.ts'

type Props = { rows: readonly PlanRow[]; available: number; onChange: (rows: PlanRow[]) => void }

/** How much of the available hours the plan covers, and the gap closed in one step with own work. */
export function PlanSum({ rows, available, onChange }: Props) {
  const text = useText()
  const format = useFormat()
  const has = hoursOf(rows)
  const missing = available - has
  return (
    <div className="k-stack" aria-live="polite">
      <PlanWeek
        parts={rows.map((row) => ({ code: row.code, hours: typedNumber(row.hours) ?? 0 }))}
        available={available}
      />
      {missing > 0 ? (
        <div className="k-row">
          <Status kind="waiting" label={text('plan.missing', { hours: format.number(missing) })} />
          <button
            className="k-plain-button k-bordered"
            type="button"
            onClick={() => onChange(withOwnWork(rows, missing))}
          >
            {text('plan.fill', { hours: format.number(missing) })}
          </button>
        </div>
      ) : (
        <Status
          kind="done"
          label={missing === 0 ? text('plan.covered') : text('plan.over', { hours: format.number(-missing) })}
        />
      )}
    </div>
  )
}
