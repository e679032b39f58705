import type { Day } from '../../../../src/kernel/day.ts'
import type { DeliveryReply } from '../../../../src/modules/delivery/contract.ts'
import type { OutcomesReply } from '../../../../src/modules/outcomes/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { FinalReport } from '../../ui/final-report.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useDeskText } from './desk-texts.ts'
import { useText } from './texts.ts'

type Props = { outcomes: OutcomesReply; spells: DeliveryReply['spells'] }

/** What has been signalled of work or studies, and the providers' last words where a spell is over. */
export function SignalsSeen({ outcomes, spells }: Props) {
  const text = useDeskText()
  const say = useText()
  const format = useFormat()
  const finals = spells.flatMap(({ finalReport }) => finalReport ?? [])
  return (
    <Panel title={text('evidence.signals')}>
      {outcomes.signals.length === 0 && <p>{text('evidence.signals-none')}</p>}
      <ul className="k-plain-list k-stack">
        {outcomes.signals.map((signal) => (
          <li key={signal.signalId}>
            {text('evidence.signal', {
              kind: say(`claim.kind.${signal.kind}`),
              day: format.day(signal.startsOn as Day),
            })}
          </li>
        ))}
      </ul>
      <h3>{text('evidence.final')}</h3>
      {finals.length === 0 && <p className="k-quiet">{text('evidence.final-none')}</p>}
      {finals.map((final) => (
        <FinalReport key={final.finalReportId} report={final} />
      ))}
    </Panel>
  )
}
