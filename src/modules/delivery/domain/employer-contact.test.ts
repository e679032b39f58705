import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { placementId } from '../../../kernel/ids.ts'
import { rulesOn } from '../../../rules/index.ts'
import { checkEmployerContact, type EmployerContact } from './index.ts'

const today = day('2022-10-10')
const rules = rulesOn(today)
const some: EmployerContact = {
  onDay: day('2022-10-03'),
  kind: 'visit',
  employer: 'Exempellagret AB',
  workplace: null,
  result: 'vacancy',
}
const spell = (key: string, firstDay: string, lastDay: string | null) => ({
  placementId: placementId(`00000000-0000-4000-8000-00000000000${key}`),
  firstDay: day(firstDay),
  lastDay: lastDay === null ? null : day(lastDay),
})
const first = spell('1', '2022-09-05', null)
const over = spell('2', '2022-09-05', '2022-10-02')
const codeOf = (contact: EmployerContact, concerned: Parameters<typeof checkEmployerContact>[1]['concerned'] = []) => {
  const checked = checkEmployerContact(contact, { today, concerned }, rules)
  return checked.ok ? 'ok' : checked.problem.code
}

describe('a contact with an employer (programme 4.5)', () => {
  test('may concern nobody in particular, or several, each in a spell of the day', () => {
    assert.equal(codeOf(some), 'ok')
    const checked = checkEmployerContact(some, { today, concerned: [[over, first], [first]] }, rules)
    assert.deepEqual(checked, { ok: true, value: [first, first] })
    assert.equal(codeOf(some, [[first], [over]]), 'not-in-service')
    assert.equal(codeOf({ ...some, onDay: day('2022-10-02') }, [[over]]), 'ok')
  })

  test('lies not in the future, names the employer, and has a kind and a result of the lists', () => {
    assert.equal(codeOf({ ...some, onDay: today }), 'ok')
    assert.equal(codeOf({ ...some, onDay: day('2022-10-11') }), 'in-the-future')
    assert.equal(codeOf({ ...some, employer: '  ' }), 'required')
    assert.equal(codeOf({ ...some, kind: 'gift' as EmployerContact['kind'] }), 'contact-kind-unknown')
    assert.equal(codeOf({ ...some, result: 'paid' as EmployerContact['result'] }), 'contact-result-unknown')
  })
})
