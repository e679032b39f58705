import type { MouseEvent, ReactNode } from 'react'

/** A way further down a long page, past what explains: it moves the focus there and leaves the address alone. */
export function MoveTo({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  const move = (event: MouseEvent) => {
    const target = document.getElementById(id)
    if (target === null) return
    event.preventDefault()
    target.focus()
    target.scrollIntoView({ block: 'start' })
  }
  return (
    <a href={`#${id}`} className={className} onClick={move}>
      {children}
    </a>
  )
}
