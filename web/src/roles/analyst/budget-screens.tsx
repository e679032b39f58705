import { AccuracyScreen } from '../../ui/budget/accuracy-screen.tsx'
import { BudgetScreen } from '../../ui/budget/budget-screen.tsx'

/** The budget as the analyst follows it. */
export const OwnBudgetScreen = () => <BudgetScreen accuracy="/app/analyst/budget/accuracy" />

export const ForecastScreen = () => <AccuracyScreen budget="/app/analyst/budget" />
