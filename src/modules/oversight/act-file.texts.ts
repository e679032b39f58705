/** A text in the languages that staff speak. */
export interface Both {
  readonly sv: string
  readonly en: string
}

export const articles = ['9', '10', '11', '12', '13', '14', '15', '26', '27', '86'] as const
export type Article = (typeof articles)[number]

/** What only the authority can write, by the article that asks for it. */
export interface PointText {
  readonly code: string
  readonly asks: Both
}

export interface DutyText {
  readonly title: Both
  readonly duty: Both
  readonly points: readonly PointText[]
}

const both = (sv: string, en: string): Both => ({ sv, en })

/** Each duty in our own short words; the regulation itself is the law (EU 2024/1689). */
export const dutyTexts: Readonly<Record<Article, DutyText>> = {
  9: {
    title: both('Riskhantering', 'Risk management'),
    duty: both(
      'Risker för hälsa, säkerhet och grundläggande rättigheter ska hittas, bedömas, minskas och följas under hela användningen. Även felanvändning som går att förutse räknas.',
      'Risks to health, safety and fundamental rights are found, judged, reduced and followed for as long as the system is used. Misuse that can be foreseen counts too.',
    ),
    points: [
      {
        code: 'risks-accepted',
        asks: both(
          'Vilka risker som är kvar, vem som har godtagit dem och när de prövas igen.',
          'Which risks remain, who has accepted them and when they are tried again.',
        ),
      },
      {
        code: 'risks-misuse',
        asks: both(
          'Hur verktyget kan användas fel hos er och vad ni gör för att hindra det.',
          'How the tool could be misused at the authority, and what prevents it.',
        ),
      },
    ],
  },
  10: {
    title: both('Data och datastyrning', 'Data and data governance'),
    duty: both(
      'Uppgifterna som modellen är tränad och prövad på ska vara relevanta, spegla dem det gäller och vara granskade för snedvridning.',
      'The data that the model is trained and tested on is relevant, reflects those concerned and has been examined for bias.',
    ),
    points: [
      {
        code: 'data-origin',
        asks: both(
          'Vilket register modellen är tränad på, med vilket rättsligt stöd och vilka år.',
          'Which register the model is trained on, on what legal ground and for which years.',
        ),
      },
      {
        code: 'data-bias',
        asks: both(
          'Vilka snedvridningar som har sökts i uppgifterna och vad som är gjort åt dem.',
          'Which biases have been looked for in the data and what has been done about them.',
        ),
      },
    ],
  },
  11: {
    title: both('Teknisk dokumentation', 'Technical documentation'),
    duty: both(
      'Det ska finnas en aktuell teknisk beskrivning som visar att kraven är uppfyllda.',
      'There is a current technical description that shows how the requirements are met.',
    ),
    points: [
      {
        code: 'registration',
        asks: both(
          'Registreringen i EU:s databas (artikel 49) och försäkran om överensstämmelse.',
          'The registration in the EU database (Article 49) and the declaration of conformity.',
        ),
      },
    ],
  },
  12: {
    title: both('Loggar', 'Record-keeping'),
    duty: both(
      'Händelser ska loggas av sig själva så att användningen går att följa i efterhand. Loggarna sparas i minst sex månader (artikel 19 och 26.6).',
      'Events are logged by themselves so that the use can be traced. Logs are kept for at least six months (Articles 19 and 26.6).',
    ),
    points: [],
  },
  13: {
    title: both('Insyn och bruksanvisning', 'Transparency and instructions for use'),
    duty: both(
      'Den som använder verktyget ska förstå vad det svarar, hur säkert det är och vad det inte får användas till.',
      'Those who use the tool understand what it answers, how certain it is and what it must not be used for.',
    ),
    points: [
      {
        code: 'purpose',
        asks: both(
          'Verktygets ändamål hos er, med beslut och datum.',
          "The tool's intended purpose at the authority, with the decision and its day.",
        ),
      },
    ],
  },
  14: {
    title: both('Mänsklig tillsyn', 'Human oversight'),
    duty: both(
      'Människor ska kunna förstå, följa, åsidosätta och stoppa verktyget, och veta att man lätt litar för mycket på det.',
      'People can understand, follow, set aside and stop the tool, and know how easily one relies on it too much.',
    ),
    points: [
      {
        code: 'oversight-staff',
        asks: both(
          'Vilka som har tillsyn, vilken utbildning de har fått och vilket mandat de har.',
          'Who oversees, what training they have had and what mandate they hold.',
        ),
      },
    ],
  },
  15: {
    title: both('Träffsäkerhet, robusthet och säkerhet', 'Accuracy, robustness and cybersecurity'),
    duty: both(
      'Verktyget ska hålla en lämplig och redovisad nivå, svara lika på lika ärenden och stå emot fel och angrepp.',
      'The tool keeps an appropriate and stated level, answers alike cases alike and withstands errors and attacks.',
    ),
    points: [
      {
        code: 'security-test',
        asks: both(
          'När säkerheten senast prövades av någon utomstående och vad som kom fram.',
          'When security was last tested by an outsider, and what was found.',
        ),
      },
    ],
  },
  26: {
    title: both('Skyldigheter för den som använder verktyget', 'Duties of the deployer'),
    duty: both(
      'Följ bruksanvisningen, sätt kunniga personer på tillsynen, använd rätt uppgifter, följ driften, spara loggar och berätta för dem det gäller.',
      'Follow the instructions, let competent people oversee, use fitting input, follow the operation, keep logs and tell those concerned.',
    ),
    points: [
      {
        code: 'incidents',
        asks: both(
          'Vem som stoppar verktyget vid en risk, och hur leverantören och tillsynsmyndigheten får veta.',
          'Who stops the tool when there is a risk, and how its provider and the market surveillance authority are told.',
        ),
      },
    ],
  },
  27: {
    title: both(
      'Konsekvensbedömning för grundläggande rättigheter, utkast',
      'Fundamental rights impact assessment, draft',
    ),
    duty: both(
      'Innan verktyget används ska myndigheten beskriva processen, tiden, dem det berör, riskerna för dem, tillsynen och vad som görs om riskerna blir verkliga.',
      'Before use the authority describes the process, the time, those affected, the risks to them, the oversight and what is done should the risks come true.',
    ),
    points: [
      {
        code: 'harms',
        asks: both(
          'Vilken skada ett fel kan göra för var och en av grupperna, och hur sannolik den är.',
          'What harm an error can do to each of the groups, and how likely it is.',
        ),
      },
      {
        code: 'measures',
        asks: both(
          'Vad som görs om en risk blir verklig: ansvar, klagomål, rättelse.',
          'What is done should a risk come true: responsibility, complaints, correction.',
        ),
      },
      {
        code: 'impact-notified',
        asks: both(
          'När tillsynsmyndigheten fick bedömningen, och hur den hänger ihop med dataskyddets konsekvensbedömning.',
          'When the market surveillance authority was given the assessment, and how it goes with the data protection one.',
        ),
      },
    ],
  },
  86: {
    title: both('Rätt till förklaring', 'Right to explanation'),
    duty: both(
      'Den som berörs av ett beslut ska på begäran få en klar förklaring av verktygets roll och av det viktigaste i beslutet.',
      "Whoever a decision concerns gets, on request, a clear explanation of the tool's role and of the main elements of the decision.",
    ),
    points: [],
  },
}

