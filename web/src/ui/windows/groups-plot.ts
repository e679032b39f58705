/** Told apart in light and dark and by those who see colours differently; their side of the line says it too. */
export const groupColors = { enters: 'var(--k-accent)', leaves: 'var(--k-care)' } as const

/** A bar to the right for those who enter a group, one to the left for those who leave. */
export type GroupsData = {
  rows: readonly { name: string; enters: number; leaves: number }[]
  label: string
  number: (value: number) => string
}
