import type { OrganisationId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { ownAdvisers } from './advisers.ts'
import { changeAddress } from './change-address.ts'
import {
  addressChangeBody,
  addressParams,
  adviserBody,
  advisersReply,
  contractEndBody,
  receiversReply,
  rollOutBody,
  rollOutDecisionBody,
  rollOutDecisionReply,
  rollOutParams,
  rollOutPlanReply,
  rollOutPlansReply,
  transferBody,
  transferDecisionBody,
  transferDecisionReply,
  transferParams,
  transfersReply,
} from './contract/supply.ts'
import { contractParams, keyReply, pageQuery, savedReply } from './contract.ts'
import { decideTransfer } from './decide-transfer.ts'
import { endContract } from './end-contract.ts'
import { decideRollOut, planRollOut } from './plan-roll-out.ts'
import { prepareTransfer } from './prepare-transfer.ts'
import { listPlans, simulatePlan } from './roll-out-reads.ts'
import { setAdviser } from './set-adviser.ts'
import { listReceivers, listTransfers } from './transfers.ts'

const module = 'market'

const deskRoutes = [
  route({
    method: 'GET',
    path: '/provider/advisers',
    operation: 'listOwnAdvisers',
    summary: "The provider's own staff by address, and how many participants they may have",
    module,
    may: ['coordinator', 'adviser'],
    purpose: 'plan capacity',
    reply: advisersReply,
    handle: (context) => ownAdvisers(context),
  }),
  route({
    method: 'POST',
    path: '/provider/advisers',
    operation: 'setAdviser',
    summary: 'Enter or change somebody who meets participants at an address',
    module,
    may: ['coordinator'],
    purpose: 'plan capacity',
    body: adviserBody,
    reply: keyReply,
    status: 201,
    handle: (context, { body }) =>
      setAdviser(context, { ...body, providerId: context.actor.organisationId as OrganisationId }),
  }),
  route({
    method: 'POST',
    path: '/provider/addresses/:addressId/presentation',
    operation: 'changeAddress',
    summary: 'Change what those who choose see of an own address: presentation, languages, lines of work',
    module,
    may: ['coordinator'],
    purpose: 'no personal data',
    params: addressParams,
    body: addressChangeBody,
    reply: savedReply,
    handle: (context, { params, body }) => changeAddress(context, { ...params, ...body }),
  }),
] as const

const contractRoutes = [
  route({
    method: 'POST',
    path: '/contracts/:contractId/end',
    operation: 'endContract',
    summary: 'Give a contract its last day before time; nobody can start after it',
    module,
    may: ['administrator', 'overseer'],
    purpose: 'keep the register of providers',
    params: contractParams,
    body: contractEndBody,
    reply: savedReply,
    handle: (context, { params, body }) => endContract(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/contracts/:contractId/transfers',
    operation: 'prepareTransfer',
    summary: 'Prepare that a contract passes to another organisation with its participants',
    module,
    may: ['overseer'],
    purpose: 'keep the register of providers',
    params: contractParams,
    body: transferBody,
    reply: keyReply,
    status: 201,
    handle: (context, { params, body }) => prepareTransfer(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/contract-transfers',
    operation: 'listTransfers',
    summary: 'Contracts that pass to another organisation',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    query: pageQuery,
    reply: transfersReply,
    handle: async (context, { query }) => ok(await listTransfers(context, query)),
  }),
  route({
    method: 'GET',
    path: '/contract-receivers',
    operation: 'listReceivers',
    summary: 'Organisations that a contract can pass to',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    reply: receiversReply,
    handle: async (context) => ok(await listReceivers(context)),
  }),
  route({
    method: 'POST',
    path: '/contract-transfers/:transferId/decision',
    operation: 'decideTransfer',
    summary: 'Approve or return a transfer that another person prepared',
    module,
    may: ['overseer'],
    purpose: 'keep the register of providers',
    params: transferParams,
    body: transferDecisionBody,
    reply: transferDecisionReply,
    status: 201,
    handle: (context, { params, body }) => decideTransfer(context, { ...params, ...body }),
  }),
] as const

const rollOutRoutes = [
  route({
    method: 'GET',
    path: '/roll-out-plans',
    operation: 'listRollOutPlans',
    summary: 'Plans by which areas pass to Rusta och matcha',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    query: pageQuery,
    reply: rollOutPlansReply,
    handle: async (context, { query }) => ok(await listPlans(context, query)),
  }),
  route({
    method: 'POST',
    path: '/roll-out-plans',
    operation: 'planRollOut',
    summary: 'Prepare which areas pass to Rusta och matcha, and when',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    body: rollOutBody,
    reply: keyReply,
    status: 201,
    handle: (context, { body }) => planRollOut(context, body),
  }),
  route({
    method: 'GET',
    path: '/roll-out-plans/:rollOutId',
    operation: 'showRollOutPlan',
    summary: 'A plan with what each area would have on its first day with the new service',
    module,
    may: ['overseer', 'administrator'],
    purpose: 'no personal data',
    params: rollOutParams,
    reply: rollOutPlanReply,
    handle: (context, { params }) => simulatePlan(context, params.rollOutId),
  }),
  route({
    method: 'POST',
    path: '/roll-out-plans/:rollOutId/decision',
    operation: 'decideRollOut',
    summary: 'Sign or return a plan that somebody else prepared',
    module,
    may: ['administrator'],
    purpose: 'no personal data',
    params: rollOutParams,
    body: rollOutDecisionBody,
    reply: rollOutDecisionReply,
    status: 201,
    handle: (context, { params, body }) => decideRollOut(context, { planId: params.rollOutId, ...body }),
  }),
] as const

/** What the authority and the providers keep: staff and presentation, the end and passing of contracts, the roll-out. */
export const supplyRoutes = [...deskRoutes, ...contractRoutes, ...rollOutRoutes] as const
