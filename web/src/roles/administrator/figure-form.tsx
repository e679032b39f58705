import type { BudgetFigureBody } from '../../../../src/modules/compensation/contract/budget.ts'
import type { BudgetCapsReply } from '../../../../src/modules/decision/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useLanguage } from '../../language/language-provider.tsx'
import { useBudgetText } from '../../ui/budget/texts.ts'
import { ChoiceInput, LongTextInput, SelectInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { readWhole } from './whole-number.ts'

const orePerKrona = 100

/** What an appropriation amounts to, or how many referrals a month are planned. */
export function FigureForm({ reply, onDone }: { reply: BudgetCapsReply; onDone: () => void }) {
  const text = useBudgetText()
  const notice = useNotice()
  const { language } = useLanguage()
  const { today } = useSignedIn()
  const form = useForm({
    initial: {
      kind: 'appropriation',
      appropriation: reply.appropriations.find((one) => one.pays === 'provider-compensation')?.code ?? '',
      period: today.slice(0, 4),
      value: '',
      reason: '',
    },
    check: (values) =>
      typeof readWhole(values.value) === 'number' ? [] : [{ field: 'value', title: text('cap.not-number') }],
    send: (values, written) => post<{ figureId: string }>('/budget/figures', bodyOf(values), written),
    changes: ['/budget'],
    onDone: () => {
      notice.tell({ what: text('figure.done'), seenBy: text('cap.seen-by') })
      onDone()
    },
  })
  const isMoney = form.values.kind === 'appropriation'
  return (
    <Form form={form} submit={text('figure.effect')}>
      <ChoiceInput
        form={form}
        name="kind"
        label={text('figure.kind')}
        choices={(['appropriation', 'new-decisions'] as const).map((value) => ({
          value,
          label: text(`figure.${value}`),
        }))}
      />
      {isMoney && (
        <SelectInput
          form={form}
          name="appropriation"
          label={text('cap.appropriation')}
          choices={reply.appropriations.map((one) => ({ value: one.code, label: language === 'sv' ? one.sv : one.en }))}
        />
      )}
      <TextInput form={form} name="period" label={text('cap.period')} help={text('cap.period-help')} />
      <TextInput
        form={form}
        name="value"
        label={text(isMoney ? 'figure.kronor' : 'figure.count')}
        {...(isMoney ? { help: text('figure.kronor-help') } : {})}
        inputMode="numeric"
      />
      <LongTextInput form={form} name="reason" label={text('cap.reason')} help={text('cap.reason-help')} />
    </Form>
  )
}

type Values = Record<'kind' | 'appropriation' | 'period' | 'value' | 'reason', string>

function bodyOf(values: Values): BudgetFigureBody {
  const isMoney = values.kind === 'appropriation'
  const value = readWhole(values.value) ?? 0
  return {
    kind: isMoney ? 'appropriation' : 'new-decisions',
    appropriation: isMoney ? values.appropriation : null,
    period: values.period,
    value: isMoney ? value * orePerKrona : value,
    reason: values.reason,
  }
}
