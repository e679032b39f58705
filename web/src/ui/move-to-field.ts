/** Moves to the field itself without touching the address. */
export function moveToField(event: { preventDefault: () => void }, id: string) {
  const field = document.getElementById(id)
  if (field === null) return
  event.preventDefault()
  const inner = field.matches('input, select, textarea')
    ? field
    : field.querySelector<HTMLElement>('input, select, textarea')
  ;(inner ?? field).focus()
}
