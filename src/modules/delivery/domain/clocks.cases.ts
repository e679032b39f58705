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
]
