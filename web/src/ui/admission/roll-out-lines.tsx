import { useId } from 'react'
import type { DeliveryAreas } from '../../api/delivery-areas.ts'
import { useAdmissionText } from './texts.ts'

/** One area of a plan as it is typed. */
export type RollOutLine = { id: number; areaCode: string; switchOn: string; priceModel: string }

export const emptyLine = (id: number): RollOutLine => ({ id, areaCode: '', switchOn: '', priceModel: '1' })

type Props = {
  id: string
  error: string | undefined
  lines: readonly RollOutLine[]
  areas: DeliveryAreas['items']
  today: string
  onChange: (lines: RollOutLine[]) => void
}

/** The areas of a roll-out plan, each with its day and price model; a plan may hold several. */
export function RollOutLines({ id, error, lines, areas, today, onChange }: Props) {
  const text = useAdmissionText()
  const change = (line: RollOutLine, part: Partial<RollOutLine>) =>
    onChange(lines.map((one) => (one === line ? { ...one, ...part } : one)))
  const nextId = Math.max(-1, ...lines.map((line) => line.id)) + 1
  return (
    <fieldset className="k-stack" id={id} tabIndex={-1}>
      <legend className="k-h3">{text('rollout.areas')}</legend>
      {error !== undefined && (
        <p className="k-field-error" role="alert">
          {error}
        </p>
      )}
      {lines.map((line, index) => (
        <Line
          key={line.id}
          number={index + 1}
          line={line}
          // An area stands once in a plan.
          areas={areas.filter(({ code }) => code === line.areaCode || !lines.some((one) => one.areaCode === code))}
          today={today}
          onChange={(part) => change(line, part)}
          onRemove={lines.length > 1 ? () => onChange(lines.filter((one) => one !== line)) : null}
        />
      ))}
      {lines.length < areas.length && (
        <div className="k-row">
          <button
            className="k-plain-button k-bordered"
            type="button"
            onClick={() => onChange([...lines, { ...emptyLine(nextId), switchOn: lines.at(-1)?.switchOn ?? '' }])}
          >
            {text('rollout.add')}
          </button>
        </div>
      )}
    </fieldset>
  )
}

type LineProps = Pick<Props, 'areas' | 'today'> & {
  number: number
  line: RollOutLine
  onChange: (part: Partial<RollOutLine>) => void
  onRemove: (() => void) | null
}

function Line({ number, line, areas, today, onChange, onRemove }: LineProps) {
  const text = useAdmissionText()
  const id = useId()
  return (
    <fieldset className="k-outlined k-plan-line">
      <legend className="k-only-read">{text('rollout.line', { n: number })}</legend>
      <div className="k-field k-grow">
        <label htmlFor={`${id}-area`}>{text('rollout.area')}</label>
        <select
          id={`${id}-area`}
          value={line.areaCode}
          onChange={(event) => onChange({ areaCode: event.target.value })}
        >
          <option value="">{text('rollout.choose')}</option>
          {areas.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="k-field">
        <label htmlFor={`${id}-day`}>{text('rollout.day')}</label>
        <input
          id={`${id}-day`}
          inputMode="numeric"
          autoComplete="off"
          placeholder={today}
          value={line.switchOn}
          onChange={(event) => onChange({ switchOn: event.target.value })}
        />
      </div>
      <div className="k-field">
        <label htmlFor={`${id}-model`}>{text('rollout.model')}</label>
        <select
          id={`${id}-model`}
          value={line.priceModel}
          onChange={(event) => onChange({ priceModel: event.target.value })}
        >
          <option value="1">1</option>
          <option value="2">2</option>
        </select>
      </div>
      {onRemove !== null && (
        <div className="k-whole k-line-foot">
          <button className="k-plain-button" type="button" onClick={onRemove}>
            {text('rollout.remove')}
            <span className="k-only-read"> {text('rollout.line', { n: number })}</span>
          </button>
        </div>
      )}
    </fieldset>
  )
}
