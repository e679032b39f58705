import { addDays, day } from '../kernel/day.ts'
import { decideWaiver, type EnterWaiver, enterWaiver } from '../modules/delivery/index.ts'
import { stockDay } from '../simulation/course.ts'
import { type Cast, type Moment, must, type Stage } from './house.ts'

const winter: EnterWaiver = {
  rule: 'no-physical-meeting',
  areaCode: null,
  firstDay: day('2021-12-08'),
  lastDay: day('2022-02-09'),
  decision: 'Exempel 2021/17, smittspridning',
}
const flood: EnterWaiver = {
  rule: 'telephone-meeting',
  areaCode: 'GR-S',
  firstDay: addDays(stockDay, 7),
  lastDay: addDays(stockDay, 21),
  decision: 'Exempel 2022/40, vattenskada i lokalerna',
}

/** A waiver as in the pandemic, decided by two, and one that waits for the second. Both are invented. */
export async function enterWaivers(stage: Stage, { administrators }: Cast): Promise<void> {
  const [first, second] = administrators
  if (first === undefined || second === undefined) throw new Error('four eyes need two administrators')
  const enter = (waiver: EnterWaiver, moment: Moment) =>
    must(stage, moment, {
      actor: first,
      operation: 'enterWaiver',
      body: (context) => enterWaiver(context, waiver),
    })
  const decided: Moment = { on: day('2021-12-07'), at: '09:00' }
  const { id: waiverId } = await enter(winter, decided)
  await must(stage, decided, {
    actor: second,
    operation: 'decideWaiver',
    body: (context) => decideWaiver(context, { waiverId, outcome: 'approved' }),
  })
  await enter(flood, { on: addDays(stockDay, -1), at: '15:00' })
}
