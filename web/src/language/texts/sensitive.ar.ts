import type { SensitiveText } from './sensitive.sv.ts'

export const texts: Readonly<Record<SensitiveText, string>> = {
  title: 'هل هذه الكلمات ضرورية؟',
  'kind.health': 'قد يتعلق هذا بالصحة: {words}',
  'kind.religion': 'قد يتعلق هذا بالدين: {words}',
  'kind.union': 'قد يتعلق هذا بالنقابة أو السياسة: {words}',
  'kind.origin': 'قد يتعلق هذا بالأصل: {words}',
  'kind.crime': 'قد يتعلق هذا بجريمة: {words}',
  'kind.person-number': 'يبدو هذا رقما شخصيا: {words}',
  why: 'اكتب مثل هذه الأمور فقط إذا احتاجها القارئ. يمكنك تغيير النص أو حفظه كما هو.',
  seen: 'قرأت النص مرة أخرى وأريد حفظه هكذا',
}
