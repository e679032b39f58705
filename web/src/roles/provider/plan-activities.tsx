import { useId } from 'react'
import { type AllowedActivity, useActivityLaw } from './activity-law.ts'
import { emptyRow, type PlanRow } from './plan-rows.ts'
import { useText } from './texts.ts'

type Props = {
  id: string
  error: string | undefined
  rows: readonly PlanRow[]
  onChange: (rows: PlanRow[]) => void
}

/** The lines of the plan: what, how many hours a week, where, and in words what is done. */
export function PlanActivities({ id, error, rows, onChange }: Props) {
  const text = useText()
  const { allowed } = useActivityLaw()
  const change = (row: PlanRow, part: Partial<PlanRow>) =>
    onChange(rows.map((one) => (one === row ? { ...one, ...part } : one)))
  const nextId = Math.max(-1, ...rows.map((row) => row.id)) + 1
  return (
    <fieldset className="k-stack" id={id} tabIndex={-1}>
      <legend className="k-h3">{text('plan.activities')}</legend>
      <p className="k-quiet k-small">{text('plan.activities-help')}</p>
      {error !== undefined && (
        <p className="k-field-error" role="alert">
          {error}
        </p>
      )}
      {rows.map((row, index) => (
        <PlanLine
          key={row.id}
          number={index + 1}
          row={row}
          allowed={allowed}
          onChange={(part) => change(row, part)}
          onRemove={rows.length > 1 ? () => onChange(rows.filter((one) => one !== row)) : null}
        />
      ))}
      <div className="k-row">
        <button
          className="k-plain-button k-bordered"
          type="button"
          onClick={() => onChange([...rows, emptyRow(nextId)])}
        >
          {text('plan.add')}
        </button>
      </div>
    </fieldset>
  )
}

type LineProps = {
  number: number
  row: PlanRow
  allowed: readonly AllowedActivity[]
  onChange: (part: Partial<PlanRow>) => void
  onRemove: (() => void) | null
}

function PlanLine({ number, row, allowed, onChange, onRemove }: LineProps) {
  const text = useText()
  const id = useId()
  const law = allowed.find((one) => one.code === row.code)
  return (
    <fieldset className="k-outlined k-plan-line">
      <legend className="k-only-read">{text('plan.line', { n: number })}</legend>
      <div className="k-field k-grow">
        <label htmlFor={`${id}-code`}>{text('plan.activity')}</label>
        <select id={`${id}-code`} value={row.code} onChange={(event) => onChange({ code: event.target.value })}>
          <option value="">{text('plan.choose')}</option>
          {allowed.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className="k-field">
        <label htmlFor={`${id}-hours`}>{text('plan.hours')}</label>
        <input
          id={`${id}-hours`}
          inputMode="decimal"
          autoComplete="off"
          value={row.hours}
          onChange={(event) => onChange({ hours: event.target.value })}
        />
      </div>
      <div className="k-field">
        <label htmlFor={`${id}-mode`}>{text('plan.mode')}</label>
        <select
          id={`${id}-mode`}
          value={row.mode}
          onChange={(event) => onChange({ mode: event.target.value === 'remote' ? 'remote' : 'physical' })}
        >
          <option value="physical">{text('mode.physical')}</option>
          <option value="remote">{text('mode.remote')}</option>
        </select>
      </div>
      <div className="k-field k-whole">
        <label htmlFor={`${id}-content`}>{text('plan.content')}</label>
        <input
          id={`${id}-content`}
          autoComplete="off"
          value={row.content}
          onChange={(event) => onChange({ content: event.target.value })}
        />
      </div>
      {row.code === 'short-course' && <CourseFields id={id} row={row} onChange={onChange} />}
      <div className="k-whole k-line-foot">
        <p className="k-quiet k-small">
          {law?.limit} {law?.needsDecision === true && text('plan.needs-decision')}
        </p>
        {onRemove !== null && (
          <button className="k-plain-button" type="button" onClick={onRemove}>
            {text('plan.remove')}
            <span className="k-only-read"> {law?.name ?? text('plan.line', { n: number })}</span>
          </button>
        )}
      </div>
    </fieldset>
  )
}

function CourseFields({ id, row, onChange }: { id: string; row: PlanRow; onChange: LineProps['onChange'] }) {
  const text = useText()
  return (
    <>
      <div className="k-field">
        <label htmlFor={`${id}-total`}>{text('plan.total-hours')}</label>
        <input
          id={`${id}-total`}
          inputMode="decimal"
          autoComplete="off"
          value={row.totalHours}
          onChange={(event) => onChange({ totalHours: event.target.value })}
        />
      </div>
      <div className="k-field k-grow">
        <label htmlFor={`${id}-vacancy`}>{text('plan.vacancy')}</label>
        <input
          id={`${id}-vacancy`}
          autoComplete="off"
          value={row.vacancy}
          onChange={(event) => onChange({ vacancy: event.target.value })}
        />
      </div>
    </>
  )
}
