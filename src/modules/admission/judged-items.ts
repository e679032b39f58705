import type { Day } from '../../kernel/day.ts'
import type { Context } from '../../platform/context.ts'
import {
  answerKind,
  type Item,
  isMunicipalNumber,
  itemsOf,
  requirementsOn,
  type Standing,
  standingOf,
} from './domain/index.ts'
import { opinionsOn, type StoredApplication, type StoredOpinion } from './store.ts'

/** A thing to judge with what the officers hold of it. */
export interface HeldItem {
  readonly item: Item
  readonly answerKind: string
  readonly opinions: readonly StoredOpinion[]
  readonly standing: Standing
}

export type SentApplication = StoredApplication & { readonly sentOn: Day }

/** Every item of the applications, by application. */
export async function heldItems(
  context: Context,
  applications: readonly SentApplication[],
): Promise<ReadonlyMap<string, readonly HeldItem[]>> {
  const opinions = await opinionsOn(
    context,
    applications.map((one) => one.applicationId),
  )
  return new Map(
    applications.map((one) => [
      one.applicationId,
      itemsOf(requirementsOn(one.terms, one.sentOn), one.content.areas).map((item) =>
        heldItem(
          context,
          one,
          item,
          opinions.filter((each) => each.applicationId === one.applicationId),
        ),
      ),
    ]),
  )
}

function heldItem(
  { rules }: Context,
  application: SentApplication,
  item: Item,
  opinions: readonly StoredOpinion[],
): HeldItem {
  const own = opinions.filter((one) => one.requirement === item.requirement.code && one.areaCode === item.areaCode)
  const { sentOn, terms, content } = application
  const facts = { sentOn, terms, lowestCreditRating: rules.admission.lowestCreditRating }
  return { item, answerKind: answerKind(item, content, facts), opinions: own, standing: standingOf(item, own) }
}

/** How many of the items are left, and over how many of them two officers disagree. */
export function leftOf(items: readonly HeldItem[]): { left: number; disagreed: number } {
  return {
    left: items.filter((one) => one.standing.state !== 'settled').length,
    disagreed: items.filter((one) => one.standing.state === 'disagreed').length,
  }
}

/** Whether the application is a municipality's, which may not provide by the rules of the day (programme 4.4). */
export function isRefusedMunicipality({ rules }: Context, { content }: Pick<StoredApplication, 'content'>): boolean {
  return !rules.market.municipalityMayProvide && isMunicipalNumber(content.organisationNumber)
}
