import type { PlanText } from './plan.sv.ts'

export const texts: Record<PlanText, string> = {
  'week.covered': 'تغطي الخطة {has, number} من {needs, number} ساعة في الأسبوع.',
  'week.gap': 'تغطي الخطة {has, number} من {needs, number} ساعة في الأسبوع. تنقص {gap, number} ساعة.',
  'week.part': '{name}: {hours, number} ساعة',
  'week.missing': 'ينقص: {hours, number} ساعة',
  'language-support': 'الدعم اللغوي جزء من الخطة.',
  course: 'دورة من {hours, number} ساعة إجمالا. الوظيفة أو المقعد الدراسي:',
  'beside.title': 'ما يُطلب في الوقت نفسه',
  'beside.JOB': 'ضمان العمل والتنمية بدوام كامل ما لم يُقرَّر غير ذلك. ويُقدَّم تقرير نشاط كل شهر.',
  'beside.UGA':
    'يتطلب ضمان الشباب البحث عن عمل 4 ساعات في الأسبوع على الأقل إلى جانب التدريب. ومدته 15 شهرا على الأكثر. ويُقدَّم تقرير نشاط كل شهر.',
  'beside.ETP':
    'لبرنامج الترسيخ خطته الخاصة بدوام كامل. تُحتسب السويدية للمهاجرين فيه، لا في هذه الخدمة أبدا. ويُقدَّم تقرير نشاط كل شهر.',
}
