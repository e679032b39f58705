import type { NoticeTexts } from '../../platform/outbox.ts'

/** The words of notices about planned activities: when, and nothing of what or with whom; those stand behind the sign-in. */
export const sessionNotices: NoticeTexts = {
  'delivery.session-planned': {
    sv: {
      subject: 'Ny aktivitet {day} klockan {time}',
      body: 'Din leverantör har bokat en aktivitet åt dig {day} klockan {time}. Logga in för att se vad, var och hur. Säg till din handledare om du inte kan komma.',
    },
    'sv-x-latt': {
      subject: 'Ny aktivitet {day} klockan {time}',
      body: 'Du ska vara med på en aktivitet {day} klockan {time}. Logga in och se var. Kan du inte komma? Säg till.',
    },
    en: {
      subject: 'New activity on {day} at {time}',
      body: 'Your provider has booked an activity for you on {day} at {time}. Sign in to see what, where and how. Tell your adviser if you cannot come.',
    },
    ar: {
      subject: 'نشاط جديد يوم {day} الساعة {time}',
      body: 'حجز لك مقدّم الخدمة نشاطا يوم {day} الساعة {time}. سجّل الدخول لترى ما هو وأين وكيف. أخبر المشرف إن لم تستطع الحضور.',
    },
  },
  'delivery.series-planned': {
    sv: {
      subject: '{times} nya aktiviteter från {day} klockan {time}',
      body: 'Din leverantör har bokat {times} tillfällen åt dig. Det första är {day} klockan {time}. Logga in för att se alla.',
    },
    'sv-x-latt': {
      subject: '{times} nya aktiviteter från {day} klockan {time}',
      body: 'Du ska vara med {times} gånger. Den första gången är {day} klockan {time}. Logga in och se alla.',
    },
    en: {
      subject: '{times} new activities from {day} at {time}',
      body: 'Your provider has booked {times} times for you. The first is on {day} at {time}. Sign in to see them all.',
    },
    ar: {
      subject: '{times} أنشطة جديدة من {day} الساعة {time}',
      body: 'حجز لك مقدّم الخدمة {times} مواعيد. أولها يوم {day} الساعة {time}. سجّل الدخول لترى جميعها.',
    },
  },
  'delivery.session-moved': {
    sv: {
      subject: 'Din aktivitet är ändrad till {day} klockan {time}',
      body: 'En aktivitet som du ska vara med på är ändrad till {day} klockan {time}. Logga in för att se var och varför.',
    },
    'sv-x-latt': {
      subject: 'Ny tid för din aktivitet: {day} klockan {time}',
      body: 'Din aktivitet har en ny tid. Den är {day} klockan {time}. Logga in och se var.',
    },
    en: {
      subject: 'Your activity is changed to {day} at {time}',
      body: 'An activity that you take part in is changed to {day} at {time}. Sign in to see where and why.',
    },
    ar: {
      subject: 'تغيّر موعد نشاطك إلى {day} الساعة {time}',
      body: 'تغيّر موعد نشاط تشارك فيه إلى {day} الساعة {time}. سجّل الدخول لترى أين ولماذا.',
    },
  },
  'delivery.session-called-off': {
    sv: {
      subject: 'Inställt: aktiviteten {day} klockan {time}',
      body: 'Aktiviteten {day} klockan {time} blir inte av för dig. Du behöver inte komma. Logga in för att se varför.',
    },
    'sv-x-latt': {
      subject: 'Inställt: {day} klockan {time}',
      body: 'Aktiviteten {day} klockan {time} är inställd. Du ska inte komma då.',
    },
    en: {
      subject: 'Called off: the activity on {day} at {time}',
      body: 'The activity on {day} at {time} will not take place for you. You need not come. Sign in to see why.',
    },
    ar: {
      subject: 'أُلغي: النشاط يوم {day} الساعة {time}',
      body: 'لن يُعقد النشاط يوم {day} الساعة {time} بالنسبة لك. لا حاجة للحضور. سجّل الدخول لترى السبب.',
    },
  },
  'delivery.series-called-off': {
    sv: {
      subject: 'Inställt: aktiviteterna från {day} klockan {time}',
      body: 'Aktiviteterna från och med {day} klockan {time} blir inte av för dig. Logga in för att se vilka och varför.',
    },
    'sv-x-latt': {
      subject: 'Inställt från {day}',
      body: 'Dina aktiviteter från {day} klockan {time} är inställda. Logga in och se vilka.',
    },
    en: {
      subject: 'Called off: the activities from {day} at {time}',
      body: 'The activities from {day} at {time} on will not take place for you. Sign in to see which and why.',
    },
    ar: {
      subject: 'أُلغيت: الأنشطة ابتداء من {day} الساعة {time}',
      body: 'لن تُعقد الأنشطة ابتداء من {day} الساعة {time} بالنسبة لك. سجّل الدخول لترى أيها ولماذا.',
    },
  },
  'delivery.meeting-called-off': {
    sv: {
      subject: 'Inställt: ditt möte {day} klockan {time}',
      body: 'Ditt möte med handledaren {day} klockan {time} blir inte av. Du får en ny tid. Logga in för att se mer.',
    },
    'sv-x-latt': {
      subject: 'Inställt möte: {day} klockan {time}',
      body: 'Mötet med din handledare {day} klockan {time} är inställt. Du får en ny tid.',
    },
    en: {
      subject: 'Called off: your meeting on {day} at {time}',
      body: 'Your meeting with the adviser on {day} at {time} will not take place. You will get another time. Sign in to see more.',
    },
    ar: {
      subject: 'أُلغي: اجتماعك يوم {day} الساعة {time}',
      body: 'لن يُعقد اجتماعك مع المشرف يوم {day} الساعة {time}. ستحصل على موعد آخر. سجّل الدخول لترى المزيد.',
    },
  },
  'delivery.reminder': {
    sv: {
      subject: 'I morgon klockan {times}',
      body: 'Kom ihåg: du har något bokat hos din leverantör {day} klockan {times}. Logga in för att se var. Säg till om du inte kan komma.',
    },
    'sv-x-latt': {
      subject: 'I morgon klockan {times}',
      body: 'Kom ihåg: du ska till ditt företag {day} klockan {times}. Kan du inte komma? Säg till.',
    },
    en: {
      subject: 'Tomorrow at {times}',
      body: 'Remember: you have something booked with your provider on {day} at {times}. Sign in to see where. Say so if you cannot come.',
    },
    ar: {
      subject: 'غدا الساعة {times}',
      body: 'تذكير: لديك موعد لدى مقدّم الخدمة يوم {day} الساعة {times}. سجّل الدخول لترى أين. أخبرنا إن لم تستطع الحضور.',
    },
  },
  'delivery.reminder-today': {
    sv: {
      subject: 'I dag klockan {times}',
      body: 'Kom ihåg: du har något bokat hos din leverantör i dag, {day}, klockan {times}. Logga in för att se var.',
    },
    'sv-x-latt': {
      subject: 'I dag klockan {times}',
      body: 'Kom ihåg: du ska till ditt företag i dag klockan {times}.',
    },
    en: {
      subject: 'Today at {times}',
      body: 'Remember: you have something booked with your provider today, {day}, at {times}. Sign in to see where.',
    },
    ar: {
      subject: 'اليوم الساعة {times}',
      body: 'تذكير: لديك موعد لدى مقدّم الخدمة اليوم، {day}، الساعة {times}. سجّل الدخول لترى أين.',
    },
  },
}
