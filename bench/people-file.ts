import { addDays, day } from '../src/kernel/day.ts'
import { formatPersonNumber, testPersonNumber } from '../src/kernel/person-number.ts'
import { seeded } from '../src/kernel/random.ts'
import { municipalities, occupationsLevel4 } from '../src/rules/reference/index.ts'

/** The columns of a register extract (`./krom import persons`). */
export const extractColumns = [
  ...[
    'personnummer',
    'fornamn',
    'efternamn',
    'gatuadress',
    'postnummer',
    'postort',
    'kommunkod',
    'kon',
    'fodelseregion',
  ],
  ...['utbildning', 'fullfoljd', 'nedsatt_arbetsformaga', 'program', 'inskriven_fran', 'inskrivna_dagar_10_ar', 'ssyk'],
  ...['onskad_omfattning', 'sprak', 'tolk', 'epost', 'telefon', 'skyddade_uppgifter'],
] as const

const firstBirth = day('1960-01-01')
const firstRegistration = day('2015-01-01')
// The tax agency keeps twenty birth numbers a day for tests.
const testSerials = 20
const givenNames = ['Åke', 'Omar', 'Daniel', 'Maria', 'Amina', 'Örjan', 'Lena', 'Yusuf', 'Karin', 'Ludmila']
const familyNames = ['Övningsén', 'Testlund', 'Skissfors', 'Provberg', 'Exempelsson', 'Utkastdal', 'Fingerström']
const spoken = ['svenska', 'arabiska', 'somaliska', 'persiska', 'ukrainska', 'polska', 'engelska']
const protectedShares = [
  ['', 997],
  ['sekretessmarkering', 2],
  ['skyddad folkbokforing', 1],
] as const

/** A register extract of `count` persons who do not exist, every row good; the same seed gives the same file. */
export function peopleFile(count: number, seed: number): string {
  const random = seeded(seed)
  const homes = municipalities()
  const work = occupationsLevel4()
  const rows = Array.from({ length: count }, (_, index) => {
    const serial = 980 + (index % testSerials)
    const number = testPersonNumber(addDays(firstBirth, Math.floor(index / testSerials)), serial)
    const [given, family, home] = [random.pick(givenNames), random.pick(familyNames), random.pick(homes)]
    const education = random.pick(['grundskola', 'gymnasium', 'eftergymnasial'])
    const registered = addDays(firstRegistration, random.int(2500))
    return [
      ...[formatPersonNumber(number), given, family, `Provvägen ${1 + random.int(90)}`],
      ...[`${100 + random.int(800)} ${10 + random.int(80)}`, home.name, home.code, serial % 2 === 0 ? 'K' : 'M'],
      ...[random.pick(['sverige', 'norden', 'europa', 'varlden']), education, random.pick(['ja', 'nej'])],
      ...[random.pick(['ja', 'nej', 'nej', 'nej']), random.pick(['', 'JOB', 'UGA', 'ETP']), registered],
      ...[random.int(3000), random.pick(work).code, random.pick([25, 50, 75, 100, 100, 100]), random.pick(spoken)],
      ...[random.pick(['ja', 'nej', 'nej']), `person${index}@example.com`, `070-${1740605 + (index % 90)}`],
      random.weighted(protectedShares),
    ].join(';')
  })
  return `${[extractColumns.join(';'), ...rows].join('\n')}\n`
}
