import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { complianceVerb, spellLines } from './compliance.ts'

const spell = {
  case: 'c1',
  service: { from: '2022-09-05', to: null },
  plan: { on: '2022-09-12', hours: 40 },
  meetings: [{ on: '2022-09-05', minutes: 30, physical: true }],
  activities: [{ on: '2022-09-07', hours: 1.5, physical: true, kind: 'practical-support' }],
  absences: [{ from: '2022-09-12', to: '2022-09-13' }],
  until: '2022-09-20',
}

async function run(args: string[], lines: readonly unknown[]) {
  const out: Record<string, unknown>[] = []
  const errors: string[] = []
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const code = await spellLines(args, {
    input: Readable.from([text]),
    out: (line) => void out.push(JSON.parse(line)),
    error: (line) => void errors.push(line),
  })
  return { code, out, errors }
}

describe('krom compliance', () => {
  test('writes a line for each decided period with its due day, state and why', async () => {
    const { code, out, errors } = await run(['--rules', 'rom1', '--language', 'en'], [spell])
    assert.deepEqual([code, errors], [0, []])
    assert.deepEqual(
      out.map((line) => `${line.rule} ${line.dueOn} ${line.state}`),
      [
        'meeting-every-14-days 2022-09-19 kept',
        'meeting-every-14-days 2022-09-19 breached',
        'meeting-physical-every-28-days 2022-10-03 kept',
        'first-meeting-physical 2022-09-05 kept',
        'weekly-physical-activity 2022-09-09 kept',
        'weekly-physical-activity 2022-09-16 breached',
        'plan-agreed 2022-09-19 kept',
        'plan-covers-hours 2022-09-19 kept',
      ],
    )
    assert.deepEqual(Object.keys(out[0] ?? {}), ['case', 'rule', 'dueOn', 'state', 'because'])
    assert.equal(out[1]?.because, 'No meeting that counts after 2022-09-05')
    const swedish = await run(['--rules', 'rom1'], [spell])
    assert.equal(swedish.out[1]?.because, 'Inget möte som räknas efter 2022-09-05')
  })

  test('gives the same for facts in any order, and takes what may be left out', async () => {
    const facts = { ...spell, meetings: [...spell.meetings, { on: '2022-09-19', minutes: 45, physical: false }] }
    const turned = { ...facts, meetings: facts.meetings.toReversed() }
    assert.deepEqual((await run(['--rules', 'rom1'], [turned])).out, (await run(['--rules', 'rom1'], [facts])).out)
    const bare = { case: 'c2', service: { from: '2022-09-05' }, until: '2022-09-19' }
    const { code, out } = await run(['--rules', 'rom1'], [bare])
    assert.equal(code, 0)
    assert.deepEqual(
      out.map((line) => `${line.rule} ${line.state}`),
      [
        'meeting-every-14-days breached',
        'weekly-physical-activity breached',
        'weekly-physical-activity breached',
        'plan-agreed breached',
        'plan-covers-hours breached',
      ],
    )
  })

  test('counts the hours and shares of the second version, by month of the chain', async () => {
    const rom2 = {
      ...spell,
      service: { from: '2023-05-08', to: '2023-05-14' },
      activities: [
        { on: '2023-05-09', hours: 1, physical: true, kind: 'digital' },
        { on: '2023-05-10', hours: 0.5, physical: false, kind: 'guidance' },
      ],
      until: '2023-05-31',
    }
    const lines = async (of: object) =>
      (await run(['--rules', 'rom2'], [of])).out
        .filter((line) => line.rule === 'weekly-hours' || line.rule === 'half-physical')
        .map((line) => `${line.rule} ${line.dueOn} ${line.state}`)
    assert.deepEqual(await lines(rom2), ['weekly-hours 2023-05-12 kept', 'half-physical 2023-05-14 kept'])
    assert.deepEqual(await lines({ ...rom2, chainFrom: '2022-11-01' }), [
      'weekly-hours 2023-05-12 breached',
      'half-physical 2023-05-14 kept',
    ])
    assert.deepEqual(await lines({ ...rom2, parallel: [{ from: '2023-05-08', to: null }] }), [
      'half-physical 2023-05-14 kept',
    ])
  })

  test('reads the hours that a person can work', async () => {
    const part = { ...spell, plan: { on: '2022-09-12', hours: 20 } }
    const covers = async (of: object) =>
      (await run(['--rules', 'rom1'], [of])).out.find((line) => line.rule === 'plan-covers-hours')?.state
    assert.equal(await covers(part), 'breached')
    assert.equal(await covers({ ...part, availableHours: 20 }), 'kept')
  })

  const [meeting] = spell.meetings
  const [activity] = spell.activities
  const bad: [why: string, line: unknown, says: RegExp][] = [
    [
      'a meeting of 0 minutes',
      { ...spell, meetings: [{ ...meeting, minutes: 0 }] },
      /meetings\[0\]\.minutes 0 is not a length; /,
    ],
    [
      'a meeting of 600 minutes',
      { ...spell, meetings: [{ ...meeting, minutes: 600 }] },
      /meetings\[0\]\.minutes 600 is too long; /,
    ],
    [
      'half a minute',
      { ...spell, meetings: [{ ...meeting, minutes: 29.5 }] },
      /meetings\[0\]\.minutes 29\.5 is not a whole/,
    ],
    [
      'a meeting without how',
      { ...spell, meetings: [{ on: '2022-09-05', minutes: 30 }] },
      /meetings\[0\]\.physical is missing; write true/,
    ],
    [
      'negative hours',
      { ...spell, activities: [{ ...activity, hours: -1 }] },
      /activities\[0\]\.hours -1 is not a length; /,
    ],
    [
      'a day of 25 hours',
      { ...spell, activities: [{ ...activity, hours: 25 }] },
      /activities\[0\]\.hours 25 is too long; /,
    ],
    [
      'an unknown kind',
      { ...spell, activities: [{ ...activity, kind: 'yoga' }] },
      /activities\[0\]\.kind "yoga" is not a kind .* own-work/,
    ],
    ['a plan of 90 hours', { ...spell, plan: { on: '2022-09-12', hours: 90 } }, /plan\.hours 90 is too many; /],
    ['an impossible day', { ...spell, until: '2022-09-31' }, /until "2022-09-31" is not in the calendar; /],
    ['a day in words', { ...spell, until: 'today' }, /until "today" is not a day; write it like/],
    [
      'the year 9999',
      { ...spell, absences: [{ from: '2022-09-05', to: '9999-12-31' }] },
      /absences\[0\]\.to .* an open end is null/,
    ],
    [
      'a service that ends before it begins',
      { ...spell, service: { from: '2022-09-05', to: '2022-09-04' } },
      /service\.to "2022-09-04" lies before "from"; /,
    ],
    [
      'an absence that ends before it begins',
      { ...spell, absences: [{ from: '2022-09-05', to: '2022-09-04' }] },
      /absences\[0\]\.to/,
    ],
    [
      'a chain after the service',
      { ...spell, chainFrom: '2022-09-06' },
      /chainFrom "2022-09-06" lies after service\.from; /,
    ],
    ['no service', { ...spell, service: undefined }, /service is missing; /],
    ['no until', { ...spell, until: undefined }, /until is missing; write it like/],
    ['no case', { ...spell, case: undefined }, /case is missing; name the case/],
    ['meetings that are no list', { ...spell, meetings: 'none' }, /meetings "none" is not a list; /],
    ['broken JSON', '{"case":"c1",', /not-json/],
    ['a list', '[]', /the line is not an object; /],
  ]
  for (const [why, line, says] of bad) {
    test(`refuses ${why} with its line, field, cause and cure, and gives the other spell`, async () => {
      const { code, out, errors } = await run(['--rules', 'rom1'], ['', line, { ...spell, case: 'good' }])
      assert.equal(code, 1)
      assert.deepEqual([...new Set(out.map((each) => each.case))], ['good'])
      assert.equal(errors.length, 1)
      assert.match(errors[0] ?? '', /^line 2: /)
      assert.match(errors[0] ?? '', says)
    })
  }

  test('tells the first faults of a line and how many more there are', async () => {
    const meetings = [0, 600, -1, 1.5, 700].map((minutes) => ({ ...meeting, minutes }))
    const { errors } = await run(['--rules', 'rom1'], [{ ...spell, meetings }])
    assert.equal(errors.length, 1)
    assert.match(
      errors[0] ?? '',
      /^line 1: case c1: not-valid: meetings\[0\].* meetings\[1\].* meetings\[2\].*; and 2 more$/,
    )
  })

  test('says in one sentence how it is used when it is used wrongly', async () => {
    for (const args of [[], ['--rules', 'rom3'], ['--rules'], ['--rules', 'rom1', '--fast', '1']]) {
      const { code, out, errors } = await run(args, [spell])
      assert.deepEqual([code, out.length, errors.length], [2, 0, 1])
    }
    assert.match(complianceVerb.help, /weekly-physical-activity/)
  })
})
