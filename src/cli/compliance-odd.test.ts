import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { spellLines } from './compliance.ts'
import { oddSpells } from './odd-spells.cases.ts'

type Line = { rule: string; dueOn: string; state: string }

describe('krom compliance, odd spells (programme 4.5)', () => {
  for (const { why, rules, spell, lines } of oddSpells) {
    test(why, async () => {
      const found = new Map<string, string[]>()
      const code = await spellLines(['--rules', rules], {
        input: Readable.from([`${spell}\n`]),
        out: (line) => {
          const { rule, dueOn, state } = JSON.parse(line) as Line
          found.set(rule, [...(found.get(rule) ?? []), `${dueOn} ${state === 'kept' ? 'K' : 'B'}`])
        },
        error: (line) => assert.fail(line),
      })
      assert.equal(code, 0)
      assert.deepEqual(Object.fromEntries(found), lines)
    })
  }

  test('a plan that came too late is told as late, not as short of hours', async () => {
    const late = {
      case: 'c',
      service: { from: '2022-09-05' },
      plan: { on: '2022-09-20', hours: 40 },
      until: '2022-09-20',
    }
    const because: string[] = []
    await spellLines(['--rules', 'rom1'], {
      input: Readable.from([`${JSON.stringify(late)}\n`]),
      out: (line) => {
        const { rule, because: why } = JSON.parse(line) as Line & { because: string }
        if (rule === 'plan-covers-hours') because.push(why)
      },
      error: (line) => assert.fail(line),
    })
    assert.deepEqual(because, ['Planen gjordes gemensamt 2022-09-20'])
  })
})
