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
  offlineCopyDays: parameter<number>({
    name: 'platform.offlineCopyDays',
    sv: 'Det som en telefon visar utan nät sparas i den så länge',
    en: 'What a phone shows without a network is kept in it this long',
    unit: 'calendar days',
    values: [since(rom1Start, 7, 'A', krom)],
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
  systemKeyDays: parameter<number>({
    name: 'platform.systemKeyDays',
    sv: 'En nyckel för leverantörens eget system gäller högst',
    en: "A key for a provider's own system lasts at most",
    unit: 'calendar days',
    values: [since(rom1Start, 365, 'A', krom)],
  }),
  webhookRetryMinutes: parameter<readonly number[]>({
    name: 'platform.webhookRetryMinutes',
    sv: 'Ett meddelande till ett eget system som inte togs emot skickas igen efter',
    en: "A notice that a provider's system did not take is sent again after",
    unit: 'minutes',
    values: [since(rom1Start, [1, 5, 30, 120, 600, 1440], 'A', krom)],
  }),
  webhookFailuresUntilOff: parameter<number>({
    name: 'platform.webhookFailuresUntilOff',
    sv: 'Meddelanden till ett eget system stängs av efter så många försök i rad utan svar',
    en: "Notices to a provider's system are switched off after this many attempts in a row without success",
    unit: 'count',
    values: [since(rom1Start, 10, 'A', krom)],
  }),
  webhookKeptDays: parameter<number>({
    name: 'platform.webhookKeptDays',
    sv: 'Meddelanden till ett eget system kan skickas igen så länge',
    en: "Notices to a provider's system can be sent again for",
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
  providerReadsAfterDays: parameter<number>({
    name: 'platform.providerReadsAfterDays',
    sv: 'En leverantör läser ett ärende så länge efter att placeringen tog slut',
    en: 'A provider reads a case this long after its spell ended',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', krom)],
  }),
  standInSeesDays: parameter<number>({
    name: 'platform.standInSeesDays',
    sv: 'Den som håller ett möte eller en aktivitet med en annan handledares deltagare ser deltagaren så länge efteråt',
    en: "Whoever holds a meeting or an activity with another adviser's participant sees the participant this long after it",
    unit: 'calendar days',
    values: [since(rom1Start, 14, 'A', krom)],
  }),
  staffInvitationDays: parameter<number>({
    name: 'platform.staffInvitationDays',
    sv: 'En inbjudan till en kollega gäller',
    en: 'An invitation to a colleague lasts',
    unit: 'calendar days',
    values: [since(rom1Start, 14, 'A', krom)],
  }),
  leaverNoticeDays: parameter<number>({
    name: 'platform.leaverNoticeDays',
    sv: 'Den som slutar ska ha lämnat över sina deltagare så långt före sin sista dag',
    en: 'Whoever leaves is to have handed over the participants this long before the last day',
    unit: 'calendar days',
    values: [since(rom1Start, 7, 'A', krom)],
  }),
}
