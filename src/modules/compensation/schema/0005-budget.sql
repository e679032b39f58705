-- The budget: what is appropriated and planned, how people stand who will be paid for, what was posted, and the forecasts
-- that were kept when months closed. Everything here is sums; no person is named.

-- An appropriation's amount for a month or a year, or the number of new referrals planned. In force until replaced.
create table compensation.budget_figure (
  id uuid primary key,
  kind text not null check (kind in ('appropriation', 'new-decisions')),
  appropriation text,
  period text not null check (period ~ '^20[0-9]{2}(-(0[1-9]|1[0-2]))?$'),
  value bigint not null check (value >= 0),
  reason text not null check (length(reason) between 3 and 2000),
  replaces uuid unique references compensation.budget_figure,
  entered_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint appropriation_is_named check ((kind = 'appropriation') = (appropriation is not null)),
  constraint never_retroactive check (period >= to_char(entered_on, 'YYYY') and (length(period) = 4 or period >= to_char(entered_on, 'YYYY-MM')))
);
create unique index first_figure_once on compensation.budget_figure (kind, coalesce(appropriation, ''), period) where replaces is null;

create table compensation.budget_forecast (
  id uuid primary key,
  -- The month in which it was made, the first that it is about.
  made_in text not null unique check (made_in ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  made_on date not null,
  rules_key text not null,
  cases bigint not null,
  recorded_at timestamptz not null
);

create table compensation.budget_forecast_line (
  forecast_id uuid not null references compensation.budget_forecast,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  dimension text not null check (dimension in ('all', 'kind-level', 'area', 'office')),
  key text not null,
  expected_ore bigint not null,
  low_ore bigint not null,
  high_ore bigint not null,
  primary key (forecast_id, dimension, key, month),
  constraint interval_holds_the_mean check (low_ore <= expected_ore and expected_ore <= high_ore)
);

create trigger never_changed before update or delete on compensation.budget_figure for each row execute function compensation.refuse_change();
create trigger never_changed before update or delete on compensation.budget_forecast for each row execute function compensation.refuse_change();
create trigger never_changed before update or delete on compensation.budget_forecast_line for each row execute function compensation.refuse_change();

create function compensation.follows_budget() returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('approver', 'analyst', 'administrator', 'system')
$$;

alter table compensation.budget_figure enable row level security;
alter table compensation.budget_figure force row level security;
create policy owner_all on compensation.budget_figure to current_user using (true) with check (true);
create policy app_sees on compensation.budget_figure for select to krom_app using (compensation.follows_budget());
create policy app_enters on compensation.budget_figure for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and recorded_by = platform.setting_uuid('krom.user'));
grant select, insert on compensation.budget_figure to krom_app;

alter table compensation.budget_forecast enable row level security;
alter table compensation.budget_forecast force row level security;
create policy owner_all on compensation.budget_forecast to current_user using (true) with check (true);
create policy app_sees on compensation.budget_forecast for select to krom_app using (compensation.follows_budget());
grant select on compensation.budget_forecast to krom_app;

alter table compensation.budget_forecast_line enable row level security;
alter table compensation.budget_forecast_line force row level security;
create policy owner_all on compensation.budget_forecast_line to current_user using (true) with check (true);
create policy app_sees on compensation.budget_forecast_line for select to krom_app using (compensation.follows_budget());
grant select on compensation.budget_forecast_line to krom_app;

create function compensation.month_number(on_day date) returns integer language sql immutable as $$
  select extract(year from on_day)::integer * 12 + extract(month from on_day)::integer
$$;

