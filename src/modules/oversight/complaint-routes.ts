import { type Route, route } from '../../platform/http/route.ts'
import { answerComplaint } from './answer-complaint.ts'
import { complaints, complaintsOfCase } from './complaint-reads.ts'
import {
  complaintAnswerBody,
  complaintAnswerReply,
  complaintBody,
  complaintCaseParams,
  complaintParams,
  complaintReply,
  complaintsReply,
  ownComplaintsReply,
} from './contract.ts'
import { fileComplaint } from './file-complaint.ts'

const module = 'oversight'
const purpose = 'handle a complaint'

export const complaintRoutes: readonly Route[] = [
  route({
    module,
    purpose,
    method: 'GET',
    path: '/cases/:caseId/complaints',
    operation: 'listOwnComplaints',
    summary: 'What the participant has complained of, with the answers',
    may: ['jobseeker'],
    params: complaintCaseParams,
    reply: ownComplaintsReply,
    handle: (context, { params }) => complaintsOfCase(context, params.caseId),
  }),
  route({
    module,
    purpose,
    method: 'POST',
    path: '/cases/:caseId/complaints',
    operation: 'fileComplaint',
    summary: 'Complain of the provider, the employment service or something else',
    may: ['jobseeker'],
    params: complaintCaseParams,
    body: complaintBody,
    reply: complaintReply,
    status: 201,
    handle: (context, { params, body }) => fileComplaint(context, { ...params, ...body }),
  }),
  route({
    module,
    purpose,
    method: 'GET',
    path: '/complaints',
    operation: 'listComplaints',
    summary: 'Complaints, those that wait first',
    may: ['overseer'],
    reply: complaintsReply,
    handle: (context) => complaints(context),
  }),
  route({
    module,
    purpose,
    method: 'POST',
    path: '/complaints/:complaintId/answer',
    operation: 'answerComplaint',
    summary: 'Answer a complaint',
    may: ['overseer'],
    params: complaintParams,
    body: complaintAnswerBody,
    reply: complaintAnswerReply,
    status: 201,
    handle: (context, { params, body }) => answerComplaint(context, { ...params, ...body }),
  }),
]
