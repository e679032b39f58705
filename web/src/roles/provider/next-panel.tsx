import { Link } from '@tanstack/react-router'
import { monthOf } from '../../../../src/kernel/day.ts'
import type { CaseAction } from '../../api/case.ts'
import { useSignedIn } from '../../api/session.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { CaseActions } from '../../ui/case-page.tsx'
import { ExemptWords, MovedWords } from '../../ui/exempt-words.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import type { DeliveryReply } from './answers.ts'
import { Booked, DueWords } from './due-words.tsx'
import { screens } from './paths.ts'
import { useText } from './texts.ts'

/** The screen of each act; acts done elsewhere on the page are not listed. */
const acts: Readonly<Record<string, string>> = {
  recordMapping: 'mapping',
  proposePlan: 'plan',
  planMeeting: 'plan-meeting',
  recordMeeting: 'log-meeting',
  logMeeting: 'log-meeting',
  logActivity: 'log-activity',
  reportDeviation: 'deviation',
  giveFinalReport: 'final-report',
  signalOutcome: 'signal',
  claimOutcome: 'claim',
}

/** What must be done next and by when, then what can be done now. */
export function NextPanel({ caseId, service }: { caseId: string; service: DeliveryReply }) {
  const text = useText()
  const say = useTaskText()
  const { today } = useSignedIn()
  const wordsOf = ({ name }: CaseAction): string | null => {
    if (acts[name] === undefined) return null
    const [own, shared] = [`act.${name}`, `action.${name}`]
    if (text.knows(own)) return text(own)
    return say.knows(shared) ? say(shared) : say('action.other')
  }
  const open = ({ name }: CaseAction, words: string) => <Link to={screens.act(caseId, acts[name] ?? '')}>{words}</Link>
  return (
    <Panel title={text('next.title')}>
      {service.due.length === 0 ? (
        <Status kind="done" label={text('next.nothing-due')} />
      ) : (
        <ul className="k-plain-list k-rows">
          {service.due.map((due) => (
            <li key={`${due.rule}-${due.dueOn}`}>
              <DueWords due={due} />
              <Booked due={due} />
              <MovedWords due={due} />
              {due.overdue && <p className="k-quiet k-small">{text('due.overdue-words')}</p>}
            </li>
          ))}
        </ul>
      )}
      <ExemptWords exempt={service.exempt} />
      <h3>{text('next.acts')}</h3>
      <CaseActions caseId={caseId} wordsOf={wordsOf} open={open} />
      <p>
        <Link to={screens.act(caseId, `month/${monthOf(today)}`)}>{text('next.log')}</Link>
      </p>
      <p>
        <Link to={screens.act(caseId, 'messages')}>{text('next.talk')}</Link>
      </p>
    </Panel>
  )
}
