import { type ReactNode, useEffect } from 'react'
import { type Role, roleOf, signInAddress, useSession } from '../api/session.ts'
import { useShellText } from '../language/shell-texts.ts'
import { offlineTexts } from '../offline/texts.ts'
import { arriving } from './arriving.tsx'
import { PageFrame } from './page-frame.tsx'
import { Crossroads, ErrorState, Loading } from './states.tsx'

/** Shows its children to a signed-in person whose duty uses this role's screens; the server guards the data itself. */
export function RoleGate({ role, children }: { role: Role; children: ReactNode }) {
  const text = useShellText()
  const session = useSession()
  if (session.data === undefined) {
    return (
      <PageFrame>
        {session.isError ? <ErrorState error={session.error} onAgain={session.refetch} /> : <Loading />}
      </PageFrame>
    )
  }
  if (session.data === null) return <SignInFirst />
  const own = roleOf(session.data.duty)
  if (own === role) return children
  return (
    <PageFrame>
      {own === null ? (
        <Crossroads
          title={text('no-role.title')}
          words={text('no-role.words')}
          to="/"
          action={text('not-found.action')}
        />
      ) : (
        <Crossroads
          title={text('wrong-role.title')}
          words={text('wrong-role.words', { role: text(`role.${own}`) })}
          to={`/app/${own}`}
          action={text('wrong-role.action')}
        />
      )}
    </PageFrame>
  )
}

const WaitingHere = arriving(async () => (await import('../offline/waiting-here.tsx')).WaitingHere, undefined, [
  offlineTexts,
])

/** Nobody is signed in: one way on, and it leads back here. */
export function SignInFirst() {
  const text = useShellText()
  useEffect(() => {
    document.title = `${text('sign-in')} · Krom`
  }, [text])
  const here = `${location.pathname}${location.search}`
  return (
    <PageFrame width="narrow">
      <WaitingHere />
      <Crossroads
        title={text('sign-in.title')}
        words={text('sign-in.words')}
        to={signInAddress(here)}
        action={text('sign-in')}
      />
    </PageFrame>
  )
}
