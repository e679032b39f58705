-- A month is closed by a run over every contract; what it has done is told by its rows in month_closed, each saved with the
-- contract's statement, so that a run that is broken off anywhere goes on where it was (programme 5).
create table compensation.month_run (
  id uuid primary key,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- A correction makes again what was returned in a month that is closed.
  kind text not null check (kind in ('close', 'correction')),
  -- Null when the calendar asked.
  requested_by uuid,
  requested_at timestamptz not null,
  contracts integer check (contracts >= 0),
  started_at timestamptz,
  ended_at timestamptz,
  constraint ends_after_start check (ended_at is null or started_at is not null)
);
-- Two runs of a month at once, or a second closing of it, cannot be.
create unique index one_run_at_a_time on compensation.month_run (month) where ended_at is null;
create unique index closed_once on compensation.month_run (month) where kind = 'close';

alter table compensation.month_closed
  add column run_id uuid references compensation.month_run,
  add column cases integer not null default 0,
  add column lines integer not null default 0,
  add column total_ore bigint not null default 0,
  add constraint once_in_a_run unique (run_id, contract_id);

create function compensation.sees_runs() returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('approver', 'overseer')
$$;
alter table compensation.month_run enable row level security;
alter table compensation.month_run force row level security;
create policy owner_all on compensation.month_run to current_user using (true) with check (true);
create policy app_sees on compensation.month_run for select to krom_app using (compensation.sees_runs());
create policy app_requests on compensation.month_run for insert to krom_app with check (
  current_setting('krom.role', true) = 'approver' and requested_by = platform.setting_uuid('krom.user') and started_at is null);
grant select, insert on compensation.month_run to krom_app;

alter table compensation.month_closed enable row level security;
alter table compensation.month_closed force row level security;
create policy owner_all on compensation.month_closed to current_user using (true) with check (true);
create policy app_sees on compensation.month_closed for select to krom_app using (compensation.sees_runs());
grant select on compensation.month_closed to krom_app;

-- Whether a run of the month is alive: it holds this lock for as long as its process lives.
create function compensation.run_is_alive(of_month text) returns boolean language sql stable as $$
  select exists (
    select 1 from pg_catalog.pg_locks l
     where l.locktype = 'advisory' and l.granted and l.objsubid = 2
       and l.classid = (hashtext('compensation.month-run')::bigint & 4294967295)::oid and l.objid = (hashtext(of_month)::bigint & 4294967295)::oid
       and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database()))
$$;

create view compensation.v_month_run with (security_invoker = true) as
  select r.id as run_id, r.month, r.kind, r.requested_by, r.requested_at, r.started_at, r.ended_at,
         case when r.ended_at is not null then 'done' when compensation.run_is_alive(r.month) then 'running' else 'waiting' end as state,
         greatest(r.contracts, d.contracts) as contracts, coalesce(d.contracts, 0) as contracts_done, coalesce(d.cases, 0) as cases_done,
         coalesce(d.statements, 0) as statements, coalesce(d.lines, 0) as lines, coalesce(d.total_ore, 0) as total_ore, coalesce(d.open_cases, 0) as open_cases
    from compensation.month_run r
    left join lateral (
      select count(*) as contracts, sum(m.cases) as cases, count(m.statement_id) as statements, sum(m.lines) as lines, sum(m.total_ore) as total_ore,
             sum(m.open_cases) as open_cases
        from compensation.month_closed m where m.run_id = r.id) d on true;
grant select on compensation.v_month_run to krom_app;

-- A statement is the sum of its lines, now asked once a statement instead of once a line: when lines come, of each statement
-- that they came to (all lines of one come together), and of the statement itself at commit, so that none is without.
drop trigger statement_is_its_lines on compensation.entitlement_line;
create function compensation.check_sums_of_new_lines() returns trigger language plpgsql as $$
declare
  wrong uuid;
begin
  select n.statement_id into wrong
    from (select distinct statement_id from new_lines) n
    join compensation.statement s on s.id = n.statement_id
    cross join lateral (
      select sum(l.amount_ore) as ore, count(*) as lines, bool_and(l.provider_id = s.provider_id and l.contract_id = s.contract_id) as own
        from compensation.entitlement_line l where l.statement_id = s.id) posted
   where posted.ore <> s.total_ore or posted.lines <> s.line_count or not posted.own
   limit 1;
  if found then
    raise exception 'statement % is not the sum of its lines', wrong using errcode = 'check_violation', constraint = 'statement_is_its_lines';
  end if;
  return null;
end $$;
create trigger statement_is_its_lines after insert on compensation.entitlement_line
  referencing new table as new_lines for each statement execute function compensation.check_sums_of_new_lines();

-- What is posted under a contract is summed from the index alone; the lines are wide.
drop index compensation.entitlement_line_contract_id_case_id_idx;
create index posted_under_contract on compensation.entitlement_line (contract_id, case_id, entitlement_key) include (amount_ore, statement_id, person_id);
