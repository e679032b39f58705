export const texts = {
  title: 'Så får du besked',
  lead: 'Gäller möten, aktiviteter och påminnelser. Beslut kommer alltid hit till Krom också.',
  label: 'Hur vill du få besked?',
  'channel.default': 'Som vanligt: e-post om du har det, annars brev',
  'channel.email': 'E-post',
  'channel.sms': 'Sms',
  'channel.digital-mailbox': 'Digital brevlåda',
  'channel.letter': 'Brev',
  submit: 'Spara hur jag får besked',
  done: 'Ditt val är sparat.',
  'seen-by': 'Bara du och din arbetsförmedlare.',
} as const

export type ReachText = keyof typeof texts
