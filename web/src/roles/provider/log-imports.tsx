import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import type { LogImportReply, LogImportView } from '../../../../src/modules/delivery/contract/log-imports.ts'
import { addressOf, upload } from '../../api/client.ts'
import { newKey } from '../../api/new-key.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable } from '../../ui/card-table.tsx'
import { FileInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { List } from '../../ui/list.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useForm } from '../../ui/use-form.ts'
import { piecesOf } from './file-pieces.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { ParticipantKeys } from './participant-keys.tsx'
import { paths } from './paths.ts'

const shownRefused = 20
// As many as the API takes at a time.
const rowsAtOnce = 1000

/** Sends a file of the log, tells row by row what did not go in, and lists what has been sent. */
export function LogImports() {
  const text = useOwnSystemText()
  const [sent, setSent] = useState<Sent | null>(null)
  const [times, setTimes] = useState(0)
  const take = (next: Sent) => {
    setSent(next)
    setTimes(times + 1)
  }
  return (
    <>
      <Panel title={text('import.title')}>
        <p>{text('import.lead')}</p>
        <p className="k-quiet k-small">
          {text('import.columns')} <a href="/api">{text('import.api')}</a>.
        </p>
        <ParticipantKeys />
        <SendFile key={times} onSent={take} />
        {sent !== null && sent.refused > 0 && <Refused sent={sent} />}
      </Panel>
      <h2>{text('import.list')}</h2>
      <List<LogImportView>
        path={paths.logImports}
        empty={<EmptyState title={text('import.none')} words={text('import.none-words')} />}
      >
        {(items) => <SentBefore items={items} />}
      </List>
    </>
  )
}

function SendFile({ onSent }: { onSent: (sent: Sent) => void }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const [way, setWay] = useState<{ n: number; of: number } | null>(null)
  const form = useForm<{ file: File | null }, Sent>({
    initial: { file: null },
    check: ({ file }) => (file === null ? [{ field: 'file', title: text('import.missing') }] : []),
    send: async ({ file }, written) => {
      const pieces = file === null ? [] : await piecesOf(file, rowsAtOnce)
      const sent: LogImportReply[] = []
      // A piece that went in before something failed changes nothing when the file is sent again.
      for (const [index, piece] of pieces.entries()) {
        setWay(pieces.length > 1 ? { n: index + 1, of: pieces.length } : null)
        const body = new FormData()
        body.append('file', piece)
        sent.push(await upload(`${paths.logImports}/file`, body, index === 0 ? written : { key: newKey() }))
      }
      return together(sent)
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
      {way !== null && <p role="status">{text('import.piece', way)}</p>}
    </Form>
  )
}

/** What came of a file, in however many pieces it was sent. */
type Sent = Pick<LogImportReply, 'accepted' | 'updated' | 'unchanged' | 'refused' | 'problems'> & {
  /** Those with refused rows. */
  importIds: readonly string[]
}

function together(replies: readonly LogImportReply[]): Sent {
  const sum = (count: 'accepted' | 'updated' | 'unchanged' | 'refused') =>
    replies.reduce((total, reply) => total + reply[count], 0)
  return {
    accepted: sum('accepted'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    problems: replies.flatMap((reply) => reply.problems),
    importIds: replies.filter((reply) => reply.refused > 0).map((reply) => reply.importId),
  }
}

function Refused({ sent }: { sent: Sent }) {
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
      {sent.importIds.map((importId, index) => (
        <p key={importId}>
          <a href={addressOf(paths.refusedRows(importId))} download>
            {sent.importIds.length === 1 ? text('import.download') : text('import.download-piece', { n: index + 1 })}
          </a>
        </p>
      ))}
    </div>
  )
}

function SentBefore({ items }: { items: readonly LogImportView[] }) {
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
