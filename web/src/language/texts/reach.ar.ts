import type { ReachText } from './reach.sv.ts'

export const texts: Readonly<Record<ReachText, string>> = {
  title: 'كيف نخبرك',
  lead: 'عن المواعيد والأنشطة والتذكيرات. تصل القرارات دائما إلى هنا أيضا.',
  label: 'كيف تريد أن نخبرك؟',
  'channel.default': 'كالمعتاد: بالبريد الإلكتروني إن وُجد، وإلا برسالة ورقية',
  'channel.email': 'البريد الإلكتروني',
  'channel.sms': 'رسالة نصية',
  'channel.digital-mailbox': 'صندوق البريد الرقمي',
  'channel.letter': 'رسالة ورقية',
  submit: 'احفظ طريقة الإخبار',
  done: 'حُفظ اختيارك.',
  'seen-by': 'أنت وموظف مكتب العمل فقط.',
}
