import type { NoticeTexts } from '../../platform/outbox.ts'
import type { CaseHead } from '../registration/index.ts'

/** The channel that reaches the person: e-mail where there is one, otherwise paper; never e-mail about a protected identity. */
export function channelTo(head: CaseHead): 'email' | 'letter' {
  return head.email !== null && head.protection === 'none' ? 'email' : 'letter'
}

/** The words of the market's notices; providers get no names, only that there is someone new to look at. */
export const notices: NoticeTexts = {
  'market.choice-opened': {
    sv: {
      subject: 'Välj leverantör senast {dueOn}',
      body: 'Du har fått ett beslut om Rusta och matcha. Välj vilken leverantör som ska hjälpa dig, senast {dueOn}. Om du inte väljer placerar vi dig hos den närmaste som har plats. Vill du ha hjälp att välja? Ring din arbetsförmedlare.',
    },
    'sv-x-latt': {
      subject: 'Välj vem som ska hjälpa dig, senast {dueOn}',
      body: 'Du har fått ett beslut. Nu får du välja vem som ska hjälpa dig (leverantör). Välj senast {dueOn}. Annars väljer vi den närmaste. Vill du ha hjälp? Ring din arbetsförmedlare.',
    },
    en: {
      subject: 'Choose a provider by {dueOn}',
      body: 'You have a decision on the service Rusta och matcha. Choose which provider is to help you, by {dueOn}. If you do not choose, we place you with the nearest one that has room. Would you like help to choose? Call your caseworker.',
    },
    ar: {
      subject: 'اختر مقدّم الخدمة في موعد أقصاه {dueOn}',
      body: 'صدر قرار بمشاركتك في خدمة Rusta och matcha. اختر مقدّم الخدمة الذي سيساعدك في موعد أقصاه {dueOn}. إذا لم تختر فسنضعك لدى أقرب مقدّم خدمة لديه مكان. هل تريد مساعدة في الاختيار؟ اتصل بموظف مكتب العمل.',
    },
  },
  'market.contract-over': {
    sv: {
      subject: 'Välj ny leverantör senast {dueOn}',
      body: 'Avtalet med din leverantör upphör. Välj en ny senast {dueOn}. Du är kvar tills den nya tar vid. Om du inte väljer placerar vi dig hos den närmaste som har plats.',
    },
    'sv-x-latt': {
      subject: 'Välj vem som ska hjälpa dig, senast {dueOn}',
      body: 'De som hjälper dig nu slutar. Välj någon annan senast {dueOn}. Annars väljer vi den närmaste. Ring din arbetsförmedlare om du vill ha hjälp.',
    },
    en: {
      subject: 'Choose a new provider by {dueOn}',
      body: 'The contract with your provider is coming to an end. Choose a new one by {dueOn}. You stay until the new one takes over. If you do not choose, we place you with the nearest one that has room.',
    },
    ar: {
      subject: 'اختر مقدّم خدمة جديدا في موعد أقصاه {dueOn}',
      body: 'ينتهي العقد مع مقدّم الخدمة الخاص بك. اختر مقدّما جديدا في موعد أقصاه {dueOn}. تبقى لديه إلى أن يبدأ الجديد. إذا لم تختر فسنضعك لدى الأقرب الذي لديه مكان.',
    },
  },
  'market.choice-reminder': {
    sv: {
      subject: 'Påminnelse: välj leverantör senast {dueOn}',
      body: 'Du har inte valt leverantör än. Välj senast {dueOn}. Annars placerar vi dig hos den närmaste som har plats. Du kan byta senare.',
    },
    'sv-x-latt': {
      subject: 'Kom ihåg att välja, senast {dueOn}',
      body: 'Du har inte valt än. Välj senast {dueOn}. Annars väljer vi den närmaste. Du kan byta senare.',
    },
    en: {
      subject: 'Reminder: choose a provider by {dueOn}',
      body: 'You have not chosen a provider yet. Choose by {dueOn}. Otherwise we place you with the nearest one that has room. You can change later.',
    },
    ar: {
      subject: 'تذكير: اختر مقدّم الخدمة في موعد أقصاه {dueOn}',
      body: 'لم تختر مقدّم الخدمة بعد. اختر في موعد أقصاه {dueOn}. وإلا فسنضعك لدى أقرب مقدّم خدمة لديه مكان. يمكنك التغيير لاحقا.',
    },
  },
  'market.placed': {
    sv: {
      subject: 'Du börjar hos {providerName} den {firstDay}',
      body: 'Din leverantör är {providerName}. Första dagen är {firstDay}. Adress: {address}. Du kan byta leverantör när du vill.',
    },
    'sv-x-latt': {
      subject: 'Du börjar hos {providerName} den {firstDay}',
      body: '{providerName} ska hjälpa dig. Första dagen är {firstDay}. Adress: {address}. Du kan byta när du vill.',
    },
    en: {
      subject: 'You start with {providerName} on {firstDay}',
      body: 'Your provider is {providerName}. The first day is {firstDay}. Address: {address}. You can change provider whenever you wish.',
    },
    ar: {
      subject: 'تبدأ لدى {providerName} في {firstDay}',
      body: 'مقدّم الخدمة الخاص بك هو {providerName}. اليوم الأول هو {firstDay}. العنوان: {address}. يمكنك تغيير مقدّم الخدمة متى شئت.',
    },
  },
  'market.new-participant': {
    sv: {
      subject: 'En ny deltagare börjar {firstDay}',
      body: 'En deltagare har placerats hos er på {address}. Första dagen är {firstDay}. Logga in för att se vem. En leverantör kan inte tacka nej.',
    },
    en: {
      subject: 'A new participant starts on {firstDay}',
      body: 'A participant has been placed with you at {address}. The first day is {firstDay}. Sign in to see who. A provider cannot refuse.',
    },
  },
  'market.participant-left': {
    sv: {
      subject: 'En deltagares sista dag hos er är {lastDay}',
      body: 'Placeringen slutar {lastDay}. Ni kan läsa ärendet i 30 dagar till. Logga in för att se vem det gäller.',
    },
    en: {
      subject: "A participant's last day with you is {lastDay}",
      body: 'The placement ends on {lastDay}. You can read the case for another 30 days. Sign in to see who it is.',
    },
  },
  'market.contract-ends': {
    sv: {
      subject: 'Avtalet slutar {lastDay}',
      body: 'Ett av era avtal har fått en sista dag: {lastDay}. Ingen kan börja hos er enligt avtalet efter den dagen. Logga in för att se vilket avtal och varför.',
    },
    en: {
      subject: 'The contract ends on {lastDay}',
      body: 'One of your contracts has been given a last day: {lastDay}. Nobody can start with you under it after that day. Sign in to see which contract and why.',
    },
  },
  'market.placement-cancelled': {
    sv: {
      subject: 'En deltagare som skulle börja {firstDay} börjar inte hos er',
      body: 'Placeringen har ändrats innan den började. Platsen är fri igen.',
    },
    en: {
      subject: 'A participant who was to start on {firstDay} will not start with you',
      body: 'The placement changed before it began. The place is free again.',
    },
  },
}
