import { Link } from '@tanstack/react-router'
import { useText } from './texts.ts'

/** The way back to the first screen, at the end of each other one. */
export function BackHome() {
  const text = useText()
  return (
    <p className="k-no-print">
      <Link className="k-way-back" to="/app/participant">
        {text('back')}
      </Link>
    </p>
  )
}
