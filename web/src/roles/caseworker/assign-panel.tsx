import type { PersonPage } from '../../../../src/modules/registration/contract.ts'
import type { CaseAction } from '../../api/case.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { changedWith } from './case-frame.tsx'
import { useText } from './texts.ts'

type Props = { person: PersonPage; assign: CaseAction | undefined; name: CaseAction | undefined }

/** Who is responsible, and taking the case over. */
export function AssignPanel({ person, assign, name }: Props) {
  const text = useText()
  const { user } = useSignedIn()
  const mine = person.caseworkerName === user.name
  return (
    <Panel title={text('assign.title')}>
      <Facts
        items={[
          { label: text('assign.office'), value: <bdi>{person.officeName ?? text('assign.nobody')}</bdi> },
          { label: text('assign.caseworker'), value: <bdi>{person.caseworkerName ?? text('assign.nobody')}</bdi> },
        ]}
      />
      {assign?.allowed && !mine && <TakeOver person={person} />}
      {name?.allowed && <p className="k-quiet k-small">{text('assign.protected')}</p>}
    </Panel>
  )
}

function TakeOver({ person }: { person: PersonPage }) {
  const text = useText()
  const notice = useNotice()
  const { user, duty } = useSignedIn()
  const sending = useSend({
    send: (_: null, written) =>
      post(`/cases/${person.caseId}/assignment`, { officeId: duty.officeId, caseworkerId: user.id }, written),
    changes: changedWith(person.caseId),
  })
  const run = async () => {
    const sent = await sending.run(null)
    if (sent.done) notice.tell({ what: text('assign.done'), seenBy: text('assign.seen-by') })
    return sent.done
  }
  if (duty.officeId === null) return null
  return (
    <div className="k-row">
      <ConfirmButton
        effect={text('assign.effect')}
        title={text('assign.effect')}
        words={text('assign.words', { name: person.caseworkerName ?? text('assign.nobody') })}
        run={run}
        pending={sending.pending}
        problem={sending.problem}
        variant="secondary"
      />
    </div>
  )
}
