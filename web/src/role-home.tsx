import { Navigate } from '@tanstack/react-router'
import { roleOf, useSession } from './api/session.ts'
import { useShellText } from './language/shell-texts.ts'
import { PageFrame } from './ui/page-frame.tsx'
import { SignInFirst } from './ui/role-gate.tsx'
import { Crossroads, ErrorState, Loading } from './ui/states.tsx'

/** `/app`: leads each person to the home of their duty. */
export function RoleHome() {
  const text = useShellText()
  const session = useSession()
  if (session.isError) {
    return (
      <PageFrame>
        <ErrorState error={session.error} onAgain={session.refetch} />
      </PageFrame>
    )
  }
  if (session.data === undefined) {
    return (
      <PageFrame>
        <Loading />
      </PageFrame>
    )
  }
  if (session.data === null) return <SignInFirst />
  const role = roleOf(session.data.duty)
  if (role !== null) return <Navigate to={`/app/${role}`} replace />
  return (
    <PageFrame>
      <Crossroads title={text('no-role.title')} words={text('no-role.words')} to="/" action={text('footer.start')} />
    </PageFrame>
  )
}
