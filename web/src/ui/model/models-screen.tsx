import { Link, useNavigate } from '@tanstack/react-router'
import type { Day } from '../../../../src/kernel/day.ts'
import type { ModelMade, ModelsReply, ModelView } from '../../../../src/modules/assessment/contract/models.ts'
import { upload } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { FileInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel, Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { useForm } from '../use-form.ts'
import { useModelPath } from './addresses.ts'
import { useModelText } from './texts.ts'
import { SyntheticNote, VersionState } from './version-marks.tsx'

/** Which model answers, and every version there has been. */
export function ModelsScreen() {
  const text = useModelText()
  const { data, error, refetch } = useApi<ModelsReply>('/models')
  const inForce = data?.items.find((one) => one.inForce)
  const mayEdit = data?.items.some((one) => one.actions.length > 0) ?? false
  return (
    <Screen title={text('models.title')} lead={text('models.lead')}>
      {data === undefined && (error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />)}
      {inForce !== undefined && <InForce version={inForce} />}
      {data !== undefined && <Versions items={data.items} />}
      {mayEdit && <FilePanel />}
    </Screen>
  )
}

function InForce({ version }: { version: ModelView }) {
  const text = useModelText()
  const path = useModelPath()
  return (
    <Panel title={text('models.answers')}>
      <p className="k-h2">{version.model}</p>
      <p>{version.note}</p>
      <SyntheticNote version={version} />
      <p className="k-row">
        <Link className="k-button-link" to={path.model(version.model)}>
          {text('models.open')}
        </Link>
        <Link className="k-button-link k-secondary" to={path.card(version.model)}>
          {text('models.card')}
        </Link>
      </p>
    </Panel>
  )
}

function Versions({ items }: { items: readonly ModelView[] }) {
  const text = useModelText()
  const format = useFormat()
  const path = useModelPath()
  const columns: Column<ModelView>[] = [
    { title: text('column.version'), cell: (one) => <Link to={path.model(one.model)}>{one.model}</Link> },
    { title: text('column.kind'), cell: (one) => text(`kind.${one.kind}`) },
    { title: text('column.state'), cell: (one) => <VersionState version={one} /> },
    { title: text('column.from'), cell: (one) => (one.fromDay === null ? '–' : format.day(one.fromDay as Day)) },
    { title: text('column.made'), cell: (one) => one.prepared?.name ?? '–' },
  ]
  return (
    <Panel title={text('models.all')}>
      <p className="k-quiet">{text('models.all-words')}</p>
      {items.length === 1 && <p>{text('models.only-shipped')}</p>}
      <CardTable caption={text('models.all')} rows={items} keyOf={(one) => one.model} columns={columns} />
    </Panel>
  )
}

function FilePanel() {
  const text = useModelText()
  const notice = useNotice()
  const navigate = useNavigate()
  const path = useModelPath()
  const form = useForm({
    initial: { file: null as File | null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('file.missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload<ModelMade>('/models/files', body, written)
    },
    changes: ['/models'],
    onDone: ({ model }) => {
      notice.tell({ what: text('file.done', { model }), seenBy: text('seen-by') })
      void navigate({ to: path.model(model) })
    },
  })
  return (
    <Panel title={text('file.title')}>
      <p className="k-quiet">{text('file.words')}</p>
      <Form form={form} submit={text('file.effect')}>
        <FileInput form={form} name="file" label={text('file.label')} accept=".json,application/json" />
      </Form>
    </Panel>
  )
}
