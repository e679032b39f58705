import type { Day } from '../../../src/kernel/day.ts'
import type { DeliveryReply } from '../../../src/modules/delivery/contract.ts'
import { useClockText } from '../language/clock-texts.ts'
import { useFormat } from '../language/use-format.ts'

/** Why the clocks ask for less just now: absence, a full-time measure, or a waiver (programme 4.5). */
export function ExemptWords({ exempt }: { exempt: DeliveryReply['exempt'] }) {
  const text = useClockText()
  const format = useFormat()
  return exempt.map(({ kind, lastDay }) => (
    <p key={kind} className="k-quiet k-small">
      {lastDay === null
        ? text(`exempt.${kind}`)
        : text('exempt.until', { what: text(`exempt.${kind}`), day: format.dayShort(lastDay as Day) })}
    </p>
  ))
}

/** Where a holiday or an absence has moved a last day: from when. */
export function MovedWords({ due }: { due: DeliveryReply['due'][number] }) {
  const text = useClockText()
  const format = useFormat()
  if (due.movedFrom === null) return null
  return <p className="k-quiet k-small">{text('moved.from', { day: format.dayShort(due.movedFrom as Day) })}</p>
}
