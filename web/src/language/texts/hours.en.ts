import type { HoursText } from './hours.sv.ts'

export const texts: Record<HoursText, string> = {
  'sum.own': '{all, plural, one {# hour counts} other {# hours count}}. You have confirmed {percent}%.',
  'sum.staff': '{all, plural, one {# hour counts} other {# hours count}}. The participant has confirmed {percent}%.',
  unanswered:
    '{hours, plural, one {# hour waits for an answer, and counts} other {# hours wait for an answer, and count}} until then.',
  disputed: '{hours, plural, one {# hour is disputed and does} other {# hours are disputed and do}} not count yet.',
  'with.adviser.own': 'with your adviser',
  'with.adviser.staff': 'with the adviser',
  'with.provider-staff': 'with the provider’s staff or a group',
  'with.other-actor': 'with an employer or somebody else',
  'with.own': 'on one’s own',
  row: '{all, plural, one {# hour} other {# hours}}, {percent}% confirmed',
  'on-behalf.own': '{name} at the employment service wrote down your answer on {day}.',
  'on-behalf.staff': '{name} at the employment service wrote down the participant’s answer on {day}.',
  'settled-why': 'The reasons:',
  somebody: 'Somebody',
}
