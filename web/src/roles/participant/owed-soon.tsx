import { Link } from '@tanstack/react-router'
import { addDays } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
import { arriving } from '../../ui/arriving.tsx'
import { Loading } from '../../ui/states.tsx'
import type { Delivery } from './case-answers.ts'
import { owedTexts, useText } from './texts.ts'

const DueList = arriving(
  async () => (await import('./due-list.tsx')).DueList,
  ({ due }) => <Loading lines={due.length} />,
  [owedTexts],
)

const shownAheadDays = 14

/** What the provider owes in the fortnight, on the first screen; its words come after the screen itself. */
export function OwedSoon({ due }: { due: Delivery['due'] }) {
  const text = useText()
  const { today } = useSignedIn()
  const until = addDays(today, shownAheadDays)
  const soon = due.filter((one) => one.dueOn <= until)
  if (soon.length === 0) return null
  return (
    <section className="k-panel k-stack" aria-labelledby="owed-title">
      <h2 id="owed-title">{text('owed.title')}</h2>
      <DueList due={soon} />
      <ul className="k-ways">
        <li>
          <Link to="/app/participant/owed">{text('owed.more')}</Link>
        </li>
      </ul>
    </section>
  )
}
