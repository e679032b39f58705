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
