/** Law examples of programme 4.3 and 4.4: the days of a choice and of the start. Each was counted by hand on a calendar. */
export const choiceDaysCases = [
  {
    rule: 'programme 4.4: 5 working days to choose, day 0 is when the letter is available',
    openedOn: '2022-10-03',
    cause: 'referral',
    remindOn: '2022-10-06',
    dueOn: '2022-10-10',
    placeOn: '2022-10-11',
  },
  {
    rule: 'programme 4.5: All Saints and weekends are no working days',
    openedOn: '2022-11-01',
    cause: 'referral',
    remindOn: '2022-11-04',
    dueOn: '2022-11-08',
    placeOn: '2022-11-09',
  },
  {
    rule: 'programme 4.5: Christmas Eve, Christmas, Boxing Day, New Year and Epiphany do not count',
    openedOn: '2022-12-22',
    cause: 'referral',
    remindOn: '2022-12-28',
    dueOn: '2022-12-30',
    placeOn: '2023-01-02',
  },
  {
    rule: 'programme 4.4: a letter on a Saturday is day 0 all the same',
    openedOn: '2022-10-08',
    cause: 'referral',
    remindOn: '2022-10-12',
    dueOn: '2022-10-14',
    placeOn: '2022-10-17',
  },
  {
    rule: 'programme 4.4: who returns after an interruption has the same days',
    openedOn: '2022-10-03',
    cause: 'returned',
    remindOn: '2022-10-06',
    dueOn: '2022-10-10',
    placeOn: '2022-10-11',
  },
  {
    rule: 'programme 4.3: who moves chooses anew within 5 working days',
    openedOn: '2022-10-03',
    cause: 'moved',
    remindOn: '2022-10-06',
    dueOn: '2022-10-10',
    placeOn: '2022-10-11',
  },
  {
    rule: 'programme 4.4: whose provider has no contract any more has the same days',
    openedOn: '2022-10-03',
    cause: 'contract-over',
    remindOn: '2022-10-06',
    dueOn: '2022-10-10',
    placeOn: '2022-10-11',
  },
] as const

export const startCases = [
  { rule: 'programme 4.4: the 10th working day after the choice', chosenOn: '2022-10-03', firstDay: '2022-10-17' },
  { rule: 'programme 4.4: after a placement on a Tuesday', chosenOn: '2022-10-11', firstDay: '2022-10-25' },
  { rule: 'programme 4.5: Easter moves the start', chosenOn: '2022-04-11', firstDay: '2022-04-27' },
  { rule: 'programme 4.5: so does a choice made on Sunday', chosenOn: '2022-10-09', firstDay: '2022-10-21' },
] as const

/** When a place is free: `seat` is [chosen, first day, last day]. */
export const seatCases = [
  { rule: 'programme 4.4: placed', seat: ['2022-10-03', '2022-10-17', null], on: '2022-10-03', takes: true },
  {
    rule: 'programme 4.4: granted, not started',
    seat: ['2022-10-03', '2022-10-17', null],
    on: '2022-10-16',
    takes: true,
  },
  {
    rule: 'programme 4.4: in service',
    seat: ['2022-10-03', '2022-10-17', '2022-11-30'],
    on: '2022-11-15',
    takes: true,
  },
  {
    rule: 'programme 4.4: on the last day',
    seat: ['2022-10-03', '2022-10-17', '2022-11-30'],
    on: '2022-11-30',
    takes: true,
  },
  {
    rule: 'programme 4.4: free the day after',
    seat: ['2022-10-03', '2022-10-17', '2022-11-30'],
    on: '2022-12-01',
    takes: false,
  },
  {
    rule: 'programme 4.4: not before it is chosen',
    seat: ['2022-10-03', '2022-10-17', null],
    on: '2022-10-02',
    takes: false,
  },
  {
    rule: 'programme 4.4: ended before it began',
    seat: ['2022-10-03', '2022-10-17', '2022-10-16'],
    on: '2022-10-10',
    takes: false,
  },
] as const
