import type { HoursText } from './hours.sv.ts'

export const texts: Record<HoursText, string> = {
  'sum.own': '{all, plural, one {# timme} other {# timmar}} räknas. Du har sagt ja till {percent} procent.',
  'sum.staff': '{all, plural, one {# timme} other {# timmar}} räknas. Deltagaren har sagt ja till {percent} procent.',
  unanswered:
    '{hours, plural, one {# timme} other {# timmar}} väntar på svar. {hours, plural, one {Den} other {De}} räknas nu.',
  disputed:
    '{hours, plural, one {# timme} other {# timmar}} stämmer kanske inte. {hours, plural, one {Den} other {De}} räknas inte nu.',
  'with.adviser.own': 'med din handledare',
  'with.adviser.staff': 'med handledaren',
  'with.provider-staff': 'med personalen eller en grupp',
  'with.other-actor': 'med en arbetsgivare eller någon annan',
  'with.own': 'själv',
  row: '{all, plural, one {# timme} other {# timmar}}, ja till {percent} procent',
  'on-behalf.own': '{name} på Arbetsförmedlingen skrev ditt svar {day}.',
  'on-behalf.staff': '{name} på Arbetsförmedlingen skrev svaret {day}.',
  'settled-why': 'Därför blev det så:',
  somebody: 'Någon',
}
