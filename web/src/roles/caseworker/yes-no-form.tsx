import { ChoiceInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'

type Option = {
  value: string
  label: string
  help?: string
  /** What the button says once this is picked. */
  effect: string
  /** What happened, afterwards. */
  done: string
  needsWhy?: boolean
}

type Props = {
  question: string
  why: { name: 'why' | 'reason'; label: string; help: string }
  options: readonly [Option, ...Option[]]
  /** The button before anything is picked. */
  effect: string
  missing: string
  seenBy: string
  changes: readonly string[]
  send: (body: Record<string, string>, written: { key: string }) => Promise<unknown>
}

/** A decision between two answers, the second one with reasons; the button names what it will do. */
export function YesNoForm({ question, why, options, effect, missing, seenBy, changes, send }: Props) {
  const notice = useNotice()
  const form = useForm({
    initial: { outcome: '', why: '', reason: '' },
    send: (values, written) => {
      const words = values[why.name].trim()
      return send({ outcome: values.outcome, ...(words === '' ? {} : { [why.name]: words }) }, written)
    },
    changes,
    onDone: (_answer, values) => {
      const done = options.find((option) => option.value === values.outcome)?.done
      if (done !== undefined) notice.tell({ what: done, seenBy })
    },
    check: (values) => (values.outcome === '' ? [{ field: 'outcome', title: missing }] : []),
  })
  const picked = options.find((option) => option.value === form.values.outcome)
  return (
    <Form form={form} submit={picked?.effect ?? effect}>
      <ChoiceInput form={form} name="outcome" label={question} choices={options} />
      {picked !== undefined && (
        <FreeTextInput
          form={form}
          name={why.name}
          label={why.label}
          help={why.help}
          optional={picked.needsWhy !== true}
        />
      )}
    </Form>
  )
}
