import { addDays, day } from '../kernel/day.ts'
import type { Random } from '../kernel/random.ts'
import { addWorkingDays, workingDayOnOrAfter } from '../kernel/working-days.ts'
import type { AbstentionReason } from '../rules/index.ts'
import { stockDay } from './course.ts'
import { Diary } from './diary.ts'
import type { Person } from './people.ts'
import type { PersonStep } from './script.ts'
import { texts } from './texts.data.ts'

/** The first days of the window in force on the stock's day, when people are asked anew. */
const newWindow = day('2022-09-12')

/** What happens about somebody who is registered and not in the service: told, sometimes assessed, sometimes abstained from. */
export function registeredSteps(
  random: Random,
  person: Person,
  toolSaysYes: (on: typeof newWindow) => boolean,
): PersonStep[] {
  const diary = new Diary(person.key)
  const digital = person.channel === 'digital'
  const told = !person.isCanary && random.next() < 0.6
  diary.add(person.openedOn, '08:20', digital ? (person.story === null ? 'house' : 'self') : 'caseworker', {
    act: 'register',
    details: person.details,
    channel: person.channel as 'digital',
    told,
    story: person.story,
    hasAccount: person.story !== null,
  })
  if (person.isCanary || !told) return diary.steps
  const asked = digital || random.next() < 0.35
  if (!digital && asked) {
    diary.add(person.openedOn, '09:15', 'caseworker', { act: 'assess', reason: random.pick(texts.assessReasons) })
  }
  consider(random, diary, person, toolSaysYes)
  return diary.steps
}

// Some of those whom the tool says yes to now have had their talk and wait for a decision; from some a caseworker abstains.
function consider(random: Random, diary: Diary, person: Person, toolSaysYes: (on: typeof newWindow) => boolean): void {
  if (person.openedOn >= addDays(newWindow, -14) || random.next() > 0.16) return
  const on = workingDayOnOrAfter(addDays(newWindow, random.int(16)))
  if (on >= stockDay) return
  diary.add(on, '09:15', 'caseworker', { act: 'assess', reason: random.pick(texts.assessReasons) })
  if (!toolSaysYes(on)) return
  const next = addWorkingDays(on, 1)
  if (random.next() < 0.45) {
    const code = drawAbstention(random)
    diary.add(next, '10:40', 'caseworker', {
      act: 'abstain',
      code,
      text: code === 'other' ? texts.abstentionOther : null,
    })
    return
  }
  if (random.next() > 0.6) return
  diary.add(next, '10:15', 'caseworker', {
    act: 'talk',
    mode: 'meeting',
    available: 'yes',
    notes: random.pick(texts.talkNotes),
  })
}

function drawAbstention(random: Random): AbstentionReason {
  return random.weighted<AbstentionReason>([
    ['about-to-start', 26],
    ['deeper-support', 22],
    ['health-or-rehabilitation', 20],
    ['other-measure', 16],
    ['wrong-data', 6],
    ['administrative-error', 4],
    ['other', 6],
  ])
}
