import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about decisions. Caseworkers meet them; in the few that a choice by a jobseeker can cause, all four languages. */
export const decisionProblems: ProblemTexts = {
  'already-in-service': {
    status: 409,
    sv: {
      title: 'Personen har redan ett beslut om tjänsten',
      cure: 'Det gäller till {until}. Förläng eller avbryt det i stället.',
    },
    en: {
      title: 'The person already has a decision on the service',
      cure: 'It lasts until {until}. Extend or interrupt it instead.',
    },
  },
  'decision-still-runs': {
    status: 409,
    sv: {
      title: 'Tjänsten är avbruten, men beslutet gäller till {until}',
      cure: 'Låt personen komma tillbaka i stället för att besluta på nytt.',
    },
    en: {
      title: 'The service is interrupted, but the decision lasts until {until}',
      cure: 'Let the person return instead of deciding anew.',
    },
  },
  'assessment-missing': {
    status: 409,
    sv: { title: 'Ingen bedömning är gjord', cure: 'Gör en bedömning innan du beslutar.' },
    en: { title: 'No assessment has been made', cure: 'Make an assessment before you decide.' },
  },
  'tool-says-no': {
    status: 409,
    sv: {
      title: 'Bedömningsstödet säger nej',
      cure: 'Ingen kan anvisas när bedömningsstödet säger nej. Se skälen. Rätta uppgifter som är fel och gör om bedömningen.',
    },
    en: {
      title: 'The assessment tool says no',
      cure: 'Nobody can be referred when the tool says no. See the reasons. Correct wrong facts and assess again.',
    },
  },
  'tool-says-near': {
    status: 409,
    sv: { title: 'Chansen till arbete eller studier är för god för tjänsten', cure: 'Erbjud annat stöd.' },
    en: { title: 'The chance of work or studies is too good for the service', cure: 'Offer other support.' },
  },
  'tool-says-far': {
    status: 409,
    sv: {
      title: 'Personen står för långt från arbete eller studier för tjänsten',
      cure: 'Utred behovet av fördjupat stöd.',
    },
    en: {
      title: 'The person is too far from work or studies for the service',
      cure: 'Investigate the need of deeper support.',
    },
  },
  'too-few-registered-days': {
    status: 409,
    sv: { title: 'Personen har varit inskriven {has} dagar; {needs} behövs', cure: 'Vänta tills dagarna räcker.' },
    en: {
      title: 'The person has been registered {has} days; {needs} are needed',
      cure: 'Wait until the days suffice.',
    },
  },
  'not-in-programme': {
    status: 409,
    sv: {
      title: 'Personen är inte i något av programmen {needs}',
      cure: 'Kontrollera programmet i personens uppgifter.',
    },
    en: {
      title: 'The person is in none of the programmes {needs}',
      cure: "Check the programme in the person's facts.",
    },
  },
  'neither-adult-nor-in-programme': {
    status: 409,
    sv: {
      title: 'Personen är inte {needs} år och heltidsarbetslös, och inte i ett program',
      cure: 'Kontrollera uppgifterna.',
    },
    en: {
      title: 'The person is not {needs} years old and full-time unemployed, nor in a programme',
      cure: 'Check the facts.',
    },
  },
  'level-not-from-tool': {
    status: 409,
    sv: { title: 'Nivån är {asked}, men bedömningen ger {level}', cure: 'Använd nivån från bedömningen.' },
    en: { title: 'The level is {asked}, but the assessment gives {level}', cure: 'Use the level of the assessment.' },
  },
  'planning-talk-missing': {
    status: 409,
    sv: { title: 'Inget planeringssamtal är antecknat', cure: 'Anteckna samtalet före beslutet.' },
    en: { title: 'No planning talk is recorded', cure: 'Record the talk before the decision.' },
  },
  'talk-in-future': {
    status: 422,
    sv: { title: 'Samtalet kan inte ha hållits efter i dag', cure: 'Ange dagen då samtalet hölls.' },
    en: { title: 'The talk cannot have been held after today', cure: 'Give the day on which the talk was held.' },
  },
  'not-available': {
    status: 409,
    sv: {
      title: 'Personen står inte till arbetsmarknadens förfogande',
      cure: 'Gå igenom tillgängligheten med personen först.',
    },
    en: {
      title: "The person does not stand at the labour market's disposal",
      cure: 'Go through availability with the person first.',
    },
  },
  'home-area-unknown': {
    status: 409,
    sv: {
      title: 'Hemkommunen hör inte till något leveransområde',
      cure: 'Kontrollera kommunen, eller be systemförvaltaren lägga den i ett område.',
    },
    en: {
      title: 'The home municipality belongs to no delivery area',
      cure: 'Check the municipality, or ask the administrator to put it in an area.',
    },
  },
  'area-not-rolled-out': {
    status: 409,
    sv: {
      title: 'Rusta och matcha är inte infört i området {area}',
      cure: 'Anvisa till det stöd som gäller i området.',
    },
    en: {
      title: 'Rusta och matcha is not rolled out in the area {area}',
      cure: 'Refer to the support in force in the area.',
    },
  },
  'area-price-model-missing': {
    status: 409,
    sv: { title: 'Området {area} saknar ersättningsmodell för nivå B', cure: 'Be systemförvaltaren ange modellen.' },
    en: { title: 'The area {area} has no price model for level B', cure: 'Ask the administrator to set the model.' },
  },
  'start-in-past': {
    status: 422,
    sv: { title: 'Tidigare start kan inte ligga före i dag', cure: 'Välj i dag eller en senare dag.' },
    en: { title: 'An earlier start cannot lie before today', cure: 'Choose today or a later day.' },
  },
  'nothing-to-abstain-from': {
    status: 409,
    sv: { title: 'Bedömningsstödet säger redan nej', cure: 'Du behöver inte avstå. Erbjud annat stöd.' },
    en: { title: 'The tool already says no', cure: 'There is nothing to abstain from. Offer other support.' },
  },
  'already-abstained': {
    status: 409,
    sv: {
      title: 'Någon har redan avstått utifrån den här bedömningen',
      cure: 'Läs skälet i ärendet. Gör en ny bedömning när fakta har ändrats.',
    },
    en: {
      title: 'Somebody has already abstained on this assessment',
      cure: 'Read the reason in the case. Assess again when facts have changed.',
    },
  },
  'reason-unknown': {
    status: 422,
    sv: { title: 'Skälet {code} finns inte', cure: 'Välj ett av skälen i listan.' },
    en: { title: 'There is no reason {code}', cure: 'Choose one of the reasons in the list.' },
  },
  'reason-needs-text': {
    status: 422,
    sv: { title: 'Skälet behöver förklaras', cure: 'Skriv med egna ord varför.' },
    en: { title: 'The reason must be explained', cure: 'Write why in your own words.' },
  },
  'not-in-service': {
    status: 409,
    sv: { title: 'Personen är inte i tjänsten', cure: 'Kontrollera beslutets dagar.' },
    en: { title: 'The person is not in the service', cure: 'Check the days of the decision.' },
  },
  'chain-interrupted': {
    status: 409,
    sv: {
      title: 'Tjänsten är avbruten från {lastDay}',
      cure: 'Låt personen komma tillbaka först, om beslutet fortfarande gäller.',
    },
    en: {
      title: 'The service is interrupted from {lastDay}',
      cure: 'Let the person return first, if the decision still runs.',
    },
  },
  'chain-full': {
    status: 409,
    sv: {
      title: 'Tjänsten är redan förlängd en gång',
      cure: 'Planera slutet. En ny bedömning kan öppna en ny anvisningsperiod efteråt.',
    },
    en: {
      title: 'The service has already been extended once',
      cure: 'Plan the end. A new assessment can open a new chain afterwards.',
    },
  },
  'extension-too-early': {
    status: 409,
    sv: {
      title: 'Förlängningen kan beslutas tidigast {from}',
      cure: 'Vänta till dess, så att leverantörens syn finns med.',
    },
    en: {
      title: 'The extension can be decided on {from} at the earliest',
      cure: "Wait until then, so that the provider's view is there.",
    },
  },
  'extension-refused-already': {
    status: 409,
    sv: {
      title: 'Det är redan beslutat att tjänsten inte förlängs',
      cure: 'Planera slutet. Har något ändrats kan du besluta om förlängning i stället.',
    },
    en: {
      title: 'It has been decided already that the service is not extended',
      cure: 'Plan the end. If something has changed you can decide on an extension instead.',
    },
  },
  'measure-unknown': {
    status: 422,
    sv: {
      title: 'Det finns ingen insats hos annan aktör som heter {code}',
      cure: 'Välj en insats i listan. Sfi räknas aldrig som en sådan insats.',
    },
    en: {
      title: 'There is no parallel measure called {code}',
      cure: 'Choose one in the list. SFI never counts as such a measure.',
    },
  },
  'measure-in-the-past': {
    status: 422,
    sv: { title: 'Insatsen kan inte börja före i dag', cure: 'Välj {today} eller en senare dag.' },
    en: { title: 'The measure cannot begin before today', cure: 'Choose {today} or a later day.' },
  },
  'measure-outside-service': {
    status: 422,
    sv: { title: 'Insatsen ligger utanför tjänsten', cure: 'Välj dagar från {from} till {to}.' },
    en: { title: 'The measure lies outside the service', cure: 'Choose days from {from} to {to}.' },
  },
  'measures-overlap': {
    status: 409,
    sv: {
      title: 'En annan insats pågår {from} till {to}',
      cure: 'Välj andra dagar, eller avsluta den andra insatsen först.',
    },
    en: {
      title: 'Another measure runs from {from} to {to}',
      cure: 'Choose other days, or end the other measure first.',
    },
  },
  'measure-too-long': {
    status: 409,
    sv: {
      title: 'Insatser hos annan aktör får vara högst {most} dagar, och {left} är kvar',
      cure: 'Välj en tidigare sista dag.',
    },
    en: {
      title: 'Parallel measures may last {most} days at most, and {left} are left',
      cure: 'Choose an earlier last day.',
    },
  },
  'measure-over': {
    status: 409,
    sv: { title: 'Insatsen tog slut {lastDay}', cure: 'Du behöver inte göra något.' },
    en: { title: 'The measure ended on {lastDay}', cure: 'You need not do anything.' },
  },
  'last-day-outside-measure': {
    status: 422,
    sv: { title: 'Den nya sista dagen ligger utanför insatsen', cure: 'Välj en dag från {from} till {to}.' },
    en: { title: 'The new last day lies outside the measure', cure: 'Choose a day from {from} to {to}.' },
  },
  'hours-not-in-quarters': {
    status: 422,
    sv: { title: 'Timmarna är inte hela kvartar', cure: 'Skriv till exempel 20 eller 7,5 timmar.' },
    en: { title: 'The hours are not whole quarters', cure: 'Write 20 or 7.5 hours, for example.' },
  },
  'already-interrupted': {
    status: 409,
    sv: { title: 'Tjänsten är redan avbruten från {lastDay}', cure: 'Du behöver inte göra något.' },
    en: { title: 'The service is already interrupted from {lastDay}', cure: 'You need not do anything.' },
  },
  'last-day-outside-service': {
    status: 422,
    sv: { title: 'Sista dagen ligger utanför tjänsten', cure: 'Välj en dag från {from} till {to}.' },
    en: { title: 'The last day lies outside the service', cure: 'Choose a day from {from} to {to}.' },
  },
  'nothing-to-return-to': {
    status: 409,
    sv: {
      title: 'Det finns inget avbrutet beslut som fortfarande gäller',
      cure: 'Gör en ny bedömning och ett nytt beslut.',
    },
    en: {
      title: 'There is no interrupted decision that still lasts',
      cure: 'Make a new assessment and a new decision.',
    },
  },
  'return-outside-decision': {
    status: 422,
    sv: { title: 'Återkomsten ligger utanför beslutet', cure: 'Välj en dag från {from} till {to}.' },
    en: { title: 'The return lies outside the decision', cure: 'Choose a day from {from} to {to}.' },
  },
  'start-before-decision': {
    status: 422,
    sv: { title: 'Tjänsten kan inte börja före beslutet {grantedOn}', cure: 'Välj en senare dag.' },
    'sv-x-latt': { title: 'Du kan inte börja före {grantedOn}', cure: 'Välj en senare dag.' },
    en: { title: 'The service cannot start before the decision of {grantedOn}', cure: 'Choose a later day.' },
    ar: { title: 'لا يمكن أن تبدأ الخدمة قبل القرار في {grantedOn}', cure: 'اختر يوما لاحقا.' },
  },
  'decision-withdrawn': {
    status: 409,
    sv: { title: 'Beslutet är återtaget', cure: 'Kontakta din arbetsförmedlare.' },
    'sv-x-latt': { title: 'Beslutet gäller inte längre', cure: 'Prata med din arbetsförmedlare.' },
    en: { title: 'The decision has been withdrawn', cure: 'Contact your caseworker.' },
    ar: { title: 'تم سحب القرار', cure: 'اتصل بموظف مكتب العمل.' },
  },
  'budget-closed': {
    status: 409,
    sv: {
      title: 'Budgeten är stängd: {cap} för {period} är nått',
      cure: 'Kvar under taket: beslut {leftDecisions}, kronor {leftKronor}. Lägg ärendet i kön: {opensOn} kan det prövas igen. Avbrott, återgång och samtal går att göra som vanligt.',
    },
    en: {
      title: 'Budget closed: {cap} for {period} is reached',
      cure: 'Left under the cap: decisions {leftDecisions}, kronor {leftKronor}. Put the case in the queue: on {opensOn} it can be tried again. Interruptions, returns and talks can be made as usual.',
    },
  },
  'budget-has-room': {
    status: 409,
    sv: { title: 'Budgeten är öppen', cure: 'Fatta beslutet nu i stället för att vänta.' },
    en: { title: 'The budget is open', cure: 'Make the decision now instead of waiting.' },
  },
  'budget-period-unknown': {
    status: 422,
    sv: { title: 'Perioden går inte att läsa', cure: 'Skriv en månad som 2022-10 eller ett år som 2022.' },
    en: { title: 'The period cannot be read', cure: 'Write a month such as 2022-10 or a year such as 2022.' },
  },
  'budget-period-past': {
    status: 422,
    sv: {
      title: 'Perioden {period} är slut',
      cure: 'Ett tak eller en plan gäller framåt. Välj en period som inte är slut.',
    },
    en: {
      title: 'The period {period} is over',
      cure: 'A cap or a plan looks forward. Choose a period that is not over.',
    },
  },
  'appropriation-unknown': {
    status: 422,
    sv: { title: 'Anslaget {appropriation} finns inte', cure: 'Välj ett av anslagen i listan.' },
    en: { title: 'There is no appropriation {appropriation}', cure: 'Choose one of the appropriations in the list.' },
  },
  'budget-limit-missing': {
    status: 422,
    sv: { title: 'Taket har ingen gräns', cure: 'Ange ett antal beslut, ett belopp eller båda.' },
    en: { title: 'The cap has no limit', cure: 'State a number of decisions, an amount, or both.' },
  },
  'budget-limit-range': {
    status: 422,
    sv: {
      title: 'Talet är utanför det möjliga',
      cure: 'Skriv ett helt tal från {least} till {most}. Belopp räknas i öre.',
    },
    en: {
      title: 'The number is out of range',
      cure: 'Write a whole number from {least} to {most}. Amounts are counted in öre.',
    },
  },
  'budget-cap-not-measured': {
    status: 422,
    sv: {
      title: 'Vad ett beslut kostar på det anslaget är inte känt',
      cure: 'Sätt taket i antal beslut. Försäkringskassan betalar aktivitetsstödet.',
    },
    en: {
      title: 'What a decision costs on that appropriation is not known',
      cure: 'Set the cap as a number of decisions. The activity support is paid by Försäkringskassan.',
    },
  },
  'budget-cap-exists': {
    status: 409,
    sv: { title: 'Det finns redan ett tak för just detta', cure: 'Ändra det taket i stället för att lägga till ett.' },
    en: { title: 'There is already a cap for just this', cure: 'Change that cap instead of adding one.' },
  },
  'budget-cap-replaced': {
    status: 409,
    sv: { title: 'Taket är redan ersatt', cure: 'Läs in sidan på nytt och ändra det som gäller.' },
    en: { title: 'The cap has been replaced', cure: 'Read the page again and change the one in force.' },
  },
  'budget-cap-other-scope': {
    status: 422,
    sv: { title: 'Ett tak ersätts av ett för samma beslut och period', cure: 'Häv det gamla och lägg till ett nytt.' },
    en: {
      title: 'A cap is replaced by one for the same decisions and period',
      cure: 'Lift the old one and add a new.',
    },
  },
}
