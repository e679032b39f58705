import type { AdviserLoadsReply } from '../../../../src/modules/delivery/contract/move-caseload.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'

/** Whether advisers see their own participants alone; the coordinator says. */
export function AdviserSight() {
  const text = useOwnSystemText()
  const notice = useNotice()
  const { data } = useApi<AdviserLoadsReply>(paths.adviserLoads)
  const { run, pending, problem } = useSend<boolean, unknown>({
    send: (own, written) => post(paths.adviserSight, { own }, written),
    changes: [paths.adviserLoads],
  })
  if (data === undefined) return null
  const { ownOnly } = data
  const change = async () => {
    const answer = await run(!ownOnly)
    if (answer.done) notice.tell({ what: text('sight.done'), seenBy: text('keys.seen-by') })
    return answer.done
  }
  return (
    <Panel title={text('sight.title')}>
      <p>{text(ownOnly ? 'sight.own' : 'sight.all')}</p>
      <div className="k-row">
        <ConfirmButton
          effect={text(ownOnly ? 'sight.make-all' : 'sight.make-own')}
          title={text('sight.title')}
          words={text(ownOnly ? 'sight.words-all' : 'sight.words-own')}
          run={change}
          pending={pending}
          problem={problem}
          variant="secondary"
        />
      </div>
    </Panel>
  )
}
