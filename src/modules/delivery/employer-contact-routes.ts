import { route } from '../../platform/http/route.ts'
import {
  caseContactsReply,
  contactCorrectionBody,
  contactParams,
  contactsQuery,
  employerContactBody,
  employerContactsReply,
} from './contract/employer-contacts.ts'
import { caseParams, savedReply } from './contract.ts'
import { contactsOfCase, employerContacts } from './employer-contact-reads.ts'
import { correctEmployerContact, logEmployerContact } from './log-employer-contact.ts'

const provider = { module: 'delivery', may: ['coordinator', 'adviser'] } as const

/** Contacts with employers, as a log of their own. */
export const employerContactRoutes = [
  route({
    method: 'GET',
    path: '/employer-contacts',
    operation: 'listEmployerContacts',
    summary: "The provider's contacts with employers, the latest first",
    ...provider,
    purpose: 'give the service',
    query: contactsQuery,
    reply: employerContactsReply,
    handle: (context, { query }) => employerContacts(context, query),
  }),
  route({
    method: 'POST',
    path: '/employer-contacts',
    operation: 'logEmployerContact',
    summary: 'Log a contact with an employer, for some participants or for none in particular',
    ...provider,
    purpose: 'give the service',
    body: employerContactBody,
    reply: savedReply,
    status: 201,
    handle: (context, { body }) => logEmployerContact(context, body),
  }),
  route({
    method: 'POST',
    path: '/employer-contacts/:contactId/correction',
    operation: 'correctEmployerContact',
    summary: 'Correct a logged contact with an employer, or withdraw it',
    ...provider,
    purpose: 'give the service',
    params: contactParams,
    body: contactCorrectionBody,
    reply: savedReply,
    status: 201,
    handle: (context, { params, body }) => correctEmployerContact(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/employer-contacts',
    operation: 'listCaseEmployerContacts',
    summary: 'Contacts with employers made for the participant, the latest first',
    module: 'delivery',
    may: ['jobseeker', 'caseworker', 'overseer', 'coordinator', 'adviser'],
    purpose: 'follow the service',
    params: caseParams,
    reply: caseContactsReply,
    handle: (context, { params }) => contactsOfCase(context, params.caseId),
  }),
]
