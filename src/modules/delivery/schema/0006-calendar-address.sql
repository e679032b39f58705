-- The secret address of a person's calendar: only its hash is kept. A new one takes over from the old; one without a hash ends it.

create table delivery.calendar_address (
  id uuid primary key,
  user_id uuid not null references platform.user_account,
  role text not null check (role in ('jobseeker', 'coordinator', 'adviser')),
  -- Null for a jobseeker.
  organisation_id uuid references platform.organisation,
  token_hash bytea unique,
  language text not null,
  replaces uuid unique references delivery.calendar_address,
  recorded_at timestamptz not null
);
create unique index calendar_address_first on delivery.calendar_address (user_id, role, organisation_id) nulls not distinct where replaces is null;

alter table delivery.calendar_address enable row level security;
alter table delivery.calendar_address force row level security;
create policy owner_all on delivery.calendar_address to current_user using (true) with check (true);
create policy app_own on delivery.calendar_address to krom_app
  using (user_id = platform.setting_uuid('krom.user')) with check (user_id = platform.setting_uuid('krom.user'));
grant select, insert on delivery.calendar_address to krom_app;

create view delivery.v_calendar_address with (security_invoker = true) as
  select a.* from delivery.calendar_address a
   where not exists (select 1 from delivery.calendar_address n where n.replaces = a.id);
grant select on delivery.v_calendar_address to krom_app;

-- Whose calendar the secret opens, while the duty it was made under lasts. A calendar program has no sign-in, so this asks for it.
create function delivery.calendar_holder(hash bytea, on_day date)
  returns table (user_id uuid, role text, organisation_id uuid, person_id uuid, name text, language text)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select a.user_id, a.role, a.organisation_id, u.person_id, u.display_name, a.language
      from delivery.calendar_address a
      join platform.user_account u on u.id = a.user_id
     where a.token_hash = hash
       and not exists (select 1 from delivery.calendar_address n where n.replaces = a.id)
       and exists (
         select 1 from platform.duty d
          where d.user_id = a.user_id and d.role = a.role and (a.role = 'jobseeker' or d.organisation_id = a.organisation_id)
            and d.valid_from <= on_day and (d.valid_to is null or d.valid_to > on_day));
  end;
