import type { FinalText } from './final.sv.ts'

export const texts: Record<FinalText, string> = {
  given: 'قُدّم في {day}',
  'given-by': 'قُدّم في {day} من {name}',
  occupation: 'بعد الفترة لدى مقدّم الخدمة',
  done: 'ما تم: {name}',
  progress: 'التقدّم',
  'next-step': 'الخطوة التالية',
  earlier: 'نسخ سابقة: {n}',
  read: 'قرأه موظف مكتب العمل في {day}',
  title: 'التقرير النهائي',
  from: 'من {provider}',
}
