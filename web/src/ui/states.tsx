import { Button } from '@midas-ds/components/button'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProblem, saidBy } from '../api/problem.ts'
import { useShellText } from '../language/shell-texts.ts'

/** Keeps the layout while an answer comes: as many quiet bars as lines are expected. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const text = useShellText()
  return (
    <div className="k-loading" role="status">
      <span className="k-only-read">{text('loading')}</span>
      <LoadingBars lines={lines} />
    </div>
  )
}

/** The bars alone, for before any text has come. */
export function LoadingBars({ lines = 4 }: { lines?: number }) {
  return (
    <div className="k-stack" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <div key={line} className="k-loading-bar" style={{ inlineSize: `${100 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

type EmptyProps = { title: string; words?: ReactNode; action?: ReactNode }

/** Nothing here yet: one sentence that teaches and one action. */
export function EmptyState({ title, words, action }: EmptyProps) {
  return (
    <div className="k-empty">
      <h2 className="k-h3">{title}</h2>
      {words !== undefined && <p className="k-quiet">{words}</p>}
      {action !== undefined && <div className="k-row">{action}</div>}
    </div>
  )
}

type ErrorProps = { error: unknown; onAgain?: () => void }

/** What went wrong, in words, and the way on. Shown in place of what could not be read. */
export function ErrorState({ error, onAgain }: ErrorProps) {
  const text = useShellText()
  return (
    <div className="k-empty k-error" role="alert">
      <h2 className="k-h3">{text('error.title')}</h2>
      <p>{useErrorText()(error)}</p>
      <div className="k-row">
        <Button variant="secondary" size="medium" onPress={onAgain ?? (() => location.reload())}>
          {text(onAgain === undefined ? 'error.reload' : 'error.again')}
        </Button>
      </div>
    </div>
  )
}

/** A function from anything thrown to words for the reader. */
export function useErrorText() {
  const text = useShellText()
  return (error: unknown): string => {
    if (!(error instanceof ApiProblem)) return text('error.broken')
    if (error.code === 'offline') return text('error.offline')
    if (error.code === 'not-an-answer') return text('error.unreadable')
    return saidBy(error.body)
  }
}

/** A page that leads somewhere else: not found, wrong role, not signed in. */
export function Crossroads({ title, words, to, action }: { title: string; words: string; to: string; action: string }) {
  return (
    <div className="k-empty k-crossroads">
      <h1>{title}</h1>
      <p>{words}</p>
      <p>
        {to.startsWith('/app') ? (
          <Link className="k-button-link" to={to}>
            {action}
          </Link>
        ) : (
          <a className="k-button-link" href={to}>
            {action}
          </a>
        )}
      </p>
    </div>
  )
}
