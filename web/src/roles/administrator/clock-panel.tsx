import { useQueryClient } from '@tanstack/react-query'
import type { Day } from '../../../../src/kernel/day.ts'
import { post } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { TextInput } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import { useNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useForm } from '../../ui/use-form.ts'
import { useText } from './texts.ts'

type Clock = { today: Day; offsetDays: number; ranTo: Day | null; running: boolean }
const paceMs = 2000

/** Which day it is in the house; on a test system it can be moved forward, and each day's duties are run in order. */
export function ClockPanel() {
  const text = useText()
  const format = useFormat()
  const { data, error, refetch } = useApi<Clock>('/clock', {}, { everyMs: paceMs })
  return (
    <Panel title={text('clock.title')}>
      {data === undefined && (error === null ? <Loading lines={3} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <p className="k-figure">{format.day(data.today)}</p>
          <div aria-live="polite">
            {data.running ? (
              <Status
                kind="waiting"
                label={
                  data.ranTo === null
                    ? text('clock.running-first')
                    : text('clock.running', { day: format.day(data.ranTo) })
                }
              />
            ) : (
              <Status kind="done" label={text('clock.ran')} />
            )}
          </div>
          {data.offsetDays > 0 && <p className="k-quiet">{text('clock.moved', { n: data.offsetDays })}</p>}
          <Forward />
        </>
      )}
    </Panel>
  )
}

function Forward() {
  const text = useText()
  const notice = useNotice()
  const client = useQueryClient()
  const form = useForm({
    initial: { days: '1' },
    check: ({ days }) => (/^\d{1,3}$/.test(days.trim()) ? [] : [{ field: 'days', title: text('clock.days-missing') }]),
    send: ({ days }, written) => post<{ movedDays: number }>('/clock/forward', { days: Number(days) }, written),
    onDone: ({ movedDays }) => {
      notice.tell({ what: text('clock.done', { n: movedDays }), seenBy: text('clock.seen-by') })
      // Nothing that was read yesterday is sure to be right today.
      void client.invalidateQueries()
    },
  })
  return (
    <Form form={form} submit={text('clock.forward', { n: Number(form.values.days) || 0 })}>
      <TextInput
        form={form}
        name="days"
        label={text('clock.days')}
        help={text('clock.days-help')}
        inputMode="numeric"
      />
    </Form>
  )
}
