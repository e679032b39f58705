import type { ReachText } from './reach.sv.ts'

export const texts: Readonly<Record<ReachText, string>> = {
  title: 'Så får du besked',
  lead: 'Det gäller möten, aktiviteter och påminnelser.',
  label: 'Hur vill du få besked?',
  'channel.default': 'Som vanligt',
  'channel.email': 'E-post',
  'channel.sms': 'Sms',
  'channel.digital-mailbox': 'Digital brevlåda',
  'channel.letter': 'Brev',
  submit: 'Spara',
  done: 'Det är sparat.',
  'seen-by': 'Bara du och din arbetsförmedlare.',
}
