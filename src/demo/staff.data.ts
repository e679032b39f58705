import type { SignedInRole } from '../platform/actor.ts'

/** An office of the employment service, with the municipalities whose people it answers for. */
export interface OfficeRow {
  readonly name: string
  readonly municipalityCode: string
  readonly answersFor: readonly string[]
  readonly caseworkers: readonly string[]
}

/** Invented names throughout. The nearest office by seat answers for a municipality without one. */
export const offices: readonly OfficeRow[] = [
  {
    name: 'Göteborg',
    municipalityCode: '1480',
    answersFor: ['1480', '1407'],
    caseworkers: ['Maria Ekström', 'Johan Lindqvist', 'Samira Haddad', 'Peter Nyberg', 'Leyla Demir'],
  },
  {
    name: 'Mölndal',
    municipalityCode: '1481',
    answersFor: ['1481'],
    caseworkers: ['Karin Söderholm', 'Anders Friberg'],
  },
  {
    name: 'Kungsbacka',
    municipalityCode: '1384',
    answersFor: ['1384'],
    caseworkers: ['Ulrika Wennberg', 'Tomas Hallgren'],
  },
  {
    name: 'Kungälv',
    municipalityCode: '1482',
    answersFor: ['1482', '1440'],
    caseworkers: ['Elin Forsgren', 'Hassan Warsame'],
  },
  {
    name: 'Partille',
    municipalityCode: '1402',
    answersFor: ['1402', '1441', '1401'],
    caseworkers: ['Jenny Öberg', 'Mattias Rydell'],
  },
  { name: 'Alingsås', municipalityCode: '1489', answersFor: ['1489'], caseworkers: ['Eva Bergkvist', 'Farid Karimi'] },
  {
    name: 'Stenungsund',
    municipalityCode: '1415',
    answersFor: ['1415', '1419', '1462'],
    caseworkers: ['Lena Torstensson'],
  },
]

/** Staff of the authority in the main office, beside the caseworkers. */
export const authorityStaff: readonly (readonly [SignedInRole, string])[] = [
  ['approver', 'Annika Sjögren'],
  ['approver', 'Bo Lundvall'],
  ['approver', 'Nadia Rahimi'],
  ['overseer', 'Olof Hedman'],
  ['overseer', 'Petra Vikander'],
  ['analyst', 'Astrid Kvist'],
  ['administrator', 'Ida Sandgren'],
  ['administrator', 'Ivar Hellberg'],
]

/** Approvers with a right for one office only, up to an amount in kronor a statement; the others approve for the whole authority. */
export const officeApprovers: readonly { readonly name: string; readonly office: string; readonly limit: number }[] = [
  { name: 'Nadia Rahimi', office: 'Mölndal', limit: 50_000 },
]

/** Municipalities with an account, and their staff. */
export const municipalityStaff: readonly (readonly [code: string, organisation: string, names: readonly string[]])[] = [
  ['1480', 'Göteborgs Stad, arbetsmarknad och vuxenutbildning', ['Cecilia Malm', 'Yusuf Farah']],
  ['1481', 'Mölndals stad, arbetsmarknadsenheten', ['Gunilla Ask']],
  ['1384', 'Kungsbacka kommun, kompetens och arbete', ['Robert Ahl']],
  ['1482', 'Kungälvs kommun, trygghet och stöd', ['Helena Brandt']],
]

/** Coordinators of the 24 providers, in the providers' order. */
export const coordinators: readonly string[] = [
  'Camilla Åberg',
  'Stefan Nord',
  'Rana Khoury',
  'Magnus Ehn',
  'Hodan Elmi',
  'Piotr Zielski',
  'Birgitta Stål',
  'Ingrid Mo',
  'Per Alvén',
  'Selam Tekle',
  'Sunisa Berg',
  'Jonas Ryd',
  'Dilan Amedi',
  'Parisa Nazari',
  'Oksana Lund',
  'Emina Karlén',
  'Håkan Frid',
  'Elif Aydin',
  'Roger Stam',
  'Winta Habte',
  'Lars-Erik Hav',
  'Amal Issa',
  'Freshta Noor',
  'Kjell Åkerlind',
]

/** Advisers of the eight larger providers, in the providers' order; the others' coordinators advise themselves. */
export const advisers: readonly string[] = [
  'Frida Holmén',
  'Navid Azizi',
  'Berivan Hamo',
  'Lotta Gren',
  'Omar Saleh',
  'Monika Wrona',
  'Malin Torp',
  'Viktor Ljung',
]
