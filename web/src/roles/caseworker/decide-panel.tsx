import { type ReactNode, useState } from 'react'
import type { DecisionDesk } from '../../../../src/modules/decision/contract.ts'
import type { CaseAction, CaseAnswer } from '../../api/case.ts'
import { useTaskText } from '../../language/task-texts.ts'
import { Because } from '../../ui/case-page.tsx'
import { Panel } from '../../ui/screen.tsx'
import { actionWords } from '../../ui/task-words.ts'
import { AbstainForm } from './abstain-form.tsx'
import { BudgetWait } from './budget-wait.tsx'
import { ExtendForm } from './extend-form.tsx'
import { InterruptForm } from './interrupt-form.tsx'
import { ReferForm } from './refer-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { useText } from './texts.ts'

const decisions = [
  'decideReferral',
  'abstainFromReferral',
  'decideExtension',
  'resumeService',
  'interruptService',
] as const
type Name = (typeof decisions)[number]

const giving = new Set<string>(['decideReferral', 'decideExtension', 'resumeService'] satisfies Name[])

export type DecideProps = {
  answer: CaseAnswer
  desk: DecisionDesk
  /** Reads the case anew when it has changed meanwhile, and gives its version; what is typed stays. */
  onSeeNew: () => Promise<string>
}

const forms: Readonly<Record<Name, (props: DecideProps) => ReactNode>> = {
  decideReferral: ReferForm,
  abstainFromReferral: AbstainForm,
  decideExtension: ExtendForm,
  resumeService: ReturnForm,
  interruptService: InterruptForm,
}

/** What can be decided now, each with its own form; what cannot says why. */
export function DecidePanel({ acts, ...props }: DecideProps & { acts: readonly CaseAction[] }) {
  const text = useText()
  const say = useTaskText()
  const offered = decisions.flatMap((name) => acts.find((act) => act.name === name) ?? [])
  const allowed = offered.filter((act) => act.allowed)
  const refused = offered.filter((act) => !act.allowed)
  const referral = refused.find((act) => act.name === 'decideReferral')
  const [picked, pick] = useState<string | null>(null)
  // What takes something from the person never opens by itself, nor does a referral that was just abstained from.
  const hasAbstained = refused.some((act) => act.because?.code === 'already-abstained')
  const only = !hasAbstained && allowed.length === 1 && giving.has(allowed[0]?.name ?? '') ? allowed[0] : undefined
  const current = allowed.find((act) => act.name === picked) ?? only
  const Chosen = current === undefined ? null : forms[current.name as Name]
  return (
    <Panel title={text('decide.title')}>
      {referral?.because?.code === 'tool-says-no' && (
        <div className="k-note">
          <p>
            <strong>{text('decide.tool-no')}</strong>
          </p>
          <p>
            <Because action={referral} />
          </p>
        </div>
      )}
      {allowed.length === 0 && <p>{text('decide.nothing')}</p>}
      {allowed.length > (only === undefined ? 0 : 1) && (
        <fieldset className="k-row k-choices">
          <legend className="k-quiet">{text('decide.pick')}</legend>
          {allowed.map((act) => (
            <label key={act.name} className="k-choice">
              <input
                type="radio"
                name="decision"
                checked={current?.name === act.name}
                onChange={() => pick(act.name)}
              />
              {actionWords(act, say)}
            </label>
          ))}
        </fieldset>
      )}
      {Chosen !== null && <Chosen key={current?.name} {...props} />}
      {refused.length > 0 && (
        <details className="k-why" open={allowed.length === 0}>
          <summary>{text('decide.refused', { n: refused.length })}</summary>
          <ul className="k-why-body k-plain-list">
            {refused.map((act) => (
              <li key={act.name}>
                <strong>{actionWords(act, say)}.</strong> <Because action={act} />
                <BudgetWait action={act} caseId={props.answer.caseId} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
