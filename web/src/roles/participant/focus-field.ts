import { useEffect, useRef } from 'react'

/** Puts the reader in the field of a form that has just opened. `id` is the form's name for the field. */
export function useFocusField(id: string): void {
  const first = useRef(id)
  useEffect(() => {
    const field = document.getElementById(first.current)
    const inner = field?.matches('input, textarea') ? field : field?.querySelector<HTMLElement>('input, textarea')
    inner?.focus()
  }, [])
}
