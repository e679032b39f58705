import { Link } from '@tanstack/react-router'
import type { OwnFacts } from './next-thing.ts'
import { type ParticipantText, useText } from './texts.ts'

/** Something has been planned with a provider, or is to be. */
const inService = ({ delivery }: OwnFacts) =>
  delivery !== null && delivery.due.length + delivery.plans.length + delivery.meetings.length > 0

type Way = { to: string; text: ParticipantText; shown: boolean }
type Group = { title: ParticipantText; ways: readonly Way[] }

/** What is open to the person now, by what it is about. */
function groupsOf(facts: OwnFacts): Group[] {
  const served = inService(facts)
  const open = !facts.person.closed
  const mayChange = facts.actions.some((one) => one.name === 'changeProvider' && one.allowed)
  const groups: Group[] = [
    {
      title: 'links.service',
      ways: [
        { to: '/app/participant/week', text: 'week.title', shown: served },
        { to: '/app/participant/owed', text: 'owed.title', shown: served },
        { to: '/app/participant/report', text: 'report.title', shown: served },
        { to: '/app/participant/choose', text: mayChange ? 'links.change' : 'links.choose', shown: open },
      ],
    },
    {
      title: 'links.work',
      ways: [
        { to: '/app/participant/jobs', text: 'jobs.title', shown: open },
        { to: '/app/participant/started', text: 'links.started', shown: true },
      ],
    },
    {
      title: 'links.talk',
      ways: [
        { to: '/app/participant/talk', text: 'talk.title', shown: served },
        { to: '/app/participant/ask', text: 'ask.title', shown: open },
        { to: '/app/participant/help', text: 'links.help', shown: true },
        { to: '/app/participant/complain', text: 'complain.title', shown: true },
      ],
    },
    {
      title: 'links.case',
      ways: [
        { to: '/app/participant/why', text: 'links.why', shown: facts.explanation !== null },
        { to: '/app/participant/history', text: 'links.history', shown: true },
      ],
    },
  ]
  return groups
    .map(({ title, ways }) => ({ title, ways: ways.filter((way) => way.shown) }))
    .filter(({ ways }) => ways.length > 0)
}

/** Ways that are always open, below what waits. */
export function MoreLinks({ facts }: { facts: OwnFacts }) {
  const text = useText()
  return (
    <nav className="k-panel k-stack k-no-print" aria-labelledby="links-title">
      <h2 id="links-title">{text('links.title')}</h2>
      {groupsOf(facts).map(({ title, ways }) => (
        <section key={title}>
          <h3 className="k-quiet k-small">{text(title)}</h3>
          <ul className="k-ways">
            {ways.map((way) => (
              <li key={way.to}>
                <Link to={way.to}>{text(way.text)}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
