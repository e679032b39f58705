import { Link } from '@tanstack/react-router'
import { type Month, month } from '../../../../src/kernel/day.ts'
import type { BudgetReply } from '../../../../src/modules/compensation/contract/budget.ts'
import { useApi } from '../../api/use-api.ts'
import { useFormat } from '../../language/use-format.ts'
import { Panel, Screen } from '../screen.tsx'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import { type Explanation, Why } from '../why.tsx'
import { CommitmentTable, PlaceTables } from './budget-tables.tsx'
import { CapsPanel } from './caps-panel.tsx'
import { MonthsPicture } from './months-picture.tsx'
import { useBudgetText } from './texts.ts'

const yearMonths = 12

/** Does the money last? The coming year in a sentence, the months in a picture, and what stands behind it. */
export function BudgetScreen({ accuracy }: { accuracy: string }) {
  const text = useBudgetText()
  const { data, error, refetch } = useApi<BudgetReply>('/budget')
  const isEmpty = data !== undefined && data.cases === 0 && data.posted.length === 0
  return (
    <Screen
      title={text('budget.title')}
      lead={text('budget.lead')}
      action={
        <a className="k-button-link" href="/api/v1/budget/export" download>
          {text('budget.export')}
        </a>
      }
    >
      {data === undefined && (error === null ? <Loading lines={10} /> : <ErrorState error={error} onAgain={refetch} />)}
      {isEmpty && <EmptyState title={text('budget.empty')} words={text('budget.empty-words')} />}
      {data !== undefined && !isEmpty && (
        <>
          <Answer budget={data} />
          <Panel title={text('months.title')}>
            <MonthsPicture budget={data} />
          </Panel>
        </>
      )}
      <CapsPanel />
      {data !== undefined && !isEmpty && (
        <>
          <CommitmentTable budget={data} />
          <PlaceTables budget={data} />
        </>
      )}
      <p>
        <Link to={accuracy}>{text('budget.to-accuracy')}</Link>
      </p>
    </Screen>
  )
}

/** The coming year in a sentence, and whether the appropriation bears it. */
function Answer({ budget }: { budget: BudgetReply }) {
  const text = useBudgetText()
  const format = useFormat()
  const months = budget.months.slice(0, yearMonths)
  const amount = months.reduce((sum, one) => sum + one.expectedOre, 0)
  const over = firstOver(budget)
  return (
    <Panel>
      <p className="k-h2">{text('answer.year', { amount: wholeKronor(amount, format) })}</p>
      <p>
        {over === null
          ? text('answer.no-appropriation')
          : over.month === null
            ? text('answer.lasts', { code: over.code })
            : text('answer.over', { code: over.code, month: format.month(over.month) })}
      </p>
      <Why about={text('answer.about')} explanation={useExplanation(budget)} />
    </Panel>
  )
}

const orePerKrona = 100

const wholeKronor = (ore: number, format: ReturnType<typeof useFormat>) =>
  format.kronor(Math.round(ore / orePerKrona) * orePerKrona)

/** The first month whose expected payments are above the appropriation that bears them; null without any appropriation. */
function firstOver({
  months,
  appropriated,
  appropriations,
}: BudgetReply): { code: string; month: Month | null } | null {
  const bearing = appropriations.find((one) => one.pays === 'provider-compensation')
  const amounts = appropriated.filter((one) => one.appropriation === bearing?.code)
  if (bearing === undefined || !months.some((one) => amounts.some(({ month }) => month === one.month))) return null
  const over = months.find((one) => {
    const amount = amounts.find(({ month }) => month === one.month)
    return amount !== undefined && one.expectedOre > amount.ore
  })
  return { code: bearing.code, month: over === undefined ? null : month(over.month) }
}

function useExplanation(budget: BudgetReply): Explanation {
  const text = useBudgetText()
  const format = useFormat()
  const { newDecisions, cases, intervalPercent, commonDeviationPercent } = budget
  return {
    words: text('why.words'),
    steps: [
      text('why.standing', { n: cases }),
      text('why.hazards'),
      newDecisions.planned.length === 0
        ? text('why.recent', { n: format.number(Math.round(newDecisions.perMonth)), months: newDecisions.fromMonths })
        : text('why.planned', { n: newDecisions.planned.length }),
      text('why.interval', { percent: intervalPercent, common: format.number(commonDeviationPercent) }),
    ],
    rule: { clause: text('why.clause'), provenance: 'A' },
  }
}
