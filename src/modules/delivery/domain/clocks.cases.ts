/**
 * Law examples of programme 4.5, clocks exactly. Each was counted by hand on a calendar. A meeting is its day, with `v` for
 * video; an activity its day, with `r` for remote and `o` for own work. `lines` are due day and K(ept) or B(reached).
 */
export interface ClockExample {
  readonly rule: string
  readonly from: string
  readonly to?: string
  readonly until: string
  readonly meetings?: readonly string[]
  readonly activities?: readonly string[]
  readonly absences?: readonly (readonly [string, string | null])[]
  readonly parallel?: readonly (readonly [string, string])[]
  readonly lines: readonly string[]
}

export const meetingCases: readonly ClockExample[] = [
  {
    rule: 'a meeting on the first day answers the first period and starts the next',
    from: '2022-09-05',
    until: '2022-10-10',
    meetings: ['2022-09-05', '2022-09-19', '2022-10-03'],
    lines: ['2022-09-19 K', '2022-09-19 K', '2022-10-03 K'],
  },
  {
    rule: 'nothing came: the clock runs on from the due day',
    from: '2022-09-05',
    until: '2022-10-10',
    lines: ['2022-09-19 B', '2022-10-03 B'],
  },
  {
    rule: 'a due day on a Saturday moves to Monday, and that Monday keeps it',
    from: '2022-09-10',
    until: '2022-10-07',
    meetings: ['2022-09-26'],
    lines: ['2022-09-26 K'],
  },
  { rule: 'not breached before the moved day', from: '2022-09-10', until: '2022-09-25', lines: [] },
  {
    rule: 'after a breach the clock runs from the day before moving: 24 September + 14, a Saturday',
    from: '2022-09-10',
    until: '2022-10-10',
    lines: ['2022-09-26 B', '2022-10-10 B'],
  },
  {
    rule: 'a due day inside an approved absence moves to the first working day after it',
    from: '2022-09-05',
    until: '2022-09-30',
    meetings: ['2022-09-21'],
    absences: [['2022-09-15', '2022-09-20']],
    lines: ['2022-09-21 K'],
  },
  {
    rule: 'an absence that ends on a Friday moves it over the weekend',
    from: '2022-09-05',
    until: '2022-09-26',
    absences: [['2022-09-16', '2022-09-23']],
    lines: ['2022-09-26 B'],
  },
  {
    rule: 'repeated until both hold: the Monday after is absence again',
    from: '2022-09-10',
    until: '2022-09-28',
    absences: [['2022-09-26', '2022-09-27']],
    lines: ['2022-09-28 B'],
  },
  {
    rule: 'two periods can have the same due day and both are written',
    from: '2022-09-05',
    until: '2022-10-21',
    absences: [['2022-09-12', '2022-10-14']],
    lines: ['2022-10-17 B', '2022-10-17 B', '2022-10-17 B'],
  },
  {
    rule: 'an absence without end: nothing falls due',
    from: '2022-09-05',
    until: '2022-12-30',
    absences: [['2022-09-12', null]],
    lines: [],
  },
  {
    rule: 'several meetings on one day are one',
    from: '2022-09-05',
    until: '2022-09-20',
    meetings: ['2022-09-12', '2022-09-12'],
    lines: ['2022-09-19 K'],
  },
  {
    rule: 'met = kept, even if the due day lies after until',
    from: '2022-09-05',
    until: '2022-09-06',
    meetings: ['2022-09-06'],
    lines: ['2022-09-19 K'],
  },
  {
    rule: 'met = kept, even if the due day lies after the last day in service; unmet is not listed',
    from: '2022-09-05',
    to: '2022-09-16',
    until: '2022-10-10',
    meetings: ['2022-09-08'],
    lines: ['2022-09-19 K'],
  },
  {
    rule: 'only what lies in service and up to until counts',
    from: '2022-09-05',
    until: '2022-09-19',
    meetings: ['2022-09-02', '2022-09-20'],
    lines: ['2022-09-19 B'],
  },
  { rule: 'Boxing Day is no working day', from: '2022-12-12', until: '2022-12-27', lines: ['2022-12-27 B'] },
  {
    rule: 'Midsummer Eve moves it over the weekend to Monday; the next runs from the eve',
    from: '2022-06-10',
    until: '2022-07-08',
    lines: ['2022-06-27 B', '2022-07-08 B'],
  },
  {
    rule: 'Maundy Thursday is a working day, Good Friday moves it to the Tuesday after Easter',
    from: '2022-04-01',
    until: '2022-04-19',
    lines: ['2022-04-19 B'],
  },
  {
    rule: 'the service ends on the due day: breached; the day before: not listed',
    from: '2022-09-05',
    to: '2022-09-19',
    until: '2022-10-31',
    lines: ['2022-09-19 B'],
  },
  { rule: 'it ended before the due day', from: '2022-09-05', to: '2022-09-18', until: '2022-10-31', lines: [] },
  {
    rule: 'an absence that begins the day after the due day moves nothing',
    from: '2022-09-05',
    until: '2022-09-20',
    absences: [['2022-09-20', '2022-09-30']],
    lines: ['2022-09-19 B'],
  },
  {
    rule: 'a meeting held on a day of approved absence counts',
    from: '2022-09-05',
    until: '2022-09-20',
    meetings: ['2022-09-15'],
    absences: [['2022-09-14', '2022-09-16']],
    lines: ['2022-09-19 K'],
  },
]

