import { useEffect, useRef } from 'react'

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 }

/**
 * `j` and `k` walk through the rows of a list, Enter follows the row's link, for those who work a queue all day.
 * Give the returned ref to the element around a `CardTable`; a row without a link is passed over.
 */
export function useRowKeys<Box extends HTMLElement = HTMLDivElement>() {
  const box = useRef<Box>(null)
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const step = steps[event.key]
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const rows = [...(box.current?.querySelectorAll<HTMLElement>('tbody th a, tbody th button') ?? [])]
      const at = rows.indexOf(document.activeElement as HTMLElement)
      const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    document.addEventListener('keydown', walk)
    return () => document.removeEventListener('keydown', walk)
  }, [])
  return box
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
