import type { Instant } from '../../../../src/kernel/instant.ts'
import type { FeedRun, FeedRuns } from '../../../../src/modules/vacancies/contract.ts'
import { upload } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState, ErrorState, Loading } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { StreamPanel } from './stream-panel.tsx'
import { useVacancyText } from './vacancy-texts.ts'

const feeds = '/vacancy-feeds'

/** Where vacancies come from: the stream that is followed, a file, and what came of each reading (programme 4.5). */
export function VacanciesScreen() {
  const text = useVacancyText()
  return (
    <Screen title={text('title')} lead={text('lead')}>
      <StreamPanel />
      <Panel title={text('file.title')}>
        <FileForm />
      </Panel>
      <h2>{text('runs.title')}</h2>
      <Runs />
    </Screen>
  )
}

function FileForm() {
  const text = useVacancyText()
  const notice = useNotice()
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('file.missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload<Omit<FeedRun, 'name' | 'recordedAt' | 'problems'>>(feeds, body, written)
    },
    changes: [feeds],
    onDone: (sums) =>
      notice.tell({ what: text('file.done', { sums: text('sums', { ...sums }) }), seenBy: text('seen-by') }),
  })
  return (
    <Form form={form} submit={text('file.send')}>
      <FileInput
        form={form}
        name="file"
        label={text('file.label')}
        help={text('file.help')}
        accept=".json,.jsonl,application/json"
      />
    </Form>
  )
}

function Runs() {
  const text = useVacancyText()
  const format = useFormat()
  const { data, error, refetch } = useApi<FeedRuns>(feeds)
  if (data === undefined) return error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />
  const columns: Column<FeedRun>[] = [
    {
      title: text('runs.name'),
      cell: (run) => <bdi style={{ overflowWrap: 'anywhere' }}>{run.name}</bdi>,
    },
    { title: text('runs.at'), cell: (run) => format.instant(run.recordedAt as Instant) },
    { title: text('runs.added'), kind: 'number', cell: (run) => format.number(run.added) },
    { title: text('runs.changed'), kind: 'number', cell: (run) => format.number(run.changed) },
    { title: text('runs.removed'), kind: 'number', cell: (run) => format.number(run.removed) },
    { title: text('runs.aside'), cell: (run) => <SetAside run={run} /> },
  ]
  return (
    <>
      <p className="k-quiet">{text('open', { n: data.open })}</p>
      {data.items.length === 0 ? (
        <EmptyState title={text('runs.empty')} words={text('runs.empty-words')} />
      ) : (
        <CardTable caption={text('runs.title')} rows={data.items} keyOf={(run) => run.runId} columns={columns} />
      )}
    </>
  )
}

function SetAside({ run }: { run: FeedRun }) {
  const text = useVacancyText()
  const format = useFormat()
  if (run.setAside === 0) return <>{format.number(0)}</>
  return (
    <details className="k-why">
      <summary>{text('runs.why', { n: run.setAside })}</summary>
      <div className="k-why-body">
        {run.problems.length < run.setAside && <p>{text('runs.first', { n: run.problems.length })}</p>}
        <ul className="k-plain-list k-stack">
          {run.problems.map((one) => (
            <li key={one.line} style={{ overflowWrap: 'anywhere' }}>
              <bdi>{one.adId ?? text('runs.line', { line: one.line })}</bdi>: {one.text}
              {one.field !== null && (
                <>
                  {' '}
                  (<code>{one.field}</code>)
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
