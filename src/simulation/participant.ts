import { addDays, maxDay } from '../kernel/day.ts'
import { hash32 } from '../kernel/hash.ts'
import type { Random } from '../kernel/random.ts'
import { addWorkingDays, workingDayOnOrAfter } from '../kernel/working-days.ts'
import type { ChoiceMotive, Level } from '../rules/index.ts'
import { type Course, stockDay } from './course.ts'
import { Diary } from './diary.ts'
import { chooseOffer, nearestOffer, type Offer, type Provider } from './market.ts'
import type { Person } from './people.ts'
import type { PersonStep } from './script.ts'
import { liveThrough } from './service-life.ts'
import { texts } from './texts.data.ts'

/** Everything that happens about a participant, from the registration to the stock's eve. */
export function participantSteps(random: Random, person: Person, offers: readonly Offer[]): PersonStep[] {
  const { course, level } = person
  if (course === null || level === null) throw new Error(`${person.key} has no course through the service`)
  const diary = new Diary(person.key)
  register(diary, person)
  decide(random.fork('decide'), diary, person, course, level)
  const providers = choose(random.fork('choose'), diary, { person, course, offers })
  serve(random.fork('serve'), diary, { person, course, providers })
  finish(random.fork('finish'), diary, course)
  return diary.steps
}

function register(diary: Diary, person: Person): void {
  diary.add(person.openedOn, '08:20', person.channel === 'digital' ? 'self' : 'caseworker', {
    act: 'register',
    details: person.details,
    channel: person.channel as 'digital',
    told: false,
    story: person.isCanary && person.course?.fate === 'in-service' ? 'protected' : person.story,
    hasAccount: true,
  })
}

function decide(random: Random, diary: Diary, { channel }: Person, course: Course, level: Level): void {
  diary.add(course.assessedOn, '09:05', 'caseworker', {
    act: 'tell',
    channel: random.pick(['letter', 'spoken'] as const),
  })
  // Who registered digitally is assessed by itself when told (programme 4.1).
  if (channel !== 'digital') {
    diary.add(course.assessedOn, '09:15', 'caseworker', { act: 'assess', reason: random.pick(texts.assessReasons) })
  }
  diary.add(course.decidedOn, '10:15', 'caseworker', {
    act: 'talk',
    mode: random.weighted([
      ['meeting', 40],
      ['telephone', 40],
      ['video', 20],
    ] as const),
    available: random.next() < 0.96 ? 'yes' : 'partly',
    notes: random.pick(texts.talkNotes),
  })
  diary.add(course.decidedOn, '11:00', 'caseworker', {
    act: 'refer',
    reason: random.pick(texts.referralReasons),
    level,
  })
}

const motives: readonly (readonly [ChoiceMotive, number])[] = [
  ['orientation', 30],
  ['location', 34],
  ['language', 12],
  ['reviews', 5],
  ['own-experience', 5],
  ['friends', 10],
  ['suggestion', 14],
  ['other', 4],
]

/** The choice and the change, if there is one; the providers that come of it, as far as can be foreseen. */
function choose(
  random: Random,
  diary: Diary,
  about: { person: Person; course: Course; offers: readonly Offer[] },
): readonly Provider[] {
  const { person, course, offers } = about
  const looker = {
    home: person.details.home ?? null,
    municipalityCode: person.details.municipalityCode,
    language: person.details.language,
  }
  const first = course.how === 'nearest' ? nearestOffer(offers, looker) : chooseOffer(random, offers, looker)
  if (course.chosenOn !== null && course.how !== 'nearest') {
    diary.add(course.chosenOn, '13:30', course.how === 'own' ? 'self' : 'caseworker', {
      act: 'choose',
      options: [optionOf(first), ...alternatives(random, offers, looker)],
      motives: random.next() < 0.6 ? [random.weighted(motives)] : [],
    })
    if (person.isCanary) diary.add(course.chosenOn, '13:40', 'caseworker', { act: 'name-adviser' })
  }
  if (course.changesOn === null) return [first.provider]
  const others = offers.filter((offer) => offer.provider.key !== first.provider.key)
  const next = chooseOffer(random, others, looker)
  diary.add(course.changesOn, '13:35', 'self', {
    act: 'change',
    options: [optionOf(next), ...alternatives(random, others, looker)],
    motives: [random.weighted(motives)],
  })
  return [first.provider, next.provider]
}

