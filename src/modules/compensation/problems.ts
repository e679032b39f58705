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
  'month-frozen': {
    status: 409,
    sv: {
      title: 'Månaden {month} är stängd',
      cure: 'Sena uppgifter kommer med som skillnader nästa månad. Ett underlag som har skickats tillbaka görs om på begäran.',
    },
    en: {
      title: 'The month {month} is closed',
      cure: 'Late facts come as differences with the next month. A statement that was returned is made again on request.',
    },
  },
  'later-month-closed': {
    status: 409,
    sv: {
      title: 'Månaden {later} är redan stängd eller på väg att stängas',
      cure: 'Det som gäller {month} kommer med som skillnader nästa gång en månad stängs.',
    },
    en: {
      title: 'The month {later} is already closed or being closed',
      cure: 'What belongs to {month} comes as differences when the next month is closed.',
    },
  },
  'month-run-under-way': {
    status: 409,
    sv: { title: 'Månaden {month} håller redan på att stängas', cure: 'Vänta tills körningen är klar.' },
    en: { title: 'The month {month} is being closed already', cure: 'Wait until the run is done.' },
  },
  'month-run-unfinished': {
    status: 409,
    sv: {
      title: 'Alla avtal kunde inte stängas för {month}',
      cure: 'De {contracts} som återstår tas upp igen när körningen fortsätter. Det som är klart görs inte om.',
    },
    en: {
      title: 'Not every contract could be closed for {month}',
      cure: 'The {contracts} that are left are taken up again when the run goes on. What is done is not done again.',
    },
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
  'payment-right-missing': {
    status: 403,
    sv: {
      title: 'Du har ingen attesträtt för {office}',
      cure: 'Be en kollega som har attesträtt för kontoret, eller be systemförvaltaren om den rätten.',
    },
    en: {
      title: 'You have no payment right for {office}',
      cure: 'Ask a colleague who has payment right for the office, or ask the administrator for the right.',
    },
  },
  'payment-right-too-low': {
    status: 403,
    sv: {
      title: 'Din attesträtt för {office} går till {limit}, och underlaget betalar {amount}',
      cure: 'Be en kollega vars attesträtt räcker, eller be systemförvaltaren om en högre gräns.',
    },
    en: {
      title: 'Your payment right for {office} goes to {limit}, and the statement pays {amount}',
      cure: 'Ask a colleague whose payment right is enough, or ask the administrator for a higher limit.',
    },
  },
  'right-to-oneself': {
    status: 403,
    sv: {
      title: 'Du kan inte ge eller avsluta din egen attesträtt',
      cure: 'Be en annan systemförvaltare att göra det.',
    },
    en: {
      title: 'You cannot give or end your own payment right',
      cure: 'Ask another administrator to do it.',
    },
  },
  'approver-unknown': {
    status: 422,
    sv: { title: 'Användaren är inte attestant', cure: 'Ge användaren rollen attestant först.' },
    en: { title: 'The user is not an approver', cure: 'Give the user the duty of approver first.' },
  },
  'right-in-the-past': {
    status: 422,
    sv: {
      title: 'Attesträtten kan inte ändras bakåt i tiden',
      cure: 'Låt den börja tidigast i dag. Den kan sluta tidigast i går.',
    },
    en: {
      title: 'A payment right is not changed back in time',
      cure: 'Let it begin today at the earliest. It can end yesterday at the earliest.',
    },
  },
  'right-ended': {
    status: 409,
    sv: { title: 'Attesträtten är redan avslutad', cure: 'Ladda om sidan för att se hur den ser ut nu.' },
    en: { title: 'The payment right has already ended', cure: 'Reload the page to see how it stands now.' },
  },
}
