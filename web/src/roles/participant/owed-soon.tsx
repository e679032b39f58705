import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { addDays } from '../../../../src/kernel/day.ts'
import { useSignedIn } from '../../api/session.ts'
import { Loading } from '../../ui/states.tsx'
import type { Delivery } from './case-answers.ts'
import { useText } from './texts.ts'

const DueList = lazy(async () => ({ default: (await import('./due-list.tsx')).DueList }))

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
      <Suspense fallback={<Loading lines={soon.length} />}>
        <DueList due={soon} />
      </Suspense>
      <ul className="k-ways">
        <li>
          <Link to="/app/participant/owed">{text('owed.more')}</Link>
        </li>
      </ul>
    </section>
  )
}
