-- A provider's contacts with employers (programme 4.5): facts of their own, that concern some of its participants or none.

create table delivery.employer_contact (
  id uuid primary key,
  provider_id uuid not null,
  on_day date not null,
  kind text not null,
  employer text not null check (length(employer) between 1 and 200),
  workplace text,
  result text not null,
  -- For the provider's own eyes: it may tell of several participants.
  note text,
  withdrawn boolean not null default false,
  replaces uuid unique references delivery.employer_contact,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on delivery.employer_contact (provider_id, on_day desc);

-- Whom it concerned.
create table delivery.employer_contact_person (
  contact_id uuid not null references delivery.employer_contact,
  case_id uuid not null,
  person_id uuid not null,
  placement_id uuid not null,
  provider_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (contact_id, case_id)
);
create index on delivery.employer_contact_person (case_id);
select platform.protect('delivery.employer_contact_person');

-- With the eyes of who asks: row-level security of the table it reads has the say.
create function delivery.sees_somebody_of(contact uuid) returns boolean language sql stable
  begin atomic
    select exists (select 1 from delivery.employer_contact_person p where p.contact_id = contact);
  end;

-- The provider sees its own; anybody else those that concern a person whom they see.
alter table delivery.employer_contact enable row level security;
alter table delivery.employer_contact force row level security;
create policy owner_all on delivery.employer_contact to current_user using (true) with check (true);
create policy app_sees on delivery.employer_contact for select to krom_app using (
  (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  or delivery.sees_somebody_of(id));
create policy app_logs on delivery.employer_contact for insert to krom_app with check (
  current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation')
  and recorded_by = platform.setting_uuid('krom.user'));
grant select, insert on delivery.employer_contact to krom_app;

-- Neither corrected nor withdrawn; also for who sees the old row and not the new one, which concerned others.
create function delivery.contact_stands(contact uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select 1 from delivery.employer_contact c where c.id = contact and not c.withdrawn)
       and not exists (select 1 from delivery.employer_contact n where n.replaces = contact);
  end;

create view delivery.v_employer_contact with (security_invoker = true) as
  select c.id as contact_id, c.provider_id, c.on_day, c.kind, c.employer, c.workplace, c.result, c.note, c.recorded_at, c.recorded_by
    from delivery.employer_contact c
   where not c.withdrawn and delivery.contact_stands(c.id);
grant select on delivery.v_employer_contact to krom_app;

create view delivery.v_contact_of_case with (security_invoker = true) as
  select p.case_id, p.person_id, p.placement_id, c.contact_id, c.provider_id, c.on_day, c.kind, c.employer, c.workplace, c.result,
         c.recorded_at, c.recorded_by
    from delivery.employer_contact_person p join delivery.v_employer_contact c on c.contact_id = p.contact_id;
grant select on delivery.v_contact_of_case to krom_app;

-- The case's page tells them too: what it told before, and these.
do $$
declare so_far text := rtrim(pg_get_viewdef('delivery.v_step'::regclass), '; ');
begin
  execute 'create or replace view delivery.v_step with (security_invoker = true) as ' || so_far || ' union all
  select c.case_id, c.person_id, c.on_day, c.recorded_at, c.recorded_by, ''delivery.employer-contacted'', ''delivery.employerContactKinds'',
         jsonb_build_object(''contactId'', c.contact_id, ''employer'', c.employer, ''kind'', c.kind, ''result'', c.result)
    from delivery.v_contact_of_case c';
end $$;
