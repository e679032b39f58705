/** A secret that nobody can show again; one click selects the whole of it. */
export function ShownOnce({ words, label, secret }: { words: string; label: string; secret: string }) {
  return (
    <div role="status">
      <p>
        <strong>{words}</strong>
      </p>
      <p>
        {label}:{' '}
        <code dir="ltr" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
          {secret}
        </code>
      </p>
    </div>
  )
}
