import { useState } from 'react'
import type { Day, Month } from '../../../../src/kernel/day.ts'
import type { LogItem } from '../../../../src/modules/delivery/contract.ts'
import { post } from '../../api/client.ts'
import { defineTexts, useTexts } from '../../language/define-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { ChoiceInput, SelectInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { FreeTextInput } from '../../ui/free-text-input.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useForm } from '../../ui/use-form.ts'
import { changedWith } from './case-frame.tsx'

const toldTexts = defineTexts({
  sv: () => import('../../language/texts/told.sv.ts'),
  en: () => import('../../language/texts/told.en.ts'),
})

type Props = { caseId: string; month: Month; items: readonly LogItem[]; nameOf: (item: LogItem) => string }

/** The participant's answers, told on the telephone or in person, written down by the employment service (programme 4.5). */
export function ToldAnswers(props: Props) {
  const text = useTexts(toldTexts)
  const [told, setTold] = useState(0)
  // What the participant answered is the participant's to change; a dispute is settled, with reasons.
  const open = props.items.filter((item) => item.answer === 'none' || isToldAndOpen(item))
  if (open.length === 0) return null
  return (
    <details className="k-why">
      <summary>{text('title')}</summary>
      <div className="k-why-body">
        <p>{text('lead')}</p>
        <ToldForm key={`${props.month} ${told}`} {...props} items={open} onDone={() => setTold(told + 1)} />
      </div>
    </details>
  )
}

const isToldAndOpen = ({ answer, onBehalf }: LogItem) => onBehalf !== null && !answer.startsWith('settled')

const wholeMonth = 'month'

type Told = { what: string; answer: string; comment: string }

function ToldForm({ caseId, month, items, nameOf, onDone }: Props & { onDone: () => void }) {
  const text = useTexts(toldTexts)
  const format = useFormat()
  const notice = useNotice()
  const unanswered = items.filter((item) => item.answer === 'none')
  const form = useForm<Told, unknown>({
    initial: { what: '', answer: '', comment: '' },
    send: (told, written) => post(`/cases/${caseId}/confirmations`, { items: answersIn(told, items) }, written),
    changes: changedWith(caseId),
    check: ({ what, answer }) => {
      if (what === '') return [{ field: 'what', title: text('what-missing') }]
      return what !== wholeMonth && answer === '' ? [{ field: 'answer', title: text('answer-missing') }] : []
    },
    onDone: () => {
      notice.tell({ what: text('done'), seenBy: text('seen-by') })
      onDone()
    },
  })
  const { what, answer } = form.values
  const rows = items.map((item) => ({
    value: item.id,
    label: text('row', {
      day: format.dayShort(item.onDay as Day),
      what: nameOf(item),
      hours: format.number(item.hours),
    }),
  }))
  const all = { value: wholeMonth, label: text('month', { month: format.month(month), n: unanswered.length }) }
  const effect = what === wholeMonth || answer === 'confirmed' ? 'save-yes' : answer === 'disputed' ? 'save-no' : 'save'
  return (
    <Form form={form} submit={text(effect)}>
      <SelectInput
        form={form}
        name="what"
        label={text('what')}
        choices={unanswered.length === 0 ? rows : [all, ...rows]}
      />
      {what !== '' && what !== wholeMonth && (
        <ChoiceInput
          form={form}
          name="answer"
          label={text('answer')}
          choices={[
            { value: 'confirmed', label: text('yes') },
            { value: 'disputed', label: text('no') },
          ]}
        />
      )}
      {what !== wholeMonth && answer === 'disputed' && (
        <FreeTextInput form={form} name="comment" label={text('comment')} optional />
      )}
    </Form>
  )
}

/** The rows that the answer is about: of a whole month, those that were shown without one. */
function answersIn({ what, answer, comment }: Told, items: readonly LogItem[]) {
  if (what === wholeMonth) {
    return items
      .filter((item) => item.answer === 'none')
      .map(({ kind, id }) => ({ kind, id, answer: 'confirmed' as const }))
  }
  const words = answer === 'disputed' && comment.trim() !== '' ? { comment } : {}
  return items.filter((item) => item.id === what).map(({ kind, id }) => ({ kind, id, answer, ...words }))
}
