import type { ProblemTexts } from '../../platform/problems.ts'

/** The words of what delivery refuses; what a participant can meet has all four languages. */
export const deliveryProblems: ProblemTexts = {
  'not-your-participant': {
    status: 403,
    sv: {
      title: 'Deltagaren är inte er',
      cure: 'Bara leverantören och den handledare som har deltagaren kan göra det här. Be samordnaren om hjälp.',
    },
    en: {
      title: 'This participant is not yours',
      cure: 'Only the provider and the adviser who have the participant can do this. Ask the coordinator.',
    },
  },
  'not-your-office': {
    status: 403,
    sv: { title: 'Ärendet hör till ett annat kontor', cure: 'Be det kontorets arbetsförmedlare att besluta.' },
    en: { title: 'The case belongs to another office', cure: 'Ask a caseworker of that office to decide.' },
  },
  'waiver-area-unknown': {
    status: 422,
    sv: { title: 'Leveransområdet {code} finns inte', cure: 'Välj ett område i listan, eller hela landet.' },
    en: { title: 'There is no delivery area {code}', cure: 'Choose an area in the list, or the whole country.' },
  },
  'case-waiver-too-long': {
    status: 422,
    sv: { title: 'Ett undantag gäller högst {most} dagar', cure: 'Välj en tidigare sista dag, och pröva på nytt då.' },
    en: {
      title: 'An exception lasts {most} days at most',
      cure: 'Choose an earlier last day, and consider it anew then.',
    },
  },
  'case-waiver-over': {
    status: 409,
    sv: { title: 'Undantaget tog slut {lastDay}', cure: 'Du behöver inte göra något.' },
    en: { title: 'The exception ended on {lastDay}', cure: 'You need not do anything.' },
  },
  'last-day-outside-waiver': {
    status: 422,
    sv: { title: 'Den nya sista dagen ligger utanför undantaget', cure: 'Välj en dag från {from} till {to}.' },
    en: { title: 'The new last day lies outside the exception', cure: 'Choose a day from {from} to {to}.' },
  },
  'need-unknown': {
    status: 422,
    sv: { title: 'Det finns inget behov som heter {code}', cure: 'Välj ett behov i listan.' },
    en: { title: 'There is no need called {code}', cure: 'Choose one in the list.' },
  },
  'informative-empty': {
    status: 422,
    sv: { title: 'Du har inte skrivit något', cure: 'Skriv kort vad deltagaren behöver och varför.' },
    en: { title: 'You have not written anything', cure: 'Write in short what the participant needs and why.' },
  },
  'informative-too-long': {
    status: 422,
    sv: { title: 'Rapporten är för lång', cure: 'Korta den till högst {most} tecken.' },
    en: { title: 'The report is too long', cure: 'Shorten it to at most {most} characters.' },
  },
  'informative-sensitive': {
    status: 422,
    sv: {
      title: 'Texten kan innehålla känsliga uppgifter: {words}',
      cure: 'Ta bort det som arbetsförmedlaren inte behöver, eller bekräfta att du har läst igenom texten.',
    },
    en: {
      title: 'The text may hold sensitive details: {words}',
      cure: 'Take away what the caseworker does not need, or confirm that you have read the text again.',
    },
  },
  'already-answered': {
    status: 409,
    sv: { title: 'Rapporten är redan besvarad', cure: 'Ladda om sidan och läs svaret.' },
    en: { title: 'The report has been answered already', cure: 'Reload and read the answer.' },
  },
  'contact-kind-unknown': {
    status: 422,
    sv: { title: 'Det finns inget sätt att kontakta som heter {code}', cure: 'Välj ett sätt i listan.' },
    en: { title: 'There is no way of contact called {code}', cure: 'Choose one in the list.' },
  },
  'contact-result-unknown': {
    status: 422,
    sv: { title: 'Det finns inget resultat som heter {code}', cure: 'Välj ett resultat i listan.' },
    en: { title: 'There is no result called {code}', cure: 'Choose one in the list.' },
  },
  'not-in-service': {
    status: 422,
    sv: {
      title: 'Personen är inte i tjänsten den dagen',
      cure: 'Jämför dagen med tjänstens första och sista dag, och med den tid som personen är hos leverantören.',
    },
    en: {
      title: 'The person is not in service on that day',
      cure: 'Compare the day with the first and last day of the service, and of the time with the provider.',
    },
  },
  'meeting-overlaps': {
    status: 409,
    sv: {
      title: 'Deltagaren har redan något bokat {day} klockan {time}',
      cure: 'Välj en annan tid, eller flytta det andra först.',
    },
    en: {
      title: 'The participant already has something booked on {day} at {time}',
      cure: 'Choose another time, or move the other first.',
    },
  },
  'meeting-already-there': {
    status: 409,
    sv: {
      title: 'Det finns redan ett möte {day} klockan {time}',
      cure: 'Logga vad som hände på det mötet, eller rätta tiden här.',
    },
    en: {
      title: 'There is already a meeting on {day} at {time}',
      cure: 'Log what happened at that meeting, or correct the time here.',
    },
  },
  'meeting-in-the-past': {
    status: 422,
    sv: {
      title: 'Tiden har redan varit',
      cure: 'Välj en tid som kommer. Har mötet varit? Logga det i stället för att planera det.',
    },
    en: {
      title: 'That time has passed',
      cure: 'Choose a time to come. Has the meeting been held? Then log it instead of planning it.',
    },
  },
  'already-recorded': {
    status: 409,
    sv: { title: 'Det är redan noterat vad som hände på mötet', cure: 'Ladda om sidan. Rätta det som är noterat.' },
    'sv-x-latt': { title: 'Mötet har redan varit', cure: 'Ladda om sidan. Titta på nästa möte.' },
    en: { title: 'What happened at the meeting is already recorded', cure: 'Reload, and correct what is recorded.' },
    ar: { title: 'تم تسجيل ما حدث في الاجتماع من قبل', cure: 'أعد تحميل الصفحة وانظر إلى الاجتماع القادم.' },
  },
  'already-decided': {
    status: 409,
    sv: { title: 'Det är redan avgjort', cure: 'Ladda om sidan och se vad som har bestämts.' },
    'sv-x-latt': { title: 'Det är redan bestämt', cure: 'Ladda om sidan. Fråga din arbetsförmedlare om du undrar.' },
    en: { title: 'It has been decided already', cure: 'Reload and see what was decided.' },
    ar: { title: 'تم البت في هذا من قبل', cure: 'أعد تحميل الصفحة وانظر القرار. اسأل موظف مكتب العمل إذا احتجت.' },
  },
  'answered-by-participant': {
    status: 409,
    sv: {
      title: 'Deltagaren har svarat själv',
      cure: 'Bara deltagaren kan ändra sitt svar. Stämmer det inte för deltagaren avgör du det, med skäl.',
    },
    en: {
      title: 'The participant has answered',
      cure: 'Only the participant can change that answer. If it is a dispute, settle it, with your reasons.',
    },
  },
  'comment-missing': {
    status: 422,
    sv: { title: 'Du har inte skrivit något', cure: 'Skriv vad du vill ändra eller säga om planen.' },
    'sv-x-latt': { title: 'Du har inte skrivit något', cure: 'Skriv vad du tycker om planen.' },
    en: { title: 'You have not written anything', cure: 'Write what you want to change or say about the plan.' },
    ar: { title: 'لم تكتب شيئا', cure: 'اكتب ما تريد تغييره أو قوله عن الخطة.' },
  },
  'why-missing': {
    status: 422,
    sv: { title: 'Skäl saknas', cure: 'Skriv varför, så att mottagaren vet vad som behöver ändras.' },
    en: { title: 'The reason is missing', cure: 'Write why, so that the receiver knows what to change.' },
  },
  'attendance-impossible': {
    status: 422,
    sv: {
      title: 'Ett enskilt möte kan inte ha hållits utan deltagaren',
      cure: 'Ange att mötet inte blev av, eller att deltagaren kom helt eller delvis.',
    },
    en: {
      title: 'An individual meeting cannot have been held without the participant',
      cure: 'Say that it did not take place, or that the participant came, wholly or in part.',
    },
  },
  'reason-missing': {
    status: 422,
    sv: { title: 'Orsak saknas', cure: 'Välj en orsak i listan. Vet du inte, välj okänd.' },
    en: { title: 'The reason is missing', cure: 'Choose a reason in the list. If you do not know, choose unknown.' },
  },
  'mapping-missing': {
    status: 409,
    sv: {
      title: 'Kartläggningen är inte gjord',
      cure: 'Gör kartläggningen med deltagaren först. Planen bygger på den.',
    },
    en: {
      title: 'The mapping has not been made',
      cure: 'Make the mapping with the participant first; the plan rests on it.',
    },
  },
  'plan-empty': {
    status: 422,
    sv: { title: 'Planen har inga aktiviteter', cure: 'Lägg till de aktiviteter som ni har kommit överens om.' },
    en: { title: 'The plan has no activities', cure: 'Add the activities that you have agreed on.' },
  },
  'plan-hours-too-few': {
    status: 422,
    sv: {
      title: 'Planen täcker {has} timmar i veckan av {needs}',
      cure: 'Lägg till aktiviteter eller eget arbete tills planen täcker alla timmar som deltagaren kan arbeta.',
    },
    en: {
      title: 'The plan covers {has} hours a week of {needs}',
      cure: 'Add activities or own work until the plan covers all hours that the participant can work.',
    },
  },
  'plan-hours-too-many': {
    status: 422,
    sv: {
      title: 'Planen tar {has} timmar i veckan, och högst {most} går',
      cure: 'Minska timmarna tills planen ryms i en vecka.',
    },
    en: {
      title: 'The plan takes {has} hours a week, and {most} is the most',
      cure: 'Lower the hours until the plan fits in a week.',
    },
  },
  'activity-twice': {
    status: 422,
    sv: { title: 'Aktiviteten {code} står två gånger', cure: 'Slå ihop raderna till en.' },
    en: { title: 'The activity {code} stands twice', cure: 'Make one line of the two.' },
  },
  'activity-forbidden': {
    status: 422,
    sv: {
      title: 'Aktiviteten {code} får inte ingå i tjänsten',
      cure: 'Ta bort den. Behöver deltagaren den, skriv en informativ rapport till arbetsförmedlaren.',
    },
    en: {
      title: 'The activity {code} must not be part of the service',
      cure: 'Remove it. If the participant needs it, tell the caseworker in an informative report.',
    },
  },
  'activity-unknown': {
    status: 422,
    sv: { title: 'Aktiviteten {code} finns inte den dagen', cure: 'Välj en av de tillåtna aktiviteterna.' },
    en: { title: 'There is no activity {code} on that day', cure: 'Choose one of the activities allowed.' },
  },
  'needs-decision': {
    status: 409,
    sv: {
      title: 'Aktiviteten {code} kräver arbetsförmedlarens beslut',
      cure: 'Be arbetsförmedlaren om beslutet först. Planera den när beslutet finns.',
    },
    en: {
      title: "The activity {code} needs the caseworker's decision",
      cure: 'Ask the caseworker for the decision first, and plan it when it is made.',
    },
  },
  'course-needs-vacancy': {
    status: 422,
    sv: {
      title: 'Kursen är inte knuten till ett ledigt jobb eller en studieplats',
      cure: 'Ange vilket ledigt jobb eller vilken reguljär studieplats som kursen leder till.',
    },
    en: {
      title: 'The course is not tied to a vacancy or a study place',
      cure: 'Say which vacancy or regular study place the course leads to.',
    },
  },
  'course-too-long': {
    status: 422,
    sv: { title: 'En kort utbildning är högst {most} timmar', cure: 'Ange hur många timmar kursen är i allt.' },
    en: { title: 'A short course is at most {most} hours', cure: 'Say how many hours the course is in all.' },
  },
  'hours-not-in-steps': {
    status: 422,
    sv: { title: 'Tiden är inte i steg om {minutes} minuter', cure: 'Skriv till exempel 1,25 eller 0,5 timmar.' },
    en: { title: 'The time is not in steps of {minutes} minutes', cure: 'Write 1.25 or 0.5 hours, for example.' },
  },
  'own-work-is-own': {
    status: 422,
    sv: {
      title: 'Eget arbete görs på egen hand, och bara det',
      cure: 'Välj Eget arbete tillsammans med På egen hand, eller ändra båda.',
    },
    en: {
      title: 'Own work is done on one’s own, and nothing else is',
      cure: 'Choose own work together with own time, or change both.',
    },
  },
  'own-staff-only': {
    status: 422,
    sv: { title: 'Leverantören ger kursen själv', cure: 'Ange handledaren eller leverantörens personal.' },
    en: { title: 'The provider gives the course itself', cure: 'Choose the adviser or the provider’s staff.' },
  },
  'absence-too-short': {
    status: 422,
    sv: {
      title: 'Frånvaro på högst {minutes} minuter rapporteras inte',
      cure: 'Notera bara att deltagaren kom delvis.',
    },
    en: {
      title: 'An absence of at most {minutes} minutes is not reported',
      cure: 'Just record that the participant came in part.',
    },
  },
  'description-missing': {
    status: 422,
    sv: { title: 'Beskrivning saknas', cure: 'Skriv kort vad som har hänt, utan känsliga uppgifter.' },
    en: { title: 'The description is missing', cure: 'Write in short what happened, without sensitive details.' },
  },
  'not-over-yet': {
    status: 409,
    sv: { title: 'Det är inte över än', cure: 'Rapportera när aktiviteten eller placeringen är slut.' },
    en: { title: 'It is not over yet', cure: 'Report when the activity or the placement has ended.' },
  },
  'absence-reason-unknown': {
    status: 409,
    sv: {
      title: 'Frånvaro av okänd orsak kan inte godkännas',
      cure: 'Fråga deltagaren eller leverantören om orsaken, och be om en rättad rapport.',
    },
    en: {
      title: 'An absence for an unknown reason cannot be approved',
      cure: 'Ask the participant or the provider for the reason, and for a corrected report.',
    },
  },
  'already-reported': {
    status: 409,
    sv: { title: 'Slutredovisningen är redan lämnad', cure: 'Ladda om sidan och se vad som är lämnat.' },
    en: { title: 'The final report has been given', cure: 'Reload and see what was given.' },
  },
  'month-without-service': {
    status: 422,
    sv: {
      title: 'Deltagaren var inte hos er någon dag i {month}',
      cure: 'Välj en månad då deltagaren var i tjänsten hos er.',
    },
    en: {
      title: 'The participant was not with you on any day of {month}',
      cure: 'Choose a month in which the participant was in service with you.',
    },
  },
  'month-not-over': {
    status: 409,
    sv: { title: 'Månaden {month} är inte slut', cure: 'Redovisa från den första dagen i nästa månad.' },
    en: { title: 'The month {month} is not over', cure: 'Report from the first day of the next month.' },
  },
  'report-already-signed': {
    status: 409,
    sv: {
      title: 'Redovisningen för {month} är redan undertecknad',
      cure: 'Ladda om sidan och se vad som har beslutats.',
    },
    en: { title: 'The report for {month} has been signed already', cure: 'Reload and see what was decided.' },
  },
  'report-not-signed': {
    status: 409,
    sv: { title: 'Redovisningen är inte undertecknad', cure: 'Vänta tills leverantören har undertecknat den.' },
    en: { title: 'The report has not been signed', cure: 'Wait until the provider has signed it.' },
  },
  'group-someone-hidden': {
    status: 403,
    sv: {
      title: 'Gruppen har {count} deltagare som du inte får se',
      cure: 'Ingenting är sparat. Ta bort plats {place} i listan om den står där, eller be den som har behörighet till alla i gruppen att göra det.',
    },
    en: {
      title: 'The group has {count} participant that you may not see',
      cure: 'Nothing is saved. Take out number {place} of the list if it is there, or ask somebody who may see all of the group.',
    },
  },
  'group-someone-protected': {
    status: 422,
    sv: {
      title: 'En deltagare med skyddade personuppgifter bokas inte i grupp',
      cure: 'Ingenting är sparat. Boka en egen tid för den deltagaren.',
    },
    en: {
      title: 'A participant with a protected identity is not booked in a group',
      cure: 'Nothing is saved. Book a time of their own for that participant.',
    },
  },
  'group-too-large': {
    status: 422,
    sv: {
      title: 'Gruppen får ha högst {most} deltagare',
      cure: 'Ingenting är sparat. Boka en till grupp för dem som inte får plats.',
    },
    en: {
      title: 'A group may have at most {most} participants',
      cure: 'Nothing is saved. Book another group for those who do not fit in.',
    },
  },
  'already-in-session': {
    status: 409,
    sv: {
      title: 'Deltagaren är redan med',
      cure: 'Ladda om sidan för att se vilka som är med.',
    },
    en: {
      title: 'The participant is already in it',
      cure: 'Load the page again to see who is in it.',
    },
  },
  'series-too-long': {
    status: 422,
    sv: {
      title: 'Serien har fler än {most} tillfällen',
      cure: 'Välj en tidigare sista dag. Du kan planera en ny serie sedan.',
    },
    en: {
      title: 'The series has more than {most} times',
      cure: 'Choose an earlier last day. You can plan another series later.',
    },
  },
  'series-empty': {
    status: 422,
    sv: {
      title: 'Alla tillfällen i serien faller på helgdagar',
      cure: 'Välj en annan dag, eller behåll tillfällen på helgdagar.',
    },
    en: {
      title: 'Every time of the series falls on a holiday',
      cure: 'Choose another day, or keep times on holidays.',
    },
  },
  'session-called-off': {
    status: 409,
    sv: {
      title: 'Aktiviteten är inställd för deltagaren',
      cure: 'Ladda om kalendern. Blev den av ändå: logga den som en aktivitet.',
    },
    en: {
      title: 'The activity was called off for the participant',
      cure: 'Reload the calendar. If it took place all the same, log it as an activity.',
    },
  },
  'entry-reused': {
    status: 409,
    sv: {
      title: 'Det finns redan en annan uppgift med samma nyckel',
      cure: 'Ingenting är ändrat. Titta på det som är sparat och rätta det om det är fel.',
    },
    en: {
      title: 'There is already another entry with the same key',
      cure: 'Nothing is changed. Look at what is saved and correct it if it is wrong.',
    },
  },
  'minutes-away-missing': {
    status: 422,
    sv: { title: 'Skriv hur många minuter deltagaren var borta', cure: 'Det avgör om frånvaron ska rapporteras.' },
    en: {
      title: 'Write how many minutes the participant was away',
      cure: 'It decides whether the absence is to be reported.',
    },
  },
  'minutes-away-impossible': {
    status: 422,
    sv: {
      title: 'Så länge kan deltagaren inte ha varit borta',
      cure: 'Skriv 1–{most} minuter, eller välj att deltagaren inte kom.',
    },
    en: {
      title: 'The participant cannot have been away that long',
      cure: 'Write 1–{most} minutes, or choose that the participant did not come.',
    },
  },
  'participant-not-named': {
    status: 422,
    sv: {
      title: 'Raden säger inte vem den gäller',
      cure: 'Fyll i caseId, eller participant om den är känd sedan tidigare.',
    },
    en: {
      title: 'The row does not say whom it is about',
      cure: 'Give caseId, or participant if it is known from before.',
    },
  },
  'participant-unknown': {
    status: 422,
    sv: {
      title: 'Er beteckning på deltagaren är inte känd här',
      cure: 'Skicka caseId tillsammans med beteckningen en gång, sedan räcker beteckningen.',
    },
    en: {
      title: 'Your key of the participant is not known here',
      cure: 'Send caseId together with it once; after that your key is enough.',
    },
  },
  'external-id-taken': {
    status: 409,
    sv: { title: 'Nyckeln används redan för något annat', cure: 'Ge varje rad och varje deltagare en egen nyckel.' },
    en: {
      title: 'The key is already used for something else',
      cure: 'Give each row and each participant a key of its own.',
    },
  },
  'too-many-rows': {
    status: 422,
    sv: { title: 'Filen har för många rader', cure: 'Dela upp den: högst {most} rader åt gången.' },
    en: { title: 'The file has too many rows', cure: 'Divide it: at most {most} rows at a time.' },
  },
  'protected-stays': {
    status: 409,
    sv: {
      title: 'Skyddade personuppgifter flyttas inte så',
      cure: 'Arbetsförmedlaren har fått en uppgift att utse vem hos er som får se ärendet.',
    },
    en: {
      title: 'A protected identity is not moved this way',
      cure: 'The caseworker has a work item to name who of your staff may see the case.',
    },
  },
}
