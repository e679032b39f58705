import { Link, useParams } from '@tanstack/react-router'
import { month } from '../../../../src/kernel/day.ts'
import type { WhatIfReply } from '../../../../src/modules/compensation/contract.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Progress } from '../../ui/progress.tsx'
import { Panel, Screen } from '../../ui/screen.tsx'
import { ErrorState, Loading } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from './texts.ts'
import type { Prices } from './what-if-prices.ts'
import { WhatIfLines, WhatIfSums } from './what-if-tables.tsx'

const paceMs = 2000

/** How far a what-if run has come, then what the month would change: in a sentence, by kind and provider, and case by case. */
export function WhatIfAnswerScreen() {
  const text = useText()
  const format = useFormat()
  const { whatIfId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useWhatIf(whatIfId)
  return (
    <Screen
      title={data === undefined ? text('what-if.any') : text('what-if.of', { month: format.month(month(data.month)) })}
      action={<Link to="/app/approver/what-if">{text('what-if.other')}</Link>}
    >
      {data === undefined && (error === null ? <Loading lines={8} /> : <ErrorState error={error} onAgain={refetch} />)}
      {data !== undefined && (
        <>
          <Panel>
            <div role="status">{data.state === 'done' ? <Sentence of={data} /> : <Going of={data} />}</div>
            <UsedPrices of={data} />
          </Panel>
          {data.state === 'done' && (
            <>
              <WhatIfSums of={data} />
              <WhatIfLines whatIfId={whatIfId} />
            </>
          )}
        </>
      )}
    </Screen>
  )
}

/** The run's first page; asked again while it goes on, so that the page can be left and come back to. */
function useWhatIf(whatIfId: string) {
  const path = `/money/what-if/${whatIfId}`
  const answer = useApi<WhatIfReply>(path)
  const isGoing = answer.data !== undefined && answer.data.state !== 'done'
  // A second reader of the same answer asks again while the work goes on.
  useApi<WhatIfReply>(isGoing ? path : null, {}, { everyMs: paceMs })
  return answer
}

function Going({ of }: { of: WhatIfReply }) {
  const text = useText()
  return (
    <div className="k-stack">
      <p>
        <Status kind="waiting" label={text(of.state === 'running' ? 'runs.state.running' : 'runs.state.waiting')} />
      </p>
      {of.contracts !== null && (
        <Progress label={text('runs.contracts')} done={of.contractsDone} total={of.contracts} />
      )}
    </div>
  )
}

function Sentence({ of }: { of: WhatIfReply }) {
  const text = useText()
  const format = useFormat()
  const differenceOre = of.byKind.reduce((all, one) => all + one.differenceOre, 0)
  const n = of.lines.total
  const values = { month: format.month(month(of.month)), amount: format.kronor(Math.abs(differenceOre)), n }
  const change = differenceOre > 0 ? 'more' : differenceOre < 0 ? 'less' : n > 0 ? 'moved' : 'same'
  return (
    <div className="k-stack">
      <p className="k-h2">{text(`what-if.${change}`, values)}</p>
      {of.openCases > 0 && <p>{text('what-if.open', { n: of.openCases })}</p>}
    </div>
  )
}

function UsedPrices({ of: { baseFeeOre, outcomePaymentOre } }: { of: WhatIfReply }) {
  const text = useText()
  const format = useFormat()
  const told = ({ A, B, C }: Prices) => {
    const [B1, B2] = typeof B === 'number' ? [B, B] : [B.model1, B.model2]
    const levels = { A, B1, B2, C }
    return (['A', 'B1', 'B2', 'C'] as const)
      .map((field) => `${text(`what-if.price.${field}`)}: ${format.kronor(levels[field])}`)
      .join('; ')
  }
  const words = (name: 'fee' | 'outcome', prices: Prices | null) =>
    `${text(`what-if.${name}`)} – ${prices === null ? text('what-if.in-force') : told(prices)}.`
  return (
    <ul className="k-plain-list k-small k-quiet">
      <li>{words('fee', baseFeeOre)}</li>
      <li>{words('outcome', outcomePaymentOre)}</li>
    </ul>
  )
}
