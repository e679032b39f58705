import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Day } from '../../../src/kernel/day.ts'
import {
  type CaseAction,
  type CaseAnswer,
  type Letter,
  letterAddress,
  useCaseActions,
  useCaseLetters,
} from '../api/case.ts'
import { nameIn, useLanguages, useMunicipalities } from '../api/reference.ts'
import { factsOf, isLanguage } from '../language/language.ts'
import { useStepText } from '../language/step-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { marksOf, stripDays } from './case-marks.ts'
import { letterIn, reasonIn, ruleAddress, ruleWords, type StepFact, stepWords } from './case-steps.ts'
import { Facts } from './facts.tsx'
import { LetterFrame } from './letter-frame.tsx'
import { EmptyState, ErrorState, Loading } from './states.tsx'
import { Status } from './status.tsx'
import { Steps } from './steps.tsx'
import { Strip } from './strip.tsx'

/** Who the case is about, in a few facts. */
export function CaseHead({
  answer,
  more = [],
}: {
  answer: CaseAnswer
  more?: readonly { label: string; value: ReactNode }[]
}) {
  const text = useStepText()
  const format = useFormat()
  const municipalities = useMunicipalities()
  const languages = useLanguages()
  const { person, openedOn } = answer
  return (
    <div className="k-stack">
      {person.protection !== 'none' && <Status kind="stopped" label={text('case.protected')} />}
      <Facts
        items={[
          { label: text('case.born'), value: format.day(person.birthDate) },
          {
            label: text('case.municipality'),
            value: <bdi>{nameIn(municipalities.data, person.municipalityCode)}</bdi>,
          },
          { label: text('case.language'), value: nameIn(languages.data, person.language) },
          { label: text('case.since'), value: format.day(openedOn) },
          ...more,
        ]}
      />
    </div>
  )
}

/** The case as a strip of weeks; the same for every role, with what that role may see. */
export function CaseStrip({ answer, today }: { answer: CaseAnswer; today: Day }) {
  const text = useStepText()
  const format = useFormat()
  const { first, last } = stripDays(answer.steps, answer.openedOn, today)
  const marks = marksOf(answer.steps, today, (told) =>
    'step' in told ? stepWords(told.step, text, format) : text(`case.mark.${told.mark}`),
  )
  return <Strip first={first} last={last} today={today} marks={marks} />
}

const shownAtFirst = 8

/** Every step, the latest first: day, what, who, under which rule, what was written, the letter. */
export function CaseSteps({ steps, today }: { steps: readonly StepFact[]; today: Day }) {
  const text = useStepText()
  const lines = useStepLines(steps, today)
  return (
    <div className="k-stack">
      <Steps steps={lines.slice(0, shownAtFirst)} />
      {lines.length > shownAtFirst && (
        <details className="k-why">
          <summary>{text('step.later', { n: lines.length - shownAtFirst })}</summary>
          <div className="k-why-body">
            <Steps steps={lines.slice(shownAtFirst)} />
          </div>
        </details>
      )}
    </div>
  )
}

function useStepLines(steps: readonly StepFact[], today: Day) {
  const text = useStepText()
  const format = useFormat()
  return steps
    .map((step, index) => ({
      id: `${index}`,
      on: step.on,
      what: stepWords(step, text, format),
      who: step.who ?? text('step.by-rule'),
      state: step.on > today ? ('coming' as const) : ('done' as const),
      more: <StepMore step={step} />,
    }))
    .reverse()
}

function StepMore({ step }: { step: StepFact }) {
  const text = useStepText()
  const reason = reasonIn(step.facts)
  const letter = letterIn(step.facts)
  return (
    <>
      {reason !== null && (
        <p className="k-small">
          {text('step.reason')} <bdi>{reason}</bdi>
        </p>
      )}
      {step.rule !== null && (
        <p className="k-small k-quiet">
          {text('step.rule')}{' '}
          <Link {...(ruleAddress(step.rule, step.on) as object)} to="/app/rules">
            {ruleWords(step.rule, text)}
          </Link>
        </p>
      )}
      {letter !== null && (
        <p className="k-small">
          <a href={letterAddress(letter)} target="_blank" rel="noreferrer">
            {text('step.letter')}
          </a>
        </p>
      )}
    </>
  )
}

