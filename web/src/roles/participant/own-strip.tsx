import type { Day } from '../../../../src/kernel/day.ts'
import { useCase } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useFormat } from '../../language/use-format.ts'
import { useShownFromDevice } from '../../offline/connection.ts'
import { CaseStrip } from '../../ui/case-page.tsx'
import type { Delivery, Meeting } from './case-answers.ts'
import { useMeetingTitle } from './meeting-card.tsx'
import { Answer } from './own-case.tsx'
import { useText } from './texts.ts'

type Props = {
  caseId: string
  due: Delivery['due']
  /** The next meeting, when the card above is about something else. */
  meeting: Meeting | null
}

/** The own case as weeks, and what the provider owes next: a meeting at least every 14th day (programme 4.5). */
export function OwnStrip({ caseId, due, meeting }: Props) {
  const text = useText()
  const format = useFormat()
  const title = useMeetingTitle()
  const { today } = useSignedIn()
  // The steps of the case are not kept on the device: without a network the weeks are left out.
  const fromDevice = useShownFromDevice() !== null
  const answer = useCase(fromDevice ? null : caseId)
  const owed = due.find((one) => one.rule === 'meeting-every-14-days')
  return (
    <section className="k-panel k-stack" aria-labelledby="way-title">
      <h2 id="way-title">{text('way.title')}</h2>
      {!fromDevice && (
        <Answer of={answer} lines={2}>
          {(data) => <CaseStrip answer={data} today={today} />}
        </Answer>
      )}
      {meeting !== null && <p className="k-way-next">{title(meeting)}</p>}
      {owed !== undefined && meeting === null && (
        <p>{text('way.owed', { day: format.dayWithWeekday(owed.dueOn as Day) })}</p>
      )}
    </section>
  )
}
