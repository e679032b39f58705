import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { LogImportReply, LogImportView } from '../../../../src/modules/delivery/contract/log-imports.ts'
import { addressOf, upload } from '../../api/client.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable } from '../../ui/card-table.tsx'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'

const shownRefused = 20

/** Sends a file of the log, tells row by row what did not go in, and lists what has been sent. */
export function LogImports() {
  const text = useOwnSystemText()
  const [sent, setSent] = useState<LogImportReply | null>(null)
  return (
    <>
      <Panel title={text('import.title')}>
        <p>{text('import.lead')}</p>
        <p className="k-quiet k-small">
          {text('import.columns')} <a href="/api">{text('import.api')}</a>.
        </p>
        <SendFile key={sent?.importId ?? ''} onSent={setSent} />
        {sent !== null && sent.refused > 0 && <Refused sent={sent} />}
      </Panel>
      <h2>{text('import.list')}</h2>
      <List<LogImportView>
        path={paths.logImports}
        empty={<EmptyState title={text('import.none')} words={text('import.none-words')} />}
      >
        {(items) => <Sent items={items} />}
      </List>
    </>
  )
}

function SendFile({ onSent }: { onSent: (sent: LogImportReply) => void }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const form = useForm<{ file: File | null }, LogImportReply>({
    initial: { file: null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('import.missing') }] : []),
    send: ({ file }, written) => {
      const body = new FormData()
      if (file !== null) body.append('file', file)
      return upload(`${paths.logImports}/file`, body, written)
    },
    changes: [paths.logImports, paths.caseload, paths.reports],
    onDone: (sent) => {
      const { accepted, updated, unchanged, refused } = sent
      notice.tell({
        what: text('import.done', { accepted, updated, unchanged, refused }),
        seenBy: text('import.seen-by'),
      })
      onSent(sent)
    },
  })
  return (
    <Form form={form} submit={text('import.send')}>
      <FileInput form={form} name="file" label={text('import.file')} accept=".csv,text/csv,text/plain" />
    </Form>
  )
}

function Refused({ sent }: { sent: LogImportReply }) {
  const text = useOwnSystemText()
  return (
    <div className="k-stack">
      <h3>{text('import.refused')}</h3>
      <ul className="k-plain-list k-rows">
        {sent.problems.slice(0, shownRefused).map((one) => (
          <li key={`${one.row} ${one.field} ${one.code}`} className="k-row-block">
            <strong>
              {text('import.row', { row: one.row })} {one.externalId} {one.field}
            </strong>
            <span className="k-block">
              {one.title}. {one.cure}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={addressOf(paths.refusedRows(sent.importId))} download>
          {text('import.download')}
        </a>
      </p>
    </div>
  )
}

function Sent({ items }: { items: readonly LogImportView[] }) {
  const text = useOwnSystemText()
  const format = useFormat()
  return (
    <CardTable
      caption={text('import.list')}
      rows={items}
      keyOf={(one) => one.importId}
      columns={[
        { title: text('import.when'), cell: (one) => format.instant(one.at as Instant) },
        { title: text('import.what'), cell: (one) => `${one.name} ${text(`how.${one.how}`)}` },
        { title: text('import.by'), cell: (one) => <bdi>{one.by}</bdi> },
        {
          title: text('import.result'),
          cell: (one) => (
            <>
              {text('import.done', {
                accepted: one.accepted,
                updated: one.updated,
                unchanged: one.unchanged,
                refused: one.refused,
              })}{' '}
              {one.refused > 0 && (
                <a href={addressOf(paths.refusedRows(one.importId))} download>
                  {text('import.download')}
                  <span className="k-only-read"> {format.instant(one.at as Instant)}</span>
                </a>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
