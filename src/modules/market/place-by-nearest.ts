import type { Point } from '../../kernel/geo.ts'
import type { CaseId } from '../../kernel/ids.ts'
import { must, ok, type Result } from '../../kernel/result.ts'
import type { Context } from '../../platform/context.ts'
import { mayAct } from '../../platform/may.ts'
import { openTasks } from '../../platform/tasks.ts'
import { municipality, neighbouringAreas } from '../../rules/reference/index.ts'
import { type CaseHead, deliveryAreas, lockCaseHeads } from '../registration/index.ts'
import { changeLocked } from './change-provider.ts'
import { type Choice, choose, isChange, type Seeker } from './domain/index.ts'
import type { Placed } from './events.ts'
import { ordinaryStarts } from './granted-days.ts'
import { placedLetters } from './letters.ts'
import { windowState } from './may-choose.ts'
import { answerInTurn, type Candidate } from './nearest-field.ts'
import { keepField, saveNearestLogs } from './nearest-log.ts'
import { chooseTogether, publishPlaced, settlePlacements } from './settle-placement.ts'
import { type HandedOverWhy, latestWindows, type StoredWindow, saveHandedOver } from './store.ts'

/** What the rule came to: placed, handed over to a caseworker, or nothing to do. */
export type NearestOutcome = 'placed' | 'handed-over' | 'nothing'

/** Somebody whose time to choose has passed. */
interface Waiting {
  readonly head: CaseHead
  readonly window: StoredWindow
}

/** Somebody for whom the rule has found a place, which is held. */
interface Found extends Waiting {
  readonly offer: Candidate
  readonly openPlaces: number | null
  readonly ordinary: Seeker['firstDay']
}

/**
 * Applies the nearest-provider rule to cases whose time to choose has passed, each in turn with the places that the earlier
 * ones left (programme 4.4). Publishes `placed`, or `provider-changed` after a move. Where the rule finds nobody, or the
 * identity is protected, a caseworker gets a task. The outcomes come in the order of the cases.
 * Problems: `not-found`, `not-allowed`.
 */
export async function placeByNearest(
  context: Context,
  command: { caseIds: readonly CaseId[] },
): Promise<Result<NearestOutcome[]>> {
  const locked = await lockCaseHeads(context, command.caseIds)
  if (!locked.ok) return locked
  const may = mayAct(context, ['system'])
  if (!may.ok) return may
  const windows = await latestWindows(context, command.caseIds)
  const outcomes = new Map<CaseId, NearestOutcome>()
  const waiting = [...locked.value.values()].flatMap((head) => {
    const window = windows.get(head.caseId)
    return window !== undefined && isWaiting(context, window) ? [{ head, window }] : []
  })
  const inTurn = new Map(waiting.map((each) => [each.head.caseId, each]))
  const ordered = [...new Set(command.caseIds)].flatMap((caseId) => inTurn.get(caseId) ?? [])
  for (const run of runsOf(ordered)) {
    const done = await placeRun(context, run)
    if (!done.ok) return done
    for (const [caseId, outcome] of done.value) outcomes.set(caseId, outcome)
  }
  return ok(command.caseIds.map((caseId) => outcomes.get(caseId) ?? 'nothing'))
}

function isWaiting(context: Context, { closedHow, handedOver, placeOn }: StoredWindow): boolean {
  return closedHow === null && handedOver === null && context.today >= placeOn
}

/** A change gives back the place that the person leaves, so it has a turn of its own; the others go together. */
function runsOf(waiting: readonly Waiting[]): Waiting[][] {
  const runs: Waiting[][] = []
  let open: Waiting[] = []
  for (const each of waiting) {
    const alone = isChange(each.window.cause)
    if (alone || open.length === 0) runs.push(alone ? [each] : open)
    if (alone) open = []
    else open.push(each)
  }
  return runs
}

async function placeRun(context: Context, run: readonly Waiting[]): Promise<Result<[CaseId, NearestOutcome][]>> {
  const { kept, logs, found, nobody } = await findInTurn(context, run)
  const handedOver = run.flatMap((each) => {
    const why =
      each.head.protection !== 'none' ? 'protected-identity' : nobody.has(each) ? 'no-place-within-reach' : null
    return why === null ? [] : [{ ...each, why } as const]
  })
  // Each is one statement or two; the server has the first while the next is made.
  const [, , placed] = await Promise.all([
    saveNearestLogs(context, kept, logs),
    handOver(context, handedOver),
    settle(
      context,
      found.filter(({ window }) => !isChange(window.cause)),
    ),
  ])
  await publishPlaced(context, placed)
  for (const { head, window, offer, ordinary } of found) {
    if (!isChange(window.cause)) continue
    const { contractId, addressId } = offer
    const notBefore = window.returnOn === null ? null : ordinary
    const changed = await changeLocked(context, head, { contractId, addressId, notBefore, assisted: false })
    if (!changed.ok) return changed
  }
  return ok([
    ...handedOver.map(({ head }): [CaseId, NearestOutcome] => [head.caseId, 'handed-over']),
    ...found.map(({ head }): [CaseId, NearestOutcome] => [head.caseId, 'placed']),
  ])
}