/** Labels of what the system shows, and its sentences. */
export const labels = {
  window: both('Fönster som gäller', 'Window in force'),
  model: both('Modell som svarar', 'Model that answers'),
  note: both('Om modellen', 'About the model'),
  terms: both('Delar i modellen', 'Parts of the model'),
  rules: both('Regelversion', 'Version of the rules'),
  rows: both('Rader: tränade, för att stanna, mätta', 'Rows: trained, for stopping, measured'),
  outcomes: both('Andel med arbete eller studier', 'Share with work or studies'),
  time: both('Tid som uppgifterna kommer från', 'Time that the data comes from'),
  columns: both('Uppgifter per person', 'Facts a person'),
  missing: both('Störst andel som saknas i en uppgift', 'Largest missing share of a fact'),
  calibrationGap: both(
    'Största skillnaden mellan väntat och verkligt i en grupp',
    'Largest gap between expected and real in a group',
  ),
  falseHighRisk: both(
    'Störst kvot för felaktigt hög risk mellan grupper',
    'Largest ratio of false high risk between groups',
  ),
  auc: both('AUC, och för en enkel modell bredvid', 'AUC, and of a plain model beside it'),
  brier: both('Brier-mått', 'Brier score'),
  slope: both('Kalibreringens lutning', 'Calibration slope'),
  flips: both(
    'Byter sida av en gräns mellan omträningar, som mest',
    'Change side of a cut point between re-fits, at most',
  ),
  drift: both('Månader som modellens träff följs över', 'Months over which the model is followed'),
  made: both('Bedömningar på tolv månader', 'Assessments in the period'),
  results: both('För nära, kan anvisas, för långt ifrån', 'Too near, referable, too far'),
  automatic: both('Gjorda av sig själva', 'Made by themselves'),
  followed: both('Svar på verktygets ja som följde det', "Answers to the tool's yes that followed it"),
  abstained: both('Avstod med skäl', 'Abstained with a reason'),
  sticking: both('Kontor utanför den yttre gränsen', 'Offices outside the outer limit'),
  judged: both('Kontor med nog underlag', 'Offices with enough to judge'),
  valid: both('Granskade skäl som var giltiga', 'Reviewed reasons that were valid'),
  reviewDue: both('Nästa granskning av avståenden', 'Next review of abstentions'),
  checked: both('Senaste kontroll av verktyget', 'Latest check of the tool'),
  alike: both('Samma ärende, annat som inte ska spela roll', 'The same case, with other things that must not matter'),
  checkDue: both('Nästa kontroll', 'Next check'),
  logOldest: both('Äldsta raden i loggen', 'Oldest row of the log'),
  logRows: both('Rader: förseglade och ännu inte', 'Rows: sealed and not yet'),
  logSealed: both('Senast förseglad', 'Last sealed'),
  logKept: both('Sparas minst', 'Kept at least'),
  logErased: both('Gallring', 'Erasure'),
  seals: both('Förseglingar som stämmer', 'Seals that fit'),
  told: both('Fick veta om profileringen innan', 'Were told about profiling before'),
  asked: both('Bad om att en människa ser på bedömningen', 'Asked a human to look at the assessment'),
  answered: both('Har fått svar', 'Have been answered'),
  late: both('Sent svar, eller sent utan svar', 'Answered late, or late without an answer'),
  process: both('Processen', 'The process'),
  frequency: both('Hur ofta', 'How often'),
  groups: both('De som berörs', 'Those affected'),
  oversight: both('Tillsynen', 'The oversight'),
  languages: both('Förklaringen finns på', 'The explanation is there in'),
  use: both('Får användas till', 'May be used for'),
  notUse: both('Får inte användas till', 'Must not be used for'),
  reads: both('Så läses svaret', 'How the answer is read'),
} as const satisfies Record<string, Both>