export const physicalMeetingCases: readonly ClockExample[] = [
  {
    rule: 'every 28 days physical; video does not answer it',
    from: '2022-09-05',
    until: '2022-10-10',
    meetings: ['2022-09-05', '2022-09-19v', '2022-10-03'],
    lines: ['2022-10-03 K', '2022-10-03 K'],
  },
  {
    rule: 'only video: breached on the 28th day',
    from: '2022-09-05',
    until: '2022-10-10',
    meetings: ['2022-09-05v', '2022-09-19v', '2022-10-03v'],
    lines: ['2022-10-03 B'],
  },
  {
    rule: 'a day with one of each is physical',
    from: '2022-09-05',
    until: '2022-09-12',
    meetings: ['2022-09-12v', '2022-09-12'],
    lines: ['2022-10-03 K'],
  },
]

export const firstMeetingCases: readonly ClockExample[] = [
  { rule: 'no line while there is none', from: '2022-09-05', until: '2022-10-10', lines: [] },
  {
    rule: 'the first by video',
    from: '2022-09-05',
    until: '2022-10-10',
    meetings: ['2022-09-12v', '2022-09-13'],
    lines: ['2022-09-12 B'],
  },
  {
    rule: 'the first physical',
    from: '2022-09-05',
    until: '2022-10-10',
    meetings: ['2022-09-12'],
    lines: ['2022-09-12 K'],
  },
]

export const weeklyCases: readonly ClockExample[] = [
  {
    rule: 'one a week, any day of it, also a Saturday',
    from: '2022-09-05',
    until: '2022-09-18',
    activities: ['2022-09-10'],
    lines: ['2022-09-09 K', '2022-09-16 B'],
  },
  {
    rule: 'remote and own work do not answer it',
    from: '2022-09-05',
    until: '2022-09-11',
    activities: ['2022-09-06r', '2022-09-07o'],
    lines: ['2022-09-09 B'],
  },
  {
    rule: 'from a Wednesday there are 3 working days',
    from: '2022-09-07',
    until: '2022-09-11',
    lines: ['2022-09-09 B'],
  },
  { rule: 'from a Thursday there are 2', from: '2022-09-08', until: '2022-09-11', lines: [] },
  {
    rule: 'until does not shorten the week, but nothing is breached before its due day',
    from: '2022-09-05',
    until: '2022-09-07',
    lines: [],
  },
  {
    rule: 'met in a week that goes on',
    from: '2022-09-05',
    until: '2022-09-06',
    activities: ['2022-09-06'],
    lines: ['2022-09-09 K'],
  },
  {
    rule: 'two days of approved absence leave three; due on the last of them',
    from: '2022-09-05',
    until: '2022-09-11',
    absences: [['2022-09-08', '2022-09-09']],
    lines: ['2022-09-07 B'],
  },
  {
    rule: 'three days of absence leave too few',
    from: '2022-09-05',
    until: '2022-09-11',
    absences: [['2022-09-07', '2022-09-09']],
    lines: [],
  },
  {
    rule: 'full-time days of a parallel measure are as absence',
    from: '2022-09-05',
    until: '2022-09-11',
    parallel: [['2022-09-05', '2022-09-09']],
    lines: [],
  },
  {
    rule: 'the service ends on a Wednesday: due that day',
    from: '2022-09-05',
    to: '2022-09-07',
    until: '2022-10-01',
    lines: ['2022-09-07 B'],
  },
  {
    rule: 'the week before Christmas Eve on a Friday is due on the Thursday',
    from: '2021-12-20',
    until: '2021-12-26',
    lines: ['2021-12-23 B'],
  },
  {
    rule: 'the week of Ascension Day with the Friday away has three days, due on the Wednesday',
    from: '2022-05-23',
    until: '2022-05-29',
    absences: [['2022-05-27', '2022-05-27']],
    lines: ['2022-05-25 B'],
  },
  {
    rule: 'an absence and a parallel measure in one week count together',
    from: '2022-09-05',
    until: '2022-09-11',
    absences: [['2022-09-05', '2022-09-06']],
    parallel: [['2022-09-06', '2022-09-07']],
    lines: [],
  },
]

/** ROM2: hours of tailored support. An activity is an hour. */
export const weeklyHoursCases: readonly ClockExample[] = [
  {
    rule: 'a service that begins on a Thursday needs two fifths of an hour',
    from: '2023-05-11',
    until: '2023-05-14',
    activities: ['2023-05-12r'],
    lines: ['2023-05-12 K'],
  },
  {
    rule: 'own work is not among the hours',
    from: '2023-05-08',
    until: '2023-05-14',
    activities: ['2023-05-09o'],
    lines: ['2023-05-12 B'],
  },
  {
    rule: 'approved absence does not lower the hours, a full-time parallel measure does',
    from: '2023-05-08',
    until: '2023-05-21',
    absences: [['2023-05-08', '2023-05-12']],
    parallel: [['2023-05-15', '2023-05-21']],
    lines: ['2023-05-12 B'],
  },
  {
    rule: 'the week in which the seventh month begins needs a little more than an hour',
    from: '2023-05-10',
    until: '2023-11-12',
    activities: ['2023-11-07'],
    lines: ['2023-11-10 B'],
  },
]
