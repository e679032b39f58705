import { useShellText } from '../language/shell-texts.ts'

export type StatusKind = 'done' | 'coming' | 'waiting' | 'late' | 'stopped'

const signs: Record<StatusKind, string> = {
  done: 'M3 8.500 6.500 12 13 4.500',
  coming: 'M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11Z',
  waiting: 'M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11ZM8 5v3.500l2 1.500',
  late: 'M8 2 14.500 13.500h-13ZM8 6.500v3M8 11.500v.010',
  stopped: 'M5.500 1.750h5l3.750 3.750v5l-3.750 3.750h-5L1.750 10.500v-5ZM5 8h6',
}

/** A status as word and shape; `label` replaces the general word with a more telling one. */
export function Status({ kind, label }: { kind: StatusKind; label?: string }) {
  const text = useShellText()
  return (
    <span className={`k-status k-status-${kind}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={signs[kind]} />
      </svg>
      {label ?? text(`status.${kind}`)}
    </span>
  )
}
