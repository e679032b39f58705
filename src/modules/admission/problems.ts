import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about tender terms, applications and judgements, for applicants and the authority's staff. */
export const admissionProblems: ProblemTexts = {
  'no-requirements': {
    status: 422,
    sv: { title: 'Underlaget har inga krav', cure: 'Lägg till minst ett krav.' },
    en: { title: 'The terms have no requirements', cure: 'Add at least one requirement.' },
  },
  'no-areas': {
    status: 422,
    sv: { title: 'Inget leveransområde är valt', cure: 'Välj minst ett område.' },
    en: { title: 'No delivery area is chosen', cure: 'Choose at least one area.' },
  },
  'requirement-twice': {
    status: 422,
    sv: { title: 'Kravet {code} står två gånger', cure: 'Ge det ena en annan kod.' },
    en: { title: 'The requirement {code} stands twice', cure: 'Give one of them another code.' },
  },
  'terms-decided': {
    status: 409,
    sv: { title: 'Underlaget är redan avgjort', cure: 'Ladda om sidan. Gör en ny version om något ska ändras.' },
    en: {
      title: 'The terms have already been decided',
      cure: 'Reload the page. Make a new version to change anything.',
    },
  },
  'terms-not-published': {
    status: 409,
    sv: { title: 'Underlaget är inte publicerat', cure: 'Välj ett underlag som tar emot ansökningar.' },
    en: { title: 'The terms are not published', cure: 'Choose terms that take applications.' },
  },
  'applications-closed': {
    status: 409,
    sv: {
      title: 'Underlaget tar emot ansökningar från {from} till {lastDay}',
      cure: 'Spara utkastet. Skicka det när tiden är inne, eller sök under ett annat underlag.',
    },
    en: {
      title: 'The terms take applications from {from} to {lastDay}',
      cure: 'Save the draft. Send it when the time has come, or apply under other terms.',
    },
  },
  'application-exists': {
    status: 409,
    sv: { title: 'Ni har redan en ansökan under underlaget', cure: 'Öppna den ansökan och fortsätt.' },
    en: { title: 'You already have an application under these terms', cure: 'Open that application and go on.' },
  },
  'application-sent': {
    status: 409,
    sv: {
      title: 'Ansökan är skickad och kan inte ändras',
      cure: 'Följ den på sidan. Kontakta myndigheten om något är fel.',
    },
    en: {
      title: 'The application has been sent and cannot be changed',
      cure: 'Follow it here. Contact the authority if something is wrong.',
    },
  },
  'application-decided': {
    status: 409,
    sv: { title: 'Ansökan är redan avgjord', cure: 'Ladda om sidan.' },
    en: { title: 'The application has already been decided', cure: 'Reload the page.' },
  },
  'organisation-number-of-another': {
    status: 422,
    sv: { title: 'Numret är inte er organisations', cure: 'Skriv det organisationsnummer som ni är inloggade för.' },
    en: {
      title: 'The number is not your organisation’s',
      cure: 'Write the number of the organisation you are signed in for.',
    },
  },
  'area-outside-terms': {
    status: 422,
    sv: { title: 'Området {code} finns inte i underlaget', cure: 'Välj bland områdena i underlaget.' },
    en: { title: 'The area {code} is not in the terms', cure: 'Choose among the areas of the terms.' },
  },
  'area-without-address': {
    status: 422,
    sv: { title: 'Området {code} har ingen adress', cure: 'Lägg till en adress för området, eller ta bort området.' },
    en: { title: 'The area {code} has no address', cure: 'Add an address for the area, or remove the area.' },
  },
  'address-outside-areas': {
    status: 422,
    sv: {
      title: 'Adressen hör inte till ett område ni söker för',
      cure: 'Välj ett av områdena, eller ta bort adressen.',
    },
    en: {
      title: 'The address is not for an area you apply for',
      cure: 'Choose one of the areas, or remove the address.',
    },
  },
  'reference-ends-before': {
    status: 422,
    sv: { title: 'Uppdraget slutar innan det börjar', cure: 'Kontrollera dagarna.' },
    en: { title: 'The assignment ends before it begins', cure: 'Check the days.' },
  },
  'reference-too-old': {
    status: 422,
    sv: { title: 'Uppdraget slutade före {earliest}', cure: 'Välj ett uppdrag som har pågått efter den dagen.' },
    en: { title: 'The assignment ended before {earliest}', cure: 'Choose one that was under way after that day.' },
  },
  'credit-check-too-old': {
    status: 422,
    sv: { title: 'Kreditupplysningen är från före {earliest}', cure: 'Ta en ny kreditupplysning.' },
    en: { title: 'The credit check is from before {earliest}', cure: 'Have a new credit check made.' },
  },
  'rating-not-known': {
    status: 422,
    sv: { title: 'Kreditbetyget saknas', cure: 'Skriv betyget som ett heltal från 0 till 100.' },
    en: { title: 'The credit rating is missing', cure: 'Write the rating as a whole number from 0 to 100.' },
  },
  'capacity-not-shown': {
    status: 422,
    sv: {
      title: 'Betyget är under {lowest} eller det finns en betalningsanmärkning',
      cure: 'Visa er ekonomiska förmåga på annat sätt, helst genom en auktoriserad revisor.',
    },
    en: {
      title: 'The rating is below {lowest}, or there is a payment remark',
      cure: 'Show your financial capacity otherwise, preferably by an authorised auditor.',
    },
  },
  'no-advisers': {
    status: 422,
    sv: { title: 'Ingen handledare är angiven', cure: 'Lägg till minst en handledare.' },
    en: { title: 'No adviser is named', cure: 'Add at least one adviser.' },
  },
  'adviser-without-address': {
    status: 422,
    sv: { title: 'Handledaren har ingen adress', cure: 'Välj var handledaren ska arbeta.' },
    en: { title: 'The adviser has no address', cure: 'Choose where the adviser is to work.' },
  },
  'lease-ended': {
    status: 422,
    sv: { title: 'Hyresavtalet har redan slutat', cure: 'Skriv det avtal som gäller nu, eller byt adress.' },
    en: { title: 'The lease has already ended', cure: 'Give the lease in force, or another address.' },
  },
  'requirement-unknown': {
    status: 422,
    sv: { title: 'Det finns inget att bedöma med koden {code}', cure: 'Ladda om sidan och bedöm igen.' },
    en: { title: 'There is nothing to judge with the code {code}', cure: 'Reload the page and judge again.' },
  },
  'judged-by-machine': {
    status: 422,
    sv: { title: 'Kravet {code} kontrolleras av systemet', cure: 'Bedöm de andra kraven.' },
    en: { title: 'The requirement {code} is checked by the system', cure: 'Judge the other requirements.' },
  },
  'judgement-unfinished': {
    status: 409,
    sv: { title: '{left} bedömningar är inte klara', cure: 'Två handläggare ska ha bedömt varje krav lika.' },
    en: { title: '{left} judgements are not finished', cure: 'Two officers must hold the same of every requirement.' },
  },
  'application-withdrawn': {
    status: 409,
    sv: { title: 'Ansökan är återtagen', cure: 'Börja en ny ansökan under samma underlag.' },
    en: { title: 'The application has been taken back', cure: 'Begin a new application under the same terms.' },
  },
}
