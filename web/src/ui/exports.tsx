import { addressOf, type Query } from '../api/client.ts'
import { useShellText } from '../language/shell-texts.ts'

/** The same list as a file: CSV for any program, or Excel. `path` is the list's address; its export lies beside it. */
export function Exports({ path, query = {} }: { path: string; query?: Query }) {
  const text = useShellText()
  return (
    <p className="k-row k-small k-no-print">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} href={addressOf(`${path}/export`, { ...query, format })} download>
          {text(`export.${format}`)}
        </a>
      ))}
    </p>
  )
}
