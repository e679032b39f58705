export const texts = {
  'sum.own': '{all, plural, one {# timme} other {# timmar}} räknas. Du har bekräftat {percent} %.',
  'sum.staff': '{all, plural, one {# timme} other {# timmar}} räknas. Deltagaren har bekräftat {percent} %.',
  unanswered: '{hours, plural, one {# timme} other {# timmar}} väntar på svar och räknas så länge.',
  disputed: '{hours, plural, one {# timme} other {# timmar}} bestrids och räknas inte än.',
  'with.adviser.own': 'med din handledare',
  'with.adviser.staff': 'med handledaren',
  'with.provider-staff': 'med leverantörens personal eller grupp',
  'with.other-actor': 'med arbetsgivare eller annan',
  'with.own': 'på egen hand',
  row: '{all, plural, one {# timme} other {# timmar}}, {percent} % bekräftat',
  'on-behalf.own': '{name} på Arbetsförmedlingen skrev in ditt svar {day}.',
  'on-behalf.staff': '{name} på Arbetsförmedlingen skrev in deltagarens svar {day}.',
  'settled-why': 'Så motiverades det:',
  somebody: 'Någon',
} as const

export type HoursText = keyof typeof texts
