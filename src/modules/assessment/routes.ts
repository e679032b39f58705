import { z } from 'zod'
import { caseId } from '../../kernel/ids.ts'
import { route } from '../../platform/http/route.ts'
import { unlessHidden } from '../registration/index.ts'
import { assessPerson } from './assess-person.ts'
import { assessmentsReply, assessPersonBody, assessPersonReply, explainedReply } from './contract.ts'
import { explainAssessment } from './explained.ts'
import { glassBox } from './glass-box.ts'
import { modelRoutes } from './model-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import { windowRoutes } from './window-routes.ts'

const params = z.object({ caseId: z.uuid() })

export const routes = [
  route({
    method: 'POST',
    path: '/cases/:caseId/assessments',
    operation: 'assessPerson',
    summary: 'Ask the assessment tool about a person',
    module: 'assessment',
    may: ['caseworker'],
    purpose: 'assess the need of the service',
    params,
    body: assessPersonBody,
    reply: assessPersonReply,
    status: 201,
    handle: (context, { params: { caseId: id }, body }) => assessPerson(context, { caseId: caseId(id), ...body }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/assessments',
    operation: 'listAssessments',
    summary: 'All assessments of a case with every part, the latest first',
    module: 'assessment',
    may: ['caseworker', 'overseer'],
    purpose: 'decide on referral',
    params,
    reply: assessmentsReply,
    handle: async (context, { params: { caseId: id }, language }) => {
      const items = await glassBox(context, caseId(id), language)
      return unlessHidden(context, caseId(id), { reply: { items }, empty: items.length === 0 })
    },
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/assessment-explained',
    operation: 'explainAssessment',
    summary: 'The latest assessment explained to the person in plain words',
    module: 'assessment',
    may: ['jobseeker', 'caseworker'],
    purpose: 'explain the assessment to the person',
    params,
    reply: explainedReply,
    handle: async (context, { params: { caseId: id }, language }) => {
      const explanation = await explainAssessment(context, caseId(id), language)
      return unlessHidden(context, caseId(id), { reply: { explanation }, empty: explanation === null })
    },
  }),
  ...reviewRoutes,
  ...windowRoutes,
  ...modelRoutes,
] as const
