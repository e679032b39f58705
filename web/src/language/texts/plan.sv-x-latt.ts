import type { PlanText } from './plan.sv.ts'

export const texts: Record<PlanText, string> = {
  'week.covered': 'Planen har {has, number} av {needs, plural, one {# timme} other {# timmar}} i veckan.',
  'week.gap':
    'Planen har {has, number} av {needs, plural, one {# timme} other {# timmar}} i veckan. {gap, plural, one {# timme} other {# timmar}} saknas.',
  'week.part': '{name}: {hours, plural, one {# timme} other {# timmar}}',
  'week.missing': 'Saknas: {hours, plural, one {# timme} other {# timmar}}',
  'language-support': 'Du får hjälp med språket.',
  course: 'Kurs på {hours, plural, one {# timme} other {# timmar}}. Jobb eller studieplats:',
  'beside.title': 'Det här ska du också göra',
  'beside.JOB': 'Du är med i jobb- och utvecklingsgarantin. Den är på heltid. Lämna en rapport varje månad.',
  'beside.UGA':
    'Du är med i jobbgarantin för ungdomar. Sök jobb minst 4 timmar i veckan. Lämna en rapport varje månad.',
  'beside.ETP':
    'Du är med i etableringsprogrammet. Det är på heltid. Sfi räknas där, men inte här. Lämna en rapport varje månad.',
}
