import type { ProblemTexts } from '../../platform/problems.ts'

/** Refusals about choice, change, contracts and capacity; those a jobseeker can meet have all four languages. */
export const marketProblems: ProblemTexts = {
  'contract-not-in-force': {
    status: 409,
    sv: {
      title: 'Leverantören har inget avtal där den {firstDay}',
      cure: 'Välj en annan leverantör.',
    },
    'sv-x-latt': { title: 'Det går inte att välja den', cure: 'Välj någon annan.' },
    en: { title: 'The provider has no contract there on {firstDay}', cure: 'Choose another provider.' },
    ar: { title: 'ليس لمقدّم الخدمة عقد هناك في {firstDay}', cure: 'اختر مقدّم خدمة آخر.' },
  },
  'new-choices-stopped': {
    status: 409,
    sv: { title: 'Leverantören tar inte emot nya deltagare där just nu', cure: 'Välj en annan leverantör.' },
    'sv-x-latt': { title: 'De tar inte emot fler nu', cure: 'Välj någon annan.' },
    en: { title: 'The provider takes no new participants there at present', cure: 'Choose another provider.' },
    ar: { title: 'لا يستقبل مقدّم الخدمة مشاركين جددا هناك حاليا', cure: 'اختر مقدّم خدمة آخر.' },
  },
  'no-open-place': {
    status: 409,
    sv: {
      title: 'Den sista platsen är redan tagen',
      cure: 'Välj en annan leverantör eller en annan adress, eller försök igen senare.',
    },
    'sv-x-latt': { title: 'Det är fullt där', cure: 'Välj någon annan. Eller försök igen senare.' },
    en: {
      title: 'The last place is already taken',
      cure: 'Choose another provider or another address, or try again later.',
    },
    ar: { title: 'تم شغل آخر مكان', cure: 'اختر مقدّم خدمة آخر أو عنوانا آخر، أو حاول لاحقا.' },
  },
  'offer-not-found': {
    status: 404,
    sv: { title: 'Leverantören finns inte på den adressen', cure: 'Ladda om listan och välj igen.' },
    'sv-x-latt': { title: 'Den finns inte', cure: 'Ladda om listan. Välj igen.' },
    en: { title: 'The provider is not at that address', cure: 'Reload the list and choose again.' },
    ar: { title: 'مقدّم الخدمة غير موجود في هذا العنوان', cure: 'أعد تحميل القائمة واختر من جديد.' },
  },
  'no-choice-open': {
    status: 409,
    sv: {
      title: 'Det finns inget val att göra',
      cure: 'Man väljer leverantör när man har fått ett beslut om tjänsten. Fråga arbetsförmedlaren om något saknas.',
    },
    'sv-x-latt': { title: 'Du kan inte välja nu', cure: 'Du väljer när du har fått ett beslut.' },
    en: {
      title: 'There is no choice to make',
      cure: 'A provider is chosen once there is a decision on the service. Ask the caseworker if something is missing.',
    },
    ar: { title: 'لا يوجد اختيار الآن', cure: 'يتم اختيار مقدّم الخدمة بعد صدور القرار. اسأل موظف مكتب العمل.' },
  },
  'choice-already-open': {
    status: 409,
    sv: { title: 'Valet av leverantör är redan öppet', cure: 'Gör valet, eller vänta tills det är avslutat.' },
    en: { title: 'The choice of provider is already open', cure: 'Make the choice, or wait until it has ended.' },
  },
  'already-placed': {
    status: 409,
    sv: {
      title: 'Valet är redan gjort',
      cure: 'Ladda om sidan och se vilken leverantör det blev. Byt leverantör om det ska vara en annan.',
    },
    'sv-x-latt': { title: 'Du har redan valt', cure: 'Ladda om sidan. Du kan byta om du vill.' },
    en: {
      title: 'The choice has already been made',
      cure: 'Reload the page to see which provider it is. Change provider if it should be another.',
    },
    ar: { title: 'تم الاختيار من قبل', cure: 'أعد تحميل الصفحة لترى مقدّم الخدمة. يمكنك تغييره إذا أردت.' },
  },
  'choice-too-late': {
    status: 409,
    sv: {
      title: 'Tiden att välja gick ut {dueOn}',
      cure: 'Du placeras hos närmaste leverantör med plats. Du kan byta direkt efteråt. Arbetsförmedlaren kan hjälpa dig att välja redan nu.',
    },
    'sv-x-latt': {
      title: 'Det är för sent att välja',
      cure: 'Vi väljer åt dig. Sedan kan du byta. Ring din arbetsförmedlare om du vill ha hjälp.',
    },
    en: {
      title: 'The time to choose ended on {dueOn}',
      cure: 'You will be placed with the nearest provider that has room. You can change right after. Your caseworker can help you choose already now.',
    },
    ar: {
      title: 'انتهت مهلة الاختيار في {dueOn}',
      cure: 'سنضعك لدى أقرب مقدّم خدمة لديه مكان، ويمكنك التغيير بعد ذلك. يستطيع موظف مكتب العمل مساعدتك الآن.',
    },
  },
  'early-start-only-by-caseworker': {
    status: 403,
    sv: {
      title: 'Bara en arbetsförmedlare kan låta dig börja tidigare',
      cure: 'Ta bort dagen, eller ring arbetsförmedlaren.',
    },
    'sv-x-latt': { title: 'Du kan inte börja tidigare själv', cure: 'Ring din arbetsförmedlare.' },
    en: { title: 'Only a caseworker can let you start earlier', cure: 'Remove the day, or call the caseworker.' },
    ar: { title: 'موظف مكتب العمل وحده يستطيع تقديم موعد البدء', cure: 'احذف اليوم أو اتصل بموظف مكتب العمل.' },
  },
  'early-start-needs-reason': {
    status: 422,
    sv: { title: 'Skälet till den tidigare starten saknas', cure: 'Skriv varför tjänsten ska börja tidigare.' },
    en: { title: 'The reason for the earlier start is missing', cure: 'Write why service is to begin earlier.' },
  },
  'start-before-choice': {
    status: 422,
    sv: { title: 'Starten är för tidig', cure: 'Tidigaste dagen är {earliest}.' },
    en: { title: 'The start is too early', cure: 'The earliest day is {earliest}.' },
  },
  'start-too-late': {
    status: 422,
    sv: { title: 'Starten är för sen', cure: 'Senaste dagen är {latest}.' },
    'sv-x-latt': { title: 'Dagen är för sen', cure: 'Välj senast {latest}.' },
    en: { title: 'The start is too late', cure: 'The latest day is {latest}.' },
    ar: { title: 'يوم البدء متأخر جدا', cure: 'آخر يوم ممكن هو {latest}.' },
  },
  'no-provider-to-change': {
    status: 409,
    sv: { title: 'Det finns ingen leverantör att byta från', cure: 'Välj leverantör när du har fått ett beslut.' },
    'sv-x-latt': { title: 'Du har ingen leverantör nu', cure: 'Du väljer när du har fått ett beslut.' },
    en: { title: 'There is no provider to change from', cure: 'Choose a provider once you have a decision.' },
    ar: { title: 'ليس لديك مقدّم خدمة لتغييره', cure: 'اختر مقدّم الخدمة بعد صدور القرار.' },
  },
  'already-there': {
    status: 409,
    sv: { title: 'Du är redan hos den leverantören', cure: 'Välj en annan leverantör eller en annan adress.' },
    'sv-x-latt': { title: 'Du är redan där', cure: 'Välj någon annan.' },
    en: { title: 'You are already with that provider', cure: 'Choose another provider or another address.' },
    ar: { title: 'أنت لدى مقدّم الخدمة هذا بالفعل', cure: 'اختر مقدّم خدمة آخر أو عنوانا آخر.' },
  },
  'change-too-early': {
    status: 422,
    sv: { title: 'Bytet kan inte gälla så tidigt', cure: 'Välj {earliest} eller senare.' },
    'sv-x-latt': { title: 'Dagen är för tidig', cure: 'Välj {earliest} eller senare.' },
    en: { title: 'The change cannot take effect that early', cure: 'Choose {earliest} or later.' },
    ar: { title: 'لا يمكن أن يسري التغيير بهذه السرعة', cure: 'اختر {earliest} أو بعده.' },
  },
  'change-after-service': {
    status: 422,
    sv: { title: 'Tjänsten slutar {lastDay}', cure: 'Välj en dag till och med {lastDay}.' },
    'sv-x-latt': { title: 'Ditt beslut slutar {lastDay}', cure: 'Välj en dag före det.' },
    en: { title: 'The service ends on {lastDay}', cure: 'Choose a day up to {lastDay}.' },
    ar: { title: 'تنتهي الخدمة في {lastDay}', cure: 'اختر يوما حتى {lastDay}.' },
  },
  'not-in-sweden': {
    status: 422,
    sv: {
      title: 'Punkten {lat}, {lon} ligger inte i Sverige',
      cure: 'Kontrollera att latitud och longitud står rätt.',
    },
    en: {
      title: 'The point {lat}, {lon} is not in Sweden',
      cure: 'Check that latitude and longitude are in the right places.',
    },
  },
  'presentation-too-long': {
    status: 422,
    sv: { title: 'Presentationen är för lång', cure: 'Skriv högst {most} tecken.' },
    en: { title: 'The presentation is too long', cure: 'Write at most {most} characters.' },
  },
  'presentation-hard': {
    status: 422,
    sv: { title: 'Presentationen är svår att läsa', cure: 'Skriv kortare meningar och vanligare ord: ”{sentence}”' },
    en: { title: 'The presentation is hard to read', cure: 'Write shorter sentences and plainer words: “{sentence}”' },
  },
  'presentation-promises': {
    status: 422,
    sv: {
      title: 'Presentationen lovar pengar, gåvor eller jobb',
      cure: 'Ta bort löftet: ”{sentence}” Deltagare ska välja efter vilket stöd de behöver.',
    },
    en: {
      title: 'The presentation promises money, gifts or a job',
      cure: 'Take the promise away: “{sentence}” Participants choose by the support that they need.',
    },
  },
  'language-unknown': {
    status: 422,
    sv: { title: 'Det finns inget språk med koden {code}', cure: 'Välj språk i listan.' },
    en: { title: 'There is no language with the code {code}', cure: 'Choose languages from the list.' },
  },
  'area-unknown': {
    status: 422,
    sv: { title: 'Det finns inget leveransområde med koden {code}', cure: 'Välj ett område i listan.' },
    en: { title: 'There is no delivery area with the code {code}', cure: 'Choose an area from the list.' },
  },
  'address-of-another': {
    status: 422,
    sv: { title: 'En av adresserna hör inte till leverantören', cure: 'Välj bland leverantörens egna adresser.' },
    en: { title: 'One of the addresses is not the provider’s', cure: 'Choose among the provider’s own addresses.' },
  },
  'contract-overlaps': {
    status: 409,
    sv: {
      title: 'Leverantören har redan ett avtal i området under en del av tiden',
      cure: 'Låt det nya avtalet börja dagen efter det gamla.',
    },
    en: {
      title: 'The provider already has a contract in the area for part of the time',
      cure: 'Let the new contract begin the day after the old one.',
    },
  },
  'tender-not-found': {
    status: 422,
    sv: { title: 'Förfrågningsunderlaget finns inte', cure: 'Välj ett publicerat underlag.' },
    en: { title: 'There are no such tender terms', cure: 'Choose terms that are published.' },
  },
  'area-outside-tender': {
    status: 422,
    sv: {
      title: 'Området {code} finns inte i förfrågningsunderlaget',
      cure: 'Välj ett område som underlaget omfattar.',
    },
    en: { title: 'The area {code} is not in the tender terms', cure: 'Choose an area that the terms cover.' },
  },
  'price-model-of-tender': {
    status: 422,
    sv: { title: 'Området har ersättningsmodell {priceModel} i underlaget', cure: 'Välj den modellen.' },
    en: { title: 'The area has price model {priceModel} in the terms', cure: 'Choose that model.' },
  },
  'end-in-the-past': {
    status: 422,
    sv: { title: 'Avtalet kan inte sluta i förfluten tid', cure: 'Välj {today} eller senare.' },
    en: { title: 'A contract cannot end in the past', cure: 'Choose {today} or later.' },
  },
  'end-after-contract': {
    status: 422,
    sv: { title: 'Avtalet slutar redan {lastDay}', cure: 'Välj en tidigare dag.' },
    en: { title: 'The contract already ends on {lastDay}', cure: 'Choose an earlier day.' },
  },
  'contract-over': {
    status: 409,
    sv: { title: 'Avtalet slutade {lastDay}', cure: 'Det finns inget att säga upp.' },
    en: { title: 'The contract ended on {lastDay}', cure: 'There is nothing to end.' },
  },
  'transfer-too-early': {
    status: 422,
    sv: { title: 'Överlåtelsen kan tidigast gälla {earliest}', cure: 'Välj den dagen eller en senare.' },
    en: {
      title: 'The transfer can take effect on {earliest} at the earliest',
      cure: 'Choose that day or a later one.',
    },
  },
  'transfer-to-itself': {
    status: 422,
    sv: { title: 'Leverantören har redan avtalet', cure: 'Välj en annan organisation.' },
    en: { title: 'The provider already has the contract', cure: 'Choose another organisation.' },
  },
  'transfer-under-way': {
    status: 409,
    sv: { title: 'Avtalet håller redan på att överlåtas', cure: 'Avgör den överlåtelsen först.' },
    en: { title: 'The contract is already being transferred', cure: 'Decide that transfer first.' },
  },
  'transfer-decided': {
    status: 409,
    sv: { title: 'Överlåtelsen är redan avgjord', cure: 'Ladda om sidan.' },
    en: { title: 'The transfer has already been decided', cure: 'Reload the page.' },
  },
  'share-not-percent': {
    status: 422,
    sv: { title: 'Andelen av heltid ska vara ett heltal från 1 till 100', cure: 'Skriv till exempel 75.' },
    en: { title: 'The share of full time must be a whole number from 1 to 100', cure: 'Write for example 75.' },
  },
  'plan-empty': {
    status: 422,
    sv: { title: 'Planen har inga områden', cure: 'Lägg till minst ett område.' },
    en: { title: 'The plan has no areas', cure: 'Add at least one area.' },
  },
  'area-twice': {
    status: 422,
    sv: { title: 'Området {code} står två gånger', cure: 'Ta bort det ena.' },
    en: { title: 'The area {code} stands twice', cure: 'Remove one of them.' },
  },
  'area-already-switched': {
    status: 409,
    sv: { title: 'Området {code} har redan en dag för växlingen: {day}', cure: 'Ta bort området ur planen.' },
    en: { title: 'The area {code} already has a day for the switch: {day}', cure: 'Remove the area from the plan.' },
  },
  'switch-in-the-past': {
    status: 422,
    sv: { title: 'Dagen {day} för området {code} har redan varit', cure: 'Välj en kommande dag.' },
    en: { title: 'The day {day} for the area {code} has been', cure: 'Choose a day to come.' },
  },
  'plan-decided': {
    status: 409,
    sv: { title: 'Planen är redan avgjord', cure: 'Gör en ny plan.' },
    en: { title: 'The plan has already been decided', cure: 'Make a new plan.' },
  },
  'municipality-not-provider': {
    status: 409,
    sv: {
      title: 'En kommun kan inte vara leverantör',
      cure: 'Ansökan avslås enligt lokaliseringsprincipen (dom i november 2022).',
    },
    en: {
      title: 'A municipality cannot be a provider',
      cure: 'The application is refused by the localisation principle (ruling of November 2022).',
    },
  },
  'authority-not-provider': {
    status: 409,
    sv: { title: 'Arbetsförmedlingen kan inte vara leverantör', cure: 'Välj en fristående organisation.' },
    en: { title: 'The employment service cannot be a provider', cure: 'Choose an independent organisation.' },
  },
  'already-provider': {
    status: 409,
    sv: { title: 'Organisationen är redan leverantör', cure: 'Lägg till adresser eller avtal i stället.' },
    en: { title: 'The organisation is already a provider', cure: 'Add addresses or contracts instead.' },
  },
  'cap-not-whole': {
    status: 422,
    sv: { title: 'Taket ska vara ett heltal från 0', cure: 'Skriv ett heltal, eller ta bort taket.' },
    en: { title: 'The cap must be a whole number from 0', cure: 'Write a whole number, or lift the cap.' },
  },
  'not-provider-staff': {
    status: 422,
    sv: {
      title: 'Användaren arbetar inte hos deltagarens leverantör',
      cure: 'Välj någon av leverantörens handledare.',
    },
    en: {
      title: 'The user does not work for the participant’s provider',
      cure: 'Choose one of the provider’s advisers.',
    },
  },
  'first-day-passed': {
    status: 422,
    sv: { title: 'Första dagen har redan varit', cure: 'Välj i dag eller en senare dag.' },
    en: { title: 'The first day has already passed', cure: 'Choose today or a later day.' },
  },
  'last-day-before-first': {
    status: 422,
    sv: { title: 'Sista dagen är före den första', cure: 'Välj en senare sista dag, eller lämna den tom.' },
    en: { title: 'The last day is before the first', cure: 'Choose a later last day, or leave it empty.' },
  },
  'last-head-coordinator': {
    status: 409,
    sv: {
      title: 'Då skulle ingen samordnare finnas för hela organisationen',
      cure: 'Bjud först in någon annan som samordnare för hela organisationen, eller ge en kollega det uppdraget.',
    },
    en: {
      title: 'Then there would be no coordinator of the whole organisation',
      cure: 'First invite somebody else as coordinator of the whole organisation, or give a colleague that duty.',
    },
  },
  'invitation-not-known': {
    status: 422,
    sv: {
      title: 'Inbjudan finns inte',
      cure: 'Kontrollera att du har hela länken, eller be den som bjöd in dig om en ny.',
    },
    en: {
      title: 'There is no such invitation',
      cure: 'Check that you have the whole link, or ask whoever invited you for a new one.',
    },
  },
  'invitation-used': {
    status: 409,
    sv: {
      title: 'Inbjudan är redan använd',
      cure: 'Är det du som har använt den har du redan tillgång: gå till startsidan. Be annars om en ny inbjudan.',
    },
    en: {
      title: 'The invitation has already been used',
      cure: 'If you used it, you already have access: go to the start page. Otherwise ask for a new invitation.',
    },
  },
  'invitation-withdrawn': {
    status: 409,
    sv: { title: 'Inbjudan är återtagen', cure: 'Fråga den som bjöd in dig.' },
    en: { title: 'The invitation has been withdrawn', cure: 'Ask whoever invited you.' },
  },
  'invitation-expired': {
    status: 409,
    sv: { title: 'Inbjudan gällde till och med {day}', cure: 'Be den som bjöd in dig om en ny.' },
    en: { title: 'The invitation could be used until {day}', cure: 'Ask whoever invited you for a new one.' },
  },
  'invitation-own-case': {
    status: 409,
    sv: {
      title: 'Du är inskriven som arbetssökande med den här inloggningen',
      cure: 'Den som har ett eget ärende kan inte arbeta i systemet med samma inloggning. Prata med din arbetsförmedlare.',
    },
    en: {
      title: 'You are registered as a jobseeker with this sign-in',
      cure: 'Somebody with a case of their own cannot work in the system with the same sign-in. Talk to your caseworker.',
    },
  },
  'invitation-authority-staff': {
    status: 409,
    sv: {
      title: 'Du arbetar på Arbetsförmedlingen med den här inloggningen',
      cure: 'Den som beslutar om deltagare kan inte samtidigt arbeta hos en leverantör.',
    },
    en: {
      title: 'You work at the employment service with this sign-in',
      cure: 'Somebody who decides about participants cannot work for a provider at the same time.',
    },
  },
  'already-staff': {
    status: 409,
    sv: {
      title: 'Du har redan ett uppdrag hos den organisationen',
      cure: 'Be en samordnare där att ändra det uppdrag som du har.',
    },
    en: {
      title: 'You already have a duty at that organisation',
      cure: 'Ask a coordinator there to change the duty that you have.',
    },
  },
}
