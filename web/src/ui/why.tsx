import type { ReactNode } from 'react'
import type { Day } from '../../../src/kernel/day.ts'
import { useShellText } from '../language/shell-texts.ts'
import { useFormat } from '../language/use-format.ts'
import { Facts } from './facts.tsx'

/** C confirmed by a public source · S second-hand · D derived by calculation · A assumed by us (programme, first lines). */
export type Provenance = 'C' | 'S' | 'D' | 'A'

export type RuleReference = {
  clause: string
  provenance: Provenance
  source?: string | undefined
  from?: Day | undefined
}

/** Why a number, a grade or a day is what it is: plain words first, then the sum, the facts and the rule. */
export type Explanation = {
  words: string
  steps?: readonly string[] | undefined
  facts?: readonly { label: string; value: ReactNode }[] | undefined
  rule?: RuleReference | undefined
}

/** Opens in place, below what it explains. `about` is what it explains, for those who hear the page. */
export function Why({
  about,
  explanation,
  onOpen,
  children,
}: {
  about: string
  explanation: Explanation
  /** For what is read only when somebody asks; it then stands among the children. */
  onOpen?: () => void
  children?: ReactNode
}) {
  const text = useShellText()
  const { words, steps = [], facts = [], rule } = explanation
  return (
    <details className="k-why" onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary>
        {text('why')}
        <span className="k-only-read"> {about}</span>
      </summary>
      <div className="k-why-body">
        <p>{words}</p>
        {steps.length > 0 && (
          <div>
            <p className="k-why-title">{text('why.steps')}</p>
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
        )}
        {facts.length > 0 && (
          <div>
            <p className="k-why-title">{text('why.facts')}</p>
            <Facts items={facts} />
          </div>
        )}
        {rule !== undefined && <RuleLine rule={rule} />}
        {children}
      </div>
    </details>
  )
}

/** The clause with its provenance in words. */
export function RuleLine({ rule }: { rule: RuleReference }) {
  const text = useShellText()
  const format = useFormat()
  const details = [
    text(`provenance.${rule.provenance}`),
    ...(rule.source === undefined ? [] : [`${text('why.source')}: ${rule.source}`]),
    ...(rule.from === undefined ? [] : [text('why.valid-from', { day: format.day(rule.from) })]),
  ]
  return (
    <p className="k-small">
      <strong>
        {text('why.rule')}: {rule.clause}
      </strong>{' '}
      <span className="k-quiet">({details.join(' · ')})</span>
    </p>
  )
}
