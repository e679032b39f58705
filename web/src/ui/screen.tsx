import { type ReactNode, Suspense, useEffect } from 'react'
import { Loading } from './states.tsx'

type Props = {
  title: string
  /** One or two sentences under the title: what this page answers. */
  lead?: ReactNode
  /** Stands opposite the title: the page's one main action. */
  action?: ReactNode
  children: ReactNode
}

/** One screen, one question: its title names the browser's tab too. */
export function Screen({ title, lead, action, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Krom`
  }, [title])
  return (
    <>
      <div className="k-screen-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="k-quiet">{lead}</p>}
        </div>
        {action}
      </div>
      <div className="k-stack">
        {/* Words that come late take what they stand in, never the title. */}
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </div>
    </>
  )
}

/** A part of a screen under its own heading, on a quiet surface of its own. */
export function Panel({ title, action, children }: { title?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="k-panel k-stack" {...(title === undefined ? {} : { 'aria-label': title })}>
      {title !== undefined && (
        <div className="k-row k-row-apart">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}
