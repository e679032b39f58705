import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tidyDay } from './typed-day.ts'

test('a day typed in a known order becomes year-month-day', () => {
  for (const typed of ['2022-10-03', '20221003', '2022/10/3', ' 2022.10.03 ', '2022 10 03']) {
    assert.equal(tidyDay(typed), '2022-10-03', typed)
  }
})

test('what is not clearly a day stays as typed', () => {
  for (const typed of ['', '3/10', '03-10-2022', 'i morgon']) assert.equal(tidyDay(typed), typed)
})
