-- What the provider does with the participant: mapping, plan, meetings, activities, absences and what is reported of them.
-- Facts are rows that are never overwritten; a correction names the row that it replaces. The participant answers to one exact row.
create schema delivery;

-- Who of the provider's staff has the participant; a later row takes over.
create table delivery.spell_adviser (
  id uuid primary key default uuidv7(),
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  adviser_id uuid not null,
  from_day date not null,
  replaces uuid unique references delivery.spell_adviser,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index spell_adviser_first on delivery.spell_adviser (placement_id) where replaces is null;
create index on delivery.spell_adviser (adviser_id);
create index on delivery.spell_adviser (case_id);
select platform.protect('delivery.spell_adviser');

-- That a mapping was made; what was said in it stands apart, for fewer eyes.
create table delivery.mapping (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  on_day date not null,
  replaces uuid unique references delivery.mapping,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index mapping_first on delivery.mapping (placement_id) where replaces is null;
create index on delivery.mapping (case_id);
select platform.protect('delivery.mapping');

create table delivery.mapping_content (
  mapping_id uuid primary key references delivery.mapping,
  case_id uuid not null,
  person_id uuid not null,
  needs text not null,
  strengths text not null,
  obstacles text not null,
  language text not null,
  health text not null,
  wanted_work text not null
);
create index on delivery.mapping_content (case_id);
select platform.protect('delivery.mapping_content', array['jobseeker', 'caseworker', 'coordinator', 'adviser']);

create table delivery.plan (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  decision_id uuid not null,
  version integer not null check (version > 0),
  goals text not null,
  activities jsonb not null,
  hours_per_week numeric(5, 2) not null check (hours_per_week > 0 and hours_per_week * 4 = trunc(hours_per_week * 4)),
  language_support boolean not null,
  agreed_on date not null,
  replaces uuid unique references delivery.plan,
  recorded_at timestamptz not null,
  recorded_by uuid,
  unique (placement_id, version)
);
create unique index plan_first on delivery.plan (placement_id) where replaces is null;
create index on delivery.plan (case_id);
select platform.protect('delivery.plan');

create table delivery.plan_answer (
  id uuid primary key default uuidv7(),
  plan_id uuid not null references delivery.plan,
  case_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('agreed', 'comment')),
  comment text,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index plan_agreed_once on delivery.plan_answer (plan_id) where answer = 'agreed';
create index on delivery.plan_answer (plan_id);
create index on delivery.plan_answer (case_id);
select platform.protect('delivery.plan_answer');

create table delivery.plan_decision (
  plan_id uuid primary key references delivery.plan,
  case_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('approved', 'returned')),
  why text,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (outcome = 'approved' or why is not null)
);
create index on delivery.plan_decision (case_id);
select platform.protect('delivery.plan_decision');

-- A meeting as planned; moving it is a new row. What came of it is the attendance.
create table delivery.meeting (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  starts_at timestamptz not null,
  on_day date not null,
  minutes integer not null check (minutes between 5 and 480),
  mode text not null check (mode in ('physical', 'video', 'telephone')),
  individual boolean not null,
  adviser_id uuid,
  place text,
  replaces uuid unique references delivery.meeting,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.meeting (case_id, on_day);
create index on delivery.meeting (provider_id, on_day);
select platform.protect('delivery.meeting');

-- What the participant says before the meeting.
create table delivery.meeting_answer (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references delivery.meeting,
  case_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('coming', 'cannot')),
  comment text,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.meeting_answer (meeting_id, recorded_at);
create index on delivery.meeting_answer (case_id);
select platform.protect('delivery.meeting_answer');

-- Three separate facts: did the person come, did the meeting take place, why not (programme 4.5).
create table delivery.attendance (
  id uuid primary key,
  meeting_id uuid not null references delivery.meeting,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  came text not null check (came in ('yes', 'no', 'partly')),
  took_place boolean not null,
  reason text,
  minutes integer not null check (minutes between 0 and 480),
  mode text not null check (mode in ('physical', 'video', 'telephone')),
  individual boolean not null,
  language_support boolean not null,
  job_proposals integer not null check (job_proposals between 0 and 99),
  progress text,
  replaces uuid unique references delivery.attendance,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (reason is not null or (came = 'yes' and took_place))
);
create unique index attendance_first on delivery.attendance (meeting_id) where replaces is null;
create index on delivery.attendance (case_id);
select platform.protect('delivery.attendance');

create table delivery.activity_entry (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  on_day date not null,
  code text not null,
  hours numeric(4, 2) not null check (hours > 0 and hours <= 24 and hours * 4 = trunc(hours * 4)),
  mode text not null check (mode in ('physical', 'remote')),
  with_whom text not null check (with_whom in ('adviser', 'provider-staff', 'other-actor', 'own')),
  came text not null check (came in ('yes', 'no', 'partly')),
  took_place boolean not null,
  reason text,
  language_support boolean not null,
  job_proposals integer not null check (job_proposals between 0 and 99),
  note text,
  -- Logged by mistake: the row that it replaces counts no longer, and neither does this.
  withdrawn boolean not null,
  replaces uuid unique references delivery.activity_entry,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (not withdrawn or replaces is not null),
  check (reason is not null or (came = 'yes' and took_place))
);
create index on delivery.activity_entry (case_id, on_day);
select platform.protect('delivery.activity_entry');

-- The participant's answer to one exact row: a corrected row has to be answered anew.
create table delivery.confirmation (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  subject_kind text not null check (subject_kind in ('meeting', 'activity')),
  -- The attendance or the activity entry.
  subject_id uuid not null,
  answer text not null check (answer in ('confirmed', 'disputed')),
  comment text,
  replaces uuid unique references delivery.confirmation,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index confirmation_first on delivery.confirmation (subject_id) where replaces is null;
create index on delivery.confirmation (case_id);
select platform.protect('delivery.confirmation');

create table delivery.dispute_settled (
  confirmation_id uuid primary key references delivery.confirmation,
  case_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('stands', 'does-not-stand')),
  why text not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.dispute_settled (case_id);
select platform.protect('delivery.dispute_settled');

-- An absence or another deviation. Reasons can tell of health: not for those who only pay.
create table delivery.deviation_report (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  kind text not null,
  meeting_id uuid references delivery.meeting,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  minutes integer check (minutes > 0),
  reason text,
  description text,
  replaces uuid unique references delivery.deviation_report,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((kind = 'absence') = (reason is not null))
);
create index on delivery.deviation_report (case_id);
select platform.protect('delivery.deviation_report', array['jobseeker', 'caseworker', 'coordinator', 'adviser', 'overseer']);

create table delivery.deviation_decision (
  deviation_id uuid primary key references delivery.deviation_report,
  case_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'not-accepted')),
  why text,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (outcome = 'accepted' or why is not null)
);
create index on delivery.deviation_decision (case_id);
select platform.protect('delivery.deviation_decision', array['jobseeker', 'caseworker', 'coordinator', 'adviser', 'overseer']);

-- One per participant, provider and calendar month, derived from the log; a changed log before the signature, or a report
-- that was not approved, gives a new version.
create table delivery.periodic_report (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  placement_ids uuid[] not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  version integer not null check (version > 0),
  content jsonb not null,
  digest text not null,
  due_on date not null,
  payable_until date not null,
  replaces uuid unique references delivery.periodic_report,
  recorded_at timestamptz not null,
  recorded_by uuid,
  unique (case_id, provider_id, month, version)
);
create unique index periodic_report_first on delivery.periodic_report (case_id, provider_id, month) where replaces is null;
create index on delivery.periodic_report (provider_id, month);
select platform.protect('delivery.periodic_report');

create table delivery.report_signature (
  report_id uuid primary key references delivery.periodic_report,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  -- The conditions of the rule that did not hold when it was signed; empty = approved by rule.
  failed text[] not null,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index on delivery.report_signature (case_id);
select platform.protect('delivery.report_signature');

create table delivery.report_decision (
  report_id uuid primary key references delivery.report_signature,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  outcome text not null check (outcome in ('approved', 'not-approved')),
  how text not null check (how in ('rule', 'person')),
  why text,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (how = 'person' or outcome = 'approved'),
  check (outcome = 'approved' or why is not null)
);
create index on delivery.report_decision (case_id);
select platform.protect('delivery.report_decision');

create table delivery.final_report (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  occupation text not null,
  done jsonb not null,
  progress text not null,
  next_step text not null,
  due_on date not null,
  on_day date not null,
  replaces uuid unique references delivery.final_report,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create unique index final_report_first on delivery.final_report (placement_id) where replaces is null;
create index on delivery.final_report (case_id);
select platform.protect('delivery.final_report');

-- A provider's own reports stay open to it after its access to the case has ended: late ones are signed, and paid, until 12
-- months after their month, and the final report stays readable (programme 4.6, 12). Others' never.
create policy provider_sees_own on delivery.periodic_report for select to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));
create policy provider_sees_own on delivery.report_signature to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));
create policy provider_sees_own on delivery.report_decision to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation')
              and how = 'rule');
create policy provider_sees_own on delivery.final_report for select to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));

-- The provider's adviser with the fewest participants on the day, ties by key. The one who chooses a provider may not see all cases, so the count is made for them.
create function delivery.next_adviser(provider uuid, on_day date) returns uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select d.user_id
      from platform.duty d
      left join lateral (
        select count(*) as participants
          from delivery.spell_adviser a
          join market.v_placement p on p.placement_id = a.placement_id
         where a.adviser_id = d.user_id and (p.last_day is null or p.last_day >= on_day)
           and not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id)
      ) load on true
     where d.role = 'adviser' and d.organisation_id = provider
       and d.valid_from <= on_day and (d.valid_to is null or d.valid_to > on_day)
     order by load.participants, d.user_id
     limit 1;
  end;
