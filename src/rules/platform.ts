import { parameter, since } from './parameter.ts'
import { cite, type Source, sources } from './sources.ts'
import { rom1Start } from './version.ts'

const krom: Source = cite(sources.krom, '12')

/** How access and data are kept (programme 12). Session times run on real time, not on the domain's clock. */
export const platform = {
  sessionIdleMinutes: parameter<number>({
    name: 'platform.sessionIdleMinutes',
    sv: 'En inloggning utan aktivitet avslutas efter',
    en: 'An idle session ends after',
    unit: 'minutes',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
  sessionLongestHours: parameter<number>({
    name: 'platform.sessionLongestHours',
    sv: 'En inloggning avslutas alltid efter',
    en: 'A session always ends after',
    unit: 'hours',
    values: [since(rom1Start, 12, 'A', krom)],
  }),
  idempotencyDays: parameter<number>({
    name: 'platform.idempotencyDays',
    sv: 'Svaret på en skrivning sparas så länge, så att den kan upprepas utan följd',
    en: 'The answer to a write is kept this long, so that it can be repeated without effect',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
  everyReadLogged: parameter<boolean>({
    name: 'platform.everyReadLogged',
    sv: 'Varje läsning av en person loggas',
    en: 'Every read of a person is logged',
    unit: 'switch',
    values: [since(rom1Start, true, 'C', cite(sources.registerAct, '12'), { clause: '20 b–20 e §§' })],
  }),
  erasureYears: parameter<number>({
    name: 'platform.erasureYears',
    sv: 'Uppgifter gallras senast så långt efter det år då ärendet avslutades',
    en: 'Data is erased at the latest this long after the year in which the case ended',
    unit: 'years',
    values: [since(rom1Start, 3, 'C', cite(sources.registerAct, '12'), { clause: '16 §' })],
  }),
  providerReadsAfterDays: parameter<number>({
    name: 'platform.providerReadsAfterDays',
    sv: 'En leverantör läser ett ärende så länge efter att placeringen tog slut',
    en: 'A provider reads a case this long after its spell ended',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
}
