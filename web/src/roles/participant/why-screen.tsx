import './why.css'
import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { AssessmentExplained } from '../../../../src/modules/assessment/contract.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { MoveTo } from '../../ui/move-to.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { BackHome } from './back-home.tsx'
import type { Explained } from './case-answers.ts'
import { Answer, OwnCase } from './own-case.tsx'
import { ReviewCard } from './review-card.tsx'
import { useText } from './texts.ts'

/** "Varför fick jag det här beskedet?": the estimate in words, its parts as bars, what would change it, how to have it looked at again. */
export function WhyScreen() {
  const text = useText()
  return <OwnCase title={text('why.title')}>{(person) => <Why person={person} />}</OwnCase>
}

function Why({ person }: { person: PersonPage }) {
  const text = useText()
  const answer = useApi<Explained>(`/cases/${person.caseId}/assessment-explained`)
  return (
    <Screen title={text('why.title')}>
      <Answer of={answer} lines={6}>
        {({ explanation }) =>
          explanation === null ? (
            <EmptyState title={text('why.empty')} words={text('why.empty-words')} />
          ) : (
            <Explanation explanation={explanation} person={person} />
          )
        }
      </Answer>
      <BackHome />
    </Screen>
  )
}

function Explanation({ explanation, person }: { explanation: AssessmentExplained; person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const { answer, chance, changes, criteria } = explanation
  const hasSensitive = [...explanation.for, ...explanation.against].some((part) => part.sensitive)
  return (
    <>
      <section className="k-next k-next-quiet" aria-label={answer.text}>
        <p className="k-answer">{answer.text}</p>
        <Tenths count={chance.count} words={chance.text} />
        <p>{text('why.range', { low: chance.lowPercent, high: chance.highPercent })}</p>
        <p className="k-quiet k-small">{text('why.on', { day: format.day(explanation.onDay as Day) })}</p>
        <p>
          <MoveTo id="object">{text('why.object')}</MoveTo>
        </p>
      </section>
      <Panel title={text('why.human')}>
        <p>{explanation.howMade}</p>
        {explanation.modelNote !== null && <p className="k-quiet k-small">{explanation.modelNote}</p>}
      </Panel>
      <Panel title={text('why.for')}>
        <p className="k-quiet k-small">{explanation.comparedWith}</p>
        <Bars parts={explanation.for} side="for" />
      </Panel>
      <Panel title={text('why.against')}>
        <Bars parts={explanation.against} side="against" />
        <p className="k-quiet k-small">
          {text('why.bars')}
          {hasSensitive && <> {text('why.sensitive-words')}</>}
        </p>
      </Panel>
      {criteria.length > 0 && (
        <Panel title={text('why.criteria')}>
          <ul className="k-plain-list k-stack">
            {criteria.map((one) => (
              <li key={one.name}>
                <p>{one.text}</p>
                <Status kind={one.met ? 'done' : 'stopped'} label={text(one.met ? 'why.met' : 'why.not-met')} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={text('why.changes')}>
        <p>{explanation.changesText}</p>
        {changes.length > 0 && (
          <ul className="k-list">
            {changes.map((one) => (
              <li key={one.text}>{one.text}</li>
            ))}
          </ul>
        )}
      </Panel>
      <div className="k-stack" id="object" tabIndex={-1}>
        <Panel title={text('why.object')}>
          <p>{explanation.howToObject}</p>
          {person.caseworkerName !== null && (
            <p>
              {text('help.person')}: <bdi>{person.caseworkerName}</bdi>
            </p>
          )}
          <p>
            <Link to="/app/participant/me">{text('why.correct')}</Link>
          </p>
        </Panel>
        <ReviewCard caseId={person.caseId} />
      </div>
    </>
  )
}

/** "About 4 in 10" as ten figures of whom four are filled; the words beside say the same. */
function Tenths({ count, words }: { count: number; words: string }) {
  return (
    <div className="k-tenths">
      <div className="k-tenths-row" aria-hidden="true">
        {Array.from({ length: 10 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ten figures that never move
          <span key={index} className={index < count ? 'k-tenth k-tenth-full' : 'k-tenth'} />
        ))}
      </div>
      <p>{words}</p>
    </div>
  )
}

function Bars({ parts, side }: { parts: AssessmentExplained['for']; side: 'for' | 'against' }) {
  const text = useText()
  if (parts.length === 0) return <p className="k-quiet">{text('why.none')}</p>
  return (
    <ul className={`k-bars k-bars-${side}`}>
      {parts.map((part) => (
        <li key={part.name}>
          <span>
            {part.text}
            {part.sensitive && <span className="k-sensitive">{text('why.sensitive')}</span>}
          </span>
          <span className="k-bar" aria-hidden="true">
            <span style={{ inlineSize: `${Math.max(2, Math.round(part.length * 100))}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
