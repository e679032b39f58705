import type { AdviserLoadsReply } from '../../../../src/modules/delivery/contract/move-caseload.ts'
import type { StaffReply } from '../../../../src/modules/market/contract/staff.ts'
import { useApi } from '../../api/use-api.ts'
import { useStaffText } from '../../language/staff-texts.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { AdviserSight } from './adviser-sight.tsx'
import { paths } from './paths.ts'
import { InviteStaff, OpenInvitations } from './staff-invite.tsx'
import { StaffMember } from './staff-member.tsx'

/** Who has access on the provider's behalf: let in, change, end. */
export function StaffScreen() {
  const text = useStaffText()
  const { data, error, refetch } = useApi<StaffReply>(paths.staff)
  const { data: loads } = useApi<AdviserLoadsReply>(paths.adviserLoads)
  const participantsOf = (userId: string) => loads?.items.find((one) => one.adviserId === userId)?.participants ?? 0
  return (
    <Screen title={text('title')} lead={text('lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <Panel title={text('list.title')}>
            {!data.mayChange && <p>{text('list.places-only')}</p>}
            <ul className="k-plain-list k-rows">
              {data.items.map((member) => (
                <StaffMember
                  key={member.dutyId}
                  member={member}
                  addresses={data.addresses}
                  ownOnly={loads?.ownOnly ?? true}
                  participants={participantsOf(member.userId)}
                  mayChange={data.mayChange}
                />
              ))}
            </ul>
          </Panel>
          <OpenInvitations invitations={data.invitations} mayChange={data.mayChange} />
          {data.mayChange && <InviteStaff addresses={data.addresses} />}
          {data.mayChange && <AdviserSight />}
        </>
      )}
    </Screen>
  )
}
