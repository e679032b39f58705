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
  'assessment-other-model': {
    status: 409,
    sv: {
      title: 'En annan modell gäller än den som gjorde bedömningen ({made}, nu {inForce})',
      cure: 'Gör en ny bedömning före beslutet.',
    },
    en: {
      title: 'Another model is in force than the one that made the assessment ({made}, now {inForce})',
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
  'model-term-unknown': {
    status: 422,
    sv: { title: 'Modellen har ingen variabel som heter {term}', cure: 'Välj en variabel ur listan.' },
    en: { title: 'The model has no variable called {term}', cure: 'Choose a variable from the list.' },
  },
  'model-bins-unknown': {
    status: 422,
    sv: { title: 'Kurvan för {term} har inte de värdena', cure: 'Välj första och sista värde ur kurvans lista.' },
    en: { title: 'The curve of {term} does not have those values', cure: 'Choose values from the curve’s list.' },
  },
  'model-edit-order': {
    status: 422,
    sv: {
      title: '{term} har ingen ordning att följa',
      cure: 'Bara ett tal kan göras stigande eller fallande, och inte för uppgift som saknas. Välj ett annat sätt.',
    },
    en: {
      title: '{term} has no order to follow',
      cure: 'Only a number can be made to rise or fall, and not where it is missing. Choose another way.',
    },
  },
  'model-edit-too-large': {
    status: 422,
    sv: { title: 'Effekten är större än {most}', cure: 'Ange ett tal mellan −{most} och {most}.' },
    en: { title: 'The effect is larger than {most}', cure: 'Give a number between −{most} and {most}.' },
  },
  'model-edit-changes-nothing': {
    status: 422,
    sv: { title: 'Ändringen ändrar ingenting', cure: 'Välj andra värden eller ett annat tal.' },
    en: { title: 'The change changes nothing', cure: 'Choose other values or another number.' },
  },
  'model-policy-broken': {
    status: 422,
    sv: {
      title: 'Kurvan för {term} får inte gå åt det hållet',
      cure: 'Chansen får aldrig bli bättre bara av att tiden som inskriven går. Ändra så att kurvan faller hela vägen.',
    },
    en: {
      title: 'The curve of {term} may not go that way',
      cure: 'The chance may never get better by time registered alone. Change it so that the curve falls all the way.',
    },
  },
  'model-base-not-approved': {
    status: 409,
    sv: {
      title: 'Versionen är inte godkänd eller har inte börjat gälla',
      cure: 'Utgå från den som gäller eller en som har gällt.',
    },
    en: {
      title: 'The version is not approved or does not answer yet',
      cure: 'Start from the one in force or one that has been.',
    },
  },
  'model-effect-missing': {
    status: 409,
    sv: {
      title: 'Det är inte klart uträknat vad ändringen gör för olika grupper',
      cure: 'Vänta tills det är klart och läs det innan du skickar.',
    },
    en: {
      title: 'What the change does to groups is not counted yet',
      cure: 'Wait until it is, and read it before you send.',
    },
  },
  'model-effect-stale': {
    status: 409,
    sv: {
      title: 'Uträkningen gjordes mot {counted}, men nu gäller {inForce}',
      cure: 'Gör om ändringen mot den modell som gäller nu.',
    },
    en: {
      title: 'It was counted against {counted}, but now {inForce} answers',
      cure: 'Make the change again on the model that answers now.',
    },
  },
  'model-day-passed': {
    status: 422,
    sv: {
      title: 'Versionen kan tidigast gälla från i morgon',
      cure: 'Välj en senare dag. Har dagen gått ut: gör om versionen och skicka den på nytt.',
    },
    en: {
      title: 'A version answers from tomorrow at the earliest',
      cure: 'Choose a later day. Has its day passed: make the version anew and send it again.',
    },
  },
  'model-not-draft': {
    status: 409,
    sv: { title: 'Versionen är redan skickad eller avslutad', cure: 'Gör en ny version.' },
    en: { title: 'The version is already sent or ended', cure: 'Make a new version.' },
  },
  'model-not-sent': {
    status: 409,
    sv: { title: 'Versionen väntar inte på godkännande', cure: 'Läs om sidan och se var den står.' },
    en: { title: 'The version does not wait for approval', cure: 'Read the page again and see where it stands.' },
  },
  'model-answers-already': {
    status: 409,
    sv: { title: 'Versionen gäller redan', cure: 'Ta upp en tidigare version igen i stället.' },
    en: { title: 'The version answers already', cure: 'Take up an earlier version again instead.' },
  },
  'model-ended': {
    status: 409,
    sv: { title: 'Versionen är redan återlämnad eller återkallad', cure: 'Gör en ny version.' },
    en: { title: 'The version is already returned or given up', cure: 'Make a new version.' },
  },
  'model-file-not-json': {
    status: 422,
    sv: { title: 'Filen är inte JSON', cure: 'Välj filen som träningen skrev, utan att öppna och spara om den.' },
    en: { title: 'The file is not JSON', cure: 'Choose the file that training wrote, without saving it again.' },
  },
  'model-file-broken': {
    status: 422,
    sv: {
      title: 'Filen är inte en hel modell: {at}',
      cure: 'Träna modellen på nytt och välj filen som träningen skrev.',
    },
    en: { title: 'The file is not a whole model: {at}', cure: 'Train the model again and choose the file it wrote.' },
  },
  'model-file-version': {
    status: 422,
    sv: { title: 'Filen är av version {version}, och här läses version {reads}', cure: 'Träna modellen på nytt.' },
    en: { title: 'The file is of version {version}, and version {reads} is read here', cure: 'Train the model again.' },
  },
  'model-file-changed': {
    status: 422,
    sv: {
      title: 'Filen har ändrats efter träningen: dess kontrollsumma stämmer inte',
      cure: 'Välj originalet. Kurvor ändras här i systemet, med fyra ögon.',
    },
    en: {
      title: 'The file was changed after training: its hash does not match',
      cure: 'Choose the original. Curves are changed here in the system, with four eyes.',
    },
  },
  'model-columns-unknown': {
    status: 422,
    sv: {
      title: 'Modellen frågar efter {column}, som inte finns om personerna',
      cure: 'Träna på de kolumner som registret har.',
    },
    en: {
      title: 'The model asks for {column}, which is not known of people',
      cure: 'Train on the columns that the register has.',
    },
  },
  'model-column-kind': {
    status: 422,
    sv: {
      title: 'Modellen läser {column} som fel slags värde',
      cure: 'Träna med tal som tal och koder som koder, till exempel --categorical occupation,municipality.',
    },
    en: {
      title: 'The model reads {column} as the wrong kind of value',
      cure: 'Train with numbers as numbers and codes as codes, such as --categorical occupation,municipality.',
    },
  },
  'model-level-unknown': {
    status: 422,
    sv: {
      title: 'Modellen kodar {column} med {level}, som ingen person har',
      cure: 'Koda om kolumnen som i registret och träna på nytt.',
    },
    en: {
      title: 'The model codes {column} with {level}, which no person has',
      cure: 'Code the column as the register does and train again.',
    },
  },
  'model-known': {
    status: 409,
    sv: { title: 'Modellen finns redan som {model}', cure: 'Öppna den i listan.' },
    en: { title: 'The model is already here as {model}', cure: 'Open it in the list.' },
  },
}
