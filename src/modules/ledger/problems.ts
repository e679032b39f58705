import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about the books, which no participant meets. */
export const ledgerProblems: ProblemTexts = {
  'more-than-owed': {
    status: 409,
    sv: {
      title: 'Beloppet är större än det som är skuldfört på underlaget',
      cure: 'Kontrollera underlaget och vad som redan är betalt. Ingenting har bokförts.',
    },
    en: {
      title: 'The amount is larger than what is owed on the statement',
      cure: 'Check the statement and what has been paid already. Nothing was booked.',
    },
  },
  'later-statement-rests-on-it': {
    status: 409,
    sv: {
      title: 'Ett senare underlag har redan tagit tillbaka belopp ur det här',
      cure: 'Returnera det senare underlaget först. Annars skulle mer tas tillbaka än vad som har bokförts.',
    },
    en: {
      title: 'A later statement has already taken back amounts of this one',
      cure: 'Return the later statement first. Otherwise more would be taken back than was posted.',
    },
  },
  'outcome-already-paid': {
    status: 409,
    sv: {
      title: 'Ett resultat i underlaget är redan bokfört hos en leverantör',
      cure: 'Ta tillbaka det där först. Stäng sedan månaden igen för det här avtalet.',
    },
    en: {
      title: 'An outcome of the statement is already booked with a provider',
      cure: 'Take it back there first. Then close the month again for this contract.',
    },
  },
  'statement-not-approved': {
    status: 409,
    sv: { title: 'Underlaget är inte attesterat', cure: 'Betala när det är attesterat.' },
    en: { title: 'The statement is not approved', cure: 'Pay when it is.' },
  },
  'payment-booked-otherwise': {
    status: 409,
    sv: {
      title: 'Betalningen är redan bokförd med ett annat belopp eller underlag',
      cure: 'Jämför med bankens besked. Backa den bokförda betalningen om den är fel.',
    },
    en: {
      title: 'The payment is already booked with another amount or statement',
      cure: "Compare with the bank's answer. Reverse the booked payment if it is wrong.",
    },
  },
}
