import type { ReactNode } from 'react'
import type { Day } from '../../../src/kernel/day.ts'
import { useShellText } from '../language/shell-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { RuleLine, type RuleReference } from './why.tsx'

/** One thing that happened, or will happen, in a case. */
export type CaseStep = {
  id: string
  on: Day
  what: string
  who?: string | undefined
  rule?: RuleReference | undefined
  /** Anything that belongs to the step: an amount with its why, a link to the letter. */
  more?: ReactNode
  state?: 'done' | 'coming' | 'late' | undefined
}

/** The steps of a case in the order given: day, what, who, under which rule. */
export function Steps({ steps }: { steps: readonly CaseStep[] }) {
  const text = useShellText()
  const format = useFormat()
  if (steps.length === 0) return <p className="k-quiet">{text('steps.none')}</p>
  return (
    <ol className="k-steps" aria-label={text('steps.label')}>
      {steps.map((step) => (
        <li key={step.id} className={`k-step k-step-${step.state ?? 'done'}`}>
          <p className="k-step-day">
            <time dateTime={step.on}>{format.day(step.on)}</time>
            {step.state !== undefined && step.state !== 'done' && (
              <span className="k-quiet"> · {text(`status.${step.state}`)}</span>
            )}
          </p>
          <p>
            <strong>{step.what}</strong>
            {step.who !== undefined && <span className="k-quiet"> {text('steps.by', { who: step.who })}</span>}
          </p>
          {step.rule !== undefined && <RuleLine rule={step.rule} />}
          {step.more}
        </li>
      ))}
    </ol>
  )
}
