import type { NoticeTexts } from '../../platform/outbox.ts'

export const notices: NoticeTexts = {
  'admission.decided': {
    sv: {
      subject: 'Er ansökan är avgjord',
      body: 'Beslutet gäller område för område: {admitted} antagna, {refused} avslagna. Logga in för att läsa skälen och hur beslutet kan överklagas.',
    },
    en: {
      subject: 'Your application has been decided',
      body: 'The decision is area by area: {admitted} admitted, {refused} refused. Sign in to read the reasons and how it can be appealed.',
    },
  },
}
