export const texts = {
  title: 'Kalender i telefonen',
  lead: 'Få dina möten i kalendern som du redan använder. De ändras där när en tid flyttas.',
  none: 'Du har ingen kalenderadress.',
  since: 'Du har en kalenderadress sedan {day}. Av säkerhetsskäl kan vi inte visa den igen.',
  make: 'Skapa en kalenderadress',
  again: 'Skapa en ny adress',
  'again-title': 'Skapa en ny adress?',
  'again-words': 'Den gamla adressen slutar fungera. Du behöver lägga in den nya i telefonen.',
  end: 'Stäng av adressen',
  'end-title': 'Stäng av kalenderadressen?',
  'end-words': 'Kalendern i telefonen får inga fler ändringar. Du kan skapa en ny adress när du vill.',
  address: 'Din kalenderadress',
  'address-help': 'Den visas bara nu. Den som har adressen kan se dina tider, så visa den inte för andra.',
  copy: 'Kopiera adressen',
  copied: 'Adressen är kopierad.',
  'not-copied': 'Det gick inte att kopiera. Markera adressen och kopiera den själv.',
  open: 'Öppna i min kalender',
  made: 'Kalenderadressen är skapad. Spara den nu.',
  ended: 'Kalenderadressen är avstängd.',
  'seen-by': 'Bara du.',
} as const

export type CalendarText = keyof typeof texts
