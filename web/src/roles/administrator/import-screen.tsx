import { Link, useParams } from '@tanstack/react-router'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { ImportRun } from '../../../../src/modules/registration/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Facts } from '../../ui/facts.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { ImportState } from './import-state.tsx'
import { useText } from './texts.ts'

const paceMs = 1000

/** One import: how far it has come, what came of it, and the refused rows to download and mend. */
export function ImportScreen() {
  const text = useText()
  const { importId = '' } = useParams({ strict: false })
  const path = `/imports/${importId}`
  const { data, error, refetch } = useApi<ImportRun>(path)
  const going = data?.state === 'waiting' || data?.state === 'running'
  // A second reader of the same answer asks again while the work goes on.
  useApi<ImportRun>(going ? path : null, {}, { everyMs: paceMs })
  if (data === undefined)
    return (
      <Screen title={text('imports.title')}>
        {error === null ? <Loading lines={5} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  return (
    <Screen
      title={data.name}
      lead={text('import.lead')}
      action={<Link to="/app/administrator/imports">{text('import.back')}</Link>}
    >
      <Panel>
        <div aria-live="polite">
          <ImportState run={data} />
        </div>
        <div className="k-measure">
          <RunFacts run={data} />
        </div>
      </Panel>
      {data.refused > 0 && (
        <Panel title={text('import.refused-title')}>
          <p>{text('import.refused-words', { n: data.refused })}</p>
          <p>
            <a className="k-button-link k-secondary" href={`/api/v1${path}/problems.csv`} download>
              {text('import.download', { n: data.refused })}
            </a>
          </p>
        </Panel>
      )}
    </Screen>
  )
}

function RunFacts({ run }: { run: ImportRun }) {
  const text = useText()
  const format = useFormat()
  const bytesInKilobyte = 1000
  return (
    <Facts
      items={[
        { label: text('import.rows'), value: format.number(run.rows) },
        { label: text('import.accepted'), value: format.number(run.accepted) },
        { label: text('import.updated'), value: format.number(run.updated) },
        { label: text('import.unchanged'), value: format.number(run.unchanged) },
        { label: text('import.refused'), value: format.number(run.refused) },
        { label: text('import.size'), value: `${format.number(Math.ceil(run.sizeBytes / bytesInKilobyte))} kB` },
        { label: text('import.started'), value: format.instant(run.recordedAt as Instant) },
        ...(run.endedAt === null
          ? []
          : [{ label: text('import.ended'), value: format.instant(run.endedAt as Instant) }]),
      ]}
    />
  )
}
