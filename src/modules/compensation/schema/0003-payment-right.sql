-- Who may approve money, for which office and how much (attesträtt): given and ended by an administrator, never to oneself.
create table compensation.payment_right (
  id uuid primary key default uuidv7(),
  user_id uuid not null references platform.user_account,
  -- Null for the whole authority.
  office_id uuid references platform.office,
  -- The most that one statement may pay: the office's part of it, or all of it where the right is for the whole authority.
  limit_ore bigint not null check (limit_ore between 1 and 10000000000000),
  valid_from date not null,
  valid_to date,
  -- Null when the house itself gave it.
  given_by uuid,
  recorded_at timestamptz not null,
  check (valid_to is null or valid_to > valid_from),
  constraint never_to_oneself check (given_by is distinct from user_id)
);
create index on compensation.payment_right (user_id);

-- That a right was ended earlier than it was given for.
create table compensation.payment_right_end (
  right_id uuid primary key references compensation.payment_right,
  valid_to date not null,
  ended_by uuid,
  recorded_at timestamptz not null
);

alter table compensation.payment_right enable row level security;
alter table compensation.payment_right force row level security;
create policy owner_all on compensation.payment_right to current_user using (true) with check (true);
create policy staff_sees on compensation.payment_right for select to krom_app using (
  current_setting('krom.role', true) in ('administrator', 'approver', 'overseer'));
create policy administrator_gives on compensation.payment_right for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and given_by = platform.setting_uuid('krom.user'));
grant select, insert on compensation.payment_right to krom_app;

alter table compensation.payment_right_end enable row level security;
alter table compensation.payment_right_end force row level security;
create policy owner_all on compensation.payment_right_end to current_user using (true) with check (true);
create policy staff_sees on compensation.payment_right_end for select to krom_app using (
  current_setting('krom.role', true) in ('administrator', 'approver', 'overseer'));
create policy administrator_ends on compensation.payment_right_end for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and ended_by = platform.setting_uuid('krom.user'));
grant select, insert on compensation.payment_right_end to krom_app;

create trigger never_changed before update or delete on compensation.payment_right for each row execute function compensation.refuse_change();
create trigger never_changed before update or delete on compensation.payment_right_end for each row execute function compensation.refuse_change();

create view compensation.v_payment_right with (security_invoker = true) as
  select r.id as right_id, r.user_id, r.office_id, r.limit_ore, r.valid_from,
         case when e.valid_to is null then r.valid_to else greatest(r.valid_from, least(r.valid_to, e.valid_to)) end as valid_to,
         r.given_by, r.recorded_at, e.ended_by
    from compensation.payment_right r left join compensation.payment_right_end e on e.right_id = r.id;
grant select on compensation.v_payment_right to krom_app;

-- What a statement pays, office by office, before what it takes back; for whoever is to approve it, also the lines of persons
-- whom that user may not see.
create function compensation.parts_by_office(wanted uuid) returns table (office_id uuid, part_ore bigint)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select a.office_id, coalesce(sum(l.amount_ore) filter (where l.amount_ore > 0), 0)::bigint
      from compensation.entitlement_line l
      left join registration.v_assignment a on a.case_id = l.case_id
     where l.statement_id = wanted and current_setting('krom.role', true) in ('approver', 'overseer', 'system')
     group by a.office_id;
  end;

-- Whether the user's rights of the day cover every office of the statement with its part.
create function compensation.holds_right(wanted uuid, approver uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with parts as (select p.office_id, p.part_ore, sum(p.part_ore) over () as all_ore from compensation.parts_by_office(wanted) p)
    select exists (select 1 from parts) and not exists (
      select 1 from parts p where not exists (
        select 1 from compensation.v_payment_right r
         where r.user_id = approver and r.valid_from <= platform.acting_on() and (r.valid_to is null or r.valid_to > platform.acting_on())
           and ((r.office_id = p.office_id and p.part_ore <= r.limit_ore) or (r.office_id is null and p.all_ore <= r.limit_ore))));
  end;

-- The second wall behind four eyes now also asks for the right.
create or replace function compensation.check_four_eyes() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  stated compensation.statement;
begin
  select * into stated from compensation.statement where id = new.statement_id for update;
  if new.provider_id <> stated.provider_id or new.approved_by = stated.made_by or compensation.decided_its_facts(new.statement_id, new.approved_by)
     or new.total_ore <> stated.total_ore or new.step > stated.needed_approvers
     or new.step <> 1 + (select count(*) from compensation.statement_approval a where a.statement_id = new.statement_id)
     or exists (select 1 from compensation.statement_return r where r.statement_id = new.statement_id) then
    raise exception 'four eyes: this approval is not valid' using errcode = 'check_violation', constraint = 'four_eyes';
  end if;
  if not compensation.holds_right(new.statement_id, new.approved_by) then
    raise exception 'four eyes: the approver has no right to approve this' using errcode = 'check_violation', constraint = 'payment_right';
  end if;
  return new;
end $$;

-- Whoever could approve before rights were written down can do so still: a billion kronor for the whole authority.
insert into compensation.payment_right (user_id, office_id, limit_ore, valid_from, valid_to, given_by, recorded_at)
select d.user_id, null, 100000000000, min(d.valid_from), nullif(max(coalesce(d.valid_to, 'infinity')), 'infinity'), null,
       min(d.valid_from)::timestamp at time zone 'Europe/Stockholm'
  from platform.duty d where d.role = 'approver' group by d.user_id;

-- Why a statement was sent back, as a code beside the words.
alter table compensation.statement_return add column code text not null default 'other'
  check (code in ('fact-wrong', 'amount-unlikely', 'evidence-missing', 'wrong-provider', 'other'));