-- How everyone stands who is or will be paid for, counted by all that a forecast needs to know; `shift` in months from the day's
-- own. Run with the owner's rights, for the sums cover also those whom the reader may not see.
create function compensation.budget_cells(on_day date, month_days integer)
  returns table (state text, level text, price_model text, area_code text, office_id uuid, served integer, granted integer, shift integer, cases bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  with chain as materialized (
    select d.chain_id, d.case_id, min(d.first_day) as first_day, max(d.last_day) as last_day, max(d.granted_on) as granted_on, sum(d.days)::integer as days,
           (array_agg(d.level order by d.position desc))[1] as level, (array_agg(d.price_model order by d.position desc))[1] as price_model,
           (array_agg(d.area_code order by d.position desc))[1] as area_code, min(d.ended_on) as ended_on
      from decision.v_decision d
     where d.withdrawn_on is null and d.granted_on <= on_day and compensation.follows_budget()
     group by d.chain_id, d.case_id
  ), stopped as materialized (
    select i.chain_id, min(i.last_day) as last_day from decision.v_interruption i where i.return_on is null group by i.chain_id
  ), refused as materialized (
    select s.facts->>'claimId' as claim_id from outcomes.v_step s where s.kind = 'outcomes.outcome-refused'
  ), begun as materialized (
    select s.case_id, (coalesce(s.facts->>'startsOn', s.facts->>'firstDay'))::date as on_day
      from outcomes.v_step s
     where s.kind in ('outcomes.outcome-signalled', 'outcomes.outcome-claimed')
       and not exists (select 1 from refused r where r.claim_id = s.facts->>'claimId')
  ), proven as materialized (
    select o.case_id, o.first_day from outcomes.v_outcome o
  ), paid as materialized (
    select distinct l.case_id, l.chain_first_day from compensation.v_line l
     where l.kind <> 'base_fee' and l.amount_ore > 0 and l.statement_state <> 'returned'
  ), standing as (
    select c.*, a.office_id, b.on_day as begun_on, v.on_day as proven_on,
           case when x.last_day is not null or c.ended_on is not null then least(x.last_day, c.ended_on, c.last_day) else c.last_day end as service_end,
           x.last_day is not null or c.ended_on is not null as cut_short,
           exists (select 1 from paid p where p.case_id = c.case_id and p.chain_first_day = c.first_day) as is_paid
      from chain c
      left join registration.v_assignment a on a.case_id = c.case_id
      left join stopped x on x.chain_id = c.chain_id
      left join lateral (select max(g.on_day) as on_day from begun g where g.case_id = c.case_id and g.on_day >= c.first_day) b on true
      left join lateral (select max(g.first_day) as on_day from proven g where g.case_id = c.case_id and g.first_day >= c.first_day) v on true
  ), told as (
    select s.*, coalesce(s.proven_on, s.begun_on) as outcome_on, date_trunc('month', on_day::timestamp)::date as month_day
      from standing s where not s.is_paid
  ), placed as (
    select case
             when t.first_day is null then case when t.granted_on > on_day - 90 then 'coming' end
             when t.proven_on is not null then 'verified'
             when t.begun_on is not null and t.begun_on <= on_day then 'begun'
             when t.service_end < on_day then case when not t.cut_short and t.service_end > on_day - 60 then 'left' end
             when t.first_day >= t.month_day then 'coming'
             else 'in-service'
           end as state, t.*
      from told t
  )
  select p.state, p.level, p.price_model, p.area_code, p.office_id,
         case when p.state in ('verified', 'begun') then greatest(0, (p.outcome_on - p.first_day) / month_days)
              when p.state = 'in-service' then greatest(0, (p.month_day - p.first_day) / month_days)
              else 0 end as served,
         (p.days::numeric / month_days)::integer as granted,
         case when p.first_day is null then 1
              when p.state in ('verified', 'begun') then compensation.month_number(p.outcome_on) - compensation.month_number(on_day)
              when p.state = 'left' then compensation.month_number(p.service_end) - compensation.month_number(on_day)
              when p.state = 'coming' then compensation.month_number(p.first_day) - compensation.month_number(on_day)
              else 0 end as shift,
         count(*)
    from placed p
   where p.state is not null
   group by 1, 2, 3, 4, 5, 6, 7, 8
$$;

-- New referrals of the months, by what the forecast tells apart.
create function compensation.recent_referrals(from_day date, until_day date)
  returns table (level text, price_model text, area_code text, office_id uuid, cases bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select d.level, d.price_model, d.area_code, a.office_id, count(*)
    from decision.v_decision d left join registration.v_assignment a on a.case_id = d.case_id
   where d.kind = 'referral' and d.granted_on >= from_day and d.granted_on < until_day and compensation.follows_budget()
   group by 1, 2, 3, 4
$$;

-- What was posted, by the statement's month; returned statements were never paid.
create function compensation.budget_posted(from_month text, to_month text)
  returns table (month text, kind text, level text, posted_ore bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.statement_month, case when l.kind like 'outcome_payment%' then 'outcome_payment' else l.kind end, l.level, sum(l.amount_ore)::bigint
    from compensation.v_line l
   where l.statement_month between from_month and to_month and l.statement_state <> 'returned' and compensation.follows_budget()
   group by 1, 2, 3
$$;
