import { Button } from '@midas-ds/components/button'
import { useNavigate } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import { post } from '../../api/client.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { BackHome } from './back-home.tsx'
import { OwnCase, ownPersonPath } from './own-case.tsx'
import { useText } from './texts.ts'

/** What the person must know before the assessment, and that it has been read (programme 4.1). */
export function NoticeScreen() {
  const text = useText()
  return <OwnCase title={text('notice.title')}>{(person) => <Notice person={person} />}</OwnCase>
}

function Notice({ person }: { person: PersonPage }) {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const notice = useNotice()
  const read = useSend({
    send: (_: null, written) => post(`/cases/${person.caseId}/profiling-notice`, { channel: 'screen' }, written),
    changes: [`/cases/${person.caseId}`, ownPersonPath],
  })
  const tellRead = async () => {
    const sent = await read.run(null)
    if (!sent.done) return
    notice.tell({ what: text('notice.done'), seenBy: text('seen-by.office') })
    await navigate({ to: '/app/participant' })
  }
  return (
    <Screen title={text('notice.title')}>
      <Panel>
        <ol className="k-told">
          <li>{text('notice.program')}</li>
          <li>{text('notice.facts')}</li>
          <li>{text('notice.decides')}</li>
          <li>{text('notice.see')}</li>
        </ol>
        {person.profilingNoticeOn !== null ? (
          <p className="k-quiet">{text('notice.given', { day: format.day(person.profilingNoticeOn as Day) })}</p>
        ) : (
          <>
            <p className="k-quiet">{text('notice.effect')}</p>
            <ProblemNote problem={read.problem} />
            <p>
              <Button isPending={read.pending} onPress={() => void tellRead()}>
                {text('notice.submit')}
              </Button>
            </p>
          </>
        )}
      </Panel>
      <BackHome />
    </Screen>
  )
}
