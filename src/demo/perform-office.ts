import type { Month } from '../kernel/day.ts'
import { hash32 } from '../kernel/hash.ts'
import type { CaseId, ReportId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { approveStatement, statementsOf } from '../modules/compensation/index.ts'
import { decideReport, draftMonthReports, providerReports, signReports } from '../modules/delivery/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { OfficeAct, OfficeStep } from '../simulation/script.ts'
import { type Cast, type Moment, must, perform, type Stage } from './house.ts'

const longestPage = 100
const notApproved = 'Aktiviteterna följer inte planen. Rätta och skicka in på nytt.'

/** A signed report that the rule did not approve and a caseworker has to look at. */
interface ToDecide {
  readonly reportId: ReportId
  readonly caseId: CaseId
  readonly month: Month
}

/** What is done for many at once; remembers between the steps which reports wait for a caseworker. */
export class OfficeWork {
  readonly #stage: Stage
  readonly #cast: Cast
  readonly #caseworkerOf: (caseId: CaseId, moment: Moment) => Promise<{ key: string; caseworker: Actor | null }>
  #toDecide: ToDecide[] = []

  constructor(parts: {
    stage: Stage
    cast: Cast
    caseworkerOf: (caseId: CaseId, moment: Moment) => Promise<{ key: string; caseworker: Actor | null }>
  }) {
    this.#stage = parts.stage
    this.#cast = parts.cast
    this.#caseworkerOf = parts.caseworkerOf
  }

  /** One result for each use case. */
  do(step: OfficeStep): Promise<Result<unknown>[]> {
    const { input } = step
    if (input.act === 'sign-reports') return this.#sign(step, input)
    return input.act === 'decide-reports' ? this.#decide(step) : this.#approve(step, input)
  }

  async #sign(
    step: OfficeStep,
    { provider, month }: Extract<OfficeAct, { act: 'sign-reports' }>,
  ): Promise<Result<unknown>[]> {
    const actor = this.#cast.providers.get(provider)?.coordinator
    if (actor === undefined) throw new Error(`${provider} is not on the stage`)
    const drafts = await this.#drafts(step, actor, month)
    if (drafts.length === 0) return []
    const signed = await this.#signAll(step, actor, drafts)
    if (signed.ok || signed.problem.code !== 'changed-meanwhile') return [signed]
    // An end that was told of late changes the month's log: the drafts are made anew, as on the coordinator's screen.
    const renewed = await must(this.#stage, step, {
      actor,
      operation: 'draftMonthReports',
      body: (context) => draftMonthReports(context, { month }),
    })
    const known = new Set<string>(renewed.reports.map((report) => report.reportId))
    const left = (await this.#drafts(step, actor, month)).filter((draft) => known.has(draft.reportId))
    return left.length === 0 ? [] : [await this.#signAll(step, actor, left)]
  }

  /** Every unsigned report of the provider for the month. */
  async #drafts(step: OfficeStep, actor: Actor, month: Month): Promise<ToDecide[]> {
    const drafts: ToDecide[] = []
    for (let page = 1; ; page += 1) {
      const query = { month, state: 'draft', whose: 'all', page, limit: longestPage } as const
      const found = await must(this.#stage, step, {
        actor,
        operation: 'providerReports',
        body: (context) => providerReports(context, query),
      })
      for (const { reportId, caseId } of found.items) {
        drafts.push({ reportId: reportId as ReportId, caseId: caseId as CaseId, month })
      }
      if (page * longestPage >= found.total) return drafts
    }
  }

  async #signAll(step: OfficeStep, actor: Actor, drafts: readonly ToDecide[]): Promise<Result<unknown>> {
    const signed = await perform(this.#stage, step, {
      actor,
      operation: 'signReports',
      body: (context) => signReports(context, { reportIds: drafts.map((draft) => draft.reportId) }),
    })
    if (!signed.ok) return signed
    for (const { reportId, state } of signed.value.reports) {
      const draft = drafts.find((one) => one.reportId === reportId)
      if (state === 'being-handled' && draft !== undefined) this.#toDecide.push(draft)
    }
    return signed
  }

  async #decide(step: OfficeStep): Promise<Result<unknown>[]> {
    const results: Result<unknown>[] = []
    for (const { reportId, caseId, month } of this.#toDecide.splice(0)) {
      const { key, caseworker } = await this.#caseworkerOf(caseId, step)
      if (caseworker === null) continue
      const refused = hash32(`${key} ${month}`) % 9 === 0
      results.push(
        await perform(this.#stage, step, {
          actor: caseworker,
          operation: 'decideReport',
          body: (context) =>
            decideReport(
              context,
              refused ? { reportId, outcome: 'not-approved', why: notApproved } : { reportId, outcome: 'approved' },
            ),
        }),
      )
    }
    return results
  }

  async #approve(
    step: OfficeStep,
    { first, share }: Extract<OfficeAct, { act: 'approve-statements' }>,
  ): Promise<Result<unknown>[]> {
    const actor = this.#cast.approvers[first ? 0 : 1]
    if (actor === undefined) throw new Error('the stage has no two approvers')
    const page = await must(this.#stage, step, {
      actor,
      operation: 'statementsOf',
      body: async (context) => ok(await statementsOf(context, { state: 'waiting', page: 1, limit: longestPage })),
    })
    const waiting = page.items.filter((statement) => statement.approvals === (first ? 0 : 1))
    const results: Result<unknown>[] = []
    for (const { statementId, totalOre } of waiting.slice(0, Math.ceil(waiting.length * share))) {
      results.push(
        await perform(this.#stage, step, {
          actor,
          operation: 'approveStatement',
          body: (context) => approveStatement(context, { statementId: statementId as never, totalOre }),
        }),
      )
    }
    return results
  }
}
