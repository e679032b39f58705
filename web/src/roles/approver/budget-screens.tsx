import { AccuracyScreen } from '../../ui/budget/accuracy-screen.tsx'
import { BudgetScreen } from '../../ui/budget/budget-screen.tsx'

/** The budget as the approver follows it. */
export const OwnBudgetScreen = () => <BudgetScreen accuracy="/app/approver/budget/accuracy" />

export const ForecastScreen = () => <AccuracyScreen budget="/app/approver/budget" />