/** The rule's answers with their logs; who has no known home or area finds nobody, and leaves no log. */
async function findInTurn(context: Context, run: readonly Waiting[]) {
  const open = run.filter(({ head }) => head.protection === 'none')
  const seekers = await seekersOf(context, open)
  const looking = open.filter((each) => seekers.has(each))
  const { field, turns } = await answerInTurn(context, [...seekers.values()])
  const found: Found[] = []
  const nobody = new Set<Waiting>(open.filter((each) => !seekers.has(each)))
  const logs = looking.flatMap((each, index) => {
    const turn = turns[index]
    const seeker = seekers.get(each)
    if (turn === undefined || seeker === undefined) throw new Error('the rule did not answer for everybody')
    const offer = turn.nearest === null ? undefined : field[turn.nearest]
    if (offer === undefined) nobody.add(each)
    else {
      const openPlaces = turn.openPlaces[turn.fates.indexOf('nearest')] ?? null
      found.push({ ...each, offer, openPlaces, ordinary: seeker.firstDay })
    }
    const { head, window } = each
    return [{ window, homeApproximate: head.homeApproximate || head.home === null, turn }]
  })
  return { kept: await keepField(context, field), logs, found, nobody }
}

async function seekersOf(context: Context, waiting: readonly Waiting[]): Promise<Map<Waiting, Seeker>> {
  const starts = await ordinaryStarts(
    context,
    waiting.map(({ window }) => window),
  )
  const around = await areasAround(context, waiting)
  const seekers = new Map<Waiting, Seeker>()
  for (const each of waiting) {
    const { head, window } = each
    const home = homeOf(head)
    const firstDay = starts.get(window.windowId)
    if (home === null || head.areaCode === null || firstDay === undefined) continue
    const neighbours = around.get(head.areaCode) ?? []
    seekers.set(each, { home, areaCode: head.areaCode, neighbours, firstDay, seed: window.orderSeed })
  }
  return seekers
}

/** Codes of the areas that share a border with each home area. */
async function areasAround(context: Context, waiting: readonly Waiting[]): Promise<Map<string, string[]>> {
  const codes = new Set(waiting.flatMap(({ head }) => head.areaCode ?? []))
  if (codes.size === 0) return new Map()
  const areas = await deliveryAreas(context)
  return new Map([...codes].map((code) => [code, neighbouringAreas(code, areas).map((area) => area.code)]))
}

/** The person's point; without one the municipality's seat stands in. */
function homeOf(head: CaseHead): Point | null {
  return head.home ?? municipality(head.municipalityCode)?.seat ?? null
}

/** Writes the placements and the letters about them; what the other modules are to be told. */
async function settle(context: Context, found: readonly Found[]): Promise<Placed[]> {
  const chosen = found.map((each) => ({ ...each, ...choiceOf(context, each) }))
  const settled = settlePlacements(
    context,
    chosen.map((each) => ({ ...each, decisionId: each.window.decisionId, assisted: false })),
  )
  const letters = placedLetters(
    context,
    chosen.map((each) => ({ ...each, dueOn: each.window.dueOn })),
  )
  const [placementIds] = await Promise.all([settled, letters])
  return chosen.flatMap(({ head, window, offer, firstDay, how }, index) => {
    const placementId = placementIds[index]
    const { caseId, personId } = head
    const { providerId } = offer
    return placementId
      ? [{ caseId, personId, decisionId: window.decisionId, placementId, providerId, firstDay, how }]
      : []
  })
}

/** The rule's answer as a choice; throws where the law of choosing does not allow what the rule has found. */
function choiceOf(context: Context, { window, offer, openPlaces, ordinary }: Found): Choice {
  const vacancy = { period: offer.period, openForChoices: true, openPlaces }
  const asked = { by: 'rule', chosenOn: context.today, ordinary, startOn: null, startReason: null } as const
  return must(choose({ window: windowState(window), vacancy }, asked))
}

async function handOver(
  context: Context,
  handed: readonly (Waiting & { readonly why: HandedOverWhy })[],
): Promise<void> {
  const tasks = handed.map(({ head, window, why }) => {
    const named = { userId: head.caseworkerId }
    return {
      kind: chooseTogether,
      subjectId: window.windowId,
      caseId: head.caseId,
      personId: head.personId,
      why: { code: why, values: { dueOn: window.dueOn } },
      dueOn: context.today,
      for: why === 'protected-identity' ? named : { ...named, officeId: head.officeId },
    }
  })
  for (const { head } of handed) context.wrotePerson(head.personId)
  await Promise.all([saveHandedOver(context, handed), openTasks(context, tasks)])
}
