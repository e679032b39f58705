import type { Query } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import type { Caseload } from './answers.ts'
import { paths } from './paths.ts'
import { useText } from './texts.ts'

/** What the board is sifted by; an empty text = all. */
export type Sifted = { readonly risk: string; readonly level: string; readonly adviserId: string }
export const unsifted: Sifted = { risk: '', level: '', adviserId: '' }

/** Only what is chosen is asked for. */
export const siftedQuery = (sifted: Sifted): Query =>
  Object.fromEntries(Object.entries(sifted).filter(([, value]) => value !== ''))

type Props = { sifted: Sifted; withAdviser: boolean; onSift: (sifted: Sifted) => void }

/** State, level and adviser; each choice shows at once. */
export function CaseloadFilter({ sifted, withAdviser, onSift }: Props) {
  const text = useText()
  const set = (name: keyof Sifted) => (value: string) => {
    const next = { ...sifted, [name]: value }
    onSift(Object.values(next).every((each) => each === '') ? unsifted : next)
  }
  const risks = (['late', 'soon', 'calm'] as const).map((risk) => [risk, text(`caseload.risk-${risk}`)] as const)
  const levels = ['A', 'B', 'C'].map((level) => [level, level] as const)
  return (
    <div className="k-filter k-no-print">
      <Pick label={text('caseload.risk')} value={sifted.risk} options={risks} onPick={set('risk')} />
      <Pick label={text('caseload.level')} value={sifted.level} options={levels} onPick={set('level')} />
      {withAdviser && <AdviserPick value={sifted.adviserId} onPick={set('adviserId')} />}
    </div>
  )
}

function AdviserPick({ value, onPick }: { value: string; onPick: (value: string) => void }) {
  const text = useText()
  const { data } = useApi<Caseload>(paths.caseload, { whose: 'all', limit: 1 })
  const options = (data?.advisers ?? []).map(({ userId, name }) => [userId, name] as const)
  return <Pick label={text('caseload.adviser')} value={value} options={options} onPick={onPick} />
}

type PickProps = {
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onPick: (value: string) => void
}

function Pick({ label, value, options, onPick }: PickProps) {
  const text = useText()
  return (
    <label className="k-field">
      {label}
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{text('caseload.any')}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
