-- Dated permissions to meet otherwise, decided by the authority with four eyes (programme 4.5). Nothing here names a participant.

create table delivery.waiver (
  id uuid primary key,
  rule text not null check (rule in ('telephone-meeting', 'no-physical-meeting')),
  -- Null = everywhere.
  area_code text,
  first_day date not null,
  last_day date not null,
  -- The decision that it rests on, by number or name.
  decision text not null check (length(decision) between 3 and 300),
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account,
  constraint ends_after_it_begins check (last_day >= first_day)
);
create index on delivery.waiver (first_day desc);

create table delivery.waiver_decision (
  waiver_id uuid primary key references delivery.waiver,
  outcome text not null check (outcome in ('approved', 'returned')),
  why text,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references platform.user_account,
  check (outcome = 'approved' or why is not null)
);

-- Four eyes also where a use case forgot.
create function delivery.check_waiver_decision() returns trigger language plpgsql as $$
begin
  if exists (select 1 from delivery.waiver w where w.id = new.waiver_id and w.recorded_by = new.recorded_by) then
    raise exception 'who entered the waiver may not decide on it';
  end if;
  return new;
end $$;
create trigger four_eyes before insert on delivery.waiver_decision for each row execute function delivery.check_waiver_decision();

do $$
declare held text;
begin
  foreach held in array array['waiver', 'waiver_decision'] loop
    execute format('alter table delivery.%I enable row level security', held);
    execute format('alter table delivery.%I force row level security', held);
    execute format('create policy owner_all on delivery.%I to current_user using (true) with check (true)', held);
    -- A permission is a rule, and rules are public.
    execute format('create policy app_sees on delivery.%I for select to krom_app using (true)', held);
    execute format(
      'create policy app_enters on delivery.%I for insert to krom_app with check (
         current_setting(''krom.role'', true) = ''administrator'' and recorded_by = platform.setting_uuid(''krom.user''))', held);
    execute format('grant select, insert on delivery.%I to krom_app', held);
  end loop;
end $$;

create view delivery.v_waiver with (security_invoker = true) as
  select w.id as waiver_id, w.rule, w.area_code, w.first_day, w.last_day, w.decision, w.recorded_at, w.recorded_by,
         d.outcome, d.why, d.on_day as decided_on, d.recorded_by as decided_by
    from delivery.waiver w left join delivery.waiver_decision d on d.waiver_id = w.id;
grant select on delivery.v_waiver to krom_app;
