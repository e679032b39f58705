import type { CalendarText } from './calendar.sv.ts'

export const texts: Record<CalendarText, string> = {
  title: 'Kalender i telefonen',
  lead: 'Du kan få dina möten i telefonens kalender. Om en tid ändras, ändras den där också.',
  none: 'Du har ingen adress till kalendern.',
  since: 'Du har en adress sedan {day}. Vi kan inte visa den en gång till.',
  make: 'Gör en adress',
  again: 'Gör en ny adress',
  'again-title': 'Vill du göra en ny adress?',
  'again-words': 'Den gamla adressen slutar fungera. Du måste lägga in den nya i telefonen.',
  end: 'Stäng av adressen',
  'end-title': 'Vill du stänga av adressen?',
  'end-words': 'Telefonen får inte veta när tider ändras. Du kan göra en ny adress när du vill.',
  address: 'Din adress',
  'address-help': 'Du ser den bara nu. Visa den inte för andra. De kan se dina tider.',
  copy: 'Kopiera adressen',
  copied: 'Adressen är kopierad.',
  'not-copied': 'Det gick inte. Markera adressen och kopiera den själv.',
  open: 'Öppna i min kalender',
  made: 'Adressen är klar. Spara den nu.',
  ended: 'Adressen är avstängd.',
  'seen-by': 'Bara du.',
}
