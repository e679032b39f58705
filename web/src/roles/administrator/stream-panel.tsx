import type { Instant } from '../../../../src/kernel/instant.ts'
import type { StreamView } from '../../../../src/modules/vacancies/contract.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { Facts } from '../../ui/facts.tsx'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status, type StatusKind } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useVacancyText } from './vacancy-texts.ts'

const path = '/vacancy-stream'
const changes = [path, '/vacancy-feeds']
const paceMs = 15_000

/** The stream that is followed: how far it is read, why it fails, and where it is set or switched off. */
export function StreamPanel() {
  const text = useVacancyText()
  const { data, error, refetch } = useApi<StreamView>(path, {}, { everyMs: paceMs })
  return (
    <Panel title={text('stream.title')}>
      {data === undefined && (error === null ? <Loading lines={4} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data?.url === null && <p>{text('stream.none')}</p>}
      {data !== undefined && data.url !== null && <Standing stream={data} url={data.url} />}
      {data?.on === true && data.url !== null && <SwitchOff url={data.url} />}
      {data !== undefined && !data.on && <StreamForm key={data.url} url={data.url} />}
      {data?.on === true && (
        <details className="k-why">
          <summary>{text('stream.change')}</summary>
          <div className="k-why-body">
            <StreamForm key={data.url} url={data.url} />
          </div>
        </details>
      )}
    </Panel>
  )
}

type Label = 'off' | 'failing' | 'waiting' | 'behind' | 'on'

function stateOf({ on, failure, answeredAt, behind }: StreamView): { kind: StatusKind; label: Label } {
  if (!on) return { kind: 'stopped', label: 'off' }
  if (failure !== null) return { kind: 'late', label: 'failing' }
  if (answeredAt === null) return { kind: 'waiting', label: 'waiting' }
  return behind ? { kind: 'waiting', label: 'behind' } : { kind: 'done', label: 'on' }
}

function Standing({ stream, url }: { stream: StreamView; url: string }) {
  const text = useVacancyText()
  const format = useFormat()
  const { kind, label } = stateOf(stream)
  const { failure, sums, takenTo, answeredAt, nextAt, failuresInRow } = stream
  const moment = (name: 'taken-to' | 'answered' | 'next', at: string | null) =>
    at === null ? [] : [{ label: text(`stream.${name}`), value: format.instant(at as Instant) }]
  return (
    <>
      <div className="k-stack" aria-live="polite">
        <Status kind={kind} label={text(`stream.${label}`)} />
        {failure !== null && (
          <p style={{ overflowWrap: 'anywhere' }}>
            {text('stream.failure', { title: failure.title, cure: failure.cure })}
          </p>
        )}
      </div>
      <div className="k-measure">
        <Facts
          items={[
            {
              label: text('stream.address'),
              value: (
                <bdi dir="ltr" style={{ overflowWrap: 'anywhere' }}>
                  {url}
                </bdi>
              ),
            },
            { label: text('stream.every'), value: text('stream.every-value', { n: stream.everyMinutes }) },
            ...moment('taken-to', takenTo),
            ...moment('answered', answeredAt),
            ...(sums === null ? [] : [{ label: text('stream.last'), value: text('sums', sums) }]),
            ...moment('next', nextAt),
            ...(failuresInRow === 0 ? [] : [{ label: text('stream.failures'), value: format.number(failuresInRow) }]),
          ]}
        />
      </div>
      <p className="k-quiet k-small">{text('stream.real-time')}</p>
    </>
  )
}

function SwitchOff({ url }: { url: string }) {
  const text = useVacancyText()
  const notice = useNotice()
  const sending = useSend<null, unknown>({ send: (_, written) => post(path, { url, on: false }, written), changes })
  const run = async () => {
    const answer = await sending.run(null)
    if (answer.done) notice.tell({ what: text('stream.off-done'), seenBy: text('seen-by') })
    return answer.done
  }
  return (
    <div>
      <ConfirmButton
        effect={text('stream.switch-off')}
        title={text('stream.switch-off')}
        words={text('stream.off-words')}
        run={run}
        pending={sending.pending}
        problem={sending.problem}
        variant="secondary"
      />
    </div>
  )
}

function StreamForm({ url }: { url: string | null }) {
  const text = useVacancyText()
  const notice = useNotice()
  const form = useForm({
    initial: { url: url ?? '' },
    check: (values) => (values.url.trim() === '' ? [{ field: 'url', title: text('stream.url-missing') }] : []),
    send: (values, written) => post(path, { url: values.url.trim(), on: true }, written),
    changes,
    onDone: () => notice.tell({ what: text('stream.followed'), seenBy: text('seen-by') }),
  })
  return (
    <Form form={form} submit={text('stream.follow')}>
      <TextInput form={form} name="url" label={text('stream.url')} help={text('stream.url-help')} />
    </Form>
  )
}
