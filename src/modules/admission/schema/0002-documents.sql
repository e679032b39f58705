-- Documents that an application rests on, and applications that the applicant takes back (programme 10).
create table admission.document (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  -- What it shows: the topic of the requirements it belongs to.
  topic text not null check (topic in ('references', 'credit', 'competence', 'lease', 'accessibility', 'declaration')),
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  sha256 bytea not null check (sha256 = sha256(bytes)),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (id, organisation_id),
  foreign key (application_id, organisation_id) references admission.application (id, organisation_id)
);
create index on admission.document (application_id);
create trigger draft_before_submission before insert on admission.document for each row execute function admission.refuse_when_sent();

-- A document that was taken away before the application was sent; the officers never see it.
create table admission.document_removed (
  document_id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  foreign key (document_id, organisation_id) references admission.document (id, organisation_id)
);
create trigger draft_before_submission before insert on admission.document_removed for each row execute function admission.refuse_when_sent();

-- Taken back by the applicant before it was decided; a new one may then be begun under the same terms.
create table admission.withdrawal (
  application_id uuid primary key,
  organisation_id uuid not null,
  reason text check (length(reason) <= 2000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  foreign key (application_id, organisation_id) references admission.application (id, organisation_id)
);
alter table admission.application drop constraint application_organisation_id_terms_id_key;
create index on admission.application (organisation_id, terms_id);

-- An application ends once: decided or taken back.
create function admission.refuse_second_end() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from admission.withdrawal w where w.application_id = new.application_id)
     or exists (select 1 from admission.decision d where d.application_id = new.application_id) then
    raise exception 'the application % has ended', new.application_id using constraint = 'ends_once';
  end if;
  return new;
end $$;
create trigger ends_once before insert on admission.withdrawal for each row execute function admission.refuse_second_end();
create trigger ends_once before insert on admission.decision for each row execute function admission.refuse_second_end();

do $$
declare name text;
begin
  foreach name in array array['document', 'document_removed', 'withdrawal'] loop
    execute format('alter table admission.%I enable row level security', name);
    execute format('alter table admission.%I force row level security', name);
    execute format('create policy owner_all on admission.%I to current_user using (true) with check (true)', name);
    execute format('create policy app_sees on admission.%I for select to krom_app using (
      (current_setting(''krom.role'', true) = ''coordinator'' and organisation_id = platform.setting_uuid(''krom.organisation''))
      or current_setting(''krom.role'', true) = ''overseer'')', name);
    execute format('create policy app_applies on admission.%I for insert to krom_app with check (
      current_setting(''krom.role'', true) = ''coordinator'' and organisation_id = platform.setting_uuid(''krom.organisation'')
      and recorded_by = platform.setting_uuid(''krom.user''))', name);
    execute format('grant select, insert on admission.%I to krom_app', name);
  end loop;
end $$;
