import { SelectInput, TextInput } from '../fields.tsx'
import type { FormState } from '../use-form.ts'
import type { CompareValues } from './draft.ts'
import { useWindowText } from './texts.ts'

/** An exception that the draft adds to those of the window it began from: which condition it waives, its code and its words. */
export function ExceptionFields({ form }: { form: FormState<CompareValues> }) {
  const text = useWindowText()
  return (
    <fieldset className="k-stack">
      <legend>{text('compare.exception')}</legend>
      <SelectInput
        form={form}
        name="exceptionWaives"
        label={text('compare.exception-waives')}
        help={text('compare.exception-help')}
        choices={(['none', 'registered-days', 'programme', 'age'] as const).map((value) => ({
          value,
          label: text(`compare.exception-waives.${value}`),
        }))}
      />
      {form.values.exceptionWaives !== 'none' && (
        <>
          <TextInput
            form={form}
            name="exceptionCode"
            label={text('compare.exception-code')}
            help={text('compare.exception-code-help')}
          />
          <TextInput form={form} name="exceptionSv" label={text('compare.exception-sv')} />
          <TextInput form={form} name="exceptionEn" label={text('compare.exception-en')} />
        </>
      )}
    </fieldset>
  )
}
