import { kronor, type Ore } from '../kernel/money.ts'
import { parameter, since } from './parameter.ts'
import { cite, sources } from './sources.ts'
import { rom1Start } from './version.ts'

const krom = cite(sources.krom, '5')

/** When an approver is shown that a statement stands out (programme 5, approval): all assumed, none stops a payment. */
export const outlierLimits = {
  outlierTimesUsual: parameter<number>({
    name: 'compensation.outlierTimesUsual',
    sv: 'Gånger det vanliga beloppet för avtal, slag och nivå som gör att en rad sticker ut',
    en: 'Times the usual amount for contract, kind and level that make a line stand out',
    unit: 'count',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  outlierFewestForUsual: parameter<number>({
    name: 'compensation.outlierFewestForUsual',
    sv: 'Minsta antal tidigare rader för att något ska kallas vanligt',
    en: 'Fewest earlier lines before anything is called usual',
    unit: 'count',
    values: [since(rom1Start, 10, 'A', krom)],
  }),
  outlierLargeLineOre: parameter<Ore>({
    name: 'compensation.outlierLargeLineOre',
    sv: 'Belopp från vilket en enda rad alltid visas för attestanten',
    en: 'Amount from which a single line is always shown to the approver',
    unit: 'öre',
    values: [since(rom1Start, kronor(40_000), 'A', krom)],
  }),
  outlierLatePercent: parameter<number>({
    name: 'compensation.outlierLatePercent',
    sv: 'Andel av grundersättningarna som gäller tidigare månader och gör att underlaget sticker ut',
    en: 'Share of the base fees that are for earlier months and make the statement stand out',
    unit: 'percent',
    values: [since(rom1Start, 25, 'A', krom)],
  }),
  outlierFewestLate: parameter<number>({
    name: 'compensation.outlierFewestLate',
    sv: 'Minsta antal sena månader för att underlaget ska sticka ut',
    en: 'Fewest late months for the statement to stand out',
    unit: 'count',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
  outlierOutcomeTimes: parameter<number>({
    name: 'compensation.outlierOutcomeTimes',
    sv: 'Gånger avtalets vanliga antal resultat i ett underlag som gör att det sticker ut',
    en: "Times the contract's usual number of outcomes in a statement that make it stand out",
    unit: 'count',
    values: [since(rom1Start, 2, 'A', krom)],
  }),
  outlierFewestOutcomes: parameter<number>({
    name: 'compensation.outlierFewestOutcomes',
    sv: 'Minsta antal resultat för att antalet ska kunna sticka ut',
    en: 'Fewest outcomes for their number to stand out',
    unit: 'count',
    values: [since(rom1Start, 3, 'A', krom)],
  }),
}
