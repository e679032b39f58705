import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about assessments; those a jobseeker can meet have all four languages. */
export const assessmentProblems: ProblemTexts = {
  'notice-missing': {
    status: 409,
    sv: {
      title: 'Personen har inte fått veta om den statistiska bedömningen',
      cure: 'Informera först om bedömningen. Den får inte användas innan personen vet om den.',
    },
    'sv-x-latt': { title: 'Du har inte fått information om bedömningen', cure: 'Läs informationen först.' },
    en: {
      title: 'The person has not been told about profiling',
      cure: 'Give the notice about profiling first. It may not be used before the person knows of it.',
    },
    ar: { title: 'لم يتم إبلاغ الشخص بالتقييم الإحصائي', cure: 'أعطِ المعلومات عن التقييم أولا.' },
  },
  'assessed-recently': {
    status: 409,
    sv: {
      title: 'En bedömning gjordes {on} och inget har ändrats sedan dess',
      cure: 'Använd den bedömningen. En ny kan göras {nextOn}, eller när en uppgift har ändrats.',
    },
    en: {
      title: 'An assessment was made on {on} and nothing has changed since',
      cure: 'Use that assessment. A new one can be made on {nextOn}, or when a fact has changed.',
    },
  },
  'assessment-expired': {
    status: 409,
    sv: { title: 'Bedömningen gällde till {validUntil}', cure: 'Gör en ny bedömning före beslutet.' },
    en: { title: 'The assessment was valid until {validUntil}', cure: 'Make a new assessment before the decision.' },
  },
  'assessment-other-window': {
    status: 409,
    sv: {
      title: 'Villkoren har ändrats sedan bedömningen gjordes (fönster {made}, nu fönster {inForce})',
      cure: 'Gör en ny bedömning före beslutet.',
    },
    en: {
      title: 'The conditions have changed since the assessment was made (window {made}, now window {inForce})',
      cure: 'Make a new assessment before the decision.',
    },
  },
  'assessment-facts-changed': {
    status: 409,
    sv: { title: 'En uppgift som bedömningen bygger på har ändrats', cure: 'Gör en ny bedömning före beslutet.' },
    en: {
      title: 'A fact that the assessment rests on has changed',
      cure: 'Make a new assessment before the decision.',
    },
  },
  'review-waits': {
    status: 409,
    sv: { title: 'Någon tittar redan på bedömningen', cure: 'Svaret kommer senast {answerBy}.' },
    'sv-x-latt': { title: 'Vi tittar redan på det', cure: 'Du får svar senast {answerBy}.' },
    en: { title: 'Somebody is already looking at the assessment', cure: 'The answer comes by {answerBy}.' },
    ar: { title: 'هناك من ينظر في التقييم بالفعل', cure: 'يصل الجواب في موعد أقصاه {answerBy}.' },
  },
  'review-answered': {
    status: 409,
    sv: { title: 'Begäran är redan besvarad', cure: 'Läs svaret. Personen kan be om en ny genomgång.' },
    en: { title: 'The request is answered already', cure: 'Read the answer. The person can ask for another review.' },
  },
  'review-nothing-corrected': {
    status: 409,
    sv: {
      title: 'Ingen ny bedömning är gjord sedan personen bad om genomgången',
      cure: 'Rätta uppgiften och gör en ny bedömning först, eller välj ett annat svar.',
    },
    en: {
      title: 'No new assessment is made since the person asked for the review',
      cure: 'Correct the fact and make a new assessment first, or choose another answer.',
    },
  },
  'window-unknown': {
    status: 422,
    sv: { title: 'Det finns inget fönster {number}', cure: 'Välj ett av fönstren i listan, eller skriv ett utkast.' },
    en: { title: 'There is no window {number}', cure: 'Choose one of the windows in the list, or write a draft.' },
  },
  'cut-points-order': {
    status: 422,
    sv: {
      title: 'Gränsvärdena ligger inte i ordning',
      cure: 'Långt ifrån ska vara lägst, sedan nivå B, nivå A och nära. Alla ligger mellan 0 och 1.',
    },
    en: {
      title: 'The cut points do not lie in order',
      cure: 'Far is lowest, then level B, level A and near. All lie between 0 and 1.',
    },
  },
  'window-comparison-unfinished': {
    status: 409,
    sv: { title: 'Jämförelsen är inte klar', cure: 'Vänta tills alla är räknade.' },
    en: { title: 'The comparison is not finished', cure: 'Wait until everyone is counted.' },
  },
  'window-comparison-other-model': {
    status: 409,
    sv: {
      title: 'Jämförelsen gjordes med en annan modell än den som gäller nu',
      cure: 'Gör jämförelsen på nytt och planera bytet från den.',
    },
    en: {
      title: 'The comparison was made with another model than the one in force',
      cure: 'Make the comparison again and plan the switch from that.',
    },
  },
  'window-plan-past': {
    status: 422,
    sv: { title: 'Ett byte börjar på en dag som kommer', cure: 'Välj en dag efter i dag.' },
    en: { title: 'A switch begins on a day ahead', cure: 'Choose a day after today.' },
  },
  'window-plan-exists': {
    status: 409,
    sv: { title: 'Ett annat byte är planerat till {from}', cure: 'Ta tillbaka det först, eller välj en annan dag.' },
    en: { title: 'Another switch is planned for {from}', cure: 'Take that one back first, or choose another day.' },
  },
  'window-plan-ended': {
    status: 409,
    sv: {
      title: 'Bytet går inte att ändra längre',
      cure: 'Ett byte avgörs eller tas tillbaka före sin dag. Planera ett nytt byte från en ny jämförelse.',
    },
    en: {
      title: 'The switch can no longer be changed',
      cure: 'A switch is decided or taken back before its day. Plan a new one from a new comparison.',
    },
  },
  'exception-unknown': {
    status: 422,
    sv: {
      title: 'Fönstret har inget undantag med koden {code}',
      cure: 'Ta bort undantaget eller välj ett som gäller.',
    },
    en: {
      title: 'The window has no exception with the code {code}',
      cure: 'Remove the exception or choose one in force.',
    },
  },
}
