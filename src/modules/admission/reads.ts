import type { z } from 'zod'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { type Problem, problem } from '../../kernel/problem.ts'
import { kernelProblems } from '../../kernel/problems.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { problemReply } from '../../platform/http/problem-reply.ts'
import type { Language } from '../../platform/problems.ts'
import { marketProblems } from '../market/index.ts'
import { registrationProblems } from '../registration/index.ts'
import { faultsOf } from './apply.ts'
import type { applicationReply, applicationsReply, termsListReply, termsReply } from './contract.ts'
import { equalTreatment, requirementsOn, takesApplications } from './domain/index.ts'
import { type HeldItem, heldItems, isRefusedMunicipality, leftOf, type SentApplication } from './judged-items.ts'
import { admissionProblems } from './problems.ts'
import {
  areaDecisions,
  findApplication,
  findTerms,
  pageOfApplications,
  pageOfTerms,
  precedentsFor,
  type StoredApplication,
  type StoredPrecedent,
  type StoredTerms,
} from './store.ts'

type Page = { readonly page: number; readonly limit: number }

/** Published terms for everyone, drafts too for the authority; the latest version first. */
export async function listTerms(context: Context, { page, limit }: Page): Promise<z.input<typeof termsListReply>> {
  const published = context.actor.role === 'coordinator'
  const { rows, total } = await pageOfTerms(context, { page, limit, published })
  return { items: rows.map((one) => termsHead(context, one)), page, limit, total }
}

/** One version of the terms, whole. Problem: `not-found`, also for a draft that is not the reader's to see. */
export async function readTerms(context: Context, termsId: string): Promise<Result<z.input<typeof termsReply>>> {
  const found = await findTerms(context, termsId)
  const { role, userId } = context.actor
  if (found === null || (role === 'coordinator' && found.state !== 'published')) return fail(problem('not-found'))
  const { requirements, areas, ...content } = found.content
  const mayDecide = role !== 'coordinator' && found.state === 'drafted' && found.draftedBy !== userId
  return ok({
    ...termsHead(context, found),
    content: { ...content, requirements: [...requirements], areas: [...areas] },
    mayDecide,
  })
}

function termsHead({ today }: Context, { content, draftedBy: _by, ...row }: StoredTerms) {
  const { titleSv, titleEn, applyFrom, applyLastDay } = content
  const takes = row.state === 'published' && takesApplications(content, today)
  return { ...row, titleSv, titleEn, applyFrom, applyLastDay, takesApplications: takes }
}

/** The applicant's own applications, or for the authority those that were sent, waiting ones first. */
export async function listApplications(
  context: Context,
  { page, limit }: Page,
): Promise<z.input<typeof applicationsReply>> {
  const { rows, total } = await pageOfApplications(context, { page, limit })
  const held = isOfficer(context)
    ? await heldItems(context, rows.filter(isSent))
    : new Map<string, readonly HeldItem[]>()
  const items = rows.map((one) => {
    const open = held.get(one.applicationId)
    const { left, disagreed } = open === undefined ? { left: null, disagreed: null } : leftOf(open)
    return { ...applicationHead(context, one), left, disagreed }
  })
  return { items, page, limit, total }
}

function applicationHead({ today }: Context, one: StoredApplication) {
  const { applicationId, organisationName, termsId, terms, savedAt, sentOn, dueOn, decidedOn, withdrawnOn } = one
  return {
    applicationId,
    organisationName,
    termsId,
    termsTitleSv: terms.titleSv,
    termsTitleEn: terms.titleEn,
    state: stateOf(one),
    savedAt,
    sentOn,
    dueOn,
    decidedOn,
    withdrawnOn,
    handlingDays: sentOn === null ? null : daysBetween(sentOn, decidedOn ?? withdrawnOn ?? today),
    areas: one.content.areas.length,
  }
}

function stateOf({ sentOn, decidedOn, withdrawnOn }: StoredApplication): z.input<typeof applicationReply>['state'] {
  if (withdrawnOn !== null) return 'withdrawn'
  if (sentOn === null) return 'draft'
  return decidedOn === null ? 'sent' : 'decided'
}

