/** Shapes that carry meaning without colour. Drawn in a 16 × 16 box. */
export type ShapeName = 'meeting' | 'activity' | 'due' | 'report' | 'decision' | 'outcome'
export type ShapeState = 'done' | 'coming' | 'late' | 'missed'

const outlines: Record<ShapeName, string> = {
  meeting: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z',
  activity: 'M3 3h10v10H3Z',
  due: 'M8 1.500 14.500 8 8 14.500 1.500 8Z',
  report: 'M4 2h6l3 3v9H4Z',
  decision: 'M3 2h10v7l-5 5-5-5Z',
  outcome: 'M8 1.500l1.900 4 4.600.600-3.300 3.100.800 4.500L8 11.500l-4 2.200.800-4.500L1.500 6.100l4.600-.600Z',
}

/** Filled = done, hollow = coming, hollow with a stroke through = did not take place, hollow with a dot = late. */
export function Shape({ name, state, size = 16 }: { name: ShapeName; state: ShapeState; size?: number }) {
  return (
    <svg className={`k-shape k-shape-${state}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={outlines[name]} />
      {state === 'missed' && <path d="M3 13 13 3" />}
      {state === 'late' && <circle cx="8" cy="8" r="1.750" />}
    </svg>
  )
}
