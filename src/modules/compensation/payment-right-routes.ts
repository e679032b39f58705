import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import {
  endPaymentRightBody,
  endPaymentRightReply,
  givePaymentRightBody,
  givePaymentRightReply,
  paymentRightsReply,
  rightParams,
} from './contract/rights.ts'
import { endPaymentRight, givePaymentRight, paymentRights } from './payment-rights.ts'

const module = 'compensation'

/** Who may approve money, for which office and how much. */
export const paymentRightRoutes = [
  route({
    method: 'GET',
    path: '/payment-rights',
    operation: 'listPaymentRights',
    summary: 'Rights to approve payments: who, for which office, up to how much and when',
    module,
    may: ['administrator', 'approver', 'overseer'],
    purpose: 'no personal data',
    reply: paymentRightsReply,
    handle: async (context) => ok(await paymentRights(context)),
  }),
  route({
    method: 'POST',
    path: '/payment-rights',
    operation: 'givePaymentRight',
    summary: 'Give an approver a right to approve payments; never to oneself',
    module,
    may: ['administrator'],
    purpose: 'no personal data',
    body: givePaymentRightBody,
    reply: givePaymentRightReply,
    status: 201,
    handle: (context, { body }) => givePaymentRight(context, body),
  }),
  route({
    method: 'POST',
    path: '/payment-rights/:rightId/end',
    operation: 'endPaymentRight',
    summary: 'End a right to approve payments',
    module,
    may: ['administrator'],
    purpose: 'no personal data',
    params: rightParams,
    body: endPaymentRightBody,
    reply: endPaymentRightReply,
    status: 201,
    handle: (context, { params, body }) => endPaymentRight(context, { ...params, ...body }),
  }),
] as const
