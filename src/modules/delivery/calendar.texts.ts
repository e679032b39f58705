import type { Language } from '../../platform/problems.ts'
import type { MeetingChannel } from '../../rules/index.ts'

type Word = MeetingChannel | 'name' | `activity-${MeetingChannel}` | 'participants'

/** What stands in somebody's own calendar, which other programs and companies read: the least that is of use. */
export const calendarWords: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  sv: {
    name: 'Krom',
    physical: 'Möte på plats',
    video: 'Videomöte',
    telephone: 'Telefonmöte',
    'activity-physical': 'Aktivitet på plats',
    'activity-video': 'Aktivitet på video',
    'activity-telephone': 'Aktivitet på telefon',
    participants: '{n} deltagare',
  },
  'sv-x-latt': {
    name: 'Krom',
    physical: 'Möte på plats',
    video: 'Möte på video',
    telephone: 'Möte på telefon',
    'activity-physical': 'Aktivitet på plats',
    'activity-video': 'Aktivitet på video',
    'activity-telephone': 'Aktivitet på telefon',
    participants: '{n} deltagare',
  },
  en: {
    name: 'Krom',
    physical: 'Meeting in person',
    video: 'Video meeting',
    telephone: 'Telephone meeting',
    'activity-physical': 'Activity in person',
    'activity-video': 'Activity by video',
    'activity-telephone': 'Activity by telephone',
    participants: '{n} participants',
  },
  ar: {
    name: 'Krom',
    physical: 'لقاء حضوري',
    video: 'لقاء بالفيديو',
    telephone: 'لقاء هاتفي',
    'activity-physical': 'نشاط حضوري',
    'activity-video': 'نشاط بالفيديو',
    'activity-telephone': 'نشاط بالهاتف',
    participants: '{n} مشاركين',
  },
}