const optionOf = ({ contract, address }: Offer) => ({ contract: contract.key, address: address.key })

// Where the first is full the person takes another.
function alternatives(random: Random, offers: readonly Offer[], looker: Parameters<typeof chooseOffer>[2]) {
  return [1, 2, 3].map(() => optionOf(chooseOffer(random, offers, looker)))
}

function serve(
  random: Random,
  diary: Diary,
  { person, course, providers }: { person: Person; course: Course; providers: readonly Provider[] },
): void {
  const { firstDay, changesOn } = course
  if (firstDay === null || firstDay >= stockDay) return
  const end = course.lastDay ?? addDays(stockDay, -1)
  const changed = changesOn === null ? null : addWorkingDays(changesOn, 1)
  const firstEnd = changed === null ? end : addDays(changed, -1)
  liveThrough(random.fork('first'), diary, person, {
    firstDay,
    lastDay: firstEnd,
    goesOn: changed === null && course.lastDay === null,
    groupWeekday: groupWeekday(providers[0]),
  })
  if (changed !== null && changed <= end) {
    liveThrough(random.fork('second'), diary, person, {
      firstDay: changed,
      lastDay: end,
      goesOn: course.lastDay === null,
      groupWeekday: groupWeekday(providers[1]),
    })
  }
  if (course.extendedOn !== null) {
    diary.add(course.extendedOn, '14:20', 'caseworker', { act: 'extend', reason: random.pick(texts.extensionReasons) })
  }
}

const groupWeekday = (provider: Provider | undefined) => hash32(provider?.key ?? '') % 5

function finish(random: Random, diary: Diary, course: Course): void {
  const { interruption, result, lastDay } = course
  if (result !== null) tellResult(random, diary, result)
  if (interruption !== null) {
    const { cause } = interruption
    diary.add(interruption.on, '15:50', 'caseworker', {
      act: 'interrupt',
      lastDay: interruption.lastDay,
      cause,
      reason: texts.interruptionReasons[cause],
    })
  }
  // Where only the verified outcome ends the service nobody reports an end before that.
  const known = result?.endsByDecision === false ? result.verifiedOn : lastDay
  if (known === null || lastDay === null || (result?.refused ?? false) || random.next() > 0.8) return
  // A provider reads a case for 30 days after the stay; later it has nothing left to report on.
  if (known > addDays(lastDay, 25)) return
  const after = maxDay(known, interruption?.on ?? known)
  diary.add(addWorkingDays(after, 1 + random.int(4)), '16:20', 'provider', {
    act: 'final-report',
    occupation: result === null ? (interruption?.cause === 'studies' ? 'studies' : 'jobseeking') : result.kind,
    progress: random.pick(texts.finalProgress),
    nextStep: random.pick(texts.nextSteps),
  })
}

function tellResult(random: Random, diary: Diary, result: NonNullable<Course['result']>): void {
  const { kind, from, subsidised } = result
  diary.add(result.signalledOn, '11:45', 'provider', { act: 'signal', kind, from, fullTime: true, extentPercent: 100 })
  if (result.claimedOn === null) return
  const claim = {
    act: 'claim',
    kind,
    subsidised,
    from,
    extentPercent: 100,
    employer: random.pick(texts.employers),
  } as const
  diary.add(workingDayOnOrAfter(result.claimedOn), '11:15', 'provider', claim)
  if (result.verifiedOn === null) return
  const reason = result.refused ? random.pick(texts.refused) : null
  diary.add(result.verifiedOn, '13:55', 'caseworker', { act: 'verify', verified: !result.refused, reason })
}
