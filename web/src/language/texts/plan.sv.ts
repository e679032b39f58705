export const texts = {
  'week.covered': 'Planen täcker {has, number} av {needs, plural, one {# timme} other {# timmar}} i veckan.',
  'week.gap':
    'Planen täcker {has, number} av {needs, plural, one {# timme} other {# timmar}} i veckan. {gap, plural, one {# timme} other {# timmar}} saknas.',
  'week.part': '{name}: {hours, plural, one {# timme} other {# timmar}}',
  'week.missing': 'Saknas: {hours, plural, one {# timme} other {# timmar}}',
  'language-support': 'Språkstöd ingår i planen.',
  course: 'Kurs på {hours, plural, one {# timme} other {# timmar}} i allt. Ledigt jobb eller studieplats:',
  'beside.title': 'Krav samtidigt med tjänsten',
  'beside.JOB':
    'Jobb- och utvecklingsgarantin är på heltid om inget annat är beslutat. En aktivitetsrapport ska lämnas varje månad.',
  'beside.UGA':
    'Jobbgarantin för ungdomar kräver jobbsökande, minst 4 timmar i veckan vid sidan av praktik. Den varar högst 15 månader. En aktivitetsrapport ska lämnas varje månad.',
  'beside.ETP':
    'Etableringsprogrammet har en egen plan på heltid. Sfi räknas där, men aldrig i den här tjänsten. En aktivitetsrapport ska lämnas varje månad.',
}

export type PlanText = keyof typeof texts
