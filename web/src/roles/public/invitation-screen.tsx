import { Link } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import type { Day } from '../../../../src/kernel/day.ts'
import type { InvitationView } from '../../../../src/modules/market/contract/staff.ts'
import { post } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useStaffText } from '../../language/staff-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageFrame } from '../../ui/page-frame.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SignInFirst } from '../../ui/role-gate.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'

const keptUnder = 'krom.invitation'

/** The code stands after `#`, which no server is sent; it is kept in this tab while the colleague signs in. */
function codeHere(): string | null {
  const typed = location.hash.slice(1)
  if (typed !== '') {
    sessionStorage.setItem(keptUnder, typed)
    history.replaceState(history.state, '', location.pathname)
  }
  return sessionStorage.getItem(keptUnder)
}

/** Where somebody who has been invited to a provider's staff sees to what, and accepts. */
export function InvitationScreen() {
  const [code] = useState(codeHere)
  const session = useSession()
  if (session.data === null) return <SignInFirst />
  return (
    <PageFrame width="narrow">
      <Suspense fallback={<Loading />}>
        {session.data === undefined ? (
          session.isError ? (
            <ErrorState error={session.error} onAgain={session.refetch} />
          ) : (
            <Loading />
          )
        ) : (
          <Invitation code={code} name={session.data.user.name} today={session.data.today} />
        )}
      </Suspense>
    </PageFrame>
  )
}

function Invitation({ code, name, today }: { code: string | null; name: string; today: Day }) {
  const text = useStaffText()
  const [view, setView] = useState<InvitationView | null>(null)
  const { run, problem } = useSend<string, InvitationView>({
    send: (secret, written) => post('/staff-invitations/reading', { code: secret }, written),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens.
  useEffect(() => {
    if (code !== null) void run(code).then((answer) => answer.done && setView(answer.value))
  }, [code])
  return (
    <Screen title={text('accept.title')}>
      {code === null && <EmptyState title={text('accept.missing')} words={text('accept.missing-words')} />}
      <ProblemNote problem={problem} />
      {code !== null && view === null && problem === null && <Loading />}
      {code !== null && view !== null && <Offer code={code} view={view} name={name} today={today} />}
    </Screen>
  )
}

type OfferProps = { code: string; view: InvitationView; name: string; today: Day }

function Offer({ code, view, name, today }: OfferProps) {
  const text = useStaffText()
  const format = useFormat()
  const [later, setLater] = useState(false)
  const { run, pending, problem } = useSend<null, { firstDay: Day }>({
    send: (_, written) => post('/staff-invitations/acceptance', { code }, written),
  })
  const accept = async () => {
    const answer = await run(null)
    if (!answer.done) return false
    sessionStorage.removeItem(keptUnder)
    // Another duty, and so other screens: the page begins anew.
    if (answer.value.firstDay <= today) location.assign('/app')
    else setLater(true)
    return true
  }
  const { organisation, invitedBy, role, addresses, firstDay, lastDay } = view
  const from = text('from', { day: format.day(firstDay as Day) })
  const until = lastDay === null ? text('no-end') : text('until', { day: format.day(lastDay as Day) })
  const days = `${from}. ${until}.`
  if (later)
    return (
      <Panel>
        <p role="status">{text('accept.later', { day: format.day(firstDay as Day) })}</p>
        <p>
          <Link to="/app">{text('accept.go')}</Link>
        </p>
      </Panel>
    )
  return (
    <Panel>
      <p>
        <strong>{text('accept.who', { name: invitedBy, organisation })}</strong>
      </p>
      <Facts
        items={[
          { label: text('accept.as'), value: text(`role.${role}`) },
          { label: text('accept.places'), value: addresses.length === 0 ? text('accept.whole') : addresses.join('; ') },
          { label: text('accept.days'), value: days },
        ]}
      />
      <p className="k-quiet">{text('accept.signed-in', { name })}</p>
      <div className="k-row">
        <ConfirmButton
          effect={text('accept.submit')}
          title={organisation}
          words={text('accept.who', { name: invitedBy, organisation })}
          run={accept}
          pending={pending}
          problem={problem}
        />
      </div>
    </Panel>
  )
}
