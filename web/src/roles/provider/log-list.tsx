import { day } from '../../../../src/kernel/day.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { HoursShares, OnBehalf, SettledWhy } from '../../ui/hours-shares.tsx'
import { Status } from '../../ui/status.tsx'
import type { LogItem, MonthLog } from './answers.ts'
import { CorrectEntry } from './correct-entry.tsx'
import { useText } from './texts.ts'

/** Everything logged in a month with the participant's answer to each row; silence counts and is shown as such. */
export function LogList({ caseId, log }: { caseId: string; log: MonthLog }) {
  const text = useText()
  if (log.items.length === 0) return <p className="k-quiet">{text('month.log-empty')}</p>
  return (
    <>
      <HoursShares hours={log.hours} reader="staff" />
      <ul className="k-plain-list k-rows">
        {log.items.map((item) => (
          <LogRow key={item.id} caseId={caseId} item={item} />
        ))}
      </ul>
    </>
  )
}

const answered = {
  none: 'coming',
  confirmed: 'done',
  disputed: 'late',
  'settled-stands': 'done',
  'settled-does-not-stand': 'stopped',
} as const

function LogRow({ caseId, item }: { caseId: string; item: LogItem }) {
  const text = useText()
  const say = useStepText()
  const format = useFormat()
  const what = item.code === null ? text('log.meeting') : codeWords(say, 'activity', item.code)
  return (
    <li>
      <p>
        <strong>{format.dayShort(day(item.onDay))}</strong> · {what} · {text('hours', { n: item.hours })} ·{' '}
        {codeWords(say, 'mode', item.mode)} · <span className="k-quiet">{text(`company.${item.withWhom}`)}</span>
      </p>
      {!item.tookPlace || item.came === 'no' ? (
        <Status kind="late" label={text('came.not-held')} />
      ) : (
        <Status kind={answered[item.answer]} label={text(`answer.${item.answer}`)} />
      )}
      <OnBehalf onBehalf={item.onBehalf} reader="staff" />
      <SettledWhy why={item.settledWhy} />
      {item.comment !== null && (
        <p className="k-small">
          {text('log.comment')} <bdi>{item.comment}</bdi>
        </p>
      )}
      {item.kind === 'activity' && item.code !== null && <CorrectEntry caseId={caseId} item={item} />}
    </li>
  )
}
