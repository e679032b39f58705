import type { ImportRun } from '../../../../src/modules/registration/contract.ts'
import { useFormat } from '../../language/use-format.ts'
import { Progress } from '../../ui/progress.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'

const kinds = { waiting: 'waiting', running: 'waiting', done: 'done', refused: 'stopped' } as const

/** How far an import has come, and what came of it in one sentence. */
export function ImportState({ run }: { run: ImportRun }) {
  const text = useText()
  const format = useFormat()
  const n = (value: number) => format.number(value)
  return (
    <div className="k-stack">
      <Status kind={kinds[run.state]} label={text(`import-state.${run.state}`)} />
      {run.state === 'running' && run.rowsTotal !== null && (
        <Progress label={text('import.rows')} done={run.rows} total={run.rowsTotal} />
      )}
      {run.refusal !== null && (
        <p>
          {run.refusal.title}. {run.refusal.cure}
        </p>
      )}
      {run.state === 'done' && (
        <p>
          {text('import.sum', {
            accepted: n(run.accepted),
            updated: n(run.updated),
            unchanged: n(run.unchanged),
            refused: n(run.refused),
          })}
        </p>
      )}
    </div>
  )
}
