import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about the oversight of the tool and about complaints; only staff meet them. */
export const oversightProblems: ProblemTexts = {
  'complaint-answered': {
    status: 409,
    sv: { title: 'Klagomålet är redan besvarat', cure: 'Läs svaret. Ett nytt klagomål får ett eget svar.' },
    en: { title: 'The complaint has been answered', cure: 'Read the answer. A new one gets an answer of its own.' },
  },
  'period-reversed': {
    status: 422,
    sv: { title: 'Den första dagen kommer efter den sista', cure: 'Välj en första dag som är {to} eller tidigare.' },
    en: { title: 'The first day comes after the last', cure: 'Choose a first day that is {to} or earlier.' },
  },
  'nothing-to-review': {
    status: 409,
    sv: {
      title: 'Ingen har avstått mellan {from} och {to}',
      cure: 'Välj en längre tid. Skyddade personuppgifter ingår aldrig i ett urval.',
    },
    en: {
      title: 'Nobody has abstained between {from} and {to}',
      cure: 'Choose a longer time. Protected identities are never in a sample.',
    },
  },
  'review-own-abstention': {
    status: 403,
    sv: { title: 'Du avstod själv i ärendet', cure: 'Be en kollega granska skälet.' },
    en: { title: 'You abstained in the case yourself', cure: 'Ask a colleague to review the reason.' },
  },
  'act-point-unknown': {
    status: 422,
    sv: { title: 'Punkten {point} finns inte i akten', cure: 'Välj en punkt som akten frågar efter.' },
    en: { title: 'The file has no point {point}', cure: 'Choose a point that the file asks for.' },
  },
}
