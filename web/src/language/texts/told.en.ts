import type { ToldText } from './told.sv.ts'

export const texts: Record<ToldText, string> = {
  title: 'Write down what the participant said',
  lead: 'Do so when the participant has answered you on the telephone or in person. The participant sees that you wrote it, and can change it.',
  what: 'What is the answer about?',
  'what-missing': 'Choose what the answer is about',
  month: 'Everything unanswered in {month} ({n})',
  row: '{day}: {what}, {hours} h',
  answer: 'What does the participant say?',
  'answer-missing': 'Choose what the participant says',
  yes: 'It is right',
  no: 'It is not right',
  comment: 'What is not right?',
  save: 'Write down the participant’s answer',
  'save-yes': 'Confirm for the participant',
  'save-no': 'Dispute for the participant',
  done: 'The participant’s answer is written down in your name.',
  'seen-by': 'the participant and the provider',
}
