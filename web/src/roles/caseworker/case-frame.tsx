import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type CaseAnswer, useCase } from '../../api/case.ts'
import { Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { QueueBar } from './queue-bar.tsx'
import { useText } from './texts.ts'

const tabs = [
  'overview',
  'decision',
  'choice',
  'delivery',
  'extension',
  'dialogue',
  'outcomes',
  'money',
  'person',
] as const
export type Tab = (typeof tabs)[number]

type Props = { tab: Tab; children: (answer: CaseAnswer) => ReactNode }

/** The frame around every part of a case: whose it is, and the way to its other parts. */
export function CaseFrame({ tab, children }: Props) {
  const text = useText()
  const { caseId = '' }: { caseId?: string } = useParams({ strict: false })
  const { data, error, refetch } = useCase(caseId)
  const current = useCurrentInSight()
  if (data === undefined) {
    return (
      <Screen title={text(`case.tab.${tab}`)}>
        {error ? <ErrorState error={error} onAgain={refetch} /> : <Loading lines={8} />}
      </Screen>
    )
  }
  return (
    <Screen title={data.person.name}>
      <nav className="k-tabs" aria-label={text('case.tabs')} ref={current}>
        <ul>
          {tabs.map((one) => (
            <li key={one}>
              <Link
                to={`/app/caseworker/cases/${caseId}${one === 'overview' ? '' : `/${one}`}` as never}
                activeOptions={{ exact: true }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {text(`case.tab.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <QueueBar caseId={caseId} />
      {children(data)}
    </Screen>
  )
}

/** The tabs scroll where there is no room for all of them; the current one stands in sight. */
function useCurrentInSight() {
  return (nav: HTMLElement | null) =>
    nav?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

/** Every answer that a write on a case can change: its own, the queue and the lists. */
export const changedWith = (caseId: string): readonly string[] => [`/cases/${caseId}`, '/tasks', '/cases']
