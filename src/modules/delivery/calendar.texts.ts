import type { Language } from '../../platform/problems.ts'
import type { MeetingChannel } from '../../rules/index.ts'

/** What stands in somebody's own calendar, which other programs and companies read: the least that is of use. */
export const calendarWords: Readonly<Record<Language, Readonly<Record<MeetingChannel | 'name', string>>>> = {
  sv: { name: 'Krom', physical: 'Möte på plats', video: 'Videomöte', telephone: 'Telefonmöte' },
  'sv-x-latt': { name: 'Krom', physical: 'Möte på plats', video: 'Möte på video', telephone: 'Möte på telefon' },
  en: { name: 'Krom', physical: 'Meeting in person', video: 'Video meeting', telephone: 'Telephone meeting' },
  ar: { name: 'Krom', physical: 'لقاء حضوري', video: 'لقاء بالفيديو', telephone: 'لقاء هاتفي' },
}
