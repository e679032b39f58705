import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { month } from '../../../../src/kernel/day.ts'
import type { MonthRunsReply } from '../../../../src/modules/compensation/contract.ts'
import { readAgain } from '../../api/query-keys.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Progress } from '../../ui/progress.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

type Run = MonthRunsReply['items'][number]

const path = '/money/month-runs'
const latest = { limit: 5 }
const paceMs = 2000

/** The latest runs; asked again while one goes on, so that the page can be left and come back to. New statements show in the lists. */
export function useMonthRuns(): readonly Run[] {
  const { data } = useApi<MonthRunsReply>(path, latest)
  const going = data?.items.some((run) => run.state !== 'done') ?? false
  // A second reader of the same answer asks again while the work goes on.
  useApi<MonthRunsReply>(going ? path : null, latest, { everyMs: paceMs })
  const client = useQueryClient()
  const statements = data?.items.reduce((sum, run) => sum + run.statements, 0) ?? 0
  const seen = useRef(statements)
  useEffect(() => {
    if (statements > seen.current) void readAgain(client, ['/statements'])
    seen.current = statements
  }, [statements, client])
  return data?.items ?? []
}

/** How far each run has come, and what came of it in one sentence. */
export function MonthRuns({ runs }: { runs: readonly Run[] }) {
  const text = useText()
  if (runs.length === 0) return null
  return (
    <section aria-labelledby="month-runs">
      <h2 id="month-runs">{text('runs.title')}</h2>
      <ul className="k-plain-list k-rows" aria-live="polite">
        {runs.map((run) => (
          <li key={run.runId}>
            <RunLine run={run} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RunLine({ run }: { run: Run }) {
  const text = useText()
  const format = useFormat()
  const of = format.month(month(run.month))
  const n = (value: number) => format.number(value)
  return (
    <div className="k-stack">
      <p>
        {text(`runs.${run.kind}`, { month: of })}{' '}
        <Status kind={run.state === 'done' ? 'done' : 'waiting'} label={text(`runs.state.${run.state}`)} />
      </p>
      {run.state !== 'done' && run.contracts !== null && run.contracts > 0 && (
        <Progress label={text('runs.contracts')} done={run.contractsDone} total={run.contracts} />
      )}
      <p className="k-small">
        {text('runs.sum', {
          statements: n(run.statements),
          lines: n(run.lines),
          cases: n(run.casesDone),
          amount: format.kronor(run.totalOre),
        })}{' '}
        {run.openCases > 0 && text('runs.open', { n: run.openCases })}
      </p>
    </div>
  )
}
