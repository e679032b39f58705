import { Link } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { StatementReply } from '../../../../src/modules/compensation/contract.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { MoneyLines } from '../../ui/money-lines.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { whyWords } from '../../ui/task-words.ts'
import { caseAddress } from './addresses.ts'
import { useText } from './texts.ts'

/** What stands out, each with its reason; a line opens to its sum right here. */
export function OutlierPanel({ outliers }: { outliers: StatementReply['outliers'] }) {
  const text = useText()
  return (
    <Panel title={text('outliers.title')}>
      {outliers.length === 0 && <Status kind="done" label={text('outliers.none')} />}
      <ul className="k-plain-list k-rows">
        {outliers.map((one) => (
          <li key={`${one.code}-${one.line?.lineId}`}>
            <Status kind="late" label={one.text} />
            {one.line !== null && <MoneyLines lines={[one.line]} caseAddress={caseAddress} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What keeps cases out of the statement: which case, why, and who is to answer by when. */
export function QuestionPanel({ questions }: { questions: StatementReply['questions'] }) {
  const text = useText()
  return (
    <Panel title={text('questions.title')}>
      {questions.length === 0 && <Status kind="done" label={text('questions.none')} />}
      {questions.length > 0 && <p>{text('questions.lead')}</p>}
      <ul className="k-plain-list k-rows">
        {questions.map((one) => (
          <Question key={one.caseId} question={one} />
        ))}
      </ul>
    </Panel>
  )
}

function Question({ question }: { question: StatementReply['questions'][number] }) {
  const text = useText()
  const say = useTaskText()
  const format = useFormat()
  const due = format.day(day(question.dueOn))
  return (
    <li>
      <p>
        {question.participant === null ? (
          <span className="k-quiet">{text('questions.person')}</span>
        ) : (
          <Link to={caseAddress(question.caseId)}>
            <bdi>{question.participant}</bdi>
          </Link>
        )}
      </p>
      <Status kind="stopped" label={whyWords(question, say, format)} />
      <p className="k-quiet k-small">
        {question.askedName === null
          ? text('questions.office', { day: due })
          : text('questions.asked', { name: question.askedName, day: due })}
      </p>
    </li>
  )
}
