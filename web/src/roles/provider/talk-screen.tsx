import { Link, useParams } from '@tanstack/react-router'
import { useCase } from '../../api/case.ts'
import { useApi } from '../../api/use-api.ts'
import { Talk, type Threads } from '../../ui/dialogue/talk.tsx'
import { useTalksText } from '../../ui/dialogue/talks-texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { screens } from './paths.ts'

/** Messages with one participant. */
export function TalkScreen() {
  const text = useTalksText()
  const { caseId = '' } = useParams({ strict: false })
  const page = useCase(caseId)
  const talk = useApi<Threads>(`/cases/${caseId}/messages`)
  const error = page.error ?? talk.error
  const again = () => void Promise.all([page.refetch(), talk.refetch()])
  if (page.data === undefined || talk.data === undefined)
    return (
      <Screen title={text('inbox.title')}>
        {error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={again} />}
      </Screen>
    )
  const { name } = page.data.person
  return (
    <Screen title={text('talk.title', { name })} lead={text('talk.lead')}>
      <Talk caseId={caseId} threads={talk.data.threads} reader="provider" to={() => name} />
      <p>
        <Link to={screens.participant(caseId)}>
          <bdi>{name}</bdi>
        </Link>
      </p>
    </Screen>
  )
}