const isSent = (one: StoredApplication): one is SentApplication => one.sentOn !== null
const isOfficer = ({ actor }: Context): boolean => actor.role === 'overseer'

/** An application as its reader may see it: the applicant with the faults of a draft, an officer with what is held. */
export async function readApplication(
  context: Context,
  applicationId: string,
  language: Language,
): Promise<Result<z.input<typeof applicationReply>>> {
  const found = await findApplication(context, applicationId)
  if (found === null) return fail(problem('not-found'))
  const { content, terms, draftId } = found
  const requirements = requirementsOn(terms, found.sentOn ?? context.today)
  return ok({
    ...applicationHead(context, found),
    draftId,
    content: content as z.input<typeof applicationReply>['content'],
    requirements: requirements.map(({ kind: _kind, from: _from, lastDay: _lastDay, ...shown }) => shown),
    offeredAreas: terms.areas.map((one) => one.code),
    faults: found.sentOn === null && found.withdrawnOn === null ? worded(faultsOf(context, found), language) : [],
    documents: [...found.documents],
    withdrawalReason: found.withdrawalReason,
    municipality: isRefusedMunicipality(context, found),
    items: isOfficer(context) && isSent(found) ? await itemsFor(context, found) : null,
    decision: found.decidedOn === null ? null : await decisionOf(context, found, found.decidedOn),
  })
}

async function itemsFor(context: Context, application: SentApplication) {
  const held = (await heldItems(context, [application])).get(application.applicationId) ?? []
  const codes = [...new Set(held.map(({ item }) => item.requirement.code))]
  const precedents = await precedentsFor(context, application.applicationId, codes)
  return held.map((one) => itemFor(context, one, precedents))
}

function itemFor(
  { actor }: Context,
  { item, answerKind, opinions, standing }: HeldItem,
  precedents: readonly StoredPrecedent[],
) {
  const { code, from: _from, lastDay: _lastDay, ...requirement } = item.requirement
  const same = precedents.filter((one) => one.requirement === code && one.answerKind === answerKind)
  const { met, notMet, differs, outcome: before } = equalTreatment(same)
  const outcome = standing.state === 'settled' ? standing.outcome : null
  return {
    ...requirement,
    requirement: code,
    areaCode: item.areaCode,
    answerKind,
    standing: standing.state,
    outcome,
    opinions: opinions.map(({ name, by, outcome: held, reason, at }) => ({
      name,
      own: by === actor.userId,
      outcome: held,
      reason,
      at,
    })),
    precedents: { met, notMet, differs },
    unequal: before !== null && opinions.some((one) => one.outcome !== before),
  }
}

async function decisionOf(context: Context, { applicationId, terms, decisionReason }: StoredApplication, onDay: Day) {
  const words = new Map(terms.requirements.map((one) => [one.code, one]))
  const areas = await areaDecisions(context, applicationId)
  return {
    onDay,
    reason: decisionReason ?? '',
    appealSv: terms.appealSv,
    appealEn: terms.appealEn,
    areas: areas.map(({ grounds, ...area }) => ({
      ...area,
      grounds: grounds.map(({ requirement, reason }) => ({
        requirement,
        reason,
        sv: words.get(requirement)?.sv ?? municipalityWords.sv.title,
        en: words.get(requirement)?.en ?? municipalityWords.en.title,
      })),
    })),
  }
}

const texts = { ...kernelProblems, ...registrationProblems, ...marketProblems, ...admissionProblems }
const municipalityWords = marketProblems['municipality-not-provider'] ?? {
  sv: { title: 'En kommun kan inte vara leverantör' },
  en: { title: 'A municipality cannot be a provider' },
}

/** The faults in the reader's words, each with what to do about it. */
export function worded(faults: readonly Problem[], language: Language) {
  return faults.map((one) => {
    const { code, field, title, detail: cure } = problemReply(one, texts, language)
    return { code, title, cure, ...(field === undefined ? {} : { field }) }
  })
}
