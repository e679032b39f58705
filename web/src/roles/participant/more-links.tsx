import { Link } from '@tanstack/react-router'
import type { OwnFacts } from './next-thing.ts'
import { type ParticipantText, useText } from './texts.ts'

/** Something has been planned with a provider, or is to be. */
const inService = ({ delivery }: OwnFacts) =>
  delivery !== null && delivery.due.length + delivery.plans.length + delivery.meetings.length > 0

/** Ways that are always open, below what waits. */
export function MoreLinks({ facts }: { facts: OwnFacts }) {
  const text = useText()
  const may = (name: string) => facts.actions.some((one) => one.name === name && one.allowed)
  const links: readonly { to: string; text: ParticipantText; shown: boolean }[] = [
    { to: '/app/participant/week', text: 'week.title', shown: inService(facts) },
    { to: '/app/participant/why', text: 'links.why', shown: facts.explanation !== null },
    {
      to: '/app/participant/choose',
      text: may('changeProvider') ? 'links.change' : 'links.choose',
      shown: !facts.person.closed,
    },
    {
      to: '/app/participant/owed',
      text: 'owed.title',
      shown: inService(facts),
    },
    { to: '/app/participant/jobs', text: 'jobs.title', shown: !facts.person.closed },
    { to: '/app/participant/talk', text: 'talk.title', shown: inService(facts) },
    { to: '/app/participant/ask', text: 'ask.title', shown: !facts.person.closed },
    { to: '/app/participant/report', text: 'report.title', shown: inService(facts) },
    { to: '/app/participant/started', text: 'links.started', shown: true },
    { to: '/app/participant/history', text: 'links.history', shown: true },
    { to: '/app/participant/help', text: 'links.help', shown: true },
    { to: '/app/participant/complain', text: 'complain.title', shown: true },
  ]
  return (
    <nav className="k-panel k-stack k-no-print" aria-labelledby="links-title">
      <h2 id="links-title">{text('links.title')}</h2>
      <ul className="k-ways">
        {links
          .filter((link) => link.shown)
          .map((link) => (
            <li key={link.to}>
              <Link to={link.to}>{text(link.text)}</Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
