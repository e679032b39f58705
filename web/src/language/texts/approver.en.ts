import type { ApproverText } from './approver.sv.ts'

export const texts: Record<ApproverText, string> = {
  'nav.home': 'To approve',
  'nav.all': 'All statements',
  'provider-unknown': 'Unknown provider',

  'home.title': 'To approve',
  'home.lead':
    'Statements that wait for approval. Those that one more approval pays come first, then the largest amounts.',
  'home.sentence':
    '{n, plural, one {1 statement} other {# statements}} of {amount} in all {n, plural, one {waits} other {wait}}',
  'home.largest': 'Largest: {list}.',
  'home.empty': 'Nothing waits for approval',
  'home.empty-words': "A statement is made for each contract when the month's reports are due. It then shows here.",

  'all.title': 'All statements',
  'all.lead': 'Waiting, paid and sent back.',
  'all.every': 'All',
  'all.empty': 'No statements',
  'all.empty-words': 'The first one is made when a month is closed.',

  'column.provider': 'Provider',
  'column.month': 'Month',
  'column.area': 'Area',
  'column.state': 'State',
  'column.lines': 'Lines',
  'column.total': 'Sum',

  'statement.eyes': '{n} of {needed} approvals',
  'statement.title': '{provider}, {month}',
  'statement.any': 'Statement',
  'statement.area': 'Delivery area {area}',
  'statement.returned': 'Sent back by {name}:',
  'statement.made-by-job': 'Made by the system on {day}.',
  'statement.made-by': 'Made by {name} on {day}.',
  'statement.hidden':
    '{n, plural, one {1 line} other {# lines}} of {amount} are about persons with protected identity and are shown to named staff only.',

  'change.title': 'What has changed?',
  'change.first': 'The first statement of the contract. There is nothing to compare with.',
  'change.same': 'The same sum as in {month}.',
  'change.more': '{amount} more than in {month}.',
  'change.less': '{amount} less than in {month}.',
  'change.kind': 'Kind',
  'change.now': 'Now',
  'change.before': 'Before',
  'change.difference': 'Difference',
  'change.new-cases': '{n, plural, =0 {No new participants} one {1 new participant} other {# new participants}}',
  'change.ended-cases':
    '{n, plural, =0 {No participants are gone} one {1 participant is no longer in it} other {# participants are no longer in it}}',
  'change.corrections': '{n, plural, one {1 correction} other {# corrections}} of what was posted before:',

  'lines.outliers': 'Stands out ({n, number})',
  'lines.ordinary': 'Ordinary base fees ({n, number})',

  'approve.title': 'Your approval',
  'approve.pay': 'Approve and pay {amount}',
  'approve.pay-title': 'Approve and pay',
  'approve.first': 'Approve {amount} as the first person',
  'approve.first-title': 'Approve as the first person',
  'approve.sentence': 'You approve {amount} to {provider}.',
  'approve.differences': 'The largest differences from the statement before:',
  'approve.pay-words':
    'The money is paid. It cannot be undone. A fault is mended by a difference in the next statement.',
  'approve.first-words': 'Another person must approve too before anything is paid.',
  'approve.paid': '{amount} is approved and will be paid.',
  'approve.first-done': '{amount} is approved by you. Now another person is needed.',
  'approve.seen-by': 'The provider, other approvers and the follow-up of providers.',
  'approve.not-you': 'You cannot approve this statement',
  'because.four-eyes-fact':
    'You decided or verified something that the statement rests on. Ask a colleague with payment right.',
  'because.four-eyes-preparer': 'You made the statement. Another person must approve.',
  'because.four-eyes-same-person': 'You have approved already. Now another person is needed.',
  'because.already-approved': 'The statement is already approved.',
  'because.already-returned': 'The statement is sent back.',
  'because.not-allowed': 'Your role has no payment right.',
  'because.other': 'Ask a colleague with payment right.',
  'return.open': 'Send it back instead',
  'return.reason': 'Why?',
  'return.reason-help':
    'The provider reads the reason. The lines count as not posted and come again when the fault is mended.',
  'return.reason-missing': 'Write why the statement is sent back.',
  'return.submit': 'Send the statement back',
  'return.done': 'The statement is sent back. Nothing is paid.',
  'return.seen-by': 'The provider, other approvers and the follow-up of providers.',

  'close.open': 'Close a month now',
  'close.title': 'Close {month}',
  'close.words':
    'Otherwise done by itself on the day after the reports are due. Only differences from what is already posted enter the statements for {month}.',
  'close.effect': 'Compute {month} and make the statements',
  'close.done': 'The computing of {month} has begun. The statements show here as they are made.',
  'close.seen-by': 'Approvers, and each provider its own.',

  'case.any': 'Case',
  'case.lead': 'Every krona that the case has given, and what it rests on.',
  'case.about': 'About the person',
  'case.total': '{provider}: {posted} posted, of which {paid} paid.',
  'case.empty': 'The case has given no payment',
  'case.empty-words': 'The first line comes when a month in service is reported, approved and closed.',
}
