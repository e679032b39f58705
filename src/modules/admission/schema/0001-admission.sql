-- How an organisation becomes a provider: tender terms, applications, judgements and decisions (programme 4.4, 10).
-- Nothing is ever changed: a draft is a row of its own, and so is every judgement. No table names a participant.
create schema admission;
grant usage on schema admission to krom_app;

-- A version of the tender terms (förfrågningsunderlag). It binds nobody until another person has published it.
create table admission.terms (
  id uuid primary key,
  version integer not null unique check (version > 0),
  content jsonb not null,
  drafted_by uuid not null,
  recorded_at timestamptz not null,
  unique (id, drafted_by)
);
select platform.open_table('admission.terms', 'select, insert');

create table admission.terms_decision (
  terms_id uuid primary key,
  drafted_by uuid not null,
  outcome text not null check (outcome in ('published', 'returned')),
  reason text check (length(reason) between 3 and 2000),
  on_day date not null,
  decided_by uuid not null,
  recorded_at timestamptz not null,
  foreign key (terms_id, drafted_by) references admission.terms (id, drafted_by),
  check (decided_by <> drafted_by),
  check (outcome = 'published' or reason is not null)
);
select platform.open_table('admission.terms_decision', 'select, insert');

create table admission.application (
  id uuid primary key,
  organisation_id uuid not null,
  terms_id uuid not null references admission.terms_decision,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (id, organisation_id),
  -- One application per organisation and version of the terms.
  unique (organisation_id, terms_id)
);

-- Every draft that was saved; the latest is the application.
create table admission.draft (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  content jsonb not null,
  replaces uuid unique references admission.draft,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (id, application_id),
  foreign key (application_id, organisation_id) references admission.application (id, organisation_id)
);
create unique index draft_first on admission.draft (application_id) where replaces is null;

-- From here on the application is frozen as it was sent.
create table admission.submission (
  application_id uuid primary key,
  organisation_id uuid not null,
  draft_id uuid not null,
  on_day date not null,
  due_on date not null check (due_on >= on_day),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  foreign key (application_id, organisation_id) references admission.application (id, organisation_id),
  foreign key (draft_id, application_id) references admission.draft (id, application_id)
);

create function admission.refuse_when_sent() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from admission.submission s where s.application_id = new.application_id) then
    raise exception 'the application % has been sent', new.application_id using constraint = 'draft_before_submission';
  end if;
  return new;
end $$;
create trigger draft_before_submission before insert on admission.draft for each row execute function admission.refuse_when_sent();

-- What one officer holds of one requirement, for an area on its own where that is how it is met.
create table admission.judgement (
  id uuid primary key default uuidv7(),
  application_id uuid not null references admission.submission,
  requirement text not null,
  area_code text,
  outcome text not null check (outcome in ('met', 'not-met')),
  reason text not null check (outcome = 'met' or length(reason) >= 3),
  -- The kind of answer that was judged, for equal treatment.
  answer_kind text not null,
  judged_by uuid not null,
  replaces uuid unique references admission.judgement,
  recorded_at timestamptz not null
);
create unique index judgement_first on admission.judgement (application_id, requirement, coalesce(area_code, ''), judged_by) where replaces is null;
create index on admission.judgement (requirement, answer_kind);

create table admission.decision (
  application_id uuid primary key,
  organisation_id uuid not null,
  reason text not null check (length(reason) between 3 and 4000),
  on_day date not null,
  decided_by uuid not null,
  recorded_at timestamptz not null,
  foreign key (application_id, organisation_id) references admission.application (id, organisation_id)
);

create table admission.area_decision (
  application_id uuid not null references admission.decision,
  organisation_id uuid not null,
  area_code text not null,
  outcome text not null check (outcome in ('admitted', 'refused')),
  grounds jsonb not null check (jsonb_typeof(grounds) = 'array'),
  contract_id uuid,
  primary key (application_id, area_code),
  check ((outcome = 'admitted') = (contract_id is not null)),
  check (outcome = 'admitted' or jsonb_array_length(grounds) > 0)
);

-- An organisation sees its own applications, the authority's follow-up those that were sent; the officers' judgements are
-- seen by the officers alone: the decision says what they came to.
do $$
declare name text;
begin
  foreach name in array array['application', 'draft', 'submission', 'decision', 'area_decision'] loop
    execute format('alter table admission.%I enable row level security', name);
    execute format('alter table admission.%I force row level security', name);
    execute format('create policy owner_all on admission.%I to current_user using (true) with check (true)', name);
    execute format('create policy app_sees on admission.%I for select to krom_app using (
      (current_setting(''krom.role'', true) = ''coordinator'' and organisation_id = platform.setting_uuid(''krom.organisation''))
      or current_setting(''krom.role'', true) = ''overseer'')', name);
    execute format('grant select, insert on admission.%I to krom_app', name);
  end loop;
  foreach name in array array['application', 'draft', 'submission'] loop
    execute format('create policy app_applies on admission.%I for insert to krom_app with check (
      current_setting(''krom.role'', true) = ''coordinator'' and organisation_id = platform.setting_uuid(''krom.organisation'')
      and recorded_by = platform.setting_uuid(''krom.user''))', name);
  end loop;
end $$;
create policy app_decides on admission.decision for insert to krom_app with check (
  current_setting('krom.role', true) = 'overseer' and decided_by = platform.setting_uuid('krom.user'));
create policy app_decides on admission.area_decision for insert to krom_app with check (current_setting('krom.role', true) = 'overseer');

alter table admission.judgement enable row level security;
alter table admission.judgement force row level security;
create policy owner_all on admission.judgement to current_user using (true) with check (true);
create policy app_judges on admission.judgement to krom_app using (current_setting('krom.role', true) = 'overseer')
  with check (current_setting('krom.role', true) = 'overseer' and judged_by = platform.setting_uuid('krom.user'));
grant select, insert on admission.judgement to krom_app;

-- What later modules read of entry to the market: numbers of applications and why they were refused.
create view admission.v_application with (security_invoker = true) as
  select a.id as application_id, a.organisation_id, a.terms_id, s.on_day as sent_on, d.on_day as decided_on, c.area_code, c.outcome, c.grounds
    from admission.application a
    join admission.submission s on s.application_id = a.id
    left join admission.decision d on d.application_id = a.id
    left join admission.area_decision c on c.application_id = a.id;
grant select on admission.v_application to krom_app;
