import { Link, useNavigate } from '@tanstack/react-router'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { ImportRun } from '../../../../src/modules/registration/contract.ts'
import { upload } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../../ui/card-table.tsx'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useText } from './texts.ts'

/** Send in a register extract, and see what came of every one before. */
export function ImportsScreen() {
  const text = useText()
  return (
    <Screen title={text('imports.title')} lead={text('imports.lead')}>
      <Panel title={text('imports.new')}>
        <UploadForm />
      </Panel>
      <h2>{text('imports.runs')}</h2>
      <Runs />
    </Screen>
  )
}

function UploadForm() {
  const text = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('imports.file-missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload<{ id: string }>('/imports/persons', body, written)
    },
    changes: ['/imports'],
    onDone: ({ id }) => {
      notice.tell({ what: text('imports.started'), seenBy: text('imports.seen-by') })
      void navigate({ to: `/app/administrator/imports/${id}` })
    },
  })
  return (
    <Form form={form} submit={text('imports.send')}>
      <FileInput
        form={form}
        name="file"
        label={text('imports.file')}
        help={text('imports.file-help')}
        accept=".csv,text/csv,text/plain"
      />
    </Form>
  )
}

const kinds = { waiting: 'waiting', running: 'waiting', done: 'done', refused: 'stopped' } as const

function Runs() {
  const text = useText()
  const format = useFormat()
  const columns: Column<ImportRun>[] = [
    {
      title: text('imports.name'),
      cell: (run) => (
        <Link to={`/app/administrator/imports/${run.id}`}>
          <bdi>{run.name}</bdi>
        </Link>
      ),
    },
    { title: text('imports.at'), cell: (run) => format.instant(run.recordedAt as Instant) },
    {
      title: text('imports.state'),
      cell: (run) => <Status kind={kinds[run.state]} label={text(`import-state.${run.state}`)} />,
    },
    { title: text('imports.accepted'), kind: 'number', cell: (run) => format.number(run.accepted) },
    { title: text('imports.updated'), kind: 'number', cell: (run) => format.number(run.updated) },
    { title: text('imports.refused'), kind: 'number', cell: (run) => format.number(run.refused) },
  ]
  return (
    <List<ImportRun>
      path="/imports"
      empty={<EmptyState title={text('imports.empty')} words={text('imports.empty-words')} />}
    >
      {(runs) => <CardTable caption={text('imports.runs')} rows={runs} keyOf={(run) => run.id} columns={columns} />}
    </List>
  )
}
