-- Notices go out on more channels; which carrier takes each is the operator's to set up.
alter table platform.notice drop constraint notice_channel_check;
alter table platform.notice add constraint notice_channel_check
  check (channel in ('email', 'sms', 'digital-mailbox', 'letter', 'screen'));
