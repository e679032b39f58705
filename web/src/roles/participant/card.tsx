import type { ReactNode } from 'react'
import { useText } from './texts.ts'

type CardProps = { title: ReactNode; words?: ReactNode; children?: ReactNode; quiet?: boolean }

/** One card, one action: the first thing on the page. */
export function Card({ title, words, children, quiet = false }: CardProps) {
  const text = useText()
  return (
    <section className={quiet ? 'k-next k-next-quiet' : 'k-next'} aria-labelledby="next-title">
      <p className="k-next-label">{text('next.label')}</p>
      <h2 id="next-title">{title}</h2>
      {words !== undefined && <p>{words}</p>}
      {children}
    </section>
  )
}