export const sentences = {
  nothingErased: both(
    'Loggen gallras inte; den bär nycklar och inga namn.',
    'The log is not erased; it holds keys and no names.',
  ),
  processIs: both(
    'Verktyget skattar chansen till arbete eller studier inom tolv månader. En arbetsförmedlare beslutar. Ingen kan anvisas när verktyget säger nej; den som säger ja kan avstås med skäl.',
    'The tool estimates the chance of work or studies within twelve months. A caseworker decides. Nobody is referred when it says no; from a yes one may abstain with a reason.',
  ),
  useIs: both(
    'Att hjälpa en arbetsförmedlare att avgöra om en inskriven person kan anvisas till tjänsten och på vilken nivå.',
    'To help a caseworker judge whether a registered person can be referred to the service, and at which level.',
  ),
  notUseIs: both(
    'Att besluta utan en människa, att minska någons ersättning, att ordna personer efter lämplighet för arbetsgivare.',
    'To decide without a human, to reduce anybody’s benefit, to rank people for employers.',
  ),
  readsIs: both(
    'Som en sannolikhet med ett intervall, aldrig som ett omdöme om personen. Varje del visas och summan stämmer.',
    'As a probability with an interval, never as a judgement of the person. Every part is shown and the sum is exact.',
  ),
  oversightIs: both(
    'Arbetsförmedlaren ser alla delar och kan avstå; skäl granskas i urval; kontor jämförs; en person kan begära att en människa ser på bedömningen igen.',
    'The caseworker sees every part and may abstain; reasons are reviewed in samples; offices are compared; a person may ask a human to look again.',
  ),
  languagesAre: both('svenska, lätt svenska, engelska och arabiska', 'Swedish, easy Swedish, English and Arabic'),
} as const satisfies Record<string, Both>

/** What is wrong with the evidence itself, in words. */
export const gapTexts = {
  synthetic: both(
    'Modellen är tränad på påhittade uppgifter. Den får inte användas för riktiga beslut.',
    'The model is trained on invented data. It must not be used for real decisions.',
  ),
  neverChecked: both('Verktyget är inte kontrollerat än.', 'The tool has not been checked yet.'),
  checkOld: both('Kontrollen av verktyget är för gammal.', 'The check of the tool is too old.'),
  differs: both(
    'Kontrollen fann att något som inte ska spela roll ändrar svaret.',
    'The check found that something that must not matter changes the answer.',
  ),
  unsorted: both(
    'Uppgifter i registret är inte sorterade i kontrollen.',
    'Facts of the register are not sorted in the check.',
  ),
  sealsBroken: both('En försegling av loggen stämmer inte.', 'A seal of the log does not fit.'),
  notSealed: both('Loggen är inte förseglad.', 'The log is not sealed.'),
  neverReviewed: both('Inga skäl för att avstå är granskade än.', 'No reasons to abstain have been reviewed yet.'),
  reviewOld: both('Det är dags att granska nya avståenden.', 'A new review of abstentions is due.'),
  notTold: both(
    'Några blev bedömda innan de fick veta om profileringen.',
    'Some were assessed before they were told about profiling.',
  ),
  answersLate: both(
    'Begäran om mänsklig granskning har fått svar för sent.',
    'Requests for a human review are answered late.',
  ),
} as const satisfies Record<string, Both>

