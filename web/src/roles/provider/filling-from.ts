import type { FormState, FormValues } from '../../ui/use-form.ts'

/** What a correction starts from: the fields of what it corrects, and its free text. */
type Filled<Values extends FormValues> = Partial<Values>

/**
 * A form that fills in what the chosen one said as soon as it is chosen, so that the correction starts from it; `saidBy('')` is
 * what stands when nothing is corrected. Words of one's own in `keep` are never written over.
 */
export function fillingFrom<Values extends FormValues & { corrects: string }>(
  form: FormState<Values>,
  saidBy: (corrected: string) => Filled<Values>,
  keep: keyof Values & string,
): FormState<Values> {
  const set: FormState<Values>['set'] = (name, value) => {
    form.set(name, value)
    if (name !== 'corrects') return
    const isOwn = form.values[keep] !== '' && form.values[keep] !== saidBy(form.values.corrects)[keep]
    for (const [field, said] of Object.entries(saidBy(String(value))))
      if (field !== keep || !isOwn) form.set(field, said as Values[string])
  }
  return { ...form, set }
}
