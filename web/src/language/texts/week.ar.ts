import type { WeekText } from './week.sv.ts'

export const texts: Record<WeekText, string> = {
  lead: 'ما هو مخطَّط وما قمتم به.',
  'this-week': 'هذا الأسبوع، الأسبوع {week}',
  week: 'الأسبوع {week}',
  today: 'اليوم',
  nothing: 'لا شيء مخطَّط',
  meeting: 'اجتماع مع مشرفك',
  minutes: '{n} دقيقة',
  hours: '{hours} ساعة',
  'hours.title': 'ساعات الأسبوع',
  'hours.sum': 'دُوّنت {done} ساعة. الخطة {planned} ساعة في الأسبوع.',
  'hours.gap': 'تغطي الخطة {planned} من ساعاتك البالغة {available}.',
  'hours.of': '{done} من {planned} ساعة',
  answer: 'أجب عمّا ينتظر في {month}',
  'state.planned': 'مخطَّط',
  'state.called-off': 'أُلغي',
  'state.unwritten': 'لم يُدوَّن بعد',
  'state.held': 'تم، وقد أجبت',
  'state.unanswered': 'دُوّن وينتظر جوابك',
  'state.disputed': 'قلت إنه غير صحيح',
  'state.not-held': 'لم يُعقد',
}
