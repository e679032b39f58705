import { day } from '../src/kernel/day.ts'
import { type ClockCase, clockPeriods } from '../src/modules/delivery/domain/index.ts'
import { rulesOn } from '../src/rules/index.ts'
import { clockLives } from './clock-lives.ts'
import { walkClocks } from './clocks-by-day.ts'
import { type Bench, compare, median } from './line.ts'

const rounds = 6
const walked = 500
const mostSeconds = 3
const rules = rulesOn(day('2022-09-05'))

/**
 * Every period of every clock of 95,000 participants with a year's log in memory, one thread, in seconds of processor time;
 * and beside a plain walk from day to day over some of them, in lives a second. Both find the same periods, which is checked.
 */
export const bench: Bench = async (print, say) => {
  const count = Number(process.env.KROM_BENCH_PARTICIPANTS ?? 95_000)
  const lives = clockLives(count, 1, { first: '2020-09-01', days: 500 })
  const few = lives.slice(0, walked)
  const events = lives.reduce((total, life) => total + life.meetings.length + life.activities.length, 0)
  say(`clocks: ${count} participants, ${events} meetings and activities`)
  if (decided(few) !== few.reduce((total, life) => total + walkClocks(life, rules).length, 0)) {
    throw new Error('the walk finds other periods')
  }
  const seconds: number[] = []
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const spent = secondsOf(() => decided(lives))
    seconds.push(spent)
    ours.push(count / spent)
    peer.push(few.length / secondsOf(() => few.map((life) => walkClocks(life, rules))))
    say(`clocks: round ${round + 1} of ${rounds}`)
  }
  // The first round is the warm-up.
  const whole = Math.round(median(seconds.slice(1)) * 1000) / 1000
  print({ bench: 'clocks', ours: whole, unit: 's', most: mostSeconds })
  print(compare({ bench: 'clocks-walk', unit: 'lives/s', least: 10 }, ours.slice(1), peer.slice(1)))
}

/** How many periods are decided; all are found, the open ones too. */
function decided(lives: readonly ClockCase[]): number {
  let count = 0
  for (const life of lives) for (const period of clockPeriods(life, rules)) if (period.state !== 'open') count += 1
  return count
}

function secondsOf(run: () => unknown): number {
  const began = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}