/** Names of factors and groups, where the document shows them. */
export const groupTexts: Readonly<Record<string, Both>> = {
  'sex/female': both('kvinnor', 'women'),
  'sex/male': both('män', 'men'),
  'ageGroup/under-25': both('under 25 år', 'under 25'),
  'ageGroup/25-39': both('25–39 år', '25–39'),
  'ageGroup/40-55': both('40–55 år', '40–55'),
  'ageGroup/56-or-older': both('56 år eller äldre', '56 or older'),
  'birthRegion/sweden': both('födda i Sverige', 'born in Sweden'),
  'birthRegion/nordic': both('födda i Norden', 'born in the Nordics'),
  'birthRegion/europe': both('födda i Europa', 'born in Europe'),
  'birthRegion/world': both('födda i övriga världen', 'born in the rest of the world'),
  'education/compulsory': both('grundskola', 'compulsory school'),
  'education/upper-secondary': both('gymnasium', 'upper secondary school'),
  'education/post-secondary': both('eftergymnasial', 'post-secondary education'),
  'education/unknown': both('okänd utbildning', 'unknown education'),
  'disability/yes': both('funktionsnedsättning som påverkar arbete', 'disability that affects work'),
  'disability/no': both('ingen sådan funktionsnedsättning', 'no such disability'),
}

/** Words of the document around the duties. */
export const documentTexts = {
  title: both('Akt om bedömningsstödet enligt EU:s AI-förordning', "File on the assessment tool under the EU's AI act"),
  made: both('Gjord {day} om {from} till {day}', 'Made on {day} about {from} to {day}'),
  model: both('Modell {model}. {note}', 'Model {model}. {note}'),
  article: both('Artikel {article}', 'Article {article}'),
  shows: both('Vad systemet visar', 'What the system shows'),
  where: both('Var det finns', 'Where it is found'),
  writes: both('Vad myndigheten skriver', 'What the authority writes'),
  missing: both('Saknas än.', 'Still missing.'),
  written: both('{day}, {name}', '{day}, {name}'),
  gaps: both('Att åtgärda', 'To be mended'),
  hash: both('SHA-256 av aktens innehåll ovan: {hash}', 'SHA-256 of the content of the file above: {hash}'),
  law: both(
    'Plikterna är återgivna i korthet. Förordning (EU) 2024/1689 gäller, inte denna text.',
    'The duties are given in short. Regulation (EU) 2024/1689 is the law, not this text.',
  ),
} as const satisfies Record<string, Both>

export const placeTexts = {
  variation: both('Hur ofta kontor avstår', 'How often offices abstain'),
  reviews: both('Granskning av avståenden', 'Review of abstentions'),
  checks: both('Kontroll av verktyget', 'Check of the tool'),
  rules: both('Reglerna med källor', 'The rules with their sources'),
  api: both('Gränssnittens beskrivning', 'Description of the interfaces'),
  audit: both('Loggen', 'The log'),
  models: both('Modellen och dess kort', 'The model and its card'),
} as const satisfies Record<string, Both>

/** Words of the annexes to a frozen edition. */
export const annexTexts = {
  card: both('Bilaga 1. Modellens kort', "Annex 1. The model's card"),
  cardWords: both(
    'Mätt på rader som modellen aldrig har lärt av. Det finns med avsikt ingen enda siffra för träffsäkerhet.',
    'Measured on rows that the model never learned from. There is no single accuracy on purpose.',
  ),
  groups: both('Kalibrering per grupp', 'Calibration per group'),
  cuts: both('Fel vid varje gränsvärde', 'Errors at each cut point'),
  technical: both('Bilaga 2. Teknisk beskrivning (på engelska)', 'Annex 2. Technical description'),
  groupHeads: [
    both('Grupp', 'Group'),
    both('Rader', 'Rows'),
    both('Väntad andel', 'Expected share'),
    both('Verklig andel', 'Real share'),
    both('Skillnad (95 %)', 'Gap (95 %)'),
  ],
  cutHeads: [
    both('Gräns', 'Cut'),
    both('Andel under', 'Share below'),
    both('Felaktigt hög risk', 'False high risk'),
    both('Felaktigt låg risk', 'False low risk'),
    both('Byter sida mellan omträningar', 'Change side between re-fits'),
    both('Störst kvot mellan grupper', 'Largest ratio between groups'),
  ],
} as const satisfies Record<string, Both | readonly Both[]>
