import type { ProblemTexts } from '../../platform/problems.ts'

const adCure = {
  sv: 'Annonsen är lagd åt sidan. Be den som publicerar flödet att rätta fältet.',
  en: 'The advertisement is set aside. Ask the publisher of the feed to correct the field.',
}

function aside(sv: string, en: string): ProblemTexts[string] {
  return { status: 422, sv: { title: sv, cure: adCure.sv }, en: { title: en, cure: adCure.en } }
}

/** Refusals about vacancies; those a participant can meet have all four languages. */
export const vacanciesProblems: ProblemTexts = {
  'feed-not-json': {
    status: 422,
    sv: {
      title: 'Filen går inte att läsa som annonser',
      cure: 'Skicka JobTechs format: en JSON-lista, ett svar med hits, eller en annons per rad.',
    },
    en: {
      title: 'The file cannot be read as advertisements',
      cure: "Send JobTech's format: a JSON list, an answer with hits, or one advertisement a line.",
    },
  },
  'ad-not-json': aside('Raden är inte JSON', 'The line is not JSON'),
  'ad-not-an-object': aside('Annonsen är inget objekt', 'The advertisement is no object'),
  'ad-field-missing': aside('Fältet saknas', 'The field is missing'),
  'ad-occupation-unknown': aside(
    'Yrkesgruppen {value} finns inte i SSYK',
    'The occupation group {value} is not in SSYK',
  ),
  'ad-place-unknown': aside('Kommunen {value} finns inte', 'There is no municipality {value}'),
  'ad-outside-sweden': aside('Arbetsplatsen ligger inte i Sverige: {value}', 'The workplace is not in Sweden: {value}'),
  'ad-day-invalid': aside('{value} är inget datum', '{value} is no date'),
  'ad-days-reversed': aside('Sista dag att söka är före publiceringen', 'The last day to apply is before publication'),
  'ad-extent-invalid': aside(
    'Omfattningen {value} är inte procent av heltid',
    'The extent {value} is not percent of full time',
  ),
  'ad-positions-invalid': aside('Antalet platser kan inte vara {value}', 'The number of positions cannot be {value}'),
  'stream-address-not-valid': {
    status: 422,
    sv: {
      title: 'Strömmens adress kan inte användas',
      cure: 'Skriv en hel adress som börjar med https:// och inte innehåller lösenord.',
    },
    en: {
      title: 'The address of the stream cannot be used',
      cure: 'Give a whole address that begins with https:// and holds no password.',
    },
  },
  'stream-address-private': {
    status: 422,
    sv: { title: 'Strömmens adress går till ett slutet nät', cure: 'Ange en adress på det öppna internet.' },
    en: { title: 'The address of the stream leads into a closed network', cure: 'Give one on the open internet.' },
  },
  'stream-unreachable': {
    status: 503,
    sv: { title: 'Strömmen går inte att nå: {reason}', cure: 'Den frågas igen av sig själv. Kontrollera adressen.' },
    en: { title: 'The stream cannot be reached: {reason}', cure: 'It is asked again by itself. Check the address.' },
  },
  'stream-answered': {
    status: 503,
    sv: { title: 'Strömmen svarade {status}', cure: 'Den frågas igen av sig själv. Kontrollera adressen.' },
    en: { title: 'The stream answered {status}', cure: 'It is asked again by itself. Check the address.' },
  },
  'stream-too-large': {
    status: 503,
    sv: {
      title: 'Svaret är större än {megabytes} MB',
      cure: 'Läs in en fil först. Kontrollera att adressen ger ändringar och inte alla annonser.',
    },
    en: {
      title: 'The answer is larger than {megabytes} MB',
      cure: 'Take in a file first. Check that the address gives changes and not every advertisement.',
    },
  },
  'stream-not-a-list': {
    status: 503,
    sv: { title: 'Svaret är ingen lista av annonser', cure: 'Ange en adress som svarar i JobStreams format.' },
    en: {
      title: 'The answer is no list of advertisements',
      cure: "Give an address that answers in JobStream's format.",
    },
  },
  'stream-not-saved': {
    status: 500,
    sv: { title: 'Det som strömmen gav kunde inte sparas', cure: 'Det försöks igen. Felet står i systemets logg.' },
    en: {
      title: 'What the stream gave could not be saved',
      cure: "It is tried again. The fault is in the system's log.",
    },
  },
  'vacancy-closed': {
    status: 409,
    sv: { title: 'Jobbet går inte längre att söka', cure: 'Välj ett annat jobb.' },
    'sv-x-latt': { title: 'Jobbet är borta', cure: 'Välj ett annat jobb.' },
    en: { title: 'The job can no longer be applied for', cure: 'Choose another job.' },
    ar: { title: 'لم يعد التقديم على هذه الوظيفة ممكنا', cure: 'اختر وظيفة أخرى.' },
  },
  'already-suggested': {
    status: 409,
    sv: { title: 'Jobbet är redan föreslaget', cure: 'Se deltagarens svar bland förslagen.' },
    en: { title: 'The job is suggested already', cure: "See the participant's answer among the suggestions." },
  },
  'already-applied': {
    status: 409,
    sv: { title: 'Ansökan är redan antecknad', cure: 'Du behöver inte göra något.' },
    'sv-x-latt': { title: 'Det är redan sparat', cure: 'Du behöver inte göra något.' },
    en: { title: 'The application is logged already', cure: 'Nothing needs to be done.' },
    ar: { title: 'هذا الطلب مسجّل من قبل', cure: 'لا حاجة إلى أن تفعل شيئا.' },
  },
  'application-what': {
    status: 422,
    sv: { title: 'Vilket jobb saknas', cure: 'Skriv vilket arbete det var och hos vilken arbetsgivare.' },
    'sv-x-latt': { title: 'Vilket jobb var det?', cure: 'Skriv jobbet och företaget.' },
    en: { title: 'Which job is missing', cure: 'Write which work it was and with which employer.' },
    ar: { title: 'أي وظيفة؟', cure: 'اكتب الوظيفة وصاحب العمل.' },
  },
  'municipality-unknown': {
    status: 422,
    sv: { title: 'Kommunen {code} finns inte', cure: 'Välj en kommun i listan.' },
    'sv-x-latt': { title: 'Kommunen finns inte', cure: 'Välj en kommun i listan.' },
    en: { title: 'There is no municipality {code}', cure: 'Choose a municipality in the list.' },
    ar: { title: 'لا توجد بلدية بهذا الرمز', cure: 'اختر بلدية من القائمة.' },
  },
}
