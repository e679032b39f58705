import { caseId, officeId, userId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { assignCase, nameStaff } from './assign-case.ts'
import { channelChoice, chooseChannel } from './choose-channel.ts'
import {
  assignmentBody,
  caseListPage,
  caseListQuery,
  caseParams,
  channelBody,
  channelReply,
  correctBody,
  corrected,
  deliveryAreaList,
  namedStaffBody,
  noticeBody,
  ownPersonReply,
  personPage,
  registerBody,
  registered,
  saved,
} from './contract.ts'
import { correctPerson } from './correct-person.ts'
import { deliveryAreas } from './delivery-area.ts'
import { giveProfilingNotice } from './give-profiling-notice.ts'
import { importRoutes } from './import-routes.ts'
import { identityFor, sayable, vouchedNumber } from './own-identity.ts'
import { listCases, readOwnPerson, readPerson } from './reads.ts'
import { registerPerson } from './register-person.ts'

const module = 'registration'

export const routes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/registrations',
    operation: 'registerPerson',
    summary: 'Register oneself digitally, or a person together with a caseworker',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'register a jobseeker',
    body: registerBody,
    reply: registered,
    status: 201,
    handle: async (context, { body }) => {
      const identity = await identityFor(context, body.details.identityNumber)
      if (!identity.ok) return identity
      return registerPerson(context, {
        ...body,
        details: { ...sayable(context, body.details), identityNumber: identity.value },
      })
    },
  }),
  route({
    method: 'GET',
    path: '/persons/me',
    operation: 'getOwnPerson',
    summary: 'What is stored about oneself; null before registration',
    module,
    may: ['jobseeker'],
    purpose: 'show the person the own data',
    reply: ownPersonReply,
    handle: async (context) =>
      ok({
        person: await readOwnPerson(context),
        vouched: { name: context.actor.name, identityNumber: await vouchedNumber(context) },
      }),
  }),
  route({
    method: 'GET',
    path: '/cases',
    operation: 'listCases',
    summary: 'Cases by family name, one’s own or the office’s; search by the beginning of names',
    module,
    may: ['caseworker', 'overseer'],
    purpose: 'find the case to work on',
    query: caseListQuery,
    reply: caseListPage,
    handle: async (context, { query }) => ok(await listCases(context, query)),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/person',
    operation: 'getPerson',
    summary: 'Everything stored about the person of a case, with every version',
    module,
    may: ['jobseeker', 'caseworker', 'overseer'],
    purpose: 'handle the case',
    params: caseParams,
    reply: personPage,
    handle: (context, { params }) => readPerson(context, caseId(params.caseId)),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/person',
    operation: 'correctPerson',
    summary: 'Correct facts about the person; both versions stay',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'correct the register',
    params: caseParams,
    body: correctBody,
    reply: corrected,
    handle: async (context, { params, body }) => {
      const done = await correctPerson(context, { caseId: caseId(params.caseId), ...body })
      return done.ok ? ok({ versionId: done.value.versionId, changed: [...done.value.changed] }) : done
    },
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/profiling-notice',
    operation: 'giveProfilingNotice',
    summary: 'Record that the person has been told about profiling',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'inform before profiling',
    params: caseParams,
    body: noticeBody,
    reply: saved,
    handle: (context, { params, body }) => giveProfilingNotice(context, { caseId: caseId(params.caseId), ...body }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/channel',
    operation: 'showChannel',
    summary: 'How the person has chosen to be told of meetings and the like',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'reach the person',
    params: caseParams,
    reply: channelReply,
    handle: (context, { params }) => channelChoice(context, caseId(params.caseId)),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/channel',
    operation: 'chooseChannel',
    summary: 'Choose how to be told of meetings and the like',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'reach the person',
    params: caseParams,
    body: channelBody,
    reply: saved,
    handle: (context, { params, body }) => chooseChannel(context, { caseId: caseId(params.caseId), ...body }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/assignment',
    operation: 'assignCase',
    summary: 'Give the case to an office and a caseworker',
    module,
    may: ['caseworker'],
    purpose: 'share out work',
    params: caseParams,
    body: assignmentBody,
    reply: saved,
    handle: (context, { params, body }) =>
      assignCase(context, {
        caseId: caseId(params.caseId),
        officeId: officeId(body.officeId),
        caseworkerId: body.caseworkerId === null ? null : userId(body.caseworkerId),
      }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/named-staff',
    operation: 'nameStaff',
    summary: 'Name one more of the staff who handle a protected person',
    module,
    may: ['caseworker'],
    purpose: 'handle a protected identity',
    params: caseParams,
    body: namedStaffBody,
    reply: saved,
    handle: (context, { params, body }) =>
      nameStaff(context, { caseId: caseId(params.caseId), userId: userId(body.userId) }),
  }),
  route({
    method: 'GET',
    path: '/delivery-areas',
    operation: 'listDeliveryAreas',
    summary: 'Delivery areas with their municipalities and the service that takes new referrals',
    module,
    may: 'public',
    purpose: 'show where the service exists',
    reply: deliveryAreaList,
    handle: async (context) =>
      ok({
        items: (await deliveryAreas(context)).map((area) => ({ ...area, municipalities: [...area.municipalities] })),
      }),
  }),
  ...importRoutes,
]
