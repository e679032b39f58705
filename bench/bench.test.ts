import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { benchNames, benchVerb } from '../src/cli/bench.ts'
import { day } from '../src/kernel/day.ts'
import { parsePersonNumber } from '../src/kernel/person-number.ts'
import { moneyLaw } from '../src/modules/compensation/domain/index.ts'
import { rulesOfVersion } from '../src/rules/index.ts'
import { handWritten, ourEngine } from './entitlements.ts'
import { jsonRulesPeer, peerFacts, zenPeer } from './entitlements-peers.ts'
import { compare, median } from './line.ts'
import { lives } from './lives.ts'
import { benches } from './main.ts'
import { peopleFile } from './people-file.ts'

test('every bench that the verb lists can be run, and its help and the README name it', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  assert.ok(benchNames.length > 0)
  for (const name of benchNames) {
    assert.equal(typeof benches[name], 'function')
    assert.ok(benchVerb.help.includes(name))
    assert.ok(readme.includes(`\`${name}\``), `bench/README.md does not tell of ${name}`)
  }
})

test('the verb refuses a name that is no bench', async () => {
  assert.equal(await benchVerb.run(['no-such-bench']), 2)
  assert.equal(await benchVerb.run(['bundle', 'no-such-bench']), 2)
})

test('a line tells the medians and the median ratio of the rounds', () => {
  const line = compare({ bench: 'x', unit: 'rows/s', least: 0.4 }, [10, 30, 20], [100, 60, 20])
  assert.deepEqual(line, { bench: 'x', ours: 20, peer: 60, ratio: 0.5, unit: 'rows/s', least: 0.4 })
  assert.equal(median([4, 1, 3, 2]), 2.5)
  assert.throws(() => median([]), RangeError)
})

test('the generated extract is the same for a seed, and nobody in it exists or comes twice', () => {
  const file = peopleFile(500, 7)
  assert.equal(file, peopleFile(500, 7))
  assert.notEqual(file, peopleFile(500, 8))
  const numbers = file
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.slice(0, 13))
  assert.equal(new Set(numbers).size, 500)
  for (const number of numbers) {
    assert.ok(parsePersonNumber(number, day('2022-10-03')).ok, number)
    assert.match(number, /-9[89]\d/)
  }
})

test('the engine, the loop by hand and both rule engines give the same öre for generated lives', async () => {
  const some = lives(400, 5)
  const total = ourEngine(some).run()
  assert.ok(total > 0)
  assert.equal(handWritten(some).run(), total)
  const facts = some.map((life) => peerFacts(life, (on) => moneyLaw(rulesOfVersion('rom1', on))))
  for (const peer of [jsonRulesPeer(day('2021-01-01')), zenPeer(day('2021-01-01'))]) {
    let sum = 0
    for (const each of facts) sum += await peer(each)
    assert.equal(sum, total)
  }
})
