import { Link } from '@tanstack/react-router'
import { useToolPath } from './addresses.ts'
import { useToolText } from './texts.ts'

/** The pages about the tool, from each to the others. */
export function ToolLinks() {
  const text = useToolText()
  const path = useToolPath()
  const pages = [
    ['variation', path.variation],
    ['reviews', path.reviews],
    ['checks', path.checks],
    ...(path.keepsFile ? [['act-file', path.actFile] as const] : []),
  ] as const
  return (
    <nav aria-label={text('links.label')} className="k-no-print">
      <ul className="k-plain-list k-row">
        {pages.map(([name, to]) => (
          <li key={name}>
            <Link to={to} className="k-plain-button k-bordered">
              {text(`links.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
