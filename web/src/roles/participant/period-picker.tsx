import { Link } from '@tanstack/react-router'

type Step = { search: Record<string, string>; label: string }
type Props = {
  label: string
  to: string
  /** The period in sight. */
  title: string
  before: Step
  /** Null where there is nothing later to see. */
  after: Step | null
}

/** One period at a time, a month or a week, with a way back and a way on. */
export function PeriodPicker({ label, to, title, before, after }: Props) {
  return (
    <nav className="k-months" aria-label={label}>
      <StepLink to={to} step={before} arrow="k-arrow-before" />
      <h2 aria-live="polite">{title}</h2>
      {after === null ? <span className="k-month-step" /> : <StepLink to={to} step={after} arrow="k-arrow-after" />}
    </nav>
  )
}

function StepLink({ to, step, arrow }: { to: string; step: Step; arrow: string }) {
  return (
    <Link className="k-plain-button k-month-step" to={to} search={step.search as never} aria-label={step.label}>
      <span aria-hidden="true" className={`k-arrow ${arrow}`} />
    </Link>
  )
}
