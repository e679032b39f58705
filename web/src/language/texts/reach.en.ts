import type { ReachText } from './reach.sv.ts'

export const texts: Readonly<Record<ReachText, string>> = {
  title: 'How you are told',
  lead: 'About meetings, activities and reminders. Decisions always come here to Krom too.',
  label: 'How do you want to be told?',
  'channel.default': 'As usual: e-mail if you have one, otherwise by letter',
  'channel.email': 'E-mail',
  'channel.sms': 'Text message',
  'channel.digital-mailbox': 'Digital mailbox',
  'channel.letter': 'Letter',
  submit: 'Save how I am told',
  done: 'Your choice is saved.',
  'seen-by': 'Only you and your caseworker.',
}
