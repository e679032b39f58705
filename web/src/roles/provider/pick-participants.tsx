import { Checkbox } from '@midas-ds/components/checkbox'
import { useId } from 'react'
import type { FormState, FormValues } from '../../ui/use-form.ts'
import type { CaseloadItem } from './answers.ts'
import type { OwnParticipants } from './own-participants.ts'
import { useSessionText } from './sessions-texts.ts'

type Chosen = FormValues & { caseIds: readonly string[] }
type Props<Values extends Chosen> = {
  form: FormState<Values>
  among: OwnParticipants
  /** Those of them who can be chosen here. */
  own: readonly CaseloadItem[]
  label: string
}

/** With more than these a name is typed instead of looked for. */
const fewEnough = 8

/** One or several of the own participants, found by name; those chosen stay in sight. */
export function PickParticipants<Values extends Chosen>({ form, among, own, label }: Props<Values>) {
  const text = useSessionText()
  const id = useId()
  const chosen = form.values.caseIds
  const error = form.errorOf('caseIds')
  const { typed, more, type } = among
  const sought = typed.trim().toLocaleLowerCase('sv')
  const shown = own.filter(
    ({ caseId, name }) => chosen.includes(caseId) || name.toLocaleLowerCase('sv').includes(sought),
  )
  return (
    <fieldset className="k-stack" id={form.idOf('caseIds')}>
      <legend>{label}</legend>
      <p className="k-quiet k-small">{text('plan.who-help')}</p>
      {error !== undefined && <p className="k-error">{error}</p>}
      {(more || own.length > fewEnough) && (
        <div className="k-field k-measure">
          <label htmlFor={id}>{text('plan.who-search')}</label>
          <input id={id} type="search" value={typed} onChange={(event) => type(event.target.value)} />
        </div>
      )}
      {shown.map(({ caseId, name }) => (
        <Checkbox
          key={caseId}
          isSelected={chosen.includes(caseId)}
          onChange={(on) => form.set('caseIds', on ? [...chosen, caseId] : chosen.filter((one) => one !== caseId))}
        >
          {name}
        </Checkbox>
      ))}
      <p role="status" className="k-quiet k-small">
        {shown.length === 0 ? text('plan.who-none') : ''}
      </p>
    </fieldset>
  )
}

/** Takes the own participants as they are listed in the caseload. */
export const nameAmong =
  (own: readonly CaseloadItem[]) =>
  (caseId: string): string =>
    own.find((one) => one.caseId === caseId)?.name ?? ''
