import { Link } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import { addDays } from '../../../../src/kernel/day.ts'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { StaffReply } from '../../../../src/modules/market/contract/staff.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useStaffText } from '../../language/staff-texts.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { type FormValues, useForm } from '../../ui/use-form.ts'
import { paths, screens } from './paths.ts'
import { placeName, TermFields, termsIn, termValues, useCheckTerms, useKnownLanguages } from './staff-terms.tsx'

type Member = StaffReply['items'][number]
type Props = {
  member: Member
  addresses: StaffReply['addresses']
  ownOnly: boolean
  participants: number
  mayChange: boolean
}

/** One colleague: what they see, since when and until when, and how many participants they have. */
export function StaffMember({ member, addresses, ownOnly, participants, mayChange }: Props) {
  const text = useStaffText()
  const format = useFormat()
  const { known, loaded, nameOf } = useKnownLanguages()
  const places = addresses.filter(({ addressId }) => member.places.some((each) => each.addressId === addressId))
  const narrow = member.role === 'adviser' && ownOnly
  const sees =
    places.length === 0 ? text('sees.whole') : text('sees.places', { places: places.map(placeName).join('; ') })
  const lines = [
    member.fullTimePercent > 0 ? text('share', { percent: member.fullTimePercent }) : null,
    member.languages.map(nameOf).join(', ') || null,
    text('participants', { count: participants }),
    text('from', { day: format.day(member.firstDay as Day) }),
    member.seenAt === null ? text('never-seen') : text('seen-at', { at: format.instant(member.seenAt as Instant) }),
  ]
  return (
    <li className="k-stack">
      <div>
        <strong>
          <bdi>{member.name}</bdi>
        </strong>
        {member.own && ` (${text('you')})`}, {text(`role.${member.role}`)}: {narrow ? text('sees.own') : sees}{' '}
        {member.lastDay === null ? (
          <Status kind="done" label={text('no-end')} />
        ) : (
          <Status kind="waiting" label={text('until', { day: format.day(member.lastDay as Day) })} />
        )}
        <span className="k-block k-quiet k-small">{lines.filter((line) => line !== null).join(' · ')}</span>
      </div>
      {member.lastDay !== null && participants > 0 && (
        <p>
          {text('hand-over', { count: participants })} <Link to={screens.moveCaseload}>{text('hand-over-link')}</Link>
        </p>
      )}
      {mayChange && (
        <details className="k-why">
          <summary>{text('change', { name: member.name })}</summary>
          <div className="k-why-body k-stack">
            {loaded && <ChangeTerms key={member.dutyId} member={member} addresses={addresses} known={known} />}
            <LastDay key={member.lastDay} member={member} />
          </div>
        </details>
      )}
    </li>
  )
}

type TermsProps = {
  member: Member
  addresses: StaffReply['addresses']
  known: ReturnType<typeof useKnownLanguages>['known']
}

function ChangeTerms({ member, addresses, known }: TermsProps) {
  const text = useStaffText()
  const notice = useNotice()
  const { name } = member
  const form = useForm<FormValues, unknown>({
    initial: termValues(addresses, known, member),
    check: useCheckTerms(addresses, known),
    send: (values, written) => post(paths.changeStaff(member.dutyId), termsIn(values, addresses, known), written),
    changes: [paths.staff, paths.adviserLoads, paths.advisers],
    onDone: () => notice.tell({ what: text('change.done', { name }), seenBy: text('change.seen-by', { name }) }),
  })
  return (
    <Form form={form} submit={text('change.submit')}>
      <TermFields form={form} addresses={addresses} />
    </Form>
  )
}

function LastDay({ member }: { member: Member }) {
  const text = useStaffText()
  const format = useFormat()
  const notice = useNotice()
  const { today } = useSignedIn()
  const { name } = member
  const path = paths.staffLastDay(member.dutyId)
  const changes = [paths.staff, paths.adviserLoads, paths.advisers]
  const seenBy = text('change.seen-by', { name })
  const form = useForm<FormValues, unknown>({
    initial: { lastDay: member.lastDay ?? '' },
    send: ({ lastDay }, written) => post(path, { lastDay: lastDay === '' ? null : lastDay }, written),
    changes,
    onDone: (_, { lastDay }) =>
      notice.tell({
        what: lastDay === '' ? text('end.open', { name }) : text('end.done', { name, day: format.day(lastDay as Day) }),
        seenBy,
      }),
  })
  const now = useSend<null, unknown>({
    send: (_, written) => post(path, { lastDay: addDays(today, -1) }, written),
    changes,
  })
  const endNow = async () => {
    const answer = await now.run(null)
    if (answer.done) notice.tell({ what: text('end.now-done', { name }), seenBy })
    return answer.done
  }
  return (
    <div className="k-stack">
      <h3>{text('end.title')}</h3>
      <Form form={form} submit={text('end.submit')}>
        <DayInput form={form} name="lastDay" label={text('end.day')} help={text('end.help')} example={today} optional />
      </Form>
      <div className="k-row">
        <ConfirmButton
          effect={text('end.now')}
          title={text('end.now')}
          words={text('end.now-words', { name })}
          run={endNow}
          pending={now.pending}
          problem={now.problem}
          variant="secondary"
        />
      </div>
    </div>
  )
}
