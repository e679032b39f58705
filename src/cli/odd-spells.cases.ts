/**
 * Whole spells of programme 4.5, clocks exactly, each counted by hand on a calendar: what the command reads, and all that it
 * says. A line is due day and K(ept) or B(reached).
 */
export interface OddSpell {
  readonly why: string
  readonly rules: 'rom1' | 'rom2'
  /** A line of `./krom compliance`. */
  readonly spell: string
  readonly lines: Readonly<Record<string, readonly string[]>>
}

export const oddSpells: readonly OddSpell[] = [
  {
    why: 'begins on a Saturday: the first due day is a Saturday too and moves; the plan’s does not; the week of the start has no working day',
    rules: 'rom1',
    spell:
      '{"case":"sat","service":{"from":"2022-10-01","to":null},"plan":{"on":"2022-10-15","hours":40},"meetings":[{"on":"2022-10-03","minutes":30,"physical":true}],"activities":[],"absences":[],"until":"2022-10-18"}',
    lines: {
      'meeting-every-14-days': ['2022-10-17 K', '2022-10-17 B'],
      'meeting-physical-every-28-days': ['2022-10-31 K'],
      'first-meeting-physical': ['2022-10-03 K'],
      'weekly-physical-activity': ['2022-10-07 B', '2022-10-14 B'],
      'plan-agreed': ['2022-10-15 K'],
      'plan-covers-hours': ['2022-10-15 K'],
    },
  },
  {
    why: 'Midsummer Eve moves the meeting to Monday and ends the week on Thursday; an activity on Midsummer Day answers that week',
    rules: 'rom1',
    spell:
      '{"case":"midsummer","service":{"from":"2022-06-10","to":"2022-07-31"},"plan":null,"meetings":[{"on":"2022-06-27","minutes":30,"physical":true}],"activities":[{"on":"2022-06-25","hours":1,"physical":true,"kind":"health"}],"absences":[],"until":"2022-07-12"}',
    lines: {
      'meeting-every-14-days': ['2022-06-27 K', '2022-07-11 B'],
      'meeting-physical-every-28-days': ['2022-07-08 K'],
      'first-meeting-physical': ['2022-06-27 K'],
      'weekly-physical-activity': ['2022-06-17 B', '2022-06-23 K', '2022-07-01 B', '2022-07-08 B'],
      'plan-agreed': ['2022-06-24 B'],
      'plan-covers-hours': ['2022-06-24 B'],
    },
  },
  {
    why: 'a meeting the day after the due day answers the next period; by video it makes the first one remote; a plan a day late covers nothing',
    rules: 'rom1',
    spell:
      '{"case":"late-by-video","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-20","hours":40},"meetings":[{"on":"2022-09-20","minutes":45,"physical":false}],"activities":[],"absences":[],"until":"2022-10-04"}',
    lines: {
      'meeting-every-14-days': ['2022-09-19 B', '2022-10-03 K', '2022-10-04 B'],
      'meeting-physical-every-28-days': ['2022-10-03 B'],
      'first-meeting-physical': ['2022-09-20 B'],
      'weekly-physical-activity': ['2022-09-09 B', '2022-09-16 B', '2022-09-23 B', '2022-09-30 B'],
      'plan-agreed': ['2022-09-19 B'],
      'plan-covers-hours': ['2022-09-19 B'],
    },
  },
  {
    why: 'Epiphany moves the due day to Monday; a week of Boxing Day and absence asks nothing; a plan of 39.75 hours is a quarter short',
    rules: 'rom1',
    spell:
      '{"case":"christmas","service":{"from":"2022-12-09","to":null},"plan":{"on":"2022-12-23","hours":39.75},"meetings":[],"activities":[{"on":"2022-12-31","hours":0.25,"physical":true,"kind":"digital"}],"absences":[{"from":"2022-12-27","to":"2022-12-30"}],"until":"2023-01-09"}',
    lines: {
      'meeting-every-14-days': ['2022-12-23 B', '2023-01-09 B'],
      'meeting-physical-every-28-days': ['2023-01-09 B'],
      'weekly-physical-activity': ['2022-12-16 B', '2022-12-23 B', '2023-01-05 B'],
      'plan-agreed': ['2022-12-23 K'],
      'plan-covers-hours': ['2022-12-23 B'],
    },
  },
  {
    why: 'an absence over three due days: one meeting the Monday after answers one, the one in person stays owed',
    rules: 'rom1',
    spell:
      '{"case":"absence-crossing","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-05","hours":40},"meetings":[{"on":"2022-09-05","minutes":30,"physical":true},{"on":"2022-10-10","minutes":30,"physical":false}],"activities":[],"absences":[{"from":"2022-09-19","to":"2022-10-07"}],"until":"2022-10-24"}',
    lines: {
      'meeting-every-14-days': ['2022-10-10 K', '2022-10-10 K', '2022-10-24 B'],
      'meeting-physical-every-28-days': ['2022-10-10 K', '2022-10-10 B'],
      'first-meeting-physical': ['2022-09-05 K'],
      'weekly-physical-activity': ['2022-09-09 B', '2022-09-16 B', '2022-10-14 B', '2022-10-21 B'],
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: '29 minutes are no meeting; two on one day are one, and physical since one is',
    rules: 'rom1',
    spell:
      '{"case":"same-day","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-05","hours":40},"meetings":[{"on":"2022-09-08","minutes":29,"physical":true},{"on":"2022-09-09","minutes":30,"physical":false},{"on":"2022-09-09","minutes":30,"physical":true}],"activities":[],"absences":[],"until":"2022-09-09"}',
    lines: {
      'meeting-every-14-days': ['2022-09-19 K'],
      'meeting-physical-every-28-days': ['2022-10-03 K'],
      'first-meeting-physical': ['2022-09-09 K'],
      'weekly-physical-activity': ['2022-09-09 B'],
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: 'known up to a Wednesday: the week keeps its five days, what comes on Friday is not known yet',
    rules: 'rom1',
    spell:
      '{"case":"mid-week","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-12","hours":40},"meetings":[{"on":"2022-09-05","minutes":30,"physical":true}],"activities":[{"on":"2022-09-14","hours":1,"physical":true,"kind":"health"},{"on":"2022-09-23","hours":1,"physical":true,"kind":"health"}],"absences":[],"until":"2022-09-21"}',
    lines: {
      'meeting-every-14-days': ['2022-09-19 K', '2022-09-19 B'],
      'meeting-physical-every-28-days': ['2022-10-03 K'],
      'first-meeting-physical': ['2022-09-05 K'],
      'weekly-physical-activity': ['2022-09-09 B', '2022-09-16 K'],
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: 'what lies the day before and the day after the service counts for nothing, nor does the plan',
    rules: 'rom1',
    spell:
      '{"case":"before-and-after","service":{"from":"2022-09-07","to":"2022-09-21"},"plan":{"on":"2022-09-22","hours":40},"meetings":[{"on":"2022-09-06","minutes":60,"physical":true},{"on":"2022-09-22","minutes":60,"physical":true}],"activities":[{"on":"2022-09-06","hours":2,"physical":true,"kind":"health"}],"absences":[],"until":"2022-12-31"}',
    lines: {
      'meeting-every-14-days': ['2022-09-21 B'],
      'weekly-physical-activity': ['2022-09-09 B', '2022-09-16 B', '2022-09-21 B'],
      'plan-agreed': ['2022-09-21 B'],
      'plan-covers-hours': ['2022-09-21 B'],
    },
  },
  {
    why: 'three periods due on one day are three lines; the meeting the day after answers the fourth',
    rules: 'rom1',
    spell:
      '{"case":"twice-same-due","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-05","hours":40},"meetings":[{"on":"2022-10-18","minutes":30,"physical":true}],"activities":[],"absences":[{"from":"2022-09-16","to":"2022-10-14"}],"until":"2022-10-31"}',
    lines: {
      'meeting-every-14-days': ['2022-10-17 B', '2022-10-17 B', '2022-10-17 B', '2022-10-31 K'],
      'meeting-physical-every-28-days': ['2022-10-17 B', '2022-10-31 K'],
      'first-meeting-physical': ['2022-10-18 K'],
      'weekly-physical-activity': ['2022-09-09 B', '2022-09-15 B', '2022-10-21 B', '2022-10-28 B'],
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: 'a parallel measure and a day of absence leave two working days of the week, which asks nothing',
    rules: 'rom1',
    spell:
      '{"case":"parallel","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-05","hours":40},"meetings":[{"on":"2022-09-16","minutes":30,"physical":true}],"activities":[],"absences":[{"from":"2022-09-21","to":"2022-09-21"}],"parallel":[{"from":"2022-09-12","to":"2022-09-20"}],"until":"2022-09-25"}',
    lines: {
      'meeting-every-14-days': ['2022-09-19 K'],
      'meeting-physical-every-28-days': ['2022-10-03 K'],
      'first-meeting-physical': ['2022-09-16 K'],
      'weekly-physical-activity': ['2022-09-09 B'],
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: 'a service of one day: all that is met stands, with due days after its end',
    rules: 'rom1',
    spell:
      '{"case":"one-day","service":{"from":"2022-09-05","to":"2022-09-05"},"plan":{"on":"2022-09-05","hours":40},"meetings":[{"on":"2022-09-05","minutes":30,"physical":true}],"activities":[],"absences":[],"until":"2022-09-05"}',
    lines: {
      'meeting-every-14-days': ['2022-09-19 K'],
      'meeting-physical-every-28-days': ['2022-10-03 K'],
      'first-meeting-physical': ['2022-09-05 K'],
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: 'an absence without end asks for no meeting and no week, the plan is due all the same; 20 hours are enough for who can work 20',
    rules: 'rom1',
    spell:
      '{"case":"part-time","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-19","hours":20},"availableHours":20,"meetings":[],"activities":[],"absences":[{"from":"2022-09-05","to":null}],"until":"2022-12-31"}',
    lines: {
      'plan-agreed': ['2022-09-19 K'],
      'plan-covers-hours': ['2022-09-19 K'],
    },
  },
  {
    why: 'a remote meeting on the first day; the due day of both periods lies in an absence of one day',
    rules: 'rom1',
    spell:
      '{"case":"absent-first-day-meeting","service":{"from":"2022-09-05","to":null},"plan":{"on":"2022-09-20","hours":41},"meetings":[{"on":"2022-09-05","minutes":480,"physical":false}],"activities":[],"absences":[{"from":"2022-09-19","to":"2022-09-19"}],"until":"2022-09-20"}',
    lines: {
      'meeting-every-14-days': ['2022-09-20 K', '2022-09-20 B'],
      'first-meeting-physical': ['2022-09-05 B'],
      'weekly-physical-activity': ['2022-09-09 B', '2022-09-16 B'],
      'plan-agreed': ['2022-09-19 B'],
      'plan-covers-hours': ['2022-09-19 B'],
    },
  },
  {
    why: 'the national day and Midsummer Eve take a fifth each: three quarters of an hour are too little; by number two of three are physical',
    rules: 'rom2',
    spell:
      '{"case":"rom2-prorata","service":{"from":"2023-06-05","to":null},"plan":{"on":"2023-06-05","hours":40},"meetings":[{"on":"2023-06-05","minutes":30,"physical":true}],"activities":[{"on":"2023-06-07","hours":0.75,"physical":false,"kind":"health"},{"on":"2023-06-14","hours":1,"physical":true,"kind":"health"},{"on":"2023-06-21","hours":0.75,"physical":true,"kind":"health"}],"absences":[],"until":"2023-06-25"}',
    lines: {
      'meeting-every-14-days': ['2023-06-19 K', '2023-06-19 B'],
      'meeting-physical-every-28-days': ['2023-07-03 K'],
      'first-meeting-physical': ['2023-06-05 K'],
      'plan-agreed': ['2023-06-19 K'],
      'plan-covers-hours': ['2023-06-19 K'],
      'weekly-hours': ['2023-06-09 B', '2023-06-16 K', '2023-06-22 B'],
      'half-physical': ['2023-06-30 K'],
    },
  },
  {
    why: 'the seventh month of the chain begins on the Wednesday: two fifths and three times two fifths; own work is nothing',
    rules: 'rom2',
    spell:
      '{"case":"rom2-chain","service":{"from":"2023-11-13","to":"2023-11-19"},"chainFrom":"2023-05-15","plan":{"on":"2023-11-13","hours":40},"meetings":[{"on":"2023-11-13","minutes":30,"physical":true}],"activities":[{"on":"2023-11-14","hours":1.5,"physical":true,"kind":"health"},{"on":"2023-11-15","hours":5,"physical":false,"kind":"own-work"}],"absences":[],"until":"2023-11-19"}',
    lines: {
      'meeting-every-14-days': ['2023-11-27 K'],
      'meeting-physical-every-28-days': ['2023-12-11 K'],
      'first-meeting-physical': ['2023-11-13 K'],
      'plan-agreed': ['2023-11-27 K'],
      'plan-covers-hours': ['2023-11-27 K'],
      'weekly-hours': ['2023-11-17 B'],
      'half-physical': ['2023-11-19 K'],
    },
  },
  {
    why: 'a chain from 31 May: the seventh month begins on 30 November; absence lowers nothing',
    rules: 'rom2',
    spell:
      '{"case":"rom2-clamp","service":{"from":"2023-11-27","to":"2023-12-03"},"chainFrom":"2023-05-31","plan":{"on":"2023-11-27","hours":40},"meetings":[{"on":"2023-11-27","minutes":30,"physical":true}],"activities":[{"on":"2023-11-28","hours":1.5,"physical":true,"kind":"health"}],"absences":[{"from":"2023-11-27","to":"2023-11-28"}],"until":"2023-12-03"}',
    lines: {
      'meeting-every-14-days': ['2023-12-11 K'],
      'meeting-physical-every-28-days': ['2023-12-27 K'],
      'first-meeting-physical': ['2023-11-27 K'],
      'plan-agreed': ['2023-12-11 K'],
      'plan-covers-hours': ['2023-12-11 K'],
      'weekly-hours': ['2023-12-01 K'],
      'half-physical': ['2023-11-30 K'],
    },
  },
  {
    why: 'half by number, not by hours; the month is due on the last day in service; Ascension Day takes a fifth',
    rules: 'rom2',
    spell:
      '{"case":"rom2-half","service":{"from":"2023-05-02","to":"2023-06-09"},"plan":{"on":"2023-05-02","hours":40},"meetings":[{"on":"2023-05-02","minutes":30,"physical":true}],"activities":[{"on":"2023-05-03","hours":3,"physical":false,"kind":"health"},{"on":"2023-05-03","hours":0.25,"physical":true,"kind":"digital"},{"on":"2023-06-01","hours":2,"physical":false,"kind":"health"},{"on":"2023-06-02","hours":0.25,"physical":true,"kind":"digital"},{"on":"2023-06-08","hours":0.25,"physical":false,"kind":"digital"}],"absences":[],"until":"2023-06-30"}',
    lines: {
      'meeting-every-14-days': ['2023-05-16 K', '2023-05-16 B', '2023-05-30 B'],
      'meeting-physical-every-28-days': ['2023-05-30 K', '2023-05-30 B'],
      'first-meeting-physical': ['2023-05-02 K'],
      'plan-agreed': ['2023-05-16 K'],
      'plan-covers-hours': ['2023-05-16 K'],
      'weekly-hours': ['2023-05-05 K', '2023-05-12 B', '2023-05-19 B', '2023-05-26 B', '2023-06-02 K', '2023-06-09 B'],
      'half-physical': ['2023-05-31 K', '2023-06-09 B'],
    },
  },
]
