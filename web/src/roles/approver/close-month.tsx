import { addMonths, firstDayOf, type Month, monthOf, month as monthOfText } from '../../../../src/kernel/day.ts'
import type { StatementsReply } from '../../../../src/modules/compensation/contract.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { MonthRuns, useMonthRuns } from './month-runs.tsx'
import { useText } from './texts.ts'

const most = 100

/**
 * Closes last month now instead of waiting for the day that the rules name, or makes again what was returned in a closed one;
 * only differences are posted. Shows how far the runs have come.
 */
export function CloseMonth() {
  const text = useText()
  const { today } = useSignedIn()
  const runs = useMonthRuns()
  const { data } = useApiPage<StatementsReply['items'][number]>('/statements', { state: 'returned', limit: most })
  const returned = data?.items.filter((one) => !one.madeAgain).map((one) => monthOfText(one.month)) ?? []
  const last = monthOf(addMonths(firstDayOf(monthOf(today)), -1))
  const isClosed = runs.some((run) => run.month === last && run.state === 'done')
  const months = [...new Set([...(isClosed ? [] : [last]), ...returned])].sort()
  return (
    <details className="k-why">
      <summary>{text('close.open')}</summary>
      <div className="k-why-body k-stack">
        {months.map((month) => (
          <CloseOne key={month} month={month} isAgain={returned.includes(month)} />
        ))}
        {months.length === 0 && <p>{text('close.none')}</p>}
        <MonthRuns runs={runs} />
      </div>
    </details>
  )
}

function CloseOne({ month: of, isAgain }: { month: Month; isAgain: boolean }) {
  const text = useText()
  const format = useFormat()
  const notice = useNotice()
  const month = format.month(of)
  const words = text(isAgain ? 'close.again-words' : 'close.words', { month })
  const sending = useSend<null, unknown>({
    send: (_, written) => post('/money/month-runs', { month: of }, written),
    changes: ['/statements', '/money/month-runs'],
  })
  const close = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('close.done', { month }), seenBy: text('close.seen-by') })
    return answer.done
  }
  return (
    <div>
      <p>{words}</p>
      <ConfirmButton
        effect={text(isAgain ? 'close.again' : 'close.effect', { month })}
        title={text('close.title', { month })}
        words={words}
        run={close}
        pending={sending.pending}
        problem={sending.problem}
        variant="secondary"
      />
    </div>
  )
}
