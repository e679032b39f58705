import { ok } from '../../kernel/result.ts'
import { route } from '../../platform/http/route.ts'
import { addAddress } from './add-address.ts'
import { addContract } from './add-contract.ts'
import { addProvider } from './add-provider.ts'
import { caseCatalogue, providerPage, publicCatalogue } from './catalogue.ts'
import { changeProvider } from './change-provider.ts'
import { chooseProvider } from './choose-provider.ts'
import { providerContractsReply } from './contract/supply.ts'
import {
  addressBody,
  capacityBody,
  caseCatalogueQuery,
  caseCatalogueReply,
  caseParams,
  catalogueReply,
  changeBody,
  choiceBody,
  contractBody,
  contractParams,
  contractsQuery,
  contractsReply,
  keyReply,
  nameAdviserBody,
  nearestLogReply,
  newChoicesBody,
  pageQuery,
  placedReply,
  providerBody,
  providerParams,
  providerReply,
  publicCatalogueQuery,
  savedReply,
  staffToNameReply,
} from './contract.ts'
import { listContracts } from './contract-register.ts'
import { coverageRoutes } from './coverage-routes.ts'
import { nameAdviser } from './name-adviser.ts'
import { nearestLog } from './nearest-log.ts'
import { ownContracts } from './provider-desk.ts'
import { setCapacity } from './set-capacity.ts'
import { setNewChoices } from './set-new-choices.ts'
import { staffRoutes } from './staff-routes.ts'
import { staffToName } from './staff-to-name.ts'
import { supplyRoutes } from './supply-routes.ts'

const module = 'market'

const catalogueRoutes = [
  route({
    method: 'GET',
    path: '/catalogue',
    operation: 'listCatalogue',
    summary: 'Providers near a municipality, in neutral order',
    module,
    may: 'public',
    purpose: 'find a provider',
    query: publicCatalogueQuery,
    reply: catalogueReply,
    handle: (context, { query }) => publicCatalogue(context, query),
  }),
  route({
    method: 'GET',
    path: '/catalogue/providers/:providerId',
    operation: 'showProvider',
    summary: 'One provider with its contracts and addresses',
    module,
    may: 'public',
    purpose: 'find a provider',
    params: providerParams,
    reply: providerReply,
    handle: (context, { params }) => providerPage(context, params.providerId),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/catalogue',
    operation: 'listCaseCatalogue',
    summary: 'What the person can reach, with the choice window and spells so far',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'choose a provider',
    params: caseParams,
    query: caseCatalogueQuery,
    reply: caseCatalogueReply,
    handle: (context, { params, query }) => caseCatalogue(context, { ...params, ...query }),
  }),
] as const

const choiceRoutes = [
  route({
    method: 'POST',
    path: '/cases/:caseId/choice',
    operation: 'chooseProvider',
    summary: 'Choose a provider',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'choose a provider',
    params: caseParams,
    body: choiceBody,
    reply: placedReply,
    status: 201,
    handle: (context, { params, body }) => chooseProvider(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/change-of-provider',
    operation: 'changeProvider',
    summary: 'Change provider from the next working day or a later day',
    module,
    may: ['jobseeker', 'caseworker'],
    purpose: 'change provider',
    params: caseParams,
    body: changeBody,
    reply: placedReply,
    status: 201,
    handle: (context, { params, body }) => changeProvider(context, { ...params, ...body }),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/nearest-log',
    operation: 'showNearestLog',
    summary: 'Every candidate of the nearest-provider rule, with distance and fate',
    module,
    may: ['caseworker', 'approver', 'overseer'],
    purpose: 'explain a placement',
    params: caseParams,
    reply: nearestLogReply,
    handle: (context, { params }) => nearestLog(context, params.caseId),
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/named-adviser',
    operation: 'listStaffToName',
    summary: "Whom of the provider's staff may be named for a participant with a protected identity, and who is",
    module,
    may: ['caseworker'],
    purpose: 'protect an identity',
    params: caseParams,
    reply: staffToNameReply,
    handle: (context, { params }) => staffToName(context, params.caseId),
  }),
  route({
    method: 'POST',
    path: '/cases/:caseId/named-adviser',
    operation: 'nameAdviser',
    summary: "Let one of the provider's staff see a participant with a protected identity",
    module,
    may: ['caseworker'],
    purpose: 'protect an identity',
    params: caseParams,
    body: nameAdviserBody,
    reply: savedReply,
    handle: (context, { params, body }) => nameAdviser(context, { ...params, ...body }),
  }),
] as const

const providerRoutes = [
  route({
    method: 'GET',
    path: '/provider/contracts',
    operation: 'listOwnContracts',
    summary: "The provider's own contracts with caps and places taken",
    module,
    may: ['coordinator', 'adviser'],
    purpose: 'plan capacity',
    query: pageQuery,
    reply: providerContractsReply,
    handle: (context, { query }) => ownContracts(context, query),
  }),
  route({
    method: 'POST',
    path: '/provider/contracts/:contractId/capacity',
    operation: 'setCapacity',
    summary: 'Set or lift the cap of a contract at an address',
    module,
    may: ['coordinator'],
    purpose: 'plan capacity',
    params: contractParams,
    body: capacityBody,
    reply: savedReply,
    handle: (context, { params, body }) => setCapacity(context, { ...params, ...body }),
  }),
] as const

const registerRoutes = [
  route({
    method: 'POST',
    path: '/providers',
    operation: 'addProvider',
    summary: 'Admit an organisation as a provider',
    module,
    may: ['administrator', 'overseer'],
    purpose: 'keep the register of providers',
    body: providerBody,
    reply: keyReply,
    status: 201,
    handle: (context, { body }) => addProvider(context, body),
  }),
  route({
    method: 'POST',
    path: '/providers/:providerId/addresses',
    operation: 'addAddress',
    summary: 'Add an address of a provider',
    module,
    may: ['administrator', 'overseer'],
    purpose: 'keep the register of providers',
    params: providerParams,
    body: addressBody,
    reply: keyReply,
    status: 201,
    handle: (context, { params, body }) => addAddress(context, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/contracts',
    operation: 'addContract',
    summary: 'Give a provider a contract for a delivery area',
    module,
    may: ['administrator', 'overseer'],
    purpose: 'keep the register of providers',
    body: contractBody,
    reply: keyReply,
    status: 201,
    handle: (context, { body }) => addContract(context, body),
  }),
  route({
    method: 'GET',
    path: '/contracts',
    operation: 'listContracts',
    summary: "Every provider's contracts by name, with how new choices stand",
    module,
    may: ['administrator', 'overseer'],
    purpose: 'no personal data',
    query: contractsQuery,
    reply: contractsReply,
    handle: async (context, { query }) => ok(await listContracts(context, query)),
  }),
  route({
    method: 'POST',
    path: '/contracts/:contractId/new-choices',
    operation: 'setNewChoices',
    summary: 'Stop or open a contract for new choices',
    module,
    may: ['administrator', 'overseer'],
    purpose: 'keep the register of providers',
    params: contractParams,
    body: newChoicesBody,
    reply: savedReply,
    handle: (context, { params, body }) => setNewChoices(context, { ...params, ...body }),
  }),
] as const

export const routes = [
  ...catalogueRoutes,
  ...choiceRoutes,
  ...providerRoutes,
  ...registerRoutes,
  ...supplyRoutes,
  ...staffRoutes,
  ...coverageRoutes,
] as const
