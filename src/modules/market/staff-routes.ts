import { route } from '../../platform/http/route.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { changeStaff, setLastDay } from './change-staff.ts'
import {
  acceptedReply,
  codeBody,
  invitationBody,
  invitationParams,
  invitationView,
  invitedReply,
  lastDayBody,
  staffChangeBody,
  staffChangedReply,
  staffParams,
  staffReply,
} from './contract/staff.ts'
import { savedReply } from './contract.ts'
import { inviteStaff, withdrawInvitation } from './invite-staff.ts'
import { listStaff } from './staff-reads.ts'

const module = 'market'
const may = ['coordinator'] as const
const purpose = 'no personal data'

const keepRoutes = [
  route({
    method: 'GET',
    path: '/provider/staff',
    operation: 'listStaff',
    summary: 'Who of the organisation has access, to what and until when, and the open invitations',
    module,
    may,
    purpose,
    reply: staffReply,
    handle: (context) => listStaff(context),
  }),
  route({
    method: 'POST',
    path: '/provider/staff-invitations',
    operation: 'inviteStaff',
    summary: 'Invite a colleague; the code is told once',
    module,
    may,
    purpose,
    body: invitationBody,
    reply: invitedReply,
    status: 201,
    kept: (reply) => ({ ...reply, code: null }),
    handle: (context, { body }) => inviteStaff(context, body),
  }),
  route({
    method: 'POST',
    path: '/provider/staff-invitations/:invitationId/withdrawal',
    operation: 'withdrawInvitation',
    summary: 'Take an invitation back',
    module,
    may,
    purpose,
    params: invitationParams,
    reply: savedReply,
    status: 201,
    handle: (context, { params }) => withdrawInvitation(context, params.invitationId),
  }),
  route({
    method: 'POST',
    path: '/provider/staff/:dutyId/change',
    operation: 'changeStaff',
    summary: "Change a colleague's role, addresses or share from today",
    module,
    may,
    purpose,
    params: staffParams,
    body: staffChangeBody,
    reply: staffChangedReply,
    status: 201,
    handle: (context, { params, body }) => changeStaff(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/provider/staff/:dutyId/last-day',
    operation: 'setStaffLastDay',
    summary: "Give a colleague's access its last day, take it back, or end the access at once",
    module,
    may,
    purpose,
    params: staffParams,
    body: lastDayBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => setLastDay(context, { ...params, ...body }),
  }),
] as const

const acceptRoutes = [
  route({
    method: 'POST',
    path: '/staff-invitations/reading',
    operation: 'readInvitation',
    summary: 'What an invitation offers, for whoever holds its code',
    module,
    may: 'signed-in',
    purpose,
    body: codeBody,
    reply: invitationView,
    handle: (context, { body }) => readInvitation(context, body.code),
  }),
  route({
    method: 'POST',
    path: '/staff-invitations/acceptance',
    operation: 'acceptInvitation',
    summary: 'Take the duty that an invitation offers; the session goes on under it',
    module,
    may: 'signed-in',
    purpose,
    body: codeBody,
    reply: acceptedReply,
    status: 201,
    handle: (context, { body }) => acceptInvitation(context, body.code),
  }),
] as const

/** A provider's staff: who has access, letting colleagues in, ending access. */
export const staffRoutes = [...keepRoutes, ...acceptRoutes] as const
