import { useFormat } from '../language/use-format.ts'

/** Long work that goes on without the reader: how far, as a bar and in numbers. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const format = useFormat()
  return (
    <div className="k-progress">
      <p>
        {label}{' '}
        <span className="k-number k-quiet">
          {format.number(done)} / {format.number(total)}
        </span>
      </p>
      <progress value={done} max={total} aria-label={label} />
    </div>
  )
}
