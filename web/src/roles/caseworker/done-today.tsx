import { useText } from './texts.ts'

/** What is done folds away: the queue is what is left. */
export function DoneToday({ count }: { count: number }) {
  const text = useText()
  return <p className="k-quiet">{text('home.done-today', { n: count })}</p>
}
