import { Link, useParams } from '@tanstack/react-router'
import { day } from '../../../../src/kernel/day.ts'
import type { RollOutPlan } from '../../../../src/modules/market/contract/supply.ts'
import { post } from '../../api/client.ts'
import { useSignedIn } from '../../api/session.ts'
import { useApi } from '../../api/use-api.ts'
import { useSend } from '../../api/use-send.ts'
import { useFormat } from '../../language/use-format.ts'
import { CardTable, type Column } from '../card-table.tsx'
import { ConfirmButton } from '../confirm.tsx'
import { useNotice } from '../notice.tsx'
import { Screen } from '../screen.tsx'
import { ErrorState, Loading } from '../states.tsx'
import { ReturnPlan } from './return-plan.tsx'
import { useAdmissionText } from './texts.ts'

type Line = RollOutPlan['lines'][number]

/** What a plan would mean, area by area, before it is signed. */
export function RollOutScreen() {
  const text = useAdmissionText()
  const format = useFormat()
  const { duty } = useSignedIn()
  const { planId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useApi<RollOutPlan>(`/roll-out-plans/${planId}`)
  const columns: Column<Line>[] = [
    { title: text('rollout.area'), cell: (one) => <bdi>{one.areaName}</bdi> },
    { title: text('rollout.day'), cell: (one) => format.day(day(one.switchOn)) },
    {
      title: text('rollout.warnings'),
      cell: (one) => one.warnings.map((warning) => text(`rollout.warning-${warning}`)).join(' '),
    },
    { title: text('rollout.contracts'), kind: 'number', cell: (one) => one.contracts },
    { title: text('rollout.providers'), kind: 'number', cell: (one) => one.providers },
    {
      title: text('rollout.seats'),
      kind: 'number',
      cell: (one) => (
        <>
          {one.seats}
          {one.uncapped > 0 && <span className="k-block k-small">{text('rollout.uncapped', { n: one.uncapped })}</span>}
        </>
      ),
    },
    { title: text('transfers.participants'), kind: 'number', cell: (one) => one.participants },
    { title: text('rollout.registered'), kind: 'number', cell: (one) => format.number(one.registered) },
  ]
  if (data === undefined) {
    return (
      <Screen title={text('rollout.title')}>
        {error === null ? <Loading lines={6} /> : <ErrorState error={error} onAgain={refetch} />}
      </Screen>
    )
  }
  return (
    <Screen
      title={data.title}
      lead={text('rollout.simulation-words')}
      action={<Link to={`/app/${duty.role}/roll-out`}>{text('rollout.back')}</Link>}
    >
      <CardTable
        caption={text('rollout.simulation')}
        rows={data.lines}
        keyOf={(one) => one.areaCode}
        columns={columns}
      />
      {data.mayDecide && <Sign planId={planId} />}
      {data.mayDecide && (
        <ReturnPlan
          path={`/roll-out-plans/${planId}/decision`}
          changes={['/roll-out-plans', `/roll-out-plans/${planId}`]}
          seenBy={text('rollout.seen-by')}
        />
      )}
    </Screen>
  )
}

function Sign({ planId }: { planId: string }) {
  const text = useAdmissionText()
  const notice = useNotice()
  const { run, pending, problem } = useSend<null, unknown>({
    send: (_, written) => post(`/roll-out-plans/${planId}/decision`, { outcome: 'signed' }, written),
    changes: ['/roll-out-plans', `/roll-out-plans/${planId}`, '/delivery-areas'],
  })
  const sign = async () => {
    const answer = await run(null)
    if (answer.done) notice.tell({ what: text('rollout.signed-done'), seenBy: text('rollout.seen-by') })
    return answer.done
  }
  return (
    <div>
      <ConfirmButton
        effect={text('rollout.sign')}
        title={text('rollout.sign-title')}
        words={text('rollout.sign-words')}
        run={sign}
        pending={pending}
        problem={problem}
      />
    </div>
  )
}
