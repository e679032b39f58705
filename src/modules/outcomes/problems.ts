import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about outcomes; those a participant can meet have all four languages. */
export const outcomesProblems: ProblemTexts = {
  'outcome-before-start': {
    status: 422,
    sv: {
      title: 'Det började före första dagen i tjänsten, {firstDay}',
      cure: 'Kontrollera första dagen. Bara arbete eller studier som börjar den dagen eller senare kan bli ett resultat.',
    },
    'sv-x-latt': {
      title: 'Dagen är för tidig',
      cure: 'Du började i tjänsten {firstDay}. Skriv en dag som är då eller senare.',
    },
    en: {
      title: 'It began before the first day in the service, {firstDay}',
      cure: 'Check the first day. Only work or studies that begin on that day or later can be an outcome.',
    },
    ar: {
      title: 'التاريخ أبكر من أول يوم في الخدمة، وهو {firstDay}',
      cure: 'تحقق من اليوم الأول. اكتب هذا اليوم أو يوما بعده.',
    },
  },
  'never-in-service': {
    status: 409,
    sv: {
      title: 'Personen har inte varit i tjänsten hos någon leverantör',
      cure: 'Kontrollera att det är rätt ärende. Utan en placering finns det inget resultat att redovisa.',
    },
    'sv-x-latt': { title: 'Du har inte haft någon leverantör', cure: 'Fråga din arbetsförmedlare.' },
    en: {
      title: 'No provider has had the person in the service',
      cure: 'Check that it is the right case. Without a spell there is no outcome to report.',
    },
    ar: { title: 'لم يكن الشخص في الخدمة لدى أي مقدّم خدمة', cure: 'اسأل موظف مكتب العمل.' },
  },
  'reported-too-late': {
    status: 409,
    sv: {
      title: 'Sista dagen att redovisa var {last}',
      cure: 'Tiden är ute. Kontakta Arbetsförmedlingen om dagen är fel.',
    },
    'sv-x-latt': { title: 'Det är för sent', cure: 'Sista dagen var {last}. Fråga din arbetsförmedlare.' },
    en: {
      title: 'The last day to report was {last}',
      cure: 'The time is over. Contact the employment service if that day is wrong.',
    },
    ar: { title: 'انتهت المهلة في {last}', cure: 'اسأل موظف مكتب العمل إذا كان هذا التاريخ خاطئا.' },
  },
  'claim-already-made': {
    status: 409,
    sv: {
      title: 'Leverantören har redan redovisat resultatet',
      cure: 'Ingen signal behövs. Läs i ärendet hur långt redovisningen har kommit.',
    },
    'sv-x-latt': { title: 'Det är redan berättat', cure: 'Du behöver inte göra något.' },
    en: {
      title: 'The provider has already claimed the outcome',
      cure: 'No signal is needed. See in the case how far the claim has come.',
    },
    ar: { title: 'تم الإبلاغ عن هذه النتيجة من قبل', cure: 'لا حاجة إلى أن تفعل شيئا.' },
  },
  'no-signal-waiting': {
    status: 409,
    sv: { title: 'Ingen signal väntar på svar', cure: 'Ladda om sidan: någon annan kan ha svarat.' },
    en: { title: 'No signal waits for an answer', cure: 'Reload the page: somebody else may have answered.' },
  },
  'signal-reason-missing': {
    status: 422,
    sv: { title: 'Skriv varför signalen inte stämmer', cure: 'En mening räcker, till exempel vem du har talat med.' },
    en: {
      title: 'Say why the signal does not hold',
      cure: 'One sentence is enough, for example whom you have spoken to.',
    },
  },
  'not-your-participant': {
    status: 403,
    sv: {
      title: 'Deltagaren var inte hos er under den anvisningsperioden',
      cure: 'Bara en leverantör som har haft deltagaren kan signalera eller redovisa.',
    },
    en: {
      title: 'The participant was not with you in that chain of decisions',
      cure: 'Only a provider that has had the participant can signal or claim.',
    },
  },
  'claim-decided': {
    status: 409,
    sv: {
      title: 'Resultatredovisningen är redan avgjord',
      cure: 'Ladda om sidan för att se av vem och varför. En rättelse är en ny redovisning.',
    },
    en: {
      title: 'The claim is already decided',
      cure: 'Reload the page to see by whom and why. A correction is a new claim.',
    },
  },
  'claim-replaced': {
    status: 409,
    sv: { title: 'Resultatredovisningen har rättats', cure: 'Ladda om sidan och arbeta med den senaste.' },
    en: { title: 'The claim has been corrected', cure: 'Reload the page and work on the latest one.' },
  },
  'evidence-missing': {
    status: 409,
    sv: {
      title: 'Det finns inget underlag',
      cure: 'Lägg till inkomstuppgifter eller be leverantören om ett dokument. Utan underlag kan inget verifieras.',
    },
    en: {
      title: 'There is no evidence',
      cure: 'Add income statements or ask the provider for a document. Nothing is verified without evidence.',
    },
  },
  'outcome-not-lasted-yet': {
    status: 409,
    sv: {
      title: 'Resultatet har inte varat tillräckligt länge',
      cure: 'Det kan verifieras från och med {from}, om det fortfarande pågår då.',
    },
    en: {
      title: 'The outcome has not lasted long enough',
      cure: 'It can be verified from {from}, if it still goes on then.',
    },
  },
  'other-office': {
    status: 403,
    sv: { title: 'Ärendet hör till ett annat kontor', cure: 'Be en handläggare på ärendets kontor.' },
    en: { title: 'The case belongs to another office', cure: "Ask a caseworker of the case's office." },
  },
  'decisions-overlap': {
    status: 409,
    sv: {
      title: 'Två beslut gäller samma dagar: det från {first} och det från {second}',
      cure: 'Rätta beslutens dagar. Ingenting räknas i ärendet förrän det är gjort.',
    },
    'sv-x-latt': { title: 'Dina beslut stämmer inte', cure: 'Fråga din arbetsförmedlare.' },
    ar: { title: 'قراراتك غير متوافقة', cure: 'اسأل موظف مكتب العمل.' },
    en: {
      title: 'Two decisions cover the same days: the one from {first} and the one from {second}',
      cure: "Correct the decisions' days. Nothing is computed in the case until that is done.",
    },
  },
  'spells-overlap': {
    status: 409,
    sv: {
      title: 'Två placeringar gäller samma dagar: den från {first} och den från {second}',
      cure: 'Rätta placeringarnas dagar. Ingenting räknas i ärendet förrän det är gjort.',
    },
    'sv-x-latt': { title: 'Dina dagar hos leverantörer stämmer inte', cure: 'Fråga din arbetsförmedlare.' },
    ar: { title: 'أيامك لدى مقدّمي الخدمة غير متوافقة', cure: 'اسأل موظف مكتب العمل.' },
    en: {
      title: 'Two spells cover the same days: the one from {first} and the one from {second}',
      cure: "Correct the spells' days. Nothing is computed in the case until that is done.",
    },
  },
}
