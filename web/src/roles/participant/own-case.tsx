import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OwnPersonReply, PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useText } from './texts.ts'

export const ownPersonPath = '/persons/me'

/** What is stored about oneself; `person` null before registration. */
export const useOwnPerson = () => useApi<OwnPersonReply>(ownPersonPath)

type Props = { title: string; children: (person: PersonPage) => ReactNode }

/** Shows a screen that needs the own case; before registration it says what fills it. */
export function OwnCase({ title, children }: Props) {
  const text = useText()
  const own = useOwnPerson()
  if (own.data === undefined) {
    return (
      <Screen title={title}>
        {own.isError ? <ErrorState error={own.error} onAgain={own.refetch} /> : <Loading />}
      </Screen>
    )
  }
  if (own.data.person !== null) return children(own.data.person)
  return (
    <Screen title={title}>
      <EmptyState
        title={text('not-yet.title')}
        words={text('not-yet.words')}
        action={
          <Link className="k-button-link" to="/app/participant/register">
            {text('not-yet.action')}
          </Link>
        }
      />
    </Screen>
  )
}

type Answered<Answer> = { data: Answer | undefined; error: unknown; isError: boolean; refetch: () => unknown }

/** An answer, or its loading or error state in its place. */
export function Answer<Of>({
  of,
  lines,
  children,
}: {
  of: Answered<Of>
  lines?: number
  children: (data: Of) => ReactNode
}) {
  if (of.data !== undefined) return children(of.data)
  if (of.isError) return <ErrorState error={of.error} onAgain={() => void of.refetch()} />
  return <Loading {...(lines === undefined ? {} : { lines })} />
}
