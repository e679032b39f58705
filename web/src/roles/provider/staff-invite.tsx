import { useState } from 'react'
import type { StaffReply } from '../../../../src/modules/market/contract/staff.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useStaffText } from '../../language/staff-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { Status } from '../../ui/status.tsx'
import { type FormValues, useForm } from '../../ui/use-form.ts'
import { paths } from './paths.ts'
import { ShownOnce } from './shown-once.tsx'
import { TermFields, termsIn, termValues, useCheckTerms, useKnownLanguages } from './staff-terms.tsx'

type Invited = { id: string; code: string | null; lastUseDay: string }
type Invitation = StaffReply['invitations'][number]

/** A colleague is let in by a link that is shown once. */
export function InviteStaff({ addresses }: { addresses: StaffReply['addresses'] }) {
  const text = useStaffText()
  const format = useFormat()
  const [invited, setInvited] = useState<Invited | null>(null)
  const { known, loaded } = useKnownLanguages()
  return (
    <Panel title={text('invite.title')}>
      <p>{text('invite.words')}</p>
      {invited !== null && invited.code !== null && (
        <ShownOnce
          words={text('invite.once', { day: format.day(invited.lastUseDay as never) })}
          label={text('invite.link')}
          secret={`${location.origin}/app/invitation#${invited.code}`}
        />
      )}
      <details className="k-why">
        <summary>{text('invite.title')}</summary>
        <div className="k-why-body">
          {loaded && <InviteForm key={invited?.id ?? ''} addresses={addresses} known={known} onInvited={setInvited} />}
        </div>
      </details>
    </Panel>
  )
}

type FormProps = {
  addresses: StaffReply['addresses']
  known: ReturnType<typeof useKnownLanguages>['known']
  onInvited: (invited: Invited) => void
}

function InviteForm({ addresses, known, onInvited }: FormProps) {
  const text = useStaffText()
  const notice = useNotice()
  const { today } = useSignedIn()
  const checkTerms = useCheckTerms(addresses, known)
  const form = useForm<FormValues, Invited>({
    initial: { name: '', ...termValues(addresses, known, null), firstDay: today, lastDay: '' },
    check: (values) => [
      ...(String(values.name).trim() === '' ? [{ field: 'name', title: text('invite.name-missing') }] : []),
      ...checkTerms(values),
      ...(values.firstDay === '' ? [{ field: 'firstDay', title: text('invite.first-day-missing') }] : []),
    ],
    send: (values, written) =>
      post(
        paths.staffInvitations,
        {
          name: values.name,
          ...termsIn(values, addresses, known),
          firstDay: values.firstDay,
          lastDay: values.lastDay === '' ? null : values.lastDay,
        },
        written,
      ),
    changes: [paths.staff],
    onDone: (invited, { name }) => {
      notice.tell({ what: text('invite.done', { name: String(name) }), seenBy: text('invite.seen-by') })
      onInvited(invited)
    },
  })
  return (
    <Form form={form} submit={text('invite.submit')}>
      <TextInput form={form} name="name" label={text('invite.name')} />
      <TermFields form={form} addresses={addresses} />
      <DayInput form={form} name="firstDay" label={text('invite.first-day')} example={today} />
      <DayInput
        form={form}
        name="lastDay"
        label={text('invite.last-day')}
        help={text('end.help')}
        example={today}
        optional
      />
    </Form>
  )
}

/** Invitations that nobody has answered yet. */
export function OpenInvitations({
  invitations,
  mayChange,
}: {
  invitations: readonly Invitation[]
  mayChange: boolean
}) {
  const text = useStaffText()
  const format = useFormat()
  if (invitations.length === 0) return null
  return (
    <Panel title={text('invitations.title')}>
      <ul className="k-plain-list k-rows">
        {invitations.map((one) => (
          <li key={one.id} className="k-row k-row-apart">
            <span>
              <strong>
                <bdi>{one.name}</bdi>
              </strong>
              , {text(`role.${one.role}`)}{' '}
              {one.expired ? (
                <Status kind="late" label={text('invitations.expired')} />
              ) : (
                <Status
                  kind="waiting"
                  label={text('invitations.until', { day: format.day(one.lastUseDay as never) })}
                />
              )}
              {one.invitedBy !== null && (
                <span className="k-block k-quiet k-small">{text('invitations.by', { name: one.invitedBy })}</span>
              )}
            </span>
            {mayChange && <Withdraw invitation={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Withdraw({ invitation }: { invitation: Invitation }) {
  const text = useStaffText()
  const notice = useNotice()
  const { run, pending, problem } = useSend<null, unknown>({
    send: (_, written) => post(paths.withdrawInvitation(invitation.id), {}, written),
    changes: [paths.staff],
  })
  const withdraw = async () => {
    const answer = await run(null)
    if (answer.done) notice.tell({ what: text('invitations.withdrawn'), seenBy: text('invite.seen-by') })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('invitations.withdraw', { name: invitation.name })}
      title={text('invitations.withdraw-title')}
      words={text('invitations.withdraw-words')}
      run={withdraw}
      pending={pending}
      problem={problem}
      variant="secondary"
    />
  )
}
