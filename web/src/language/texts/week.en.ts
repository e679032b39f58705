import type { WeekText } from './week.sv.ts'

export const texts: Record<WeekText, string> = {
  lead: 'What is planned, and what you have done.',
  'this-week': 'This week, week {week}',
  week: 'Week {week}',
  today: 'today',
  nothing: 'Nothing planned',
  meeting: 'Meeting with your adviser',
  minutes: '{n} minutes',
  hours: '{hours, plural, one {# hour} other {# hours}}',
  'hours.title': 'Hours in the week',
  'hours.sum':
    '{done, plural, one {# hour is written down} other {# hours are written down}}. The plan is {planned, plural, one {# hour} other {# hours}} a week.',
  'hours.gap': 'The plan fills {planned, number} of your {available, plural, one {# hour} other {# hours}}.',
  'hours.of': '{done, number} of {planned, plural, one {# hour} other {# hours}}',
  answer: 'Answer what waits in {month}',
  'state.planned': 'Planned',
  'state.called-off': 'Called off',
  'state.unwritten': 'Not written down yet',
  'state.held': 'Done, you have answered',
  'state.unanswered': 'Written down, waits for your answer',
  'state.disputed': 'You have said that it is not right',
  'state.not-held': 'Did not take place',
}
