import type { HoursText } from './hours.sv.ts'

export const texts: Record<HoursText, string> = {
  'sum.own': 'تُحتسب {all, number} ساعة. أكّدت {percent}% منها.',
  'sum.staff': 'تُحتسب {all, number} ساعة. أكّد المشارك {percent}% منها.',
  unanswered: '{hours, number} ساعة تنتظر الإجابة، وهي محسوبة حتى ذلك الحين.',
  disputed: '{hours, number} ساعة معترَض عليها ولا تُحتسب بعد.',
  'with.adviser.own': 'مع مشرفك',
  'with.adviser.staff': 'مع المشرف',
  'with.provider-staff': 'مع موظفي مقدّم الخدمة أو مجموعة',
  'with.other-actor': 'مع صاحب عمل أو جهة أخرى',
  'with.own': 'بمفردك',
  row: '{all, number} ساعة، أُكِّد {percent}%',
  'on-behalf.own': 'سجّل {name} من مكتب العمل إجابتك في {day}.',
  'on-behalf.staff': 'سجّل {name} من مكتب العمل إجابة المشارك في {day}.',
  'settled-why': 'السبب:',
  somebody: 'موظف',
}
