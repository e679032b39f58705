export { type AnswerQuestion, answerQuestion } from './answer-question.ts'
export { type AskQuestion, askQuestion } from './ask-question.ts'
export { readWords } from './domain/index.ts'
export { sweeps } from './jobs.ts'
export { notices } from './notices.ts'
export { channelTo } from './open-case.ts'
export { dialogueProblems } from './problems.ts'
export { routes } from './routes.ts'
export { type SendActivityReport, sendActivityReport } from './send-activity-report.ts'
export { type SendMessage, sendMessage } from './send-message.ts'

/** Questions and activity reports as steps on the case's page. */
export const stepsOf = 'dialogue.v_step'
