-- Versions of the model beside the one that Krom is shipped with: edited by hand, trained elsewhere, or an older one taken up
-- again. Nothing here is ever changed: what becomes of a version is a row about it. No row names a jobseeker.
create table assessment.model_version (
  id uuid primary key,
  -- Stands in every assessment that the version makes.
  name text not null unique check (name ~ '^[a-z0-9-]{3,80}$'),
  kind text not null check (kind in ('edited', 'trained', 'restored')),
  -- The version that an edit was made on, or that is taken up again.
  made_from text,
  changes jsonb not null check (jsonb_typeof(changes) = 'array'),
  model jsonb not null check (jsonb_typeof(model) = 'object'),
  card jsonb not null check (jsonb_typeof(card) = 'object'),
  -- SHA-256 of a trained model's document.
  document_hash text unique check (document_hash ~ '^[0-9a-f]{64}$'),
  prepared_on date not null,
  prepared_by uuid not null,
  recorded_at timestamptz not null,
  unique (id, prepared_by),
  constraint trained_has_a_document check ((kind = 'trained') = (document_hash is not null)),
  constraint others_are_made_from_one check ((kind = 'trained') = (made_from is null)),
  constraint edits_are_told check ((kind = 'edited') = (jsonb_array_length(changes) > 0))
);

-- What a version changes for the people who are registered, counted by group; sums only. Counted by a job.
create table assessment.model_effect (
  version_id uuid primary key references assessment.model_version,
  -- The model that answered when it was counted.
  against text not null,
  on_day date not null,
  rules_key text not null,
  effect jsonb not null check (jsonb_typeof(effect) = 'object'),
  recorded_at timestamptz not null
);

-- Nothing is sent for approval before its effect is counted: the key says so.
create table assessment.model_submission (
  version_id uuid primary key references assessment.model_effect,
  reason text not null check (length(reason) between 3 and 2000),
  from_day date not null,
  sent_on date not null,
  sent_by uuid not null,
  recorded_at timestamptz not null,
  unique (version_id, sent_by, from_day),
  constraint from_a_day_ahead check (from_day > sent_on)
);

create table assessment.model_decision (
  version_id uuid primary key,
  prepared_by uuid not null,
  sent_by uuid not null,
  from_day date not null,
  outcome text not null check (outcome in ('approved', 'returned')),
  reason text check (length(reason) between 3 and 2000),
  decided_on date not null,
  decided_by uuid not null,
  recorded_at timestamptz not null,
  foreign key (version_id, prepared_by) references assessment.model_version (id, prepared_by),
  foreign key (version_id, sent_by, from_day) references assessment.model_submission (version_id, sent_by, from_day),
  constraint four_eyes check (decided_by <> prepared_by and decided_by <> sent_by),
  constraint returned_with_a_reason check (outcome = 'approved' or reason is not null),
  constraint approved_before_its_day check (outcome = 'returned' or from_day > decided_on)
);

-- A version that is given up before it answers.
create table assessment.model_withdrawal (
  version_id uuid primary key references assessment.model_version,
  reason text not null check (length(reason) between 3 and 2000),
  withdrawn_on date not null,
  withdrawn_by uuid not null,
  recorded_at timestamptz not null
);

create function assessment.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name;
end $$;

create trigger never_changed before update or delete on assessment.model_version for each row execute function assessment.refuse_change();
create trigger never_changed before update or delete on assessment.model_effect for each row execute function assessment.refuse_change();
create trigger never_changed before update or delete on assessment.model_submission for each row execute function assessment.refuse_change();
create trigger never_changed before update or delete on assessment.model_decision for each row execute function assessment.refuse_change();
create trigger never_changed before update or delete on assessment.model_withdrawal for each row execute function assessment.refuse_change();

-- A version whose day has come answers; it can be followed by another, never taken out of what it has answered.
create function assessment.withdraws_before_its_day() returns trigger language plpgsql as $$
begin
  if exists (select 1 from assessment.model_decision d
              where d.version_id = new.version_id and d.outcome = 'approved' and d.from_day <= new.withdrawn_on) then
    raise exception 'the version answers already';
  end if;
  return new;
end $$;
create trigger before_its_day before insert on assessment.model_withdrawal for each row execute function assessment.withdraws_before_its_day();

-- The model is an open book to the authority; a jobseeker's own explanation is made with the model that assessed.
create function assessment.reads_models() returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('administrator', 'analyst', 'overseer', 'caseworker')
$$;

alter table assessment.model_version enable row level security;
alter table assessment.model_version force row level security;
create policy owner_all on assessment.model_version to current_user using (true) with check (true);
create policy app_sees on assessment.model_version for select to krom_app using (assessment.reads_models() or exists (
  select 1 from assessment.model_decision d where d.version_id = id and d.outcome = 'approved'));
create policy app_prepares on assessment.model_version for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and prepared_by = platform.setting_uuid('krom.user'));
grant select, insert on assessment.model_version to krom_app;

alter table assessment.model_effect enable row level security;
alter table assessment.model_effect force row level security;
create policy owner_all on assessment.model_effect to current_user using (true) with check (true);
create policy app_sees on assessment.model_effect for select to krom_app using (assessment.reads_models());
grant select on assessment.model_effect to krom_app;

alter table assessment.model_submission enable row level security;
alter table assessment.model_submission force row level security;
create policy owner_all on assessment.model_submission to current_user using (true) with check (true);
create policy app_sees on assessment.model_submission for select to krom_app using (assessment.reads_models());
create policy app_sends on assessment.model_submission for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and sent_by = platform.setting_uuid('krom.user'));
grant select, insert on assessment.model_submission to krom_app;

-- Everybody's acts may rest on the model in force, so everybody may know which it is.
alter table assessment.model_decision enable row level security;
alter table assessment.model_decision force row level security;
create policy owner_all on assessment.model_decision to current_user using (true) with check (true);
create policy app_sees on assessment.model_decision for select to krom_app using (true);
create policy app_decides on assessment.model_decision for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and decided_by = platform.setting_uuid('krom.user'));
grant select, insert on assessment.model_decision to krom_app;

alter table assessment.model_withdrawal enable row level security;
alter table assessment.model_withdrawal force row level security;
create policy owner_all on assessment.model_withdrawal to current_user using (true) with check (true);
create policy app_sees on assessment.model_withdrawal for select to krom_app using (true);
create policy app_withdraws on assessment.model_withdrawal for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and withdrawn_by = platform.setting_uuid('krom.user'));
grant select, insert on assessment.model_withdrawal to krom_app;
