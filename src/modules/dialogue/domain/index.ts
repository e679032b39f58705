/** The pure dialogue: whose month is to be reported and by when, questions in time, words to think of (programme 4.5, 12). */
export { type Added, type AddedKind, type AddedLine, addedKinds, checkAdded, readWords } from './added.ts'
export { type Question, type QuestionState, questionDueOn, questionState } from './question.ts'
export {
  type ActivityReport,
  isAsked,
  type MonthState,
  monthsToReport,
  type ReportMonth,
  type Respite,
  reportDueOn,
  type ServiceDays,
} from './report-month.ts'
