import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isKept } from './connection.ts'
import { keptShape } from './kept-shapes.ts'

const caseId = '0199a5a0-0000-7000-8000-000000000001'
const nowMillis = Date.parse('2022-10-03T08:00:00.000Z')
const soon = '2022-10-03T09:00:00.000Z'
const nextWeek = '2022-10-10T09:00:00.000Z'

// biome-ignore lint/suspicious/noExplicitAny: a test reads what is kept field by field.
const kept = (address: string, answer: unknown): any => keptShape(address, answer, nowMillis)

describe('what is kept on a device', () => {
  test('is nothing of an address that no screen needs without a network', () => {
    for (const address of [
      `/cases/${caseId}`,
      `/cases/${caseId}/letters`,
      `/cases/${caseId}/catalogue`,
      '/audit',
      '/caseload?whose=all&limit=100',
      '/persons/me/',
    ]) {
      assert.equal(kept(address, {}), null, address)
      assert.equal(isKept(address), false, address)
    }
  })

  test('is asked for by the same addresses as it is kept under', () => {
    const answers = [
      ['/session', { user: {}, duty: {} }],
      ['/persons/me', { person: null }],
      [`/cases/${caseId}/actions`, { actions: [] }],
      [`/cases/${caseId}/catalogue?limit=1`, { window: null, placements: [] }],
      [`/cases/${caseId}/delivery`, { plans: [], meetings: [], due: [] }],
      [`/cases/${caseId}/assessment-explained`, { explanation: null }],
      [`/cases/${caseId}/log?month=2022-09`, { month: '2022-09', items: [], hours: {} }],
      ['/caseload?whose=mine&limit=100', { items: [], advisers: [] }],
      ['/calendar-week?monday=2022-10-03&whose=mine', { monday: '2022-10-03', holidays: [], items: [] }],
      ['/rules?module=delivery&limit=200', { items: [{ name: 'delivery.activities', value: [] }, { name: 'other' }] }],
    ] as const
    for (const [address, answer] of answers) {
      assert.ok(isKept(address), address)
      assert.notEqual(kept(address, answer), null, address)
    }
  })

  test('of oneself is a name and where one is, never number, address or background', () => {
    const person = {
      caseId,
      givenName: 'Prova',
      familyName: 'Livsson',
      identityNumber: '198005059812',
      street: 'Provvägen 1',
      birthRegion: 'europe',
      disability: true,
      caseworkerName: 'Kim Prov',
      profilingNoticeOn: null,
      closed: false,
    }
    assert.deepEqual(Object.keys(kept('/persons/me', { person }).person).sort(), [
      'caseId',
      'caseworkerName',
      'closed',
      'givenName',
      'profilingNoticeOn',
    ])
  })

  test('of the session is no token', () => {
    const session = { user: { id: 'u' }, duty: {}, csrfToken: 'secret', today: '2022-10-03', now: soon, offline: null }
    assert.doesNotMatch(JSON.stringify(kept('/session', session)), /secret/)
  })

  test('of an assessment is that there is one, not what it says', () => {
    const explanation = {
      answer: { text: 'Nivå C', referable: true },
      chance: { percent: 40 },
      for: [{ text: 'ålder' }],
    }
    assert.deepEqual(kept(`/cases/${caseId}/assessment-explained`, { explanation }), {
      explanation: { answer: { text: '', referable: false } },
    })
  })

  test('of the log is no free text', () => {
    const items = [{ id: 'a', onDay: '2022-09-22', note: 'mår dåligt', comment: 'nej', settledWhy: 'var sjuk' }]
    const log = kept(`/cases/${caseId}/log?month=2022-09`, { month: '2022-09', items, hours: {} })
    assert.deepEqual(log.items, [{ id: 'a', onDay: '2022-09-22', note: null, comment: null, settledWhy: null }])
  })

  test('of a week is what is held within a day, and in a group never a protected identity', () => {
    const person = (name: string, isProtected: boolean) => ({ id: name, name, protected: isProtected })
    const items = [
      { key: 'group', startsAt: soon, adviserName: 'Anna', participants: [person('a', false), person('b', true)] },
      { key: 'alone', startsAt: soon, adviserName: 'Anna', participants: [person('b', true)] },
      { key: 'later', startsAt: nextWeek, adviserName: 'Anna', participants: [person('a', false)] },
    ]
    const week = kept('/calendar-week?monday=2022-10-03&whose=mine', { monday: '2022-10-03', holidays: [], items })
    assert.deepEqual(week.items, [
      { key: 'group', startsAt: soon, adviserName: null, participants: [person('a', false)] },
    ])
  })

  test('of a caseload is who is met within a day, and never a protected identity', () => {
    const row = (name: string, startsAt: string | null, isProtected = false) => ({
      name,
      caseId: name,
      placementId: name,
      protected: isProtected,
      level: 'C',
      due: [{ rule: 'plan-agreed' }],
      nextMeeting: startsAt && { meetingId: name, startsAt, minutes: 45 },
    })
    const items = [row('soon', soon), row('later', nextWeek), row('none', null), row('protected', soon, true)]
    const page = kept('/caseload?whose=mine&limit=100', { items, advisers: [{ name: 'Anna' }], total: 4, page: 1 })
    assert.deepEqual(
      page.items.map((item: { name: string }) => item.name),
      ['soon'],
    )
    assert.deepEqual([page.total, page.advisers, page.items[0].level, page.items[0].due], [1, [], undefined, []])
  })
})
