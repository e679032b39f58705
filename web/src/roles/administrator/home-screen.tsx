import { Link } from '@tanstack/react-router'
import type { ImportRun } from '../../../../src/modules/registration/contract.ts'
import { useApiPage } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { ImportState } from './import-state.tsx'
import { useText } from './texts.ts'

/** Is everything running? The day, the latest import, what waits to be sent. */
export function HomeScreen() {
  const text = useText()
  return (
    <Screen title={text('home.title')} lead={text('home.lead')}>
      <div className="k-beside">
        <ClockPanel />
        <div className="k-stack">
          <LatestImport />
          <WaitingNotices />
        </div>
      </div>
    </Screen>
  )
}

function LatestImport() {
  const text = useText()
  const { data, error, refetch } = useApiPage<ImportRun>('/imports', { limit: 1 })
  const latest = data?.items[0]
  return (
    <Panel title={text('home.import')} action={<Link to="/app/administrator/imports">{text('home.import-more')}</Link>}>
      {data === undefined && (error === null ? <Loading lines={2} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && latest === undefined && <p className="k-quiet">{text('imports.empty')}</p>}
      {latest !== undefined && (
        <>
          <p>
            <Link to={`/app/administrator/imports/${latest.id}`}>
              <bdi>{latest.name}</bdi>
            </Link>
          </p>
          <ImportState run={latest} />
        </>
      )}
    </Panel>
  )
}

function WaitingNotices() {
  const text = useText()
  const format = useFormat()
  const { data, error, refetch } = useApiPage<unknown>('/outbox', { waiting: 'yes', limit: 1 })
  return (
    <Panel title={text('home.outbox')} action={<Link to="/app/administrator/outbox">{text('home.outbox-more')}</Link>}>
      {data === undefined && (error === null ? <Loading lines={1} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <Status
          kind={data.total === 0 ? 'done' : 'waiting'}
          label={
            data.total === 0 ? text('outbox.none-waiting') : text('outbox.waiting', { n: format.number(data.total) })
          }
        />
      )}
    </Panel>
  )
}
