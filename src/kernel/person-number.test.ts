import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDigit, hasCheckDigit } from './check-digit.ts'
import type { Day } from './day.ts'
import { day, yearOf } from './day.ts'
import {
  birthDate,
  formatPersonNumber,
  isCoordinationNumber,
  parsePersonNumber,
  sexOf,
  testCoordinationNumber,
  testPersonNumber,
} from './person-number.ts'
import { must } from './result.ts'
import { anyDay } from './testing.ts'

const today = day('2022-10-03')

function read(text: string, on: Day = today): string {
  const parsed = parsePersonNumber(text, on)
  return parsed.ok ? parsed.value : parsed.problem.code
}

const anySerial = fc.integer({ min: 980, max: 999 })
const anyNumber = fc
  .tuple(anyDay('1903-01-01', '2022-10-03'), anySerial, fc.boolean())
  .map(([birth, serial, coordination]) =>
    coordination ? testCoordinationNumber(birth, serial) : testPersonNumber(birth, serial),
  )

test('ten and twelve digits, with and without a dash, are the same number', () => {
  for (const text of ['19880712-9930', '198807129930', '880712-9930', '8807129930', ' 19880712-9930 ']) {
    assert.equal(read(text), '198807129930')
  }
})

test('published examples have the check digits that they are published with', () => {
  assert.equal(checkDigit('640823323'), 4)
  assert.equal(checkDigit('811228987'), 4)
  assert.equal(read('19640823-3234'), '196408233234')
})

test('each fault has its word, the first that applies', () => {
  assert.equal(read(''), 'required')
  assert.equal(read('   '), 'required')
  assert.equal(read('19990101-98A2'), 'not-digits')
  assert.equal(read('1988071-9930'), 'not-digits')
  assert.equal(read('19880712 9930'), 'not-digits')
  assert.equal(read('19880712--9930'), 'not-digits')
  assert.equal(read('19850230-9812'), 'impossible-date')
  assert.equal(read('19851301-9812'), 'impossible-date')
  assert.equal(read('19850100-9812'), 'impossible-date')
  assert.equal(read('19850192-9812'), 'impossible-date')
  assert.equal(read('10660101-9812'), 'impossible-date')
  assert.equal(read('20300101-9806'), 'in-the-future')
  assert.equal(read('20221004-9806'), 'in-the-future')
  assert.equal(read('19710723-9812'), 'check-digit')
  assert.equal(read('850101-9801'), 'check-digit-or-century')
})

test('who is born today has a number', () => {
  assert.equal(read(testPersonNumber(today, 980)), testPersonNumber(today, 980))
})

test('birth number 000 is never given', () => {
  const digit = checkDigit('880712000')
  assert.equal(read(`19880712-000${digit}`), 'check-digit')
})

test('ten digits mean the latest century, a plus the one before', () => {
  const withDigit = (start: string) => `${start}${checkDigit(start.replace(/\D/, ''))}`
  assert.equal(read(withDigit('220101-981')), `20${withDigit('220101981')}`)
  assert.equal(read(withDigit('230101-981')), `19${withDigit('230101981')}`)
  assert.equal(read(withDigit('220101+981')), `19${withDigit('220101981')}`)
  assert.equal(read(withDigit('230101+981')), 'impossible-date')
  assert.equal(read(withDigit('221231-981')), 'in-the-future')
  assert.equal(read(withDigit('221231+981')), `19${withDigit('221231981')}`)
})

test('a plus on twelve digits must agree with the century', () => {
  assert.equal(read(`19210101+981${checkDigit('210101981')}`), `19210101981${checkDigit('210101981')}`)
  assert.equal(read('19880712+9930'), 'check-digit-or-century')
  assert.equal(read(`19220101+981${checkDigit('220101981')}`), `19220101981${checkDigit('220101981')}`)
  assert.equal(read(`19230101+981${checkDigit('230101981')}`), 'check-digit-or-century')
})

test('a coordination number is born sixty days earlier than it says', () => {
  const number = must(parsePersonNumber(`19880772-980${checkDigit('880772980')}`, today))
  assert.ok(isCoordinationNumber(number))
  assert.equal(birthDate(number), '1988-07-12')
  assert.equal(sexOf(number), 'female')
  assert.ok(!isCoordinationNumber(must(parsePersonNumber('19880712-9930', today))))
})

test('who is a man and who a woman is the ninth digit of ten', () => {
  assert.equal(sexOf(must(parsePersonNumber('19880712-9930', today))), 'male')
  assert.equal(sexOf(must(parsePersonNumber('19901212-9897', today))), 'male')
  assert.equal(sexOf(must(parsePersonNumber('19890107-9866', today))), 'female')
})

test('test numbers have the tests’ serials only', () => {
  assert.equal(testPersonNumber(day('1988-07-12'), 993), '198807129930')
  assert.throws(() => testPersonNumber(day('1988-07-12'), 979), RangeError)
  assert.throws(() => testPersonNumber(day('1988-07-12'), 1000), RangeError)
  assert.throws(() => testCoordinationNumber(day('1988-07-12'), 980.5), RangeError)
  assert.throws(() => checkDigit('12345678'), RangeError)
})

test('property: a number survives being written and read, in each way it is written', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      assert.equal(read(formatPersonNumber(number)), number)
      assert.equal(read(number), number)
      const separator = yearOf(today) - yearOf(birthDate(number)) >= 100 ? '+' : '-'
      assert.equal(read(`${number.slice(2, 8)}${separator}${number.slice(8)}`), number)
      assert.equal(read(`${number.slice(0, 8)}${separator}${number.slice(8)}`), number)
    }),
  )
})

test('property: birth date, kind and sex are those the number was made from', () => {
  fc.assert(
    fc.property(anyDay('1840-01-01', '2100-12-31'), anySerial, (birth, serial) => {
      const [plain, coordination] = [testPersonNumber(birth, serial), testCoordinationNumber(birth, serial)]
      for (const number of [plain, coordination]) {
        assert.equal(birthDate(number), birth)
        assert.equal(sexOf(number), serial % 2 === 1 ? 'male' : 'female')
        assert.ok(hasCheckDigit(number.slice(2)))
      }
      assert.ok(!isCoordinationNumber(plain) && isCoordinationNumber(coordination))
    }),
  )
})

test('property: one wrong digit among the last four is always found', () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 8, max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
      assert.equal(read(wrong), 'check-digit')
      const separator = yearOf(today) - yearOf(birthDate(number)) >= 100 ? '+' : '-'
      assert.equal(read(`${wrong.slice(2, 8)}${separator}${wrong.slice(8)}`), 'check-digit-or-century')
    }),
  )
})

test('property: neighbouring digits that change places are found, but for 0 and 9', () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 8, max: 10 }), (number, at) => {
      const [left, right] = [number.charAt(at), number.charAt(at + 1)]
      fc.pre(left !== right && left + right !== '09' && left + right !== '90')
      assert.equal(read(number.slice(0, at) + right + left + number.slice(at + 2)), 'check-digit')
    }),
  )
})

test('property: no text is read as a number unless it is one, and nothing throws', () => {
  const almost = fc.stringMatching(/^\d{6,8}[-+]?\d{4}$/)
  fc.assert(
    fc.property(fc.oneof(fc.string(), almost), (text) => {
      const parsed = parsePersonNumber(text, today)
      if (!parsed.ok) return
      assert.ok(hasCheckDigit(parsed.value.slice(2)))
      assert.ok(birthDate(parsed.value) <= today)
      assert.ok(parsed.value.endsWith(text.trim().replace(/[-+]/, '')))
    }),
    { numRuns: 1000 },
  )
})
