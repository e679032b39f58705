import type { Month } from '../kernel/day.ts'
import { hash32 } from '../kernel/hash.ts'
import type { CaseId, ReportId } from '../kernel/ids.ts'
import { ok, type Result } from '../kernel/result.ts'
import { approveStatement, statementsOf } from '../modules/compensation/index.ts'
import { decideReport, providerReports, signReports } from '../modules/delivery/index.ts'
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
    const results: Result<unknown>[] = []
    // Signed ones are no drafts any more, so that the first page is always what is left.
    for (;;) {
      const query = { month, state: 'draft', whose: 'all', page: 1, limit: longestPage } as const
      const page = await must(this.#stage, step, {
        actor,
        operation: 'providerReports',
        body: (context) => providerReports(context, query),
      })
      if (page.items.length === 0) return results
      const reportIds = page.items.map((report) => report.reportId as ReportId)
      const signed = await perform(this.#stage, step, {
        actor,
        operation: 'signReports',
        body: (context) => signReports(context, { reportIds }),
      })
      results.push(signed)
      if (!signed.ok) return results
      const cases = new Map(page.items.map((report) => [report.reportId, report.caseId]))
      for (const { reportId, state } of signed.value.reports) {
        if (state === 'being-handled') this.#toDecide.push({ reportId, month, caseId: cases.get(reportId) as CaseId })
      }
    }
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
