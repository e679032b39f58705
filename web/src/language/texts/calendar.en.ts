import type { CalendarText } from './calendar.sv.ts'

export const texts: Record<CalendarText, string> = {
  title: 'Calendar on your phone',
  lead: 'Get your meetings in the calendar that you already use. They change there when a time is moved.',
  none: 'You have no calendar address.',
  since: 'You have had a calendar address since {day}. For your safety we cannot show it again.',
  make: 'Make a calendar address',
  again: 'Make a new address',
  'again-title': 'Make a new address?',
  'again-words': 'The old address stops working. You need to enter the new one on your phone.',
  end: 'Turn the address off',
  'end-title': 'Turn the calendar address off?',
  'end-words': 'The calendar on your phone gets no more changes. You can make a new address whenever you like.',
  address: 'Your calendar address',
  'address-help': 'It is shown only now. Whoever has the address can see your times, so do not show it to others.',
  copy: 'Copy the address',
  copied: 'The address is copied.',
  'not-copied': 'It could not be copied. Select the address and copy it yourself.',
  open: 'Open in my calendar',
  made: 'The calendar address is made. Save it now.',
  ended: 'The calendar address is turned off.',
  'seen-by': 'Only you.',
}
