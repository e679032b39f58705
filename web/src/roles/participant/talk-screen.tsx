import { Link } from '@tanstack/react-router'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { Talk, type Threads } from '../../ui/dialogue/talk.tsx'
import { useDialogueText } from '../../ui/dialogue/texts.ts'
import { Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BackHome } from './back-home.tsx'
import { Answer, OwnCase } from './own-case.tsx'
import { useText } from './texts.ts'

/** Messages with the adviser (programme 4.5). */
export function TalkScreen() {
  const text = useText()
  return <OwnCase title={text('talk.title')}>{(person) => <OwnTalk person={person} />}</OwnCase>
}

function OwnTalk({ person }: { person: PersonPage }) {
  const text = useText()
  const say = useDialogueText()
  const talk = useApi<Threads>(`/cases/${person.caseId}/messages`)
  return (
    <Screen title={text('talk.title')} lead={say('talk.lead')}>
      <Answer of={talk} lines={6}>
        {({ threads }) => (
          <>
            {!threads.some((thread) => thread.open) && (
              <EmptyState
                title={say('talk.no-provider')}
                words={say('talk.no-provider-words')}
                action={
                  <Link className="k-button-link" to="/app/participant/ask">
                    {text('ask.title')}
                  </Link>
                }
              />
            )}
            <Talk
              caseId={person.caseId}
              threads={threads}
              reader="participant"
              to={(thread) => thread.adviserName ?? thread.providerName}
            />
          </>
        )}
      </Answer>
      <BackHome />
    </Screen>
  )
}
