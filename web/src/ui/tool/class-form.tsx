import type { ReviewItem } from '../../../../src/modules/oversight/contract.ts'
import { post } from '../../api/client.ts'
import { ChoiceInput, LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { useForm } from '../use-form.ts'
import { useToolText } from './texts.ts'

const verdicts = ['valid', 'not-valid', 'administrative-error'] as const

/** Classes one reason; opens by itself until somebody has. */
export function ClassForm({ item, sampleId }: { item: ReviewItem; sampleId: string }) {
  const text = useToolText()
  const notice = useNotice()
  const form = useForm({
    initial: { verdict: '', note: '' },
    check: ({ verdict, note }) => [
      ...(verdict === '' ? [{ field: 'verdict' as const, title: text('class.missing') }] : []),
      ...(note.trim().length < 3 ? [{ field: 'note' as const, title: text('class.note-missing') }] : []),
    ],
    send: (values, written) => post(`/oversight/review-items/${item.itemId}/class`, values, written),
    changes: [`/oversight/reviews/${sampleId}`, '/oversight/reviews'],
    onDone: () => notice.tell({ what: text('class.done', { n: item.position }), seenBy: text('class.seen-by') }),
  })
  return (
    <details className="k-why" open={item.verdict === null}>
      <summary>
        {text(item.verdict === null ? 'class.open' : 'class.again')}
        <span className="k-only-read"> {item.position}</span>
      </summary>
      <div className="k-why-body">
        <Form form={form} submit={text('class.effect')}>
          <ChoiceInput
            form={form}
            name="verdict"
            label={text('class.label')}
            choices={verdicts.map((value) => ({
              value,
              label: text(`class.${value}`),
              help: text(`class.${value}-help`),
            }))}
          />
          <LongTextInput form={form} name="note" label={text('class.note')} help={text('class.note-help')} />
        </Form>
      </div>
    </details>
  )
}
