import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import type { Instant } from '../../../../src/kernel/instant.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { CheckInput, TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { type FormValues, useForm } from '../../ui/use-form.ts'
import { useOwnSystemText } from './own-system-texts.ts'
import { paths } from './paths.ts'
import { ShownOnce } from './shown-once.tsx'
import { type EventName, eventNames, WebhookLog } from './webhook-log.tsx'

type Webhook = {
  id: string
  url: string
  events: readonly EventName[]
  on: boolean
  failuresInRow: number
  waiting: number
  lastTakenAt: Instant | null
  lastError: string | null
}
type Opened = { id: string; secret: string | null }
type Wish = FormValues

/** Where the organisation's system is told of what happens, and how it takes it. */
export function Webhooks() {
  const text = useOwnSystemText()
  const { data, error, refetch } = useApi<{ items: Webhook[] }>(paths.webhooks)
  const [opened, setOpened] = useState<{ id: string; secret: string } | null>(null)
  return (
    <Panel title={text('hooks.title')}>
      <p>{text('hooks.lead')}</p>
      {opened !== null && <ShownOnce words={text('hooks.once')} label={text('hooks.secret')} secret={opened.secret} />}
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.items.length === 0 && <p className="k-quiet">{text('hooks.none')}</p>}
      <ul className="k-plain-list k-rows">
        {data?.items.map((hook) => (
          <li key={hook.id} className="k-stack">
            <HookWords hook={hook} />
            <HookActs hook={hook} />
            <HookLog hook={hook} />
          </li>
        ))}
      </ul>
      <details className="k-why">
        <summary>{text('hooks.new')}</summary>
        <div className="k-why-body">
          <OpenHook key={opened?.id ?? ''} onOpened={setOpened} />
        </div>
      </details>
    </Panel>
  )
}

function HookWords({ hook }: { hook: Webhook }) {
  const text = useOwnSystemText()
  const format = useFormat()
  const taken =
    hook.lastTakenAt === null ? text('hooks.never') : text('hooks.taken', { at: format.instant(hook.lastTakenAt) })
  const failing = hook.failuresInRow > 0 || !hook.on
  return (
    <div>
      <strong dir="ltr" style={{ overflowWrap: 'anywhere' }}>
        {hook.url}
      </strong>{' '}
      <Status kind={hook.on ? 'done' : 'stopped'} label={text(hook.on ? 'hooks.on' : 'hooks.off')} />
      <span className="k-block k-quiet k-small">{hook.events.map((event) => text(`event.${event}`)).join(' · ')}</span>
      <span className="k-block k-quiet k-small">
        {text('hooks.waiting', { count: hook.waiting })}, {taken}
      </span>
      {failing && hook.lastError !== null && (
        <span className="k-block k-small">
          {text('hooks.failing', { count: hook.failuresInRow, error: hook.lastError })}
        </span>
      )}
    </div>
  )
}

/** Read when it is opened, so that it tells what was sent until then. */
function HookLog({ hook }: { hook: Webhook }) {
  const text = useOwnSystemText()
  const [open, setOpen] = useState(false)
  return (
    <details className="k-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text('hooks.log')}
        <span className="k-only-read"> {hook.url}</span>
      </summary>
      <div className="k-why-body">{open && <WebhookLog webhookId={hook.id} on={hook.on} />}</div>
    </details>
  )
}

function HookActs({ hook }: { hook: Webhook }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const { run, pending, problem } = useSend<'on' | 'off' | 'removed', unknown>({
    send: (state, written) => post(paths.webhookState(hook.id), { state }, written),
    changes: [paths.webhooks, '/tasks'],
  })
  const set = async (state: 'on' | 'off' | 'removed') => {
    const answer = await run(state)
    const what = text(state === 'removed' ? 'hooks.removed' : 'hooks.switched')
    if (answer.done) notice.tell({ what, seenBy: text('keys.seen-by') })
    return answer.done
  }
  const { host } = new URL(hook.url)
  return (
    <div className="k-stack">
      <div className="k-row">
        <Button variant="secondary" isPending={pending} onPress={() => void set(hook.on ? 'off' : 'on')}>
          {text(hook.on ? 'hooks.switch-off' : 'hooks.switch-on')}
          <span className="k-only-read"> {host}</span>
        </Button>
        <ConfirmButton
          effect={text('hooks.remove', { host })}
          title={text('hooks.remove-title')}
          words={text('hooks.remove-words')}
          run={() => set('removed')}
          pending={pending}
          problem={problem}
          variant="secondary"
        />
      </div>
      <ProblemNote problem={problem} />
    </div>
  )
}

function OpenHook({ onOpened }: { onOpened: (opened: { id: string; secret: string }) => void }) {
  const text = useOwnSystemText()
  const notice = useNotice()
  const form = useForm<Wish, Opened>({
    initial: { url: '', ...Object.fromEntries(eventNames.map((event) => [event, true])) },
    check: (values) => [
      ...(String(values.url).trim() === '' ? [{ field: 'url', title: text('hooks.url-missing') }] : []),
      ...(eventNames.some((event) => values[event] === true)
        ? []
        : [{ field: eventNames[0], title: text('hooks.event-missing') }]),
    ],
    send: (values, written) => {
      const events = eventNames.filter((event) => values[event] === true)
      return post(paths.webhooks, { url: String(values.url).trim(), events }, written)
    },
    changes: [paths.webhooks],
    onDone: ({ id, secret }) => {
      notice.tell({ what: text('hooks.saved'), seenBy: text('keys.seen-by') })
      if (secret !== null) onOpened({ id, secret })
    },
  })
  return (
    <Form form={form} submit={text('hooks.submit')}>
      <TextInput form={form} name="url" label={text('hooks.url')} help={text('hooks.url-help')} />
      <fieldset className="k-fieldset">
        <legend>{text('hooks.events')}</legend>
        {eventNames.map((event) => (
          <CheckInput key={event} form={form} name={event} label={text(`event.${event}`)} />
        ))}
      </fieldset>
    </Form>
  )
}
