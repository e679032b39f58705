import type { Day } from '../../../../src/kernel/day.ts'
import type { ChainView, DecisionDesk } from '../../../../src/modules/decision/contract.ts'
import { useStepText } from '../../language/step-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { codeWords } from '../../ui/case-steps.ts'
import { Panel } from '../../ui/screen.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useText } from './texts.ts'

const signs: Readonly<Record<ChainView['state'], StatusKind>> = {
  granted: 'waiting',
  coming: 'coming',
  running: 'coming',
  interrupted: 'stopped',
  withdrawn: 'stopped',
  ended: 'done',
  over: 'done',
}

/** What has been decided so far: chains with their decisions, and times the caseworker abstained. */
export function Chains({ desk }: { desk: DecisionDesk }) {
  const text = useText()
  const words = useStepText()
  const format = useFormat()
  if (desk.chains.length === 0 && desk.abstained.length === 0) return null
  return (
    <Panel title={text('chains.title')}>
      {desk.chains.map((chain) => (
        <div className="k-stack" key={chain.chainId}>
          <Status kind={signs[chain.state]} label={text(`chains.state.${chain.state}`)} />
          <ul className="k-plain-list">
            {chain.decisions.map((decision) => (
              <li key={decision.id}>
                <strong>{text(`chains.kind.${decision.kind}`, { level: decision.level })}</strong>{' '}
                <span className="k-quiet">
                  {decision.firstDay === null
                    ? text('chains.no-days', { n: decision.days })
                    : format.days(decision.firstDay as Day, decision.lastDay as Day | null)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {desk.abstained.map((one) => (
        <p key={`${one.onDay}-${one.code}`}>
          <Status kind="stopped" label={text('chains.abstained', { day: format.day(one.onDay as Day) })} />
          <span className="k-block">
            {codeWords(words, 'abstention', one.code)}
            {one.text !== null && (
              <>
                : <bdi>{one.text}</bdi>
              </>
            )}
          </span>
        </p>
      ))}
    </Panel>
  )
}
