-- Windows compared before they are signed, and switches planned on a day (programme 4.2). Nothing here names a person: a
-- comparison is counts, and those under five are hidden before it is shown.

create table assessment.window_comparison (
  id uuid primary key,
  -- Each side: its number where it is a window with one, its conditions and its cut points.
  before jsonb not null,
  after jsonb not null,
  on_day date not null,
  requested_by uuid not null references platform.user_account,
  requested_at timestamptz not null,
  -- How far it has come: written by the job with each batch, so that one broken off goes on where it was.
  model text,
  people integer check (people >= 0),
  people_done integer not null default 0,
  last_case uuid,
  tally jsonb,
  deadweight jsonb,
  ended_at timestamptz,
  constraint ended_with_a_tally check (ended_at is null or (tally is not null and deadweight is not null and model is not null))
);
create index on assessment.window_comparison (requested_at desc);

create table assessment.window_plan (
  id uuid primary key,
  -- 1–6 are the published windows.
  number integer not null unique check (number between 7 and 99),
  from_day date not null,
  law jsonb not null,
  reason text not null check (length(reason) between 3 and 2000),
  comparison_id uuid not null references assessment.window_comparison,
  drafted_on date not null,
  drafted_by uuid not null references platform.user_account,
  drafted_at timestamptz not null,
  constraint never_retroactive check (from_day > drafted_on)
);

-- What was done to a plan: approved or sent back by another than who drafted it, or taken back before its day.
create table assessment.window_plan_step (
  plan_id uuid not null references assessment.window_plan,
  kind text not null check (kind in ('approved', 'returned', 'withdrawn')),
  reason text not null check (length(reason) <= 2000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account,
  primary key (plan_id, kind)
);

-- Four eyes and no way back after the day, also where a use case forgot.
create function assessment.check_plan_step() returns trigger language plpgsql as $$
declare
  plan assessment.window_plan := (select p from assessment.window_plan p where p.id = new.plan_id);
begin
  if new.on_day >= plan.from_day then
    raise exception 'the day of the plan has come';
  end if;
  if new.kind <> 'withdrawn' and new.recorded_by = plan.drafted_by then
    raise exception 'who drafted the plan may not decide on it';
  end if;
  if exists (select 1 from assessment.window_plan_step s where s.plan_id = new.plan_id and (s.kind in ('returned', 'withdrawn') or new.kind = 'returned')) then
    raise exception 'the plan is decided';
  end if;
  return new;
end $$;
create trigger four_eyes before insert on assessment.window_plan_step for each row execute function assessment.check_plan_step();

create function assessment.follows_windows() returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('administrator', 'analyst', 'overseer', 'system')
$$;

alter table assessment.window_comparison enable row level security;
alter table assessment.window_comparison force row level security;
create policy owner_all on assessment.window_comparison to current_user using (true) with check (true);
create policy app_sees on assessment.window_comparison for select to krom_app using (assessment.follows_windows());
create policy app_asks on assessment.window_comparison for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and requested_by = platform.setting_uuid('krom.user') and ended_at is null and tally is null);
grant select, insert on assessment.window_comparison to krom_app;

alter table assessment.window_plan enable row level security;
alter table assessment.window_plan force row level security;
create policy owner_all on assessment.window_plan to current_user using (true) with check (true);
create policy app_sees on assessment.window_plan for select to krom_app using (assessment.follows_windows());
create policy app_drafts on assessment.window_plan for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and drafted_by = platform.setting_uuid('krom.user'));
grant select, insert on assessment.window_plan to krom_app;

alter table assessment.window_plan_step enable row level security;
alter table assessment.window_plan_step force row level security;
create policy owner_all on assessment.window_plan_step to current_user using (true) with check (true);
create policy app_sees on assessment.window_plan_step for select to krom_app using (assessment.follows_windows());
create policy app_decides on assessment.window_plan_step for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and recorded_by = platform.setting_uuid('krom.user'));
grant select, insert on assessment.window_plan_step to krom_app;
