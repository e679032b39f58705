import { type Day, day } from '../../../../src/kernel/day.ts'
import type { CaseAnswer } from '../../api/case.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { marksOf, stripDays } from '../../ui/case-marks.ts'
import { stepWords } from '../../ui/case-steps.ts'
import { Strip } from '../../ui/strip.tsx'
import type { StripMark } from '../../ui/weeks.ts'
import type { DeliveryReply } from './answers.ts'
import { useDutyName } from './due-words.tsx'

/** The case's strip of weeks, and on it the last days that the provider must keep. */
export function ParticipantStrip({
  answer,
  service,
  today,
}: {
  answer: CaseAnswer
  service: DeliveryReply
  today: Day
}) {
  const say = useStepText()
  const format = useFormat()
  const dutyName = useDutyName()
  const { first, last } = stripDays(answer.steps, answer.openedOn, today)
  const marks = marksOf(answer.steps, today, (told) =>
    'step' in told ? stepWords(told.step, say, format) : say(`case.mark.${told.mark}`),
  )
  const due: StripMark[] = service.due.map((one) => ({
    id: `due-${one.rule}-${one.dueOn}`,
    kind: 'due',
    state: one.overdue ? 'late' : 'coming',
    on: day(one.dueOn),
    label: dutyName(one.rule),
  }))
  return <Strip first={first} last={last} today={today} marks={[...marks, ...due]} />
}