/** The letters of the case, each opened in place and printed alone. */
export function CaseLetters({ caseId }: { caseId: string }) {
  const text = useStepText()
  const { data, error, refetch } = useCaseLetters(caseId)
  if (error !== null && data === undefined) return <ErrorState error={error} onAgain={refetch} />
  if (data === undefined) return <Loading lines={2} />
  if (data.items.length === 0)
    return <EmptyState title={text('case.letters-none')} words={text('case.letters-none-words')} />
  const several = new Set(data.items.map((letter) => letter.language)).size > 1
  return (
    <ul className="k-plain-list k-stack">
      {data.items.map((letter) => (
        <li key={letter.id}>
          <LetterLine letter={letter} several={several} />
        </li>
      ))}
    </ul>
  )
}

/** The same letter may stand in Swedish and in the person's own language: each says which it is. */
function LetterLine({ letter, several }: { letter: Letter; several: boolean }) {
  const text = useStepText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  return (
    <div className="k-stack">
      <div className="k-row k-row-apart">
        <p>
          <strong lang={letter.language}>{letter.title}</strong>{' '}
          <span className="k-quiet k-small">
            {text('case.letter-sent', { at: format.instant(letter.frozenAt) })}
            {several && <LetterLanguage language={letter.language} />}
          </span>
        </p>
        <button
          className="k-plain-button k-framed"
          type="button"
          aria-expanded={open}
          aria-label={`${text(open ? 'case.letter-hide' : 'case.letter-show')}: ${letter.title}`}
          onClick={() => setOpen(!open)}
        >
          {text(open ? 'case.letter-hide' : 'case.letter-show')}
        </button>
      </div>
      {open && <LetterFrame title={letter.title} address={letterAddress(letter.id)} />}
    </div>
  )
}

function LetterLanguage({ language }: Pick<Letter, 'language'>) {
  return (
    <>
      {' · '}
      <bdi lang={language}>{isLanguage(language) ? factsOf[language].name : language}</bdi>
    </>
  )
}

type ActionsProps = {
  caseId: string
  /** The act's name in the role's words; null for one that this role's screens do elsewhere. */
  wordsOf: (action: CaseAction) => string | null
  /** What opens the act: a link or a button, saying its words. */
  open: (action: CaseAction, words: string) => ReactNode
}

/** What can be done on the case now; what is refused says why, one step below. */
export function CaseActions({ caseId, wordsOf, open }: ActionsProps) {
  const text = useStepText()
  const { data, error, refetch } = useCaseActions(caseId)
  if (error !== null && data === undefined) return <ErrorState error={error} onAgain={refetch} />
  if (data === undefined) return <Loading lines={2} />
  const named = data.actions.flatMap((action) => {
    const words = wordsOf(action)
    return words === null ? [] : [{ action, words }]
  })
  const allowed = named.filter(({ action }) => action.allowed)
  const refused = named.filter(({ action }) => !action.allowed)
  return (
    <div className="k-stack">
      {allowed.length === 0 ? (
        <p className="k-quiet">{text('case.actions-none')}</p>
      ) : (
        <ul className="k-plain-list k-actions">
          {allowed.map(({ action, words }) => (
            <li key={action.name}>{open(action, words)}</li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <details className="k-why">
          <summary>{text('case.actions-blocked', { n: refused.length })}</summary>
          <ul className="k-why-body k-plain-list">
            {refused.map(({ action, words }) => (
              <li key={action.name}>
                <strong>{words}.</strong> <Because action={action} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Why an act is refused, and what can be done about it. */
export function Because({ action }: { action: CaseAction }) {
  const { because } = action
  if (because === undefined) return null
  const causes = because.problems ?? [because]
  return (
    <span className="k-quiet">
      {causes.map(({ title }) => `${title}.`).join(' ')} {because.detail}
    </span>
  )
}
