import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about money, which no participant meets. */
export const compensationProblems: ProblemTexts = {
  'price-model-missing': {
    status: 409,
    sv: {
      title: 'Beslutet från {from} på nivå {level} saknar ersättningsmodell',
      cure: 'Ange leveransområdets ersättningsmodell. Ingenting räknas i ärendet förrän det är gjort.',
    },
    en: {
      title: 'The decision from {from} at level {level} has no price model',
      cure: "Give the delivery area's price model. Nothing is computed in the case until that is done.",
    },
  },
  'level-missing': {
    status: 422,
    sv: { title: 'Ett beslut saknar nivå', cure: 'Ange nivå A, B eller C på beslutet eller på ärendet.' },
    en: { title: 'A decision has no level', cure: 'Give level A, B or C on the decision or on the case.' },
  },
  'open-decision': {
    status: 422,
    sv: { title: 'Ett beslut saknar sista dag', cure: 'Ange beslutets sista dag.' },
    en: { title: 'A decision has no last day', cure: "Give the decision's last day." },
  },
  'rate-not-set': {
    status: 409,
    sv: {
      title: 'Grundersättningen är inte fastställd',
      cure: 'Myndigheten behöver föra in beloppen. Därefter betalas månaderna med nästa underlag.',
    },
    en: {
      title: 'The base fee is not set',
      cure: 'The authority must enter the amounts. The months are then paid with the next statement.',
    },
  },
  'month-not-over': {
    status: 409,
    sv: { title: 'Månaden {month} är inte slut', cure: 'Stäng den när den är över.' },
    en: { title: 'The month {month} is not over', cure: 'Close it when it is.' },
  },
  'four-eyes-fact': {
    status: 403,
    sv: {
      title: 'Du har beslutat om eller verifierat något som underlaget bygger på',
      cure: 'Be en kollega med attesträtt som inte har handlagt ärendena.',
    },
    en: {
      title: 'You decided or verified something that the statement rests on',
      cure: 'Ask a colleague with payment right who has not handled the cases.',
    },
  },
}
