import { day } from '../kernel/day.ts'
import { parameter, since } from './parameter.ts'
import { cite, sources } from './sources.ts'
import { rom1Start } from './version.ts'

const report = cite(sources.krom, '4.5')
const retention = cite(sources.krom, '12')

/**
 * What a person and the service tell each other (programme 4.5): messages, questions, the person's own report of the month.
 * How often a report is due, and within how many days, stands among the rules of delivery.
 */
export const dialogue = {
  messageCharacters: parameter<number>({
    name: 'dialogue.messageCharacters',
    sv: 'Så långt får ett meddelande, en fråga eller ett klagomål vara',
    en: 'Longest message, question or complaint',
    unit: 'characters',
    values: [since(rom1Start, 4000, 'A', retention)],
  }),
  activityReportsAsked: parameter<boolean>({
    name: 'dialogue.activityReportsAsked',
    sv: 'Deltagaren lämnar sin aktivitetsrapport för månaden här',
    en: 'The participant gives the activity report of the month here',
    unit: 'switch',
    values: [
      since(rom1Start, false, 'A', report, { note: 'Månader innan lämnades i myndighetens tidigare system.' }),
      since(day('2022-09-08'), true, 'A', report, { note: 'Gäller månader som slutar den dagen eller senare.' }),
    ],
  }),
  contactAfterWorkingDays: parameter<number>({
    name: 'dialogue.contactAfterWorkingDays',
    sv: 'Så länge efter påminnelsen får arbetsförmedlaren en uppgift att ta kontakt när rapporten saknas',
    en: 'When a report is still missing after the reminder, the caseworker is asked to get in touch after',
    unit: 'working days',
    values: [since(rom1Start, 3, 'A', report)],
  }),
  contactWithinWorkingDays: parameter<number>({
    name: 'dialogue.contactWithinWorkingDays',
    sv: 'Arbetsförmedlaren tar den kontakten inom',
    en: 'The caseworker gets in touch within',
    unit: 'working days',
    values: [since(rom1Start, 5, 'A', report)],
  }),
  respiteDays: parameter<number>({
    name: 'dialogue.respiteDays',
    sv: 'Längsta uppskov med en aktivitetsrapport, räknat från dagen det ges',
    en: 'Longest respite with an activity report, from the day it is given',
    unit: 'calendar days',
    values: [since(rom1Start, 30, 'A', report)],
  }),
}
