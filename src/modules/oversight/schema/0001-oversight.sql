-- How the assessment tool is used and overseen (programme 2, 4.2; EU 2024/1689): samples of abstentions and what reviewers find
-- of them, checks of the tool, what the authority itself writes in the AI act file, and the file's frozen editions.
create schema oversight;

-- A sample is drawn by chance; its seed and the days it is drawn from say which.
create table oversight.review_sample (
  id uuid primary key,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  seed bigint not null,
  size integer not null check (size > 0),
  population integer not null check (population >= size),
  drawn_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

create table oversight.review_item (
  id uuid primary key,
  sample_id uuid not null references oversight.review_sample,
  position integer not null check (position > 0),
  abstention_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  -- The office that had the case when its caseworker abstained, and who it was.
  office_id uuid,
  abstained_by uuid,
  constraint drawn_once unique (sample_id, abstention_id),
  constraint one_place_each unique (sample_id, position)
);
create index on oversight.review_item (case_id);
select platform.protect('oversight.review_item', array['overseer', 'system']);

-- What a reviewer finds of a reason; a second thought is a new row. Nobody reviews an abstention of one's own.
create table oversight.review_class (
  id uuid primary key,
  item_id uuid not null references oversight.review_item,
  case_id uuid not null,
  person_id uuid not null,
  verdict text not null check (verdict in ('valid', 'not-valid', 'administrative-error')),
  note text not null check (length(note) between 1 and 2000),
  replaces uuid unique references oversight.review_class,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create unique index first_class_once on oversight.review_class (item_id) where replaces is null;
create index on oversight.review_class (case_id);
select platform.protect('oversight.review_class', array['overseer', 'system']);

-- A check of the tool: asked for by a person, run by a job over cases that chance picks, kept for good. It names no person.
create table oversight.tool_check (
  id uuid primary key,
  seed bigint not null,
  cases integer not null check (cases > 0),
  variants integer not null check (variants > 0),
  requested_on date not null,
  requested_at timestamptz not null,
  requested_by uuid not null,
  model text,
  window_no integer,
  rules_key text,
  outcome jsonb,
  seals jsonb,
  ended_at timestamptz,
  constraint ended_whole check (
    (ended_at is null) = (outcome is null) and (ended_at is null) = (seals is null) and (ended_at is null) = (model is null))
);

-- What the authority itself must write in the AI act file; the one in force is the one not replaced.
create table oversight.act_statement (
  id uuid primary key,
  point text not null check (length(point) between 1 and 60),
  words text not null check (length(words) between 1 and 10000),
  replaces uuid unique references oversight.act_statement,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create unique index first_statement_once on oversight.act_statement (point) where replaces is null;

create table oversight.act_edition (
  id uuid primary key,
  language text not null check (language in ('sv', 'en')),
  html text not null,
  sha256 bytea not null,
  on_day date not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null
);

create function oversight.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'oversight is kept as recorded: % of %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
  held text;
begin
  foreach held in array array['review_sample', 'act_statement', 'act_edition'] loop
    execute format('create trigger never_changed before update or delete on oversight.%I for each row execute function oversight.refuse_change()', held);
  end loop;
  foreach held in array array['review_sample', 'tool_check', 'act_statement', 'act_edition'] loop
    execute format('alter table oversight.%I enable row level security', held);
    execute format('alter table oversight.%I force row level security', held);
    execute format('create policy owner_all on oversight.%I to current_user using (true) with check (true)', held);
    execute format('grant select, insert on oversight.%I to krom_app', held);
  end loop;
end $$;

create policy app_sees on oversight.review_sample for select to krom_app using (
  current_setting('krom.role', true) in ('overseer', 'administrator', 'analyst'));
create policy app_draws on oversight.review_sample for insert to krom_app with check (
  current_setting('krom.role', true) = 'overseer' and recorded_by = platform.setting_uuid('krom.user'));
create policy app_sees on oversight.tool_check for select to krom_app using (
  current_setting('krom.role', true) in ('overseer', 'administrator', 'analyst'));
create policy app_asks on oversight.tool_check for insert to krom_app with check (
  current_setting('krom.role', true) in ('overseer', 'administrator') and requested_by = platform.setting_uuid('krom.user') and ended_at is null);
create policy app_sees on oversight.act_statement for select to krom_app using (
  current_setting('krom.role', true) in ('overseer', 'administrator'));
create policy app_writes on oversight.act_statement for insert to krom_app with check (
  current_setting('krom.role', true) in ('overseer', 'administrator') and recorded_by = platform.setting_uuid('krom.user'));
create policy app_sees on oversight.act_edition for select to krom_app using (
  current_setting('krom.role', true) in ('overseer', 'administrator'));
create policy app_freezes on oversight.act_edition for insert to krom_app with check (
  current_setting('krom.role', true) in ('overseer', 'administrator') and frozen_by = platform.setting_uuid('krom.user'));

-- The office that had a case at a moment.
create function oversight.office_at(of_case uuid, moment timestamptz) returns uuid language sql stable
  begin atomic
    select (s.facts ->> 'officeId')::uuid from registration.v_step s
     where s.case_id = of_case and s.kind = 'registration.case-assigned' and s.recorded_at <= moment
     order by s.recorded_at desc, (s.facts ->> 'changed')::boolean desc limit 1;
  end;

-- Every answer that a caseworker gave to the tool's yes between two days, both counted. Never of a person with a protected identity.
create view oversight.v_answer with (security_invoker = true) as
  select x.answer_id, x.assessment_id, x.case_id, x.person_id, x.code, x.on_day, x.recorded_at, x.answered_by
    from (select a.abstention_id as answer_id, a.assessment_id, a.case_id, a.person_id, a.code, a.on_day, a.recorded_at, a.recorded_by as answered_by
            from decision.v_abstention a
          union all
          select d.decision_id, d.assessment_id, d.case_id, d.person_id, null, d.granted_on, d.recorded_at, d.decided_by
            from decision.v_decision d where d.kind = 'referral' and d.withdrawn_on is null) x
    join registration.v_person p on p.person_id = x.person_id and p.protection = 'none';
grant select on oversight.v_answer to krom_app;

-- How many answers of each kind were given to persons of each mix, over all persons: sums only, for those who compare offices. Whose
-- answers they were is told for one office at a time, to those who follow up the work.
create function oversight.answers(from_day date, to_day date, of_office uuid, age_from integer[], registered_from integer[])
  returns table (office_id uuid, caseworker_id uuid, month text, level text, age_group integer, education text, birth_region text,
                 disability boolean, registered_group integer, code text, answers integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with answer as (
      select oversight.office_at(x.case_id, x.recorded_at) as office, x.* from oversight.v_answer x where x.on_day between from_day and to_day
    )
    select x.office, case when of_office is not null then x.answered_by end, to_char(x.on_day, 'YYYY-MM'), m.level, width_bucket(m.age, age_from),
           m.education, m.birth_region, m.disability, width_bucket(m.registered_days, registered_from), x.code, count(*)::integer
      from answer x join assessment.v_case_mix m on m.assessment_id = x.assessment_id
     where (of_office is null or x.office = of_office)
       and current_setting('krom.role', true) = any (case when of_office is null then '{overseer,administrator,analyst,system}'::text[] else '{overseer,system}' end)
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  end;

-- The abstentions of a period, for who draws a sample of them.
create function oversight.abstentions_between(from_day date, to_day date) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select x.answer_id from oversight.v_answer x
     where x.code is not null and x.on_day between from_day and to_day and current_setting('krom.role', true) in ('overseer', 'system');
  end;

-- What reviewers have found, office by office: sums only.
create function oversight.review_counts(of_sample uuid) returns table (sample_id uuid, office_id uuid, verdict text, items integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select i.sample_id, i.office_id, c.verdict, count(*)::integer
      from oversight.review_item i
      left join oversight.review_class c on c.item_id = i.id and not exists (select 1 from oversight.review_class n where n.replaces = c.id)
     where (of_sample is null or i.sample_id = of_sample) and current_setting('krom.role', true) in ('overseer', 'administrator', 'analyst', 'system')
     group by 1, 2, 3;
  end;
