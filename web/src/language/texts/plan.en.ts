import type { PlanText } from './plan.sv.ts'

export const texts: Record<PlanText, string> = {
  'week.covered': 'The plan covers {has, number} of {needs, plural, one {# hour} other {# hours}} a week.',
  'week.gap':
    'The plan covers {has, number} of {needs, plural, one {# hour} other {# hours}} a week. {gap, plural, one {# hour is} other {# hours are}} missing.',
  'week.part': '{name}: {hours, plural, one {# hour} other {# hours}}',
  'week.missing': 'Missing: {hours, plural, one {# hour} other {# hours}}',
  'language-support': 'Language support is part of the plan.',
  course: 'A course of {hours, plural, one {# hour} other {# hours}} in all. Vacancy or study place:',
  'beside.title': 'Demanded at the same time',
  'beside.JOB':
    'The job and development guarantee is full time unless something else is decided. An activity report is due each month.',
  'beside.UGA':
    'The youth guarantee demands job search, at least 4 hours a week beside practice. It lasts 15 months at most. An activity report is due each month.',
  'beside.ETP':
    'The establishment programme has a full-time plan of its own. Swedish for immigrants counts there, but never in this service. An activity report is due each month.',
}
