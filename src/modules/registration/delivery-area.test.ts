import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { ok } from '../../kernel/result.ts'
import { systemActor, type TestWorld, testWorld } from '../../platform/testing.ts'
import { areaCodeOf, deliveryArea, deliveryAreas, isRolledOut } from './delivery-area.ts'
import { openArea, setAreaTerms } from './open-area.ts'
import { seedDeliveryAreas } from './seed-delivery-areas.ts'

let world: TestWorld
before(async () => {
  world = await testWorld()
})
after(() => world.drop())

const areaOf = (code: string) => world.must(world.caseworker, async (context) => ok(await areaCodeOf(context, code)))

test('the 60 FA regions are laid once, and a later start changes nothing', async () => {
  assert.deepEqual(await world.must(systemActor, seedDeliveryAreas), { added: 60 })
  assert.deepEqual(await world.must(systemActor, seedDeliveryAreas), { added: 0 })
  const all = await world.must(world.caseworker, async (context) => ok(await deliveryAreas(context)))
  assert.equal(all.length, 60)
  assert.equal(all.flatMap((area) => area.municipalities).length, 290)
  assert.ok(all.every(isRolledOut))
})

test('an area of the authority’s own takes its municipalities over from its day on', async () => {
  assert.equal(await areaOf('1402'), 'FA15')
  await world.must(world.administrator, (context) =>
    openArea(context, {
      code: 'GR-OST',
      name: 'Göteborg öst',
      municipalities: ['1402', '1401'],
      from: day('2022-10-10'),
    }),
  )
  assert.equal(await areaOf('1402'), 'FA15')
  world.today = day('2022-10-10')
  assert.equal(await areaOf('1402'), 'GR-OST')
  assert.equal(await areaOf('1480'), 'FA15')
  const around = await world.must(world.caseworker, async (context) => ok(await deliveryArea(context, 'FA15')))
  assert.ok(!around?.municipalities.includes('1402'))
  assert.ok(around?.municipalities.includes('1480'))
})

test('terms are dated: service, price model, and the first day of the roll-out', async () => {
  const terms = (from: string, service: 'stom' | 'rom', priceModelB: '1' | '2' | null) =>
    world.must(world.administrator, (context) =>
      setAreaTerms(context, { code: 'GR-OST', from: day(from), service, priceModelB }),
    )
  await terms('2022-01-01', 'stom', null)
  await terms('2022-11-01', 'rom', '1')
  const area = () => world.must(world.caseworker, async (context) => ok(await deliveryArea(context, 'GR-OST')))
  const before = await area()
  assert.deepEqual([before?.service, before?.priceModelB, before?.rolledOutFrom], ['stom', null, '2022-11-01'])
  world.today = day('2022-11-01')
  const from = await area()
  assert.deepEqual([from?.service, from?.priceModelB, isRolledOut(from)], ['rom', '1', true])
})

test('a taken code, an unknown municipality, an unknown area and a caseworker are refused', async () => {
  const open = (code: string, municipality: string, actor = world.administrator) =>
    world.as(actor, (context) =>
      openArea(context, { code, name: 'Nytt', municipalities: [municipality], from: day('2022-12-01') }),
    )
  const codes = [
    await open('FA15', '1480'),
    await open('NY', '9999'),
    await open('NY', '1480', world.caseworker),
    await world.as(world.administrator, (context) =>
      setAreaTerms(context, { code: 'NY', from: day('2022-12-01'), service: 'rom', priceModelB: '1' }),
    ),
  ].map((result) => !result.ok && result.problem.code)
  assert.deepEqual(codes, ['area-code-taken', 'unknown-municipality', 'not-allowed', 'not-found'])
})
