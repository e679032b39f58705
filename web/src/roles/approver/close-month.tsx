import { addMonths, firstDayOf, monthOf } from '../../../../src/kernel/day.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { useText } from './texts.ts'

/** Closes last month now instead of waiting for the day that the rules name; only differences are posted. */
export function CloseMonth() {
  const text = useText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const last = monthOf(addMonths(firstDayOf(monthOf(today)), -1))
  const month = format.month(last)
  const sending = useSend<null, unknown>({
    send: (_, written) => post('/money/month-runs', { month: last }, written),
    changes: ['/statements', '/money/month-runs'],
  })
  const close = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('close.done', { month }), seenBy: text('close.seen-by') })
    return answer.done
  }
  return (
    <details className="k-why">
      <summary>{text('close.open')}</summary>
      <div className="k-why-body">
        <p>{text('close.words', { month })}</p>
        <div>
          <ConfirmButton
            effect={text('close.effect', { month })}
            title={text('close.title', { month })}
            words={text('close.words', { month })}
            run={close}
            pending={sending.pending}
            problem={sending.problem}
            variant="secondary"
          />
        </div>
      </div>
    </details>
  )
}
