import { day } from '../../../../src/kernel/day.ts'
import type { ActDuty } from '../../../../src/modules/oversight/contract/act-file.ts'
import { post } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { useForm } from '../use-form.ts'
import { useToolText } from './texts.ts'

/** What only the authority can write on a point, and the form to write it. */
export function ActPoint({ point }: { point: ActDuty['points'][number] }) {
  const text = useToolText()
  const format = useFormat()
  const notice = useNotice()
  const form = useForm({
    initial: { words: point.words ?? '' },
    check: ({ words }) => (words.trim().length < 3 ? [{ field: 'words', title: text('point.missing') }] : []),
    send: ({ words }, written) => post('/oversight/act-file/statements', { point: point.code, words }, written),
    changes: ['/oversight/act-file'],
    onDone: () => notice.tell({ what: text('point.done'), seenBy: text('point.seen-by') }),
  })
  return (
    <section className="k-stack">
      <h3>{point.asks}</h3>
      {point.words === null ? (
        <p className="k-quiet">{text('point.empty')}</p>
      ) : (
        <>
          <p style={{ whiteSpace: 'pre-line' }}>
            <bdi>{point.words}</bdi>
          </p>
          <p className="k-quiet k-small">
            {text('point.written', {
              day: point.onDay === null ? '' : format.day(day(point.onDay)),
              name: point.byName ?? '',
            })}
          </p>
        </>
      )}
      <details className="k-why">
        <summary>
          {text(point.words === null ? 'point.write' : 'point.change')}
          <span className="k-only-read"> {point.asks}</span>
        </summary>
        <div className="k-why-body">
          <Form form={form} submit={text('point.effect')}>
            <LongTextInput form={form} name="words" label={text('point.label')} help={text('point.help')} />
          </Form>
        </div>
      </details>
    </section>
  )
}
