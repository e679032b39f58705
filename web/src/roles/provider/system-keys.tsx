import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { dayOf } from '../../../../src/kernel/instant.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { CheckInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'
import { ShownOnce } from './shown-once.tsx'

type Key = {
  id: string
  name: string
  ending: string
  purposes: readonly Purpose[]
  createdBy: string | null
  expiresAt: Instant
  lastUsedAt: Instant | null
  state: 'living' | 'expired' | 'revoked'
}
const purposes = ['caseload', 'log', 'events'] as const
type Purpose = (typeof purposes)[number]
type Wish = Record<Purpose, boolean> & { name: string }
const kinds = { living: 'done', expired: 'late', revoked: 'stopped' } as const

/** The keys of the organisation's own system: issue one, see when it was used, end it. */
export function SystemKeys() {
  const text = useOwnSystemText()
  const { data, error, refetch } = useApi<{ items: Key[] }>(paths.systemKeys)
  const [issued, setIssued] = useState<{ id: string; key: string } | null>(null)
  return (
    <Panel title={text('keys.title')}>
      <p>{text('keys.lead')}</p>
      {issued !== null && <ShownOnce words={text('keys.once')} label={text('keys.secret')} secret={issued.key} />}
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <p className="k-quiet">{text('keys.none')}</p>}
      <ul className="k-plain-list k-rows">
        {data?.items.map((key) => (
          <li key={key.id} className="k-row k-row-apart">
            <KeyWords shown={key} />
            {key.state === 'living' && <Revoke shown={key} />}
          </li>
        ))}
      </ul>
      <details className="k-why">
        <summary>{text('keys.new')}</summary>
        <div className="k-why-body">
          <Issue key={issued?.id ?? ''} onIssued={setIssued} />
        </div>
      </details>
    </Panel>
  )
}

function KeyWords({ shown }: { shown: Key }) {
  const text = useOwnSystemText()
  const format = useFormat()
  const used =
    shown.lastUsedAt === null ? text('keys.never-used') : text('keys.used', { at: format.instant(shown.lastUsedAt) })
  return (
    <span>
      <strong>
        <bdi>{shown.name}</bdi>
      </strong>
      , {text('keys.ending', { ending: shown.ending })}{' '}
      <Status kind={kinds[shown.state]} label={text(`keys.${shown.state}`)} />
      <span className="k-block k-quiet k-small">
        {shown.purposes.map((purpose) => text(`purpose.${purpose}`)).join(' · ')}
      </span>
      <span className="k-block k-quiet k-small">
        {text('keys.expires', { day: format.day(dayOf(shown.expiresAt)) })}, {used}.{' '}
        {shown.createdBy !== null && `${text('keys.by', { name: shown.createdBy })}.`}
      </span>
    </span>
  )
}

function Issue({ onIssued }: { onIssued: (issued: { id: string; key: string }) => void }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const form = useForm<Wish, { id: string; key: string | null }>({
    initial: { name: '', caseload: true, log: true, events: true },
    check: (values) => [
      ...(values.name.trim() === '' ? [{ field: 'name' as const, title: text('keys.name-missing') }] : []),
      ...(purposes.some((purpose) => values[purpose])
        ? []
        : [{ field: 'caseload' as const, title: text('keys.purpose-missing') }]),
    ],
    send: (values, written) => {
      const chosen = purposes.filter((purpose) => values[purpose])
      return post(paths.systemKeys, { name: values.name, purposes: chosen }, written)
    },
    changes: [paths.systemKeys],
    onDone: ({ id, key }, { name }) => {
      notice.tell({ what: text('keys.saved', { name }), seenBy: text('keys.seen-by') })
      if (key !== null) onIssued({ id, key })
    },
  })
  return (
    <Form form={form} submit={text('keys.submit')}>
      <TextInput form={form} name="name" label={text('keys.name')} />
      <fieldset className="k-fieldset">
        <legend>{text('keys.purposes')}</legend>
        {purposes.map((purpose) => (
          <CheckInput key={purpose} form={form} name={purpose} label={text(`purpose.${purpose}`)} />
        ))}
      </fieldset>
    </Form>
  )
}

function Revoke({ shown }: { shown: Key }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const { run, pending, problem } = useSend<null, unknown>({
    send: (_, written) => post(paths.revocation(shown.id), {}, written),
    changes: [paths.systemKeys],
  })
  const revoke = async () => {
    const answer = await run(null)
    if (answer.done) notice.tell({ what: text('keys.revoke-done'), seenBy: text('keys.seen-by') })
    return answer.done
  }
  return (
    <ConfirmButton
      effect={text('keys.revoke', { name: shown.name })}
      title={text('keys.revoke-title')}
      words={text('keys.revoke-words')}
      run={revoke}
      pending={pending}
      problem={problem}
      variant="secondary"
    />
  )
}
