-- How a person wants to be told (programme 3, channels); a later choice replaces, one without a channel takes the choice back.
create table registration.chosen_channel (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  channel text check (channel in ('email', 'sms', 'digital-mailbox', 'letter')),
  replaces uuid unique references registration.chosen_channel,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index chosen_channel_first on registration.chosen_channel (person_id) where replaces is null;
create index on registration.chosen_channel (case_id);
select platform.protect('registration.chosen_channel', array['jobseeker', 'caseworker']);

create view registration.v_chosen_channel with (security_invoker = true) as
  select c.id, c.case_id, c.person_id, c.channel, c.recorded_at
    from registration.chosen_channel c
   where not exists (select 1 from registration.chosen_channel n where n.replaces = c.id);
grant select on registration.v_chosen_channel to krom_app;
