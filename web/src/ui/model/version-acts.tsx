import { useNavigate } from '@tanstack/react-router'
import { addDays, type Day } from '../../../../src/kernel/day.ts'
import type {
  DecideModelBody,
  ModelMade,
  ModelView,
  SubmitModelBody,
} from '../../../../src/modules/assessment/contract/models.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { ConfirmButton } from '../confirm.tsx'
import { DayInput } from '../day-input.tsx'
import { LongTextInput } from '../fields.tsx'
import { Form } from '../form.tsx'
import { useNotice } from '../notice.tsx'
import { Panel } from '../screen.tsx'
import { useForm } from '../use-form.ts'
import { useModelPath } from './addresses.ts'
import { useModelText } from './texts.ts'

type Action = ModelView['actions'][number]

/** What the reader may do with the version now, and why not where it is refused. */
export function VersionActs({ version }: { version: ModelView }) {
  const action = (name: Action['name']) => version.actions.find((one) => one.name === name)
  const [submit, approve, giveBack] = [action('submitModel'), action('approveModel'), action('returnModel')]
  return (
    <>
      {submit !== undefined && <Act action={submit} panel={<SendPanel version={version} />} />}
      {approve !== undefined && <Act action={approve} panel={<ApprovePanel version={version} />} />}
      {giveBack?.allowed === true && <ReturnPanel version={version} />}
      {action('withdrawModel') !== undefined && <WithdrawPanel version={version} />}
      {action('editModel') !== undefined && !version.inForce && <RestorePanel version={version} />}
    </>
  )
}

function Act({ action, panel }: { action: Action; panel: React.ReactNode }) {
  const text = useModelText()
  const key = `not-now.${action.because}`
  if (action.allowed) return panel
  return text.knows(key) ? <p className="k-note">{text(key)}</p> : null
}

function useTell() {
  const text = useModelText()
  const notice = useNotice()
  return (what: string) => notice.tell({ what, seenBy: text('seen-by') })
}

const changes = ['/models']

function SendPanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const tell = useTell()
  const { today } = useSignedIn()
  const { model } = version
  const tomorrow = addDays(today, 1)
  const form = useForm({
    initial: { reason: '', fromDay: tomorrow as string },
    send: (values: SubmitModelBody, written) => post<ModelMade>(`/models/${model}/submission`, values, written),
    changes,
    onDone: () => tell(text('send.done', { model })),
  })
  return (
    <Panel title={text('send.title')}>
      <p>{text('send.words')}</p>
      <Form form={form} submit={text('send.effect')}>
        <LongTextInput form={form} name="reason" label={text('send.reason')} help={text('send.reason-help')} />
        <DayInput
          form={form}
          name="fromDay"
          label={text('send.from')}
          help={text('send.from-help')}
          example={tomorrow}
        />
      </Form>
    </Panel>
  )
}

function ApprovePanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const format = useFormat()
  const tell = useTell()
  const { model } = version
  const day = version.fromDay === null ? '' : format.day(version.fromDay as Day)
  const sending = useSend<DecideModelBody, ModelMade>({
    send: (body, written) => post(`/models/${model}/decision`, body, written),
    changes,
  })
  const approve = async () => {
    const answer = await sending.run({ outcome: 'approved', reason: null })
    if (answer.done) tell(text('approve.done', { model, day }))
    return answer.done
  }
  return (
    <p>
      <ConfirmButton
        effect={text('approve.effect', { day })}
        title={text('approve.title', { model })}
        words={text('approve.words', { day })}
        run={approve}
        pending={sending.pending}
        problem={sending.problem}
      />
    </p>
  )
}

function ReturnPanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const tell = useTell()
  const { model } = version
  const form = useForm({
    initial: { reason: '' },
    send: ({ reason }, written) =>
      post<ModelMade>(`/models/${model}/decision`, { outcome: 'returned', reason }, written),
    changes,
    onDone: () => tell(text('return.done', { model })),
  })
  return (
    <Panel title={text('return.title')}>
      <Form form={form} submit={text('return.effect')}>
        <LongTextInput form={form} name="reason" label={text('return.reason')} />
      </Form>
    </Panel>
  )
}

function WithdrawPanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const tell = useTell()
  const { model } = version
  const form = useForm({
    initial: { reason: '' },
    send: (values, written) => post<ModelMade>(`/models/${model}/withdrawal`, values, written),
    changes,
    onDone: () => tell(text('withdraw.done', { model })),
  })
  return (
    <details className="k-why">
      <summary>{text('withdraw.title')}</summary>
      <div className="k-why-body k-stack">
        <p>{text('withdraw.words')}</p>
        <Form form={form} submit={text('withdraw.effect')} danger>
          <LongTextInput form={form} name="reason" label={text('withdraw.reason')} />
        </Form>
      </div>
    </details>
  )
}

function RestorePanel({ version }: { version: ModelView }) {
  const text = useModelText()
  const tell = useTell()
  const navigate = useNavigate()
  const path = useModelPath()
  const { model } = version
  const sending = useSend<null, ModelMade>({
    send: (_, written) => post('/models', { madeFrom: model, changes: [] }, written),
    changes,
  })
  const restore = async () => {
    const answer = await sending.run(null)
    if (answer.done) {
      tell(text('version.made', { model: answer.value.model }))
      void navigate({ to: path.model(answer.value.model) })
    }
    return answer.done
  }
  return (
    <p>
      <ConfirmButton
        effect={text('version.restore')}
        title={text('version.restore-title', { model })}
        words={text('version.restore-words')}
        run={restore}
        pending={sending.pending}
        problem={sending.problem}
        variant="secondary"
      />
    </p>
  )
}
