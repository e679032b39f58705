-- Work and studies after the service: signals, claims with evidence, and what the employment service makes of them.
-- Facts are rows that are never overwritten; a corrected claim is a new row of the same series.
create schema outcomes;

-- Somebody says that work or studies have begun (R1); nothing is paid on it.
create table outcomes.signal (
  id uuid primary key,
  case_id uuid not null,
  person_id uuid not null,
  -- Null when it comes from the participant or a caseworker.
  provider_id uuid,
  told_by text not null check (told_by in ('participant', 'provider', 'caseworker')),
  kind text not null check (kind in ('work', 'studies')),
  extent_percent integer check (extent_percent between 1 and 100),
  starts_on date not null,
  employer text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((told_by = 'provider') = (provider_id is not null))
);
create index on outcomes.signal (case_id);
create index on outcomes.signal (person_id);

-- A provider's claim that an outcome has lasted (R2).
create table outcomes.claim (
  id uuid primary key,
  -- The first claim of its series; corrections belong to the same. The latest verified one of a series is what counts.
  series_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  kind text not null check (kind in ('work', 'studies')),
  subsidised boolean not null,
  extent_percent integer check (extent_percent between 1 and 100),
  pace_percent integer check (pace_percent between 1 and 100),
  first_day date not null,
  -- Null while it goes on.
  last_day date check (last_day >= first_day),
  employer text not null,
  organisation_number text,
  occupation text,
  replaces uuid unique references outcomes.claim,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check ((id = series_id) = (replaces is null)),
  check (kind = 'studies' or pace_percent is null),
  check (kind = 'work' or (extent_percent is null and not subsidised))
);
create index on outcomes.claim (case_id);
create index on outcomes.claim (person_id);
create index on outcomes.claim (provider_id);
create index on outcomes.claim (series_id);

-- Shown to nobody by the browser: served as a download, under the type that its content has.
create table outcomes.evidence (
  id uuid primary key,
  claim_id uuid not null references outcomes.claim,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  sha256 bytea not null check (sha256 = sha256(bytes)),
  recorded_at timestamptz not null,
  recorded_by uuid,
  unique (claim_id, sha256)
);
create index on outcomes.evidence (claim_id);

-- Who found that it holds, or not: that person never approves the money that comes of it.
create table outcomes.verification (
  claim_id uuid primary key references outcomes.claim,
  case_id uuid not null,
  person_id uuid not null,
  provider_id uuid not null,
  outcome text not null check (outcome in ('verified', 'refused')),
  reason text not null check (length(reason) between 3 and 2000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index on outcomes.verification (case_id);

create function outcomes.has_evidence() returns trigger language plpgsql as $$
begin
  if new.outcome = 'verified' and not exists (select 1 from outcomes.evidence e where e.claim_id = new.claim_id) then
    raise exception 'nothing is verified without evidence' using errcode = 'check_violation', constraint = 'evidence_needed';
  end if;
  return new;
end $$;
create trigger evidence_needed before insert on outcomes.verification for each row execute function outcomes.has_evidence();

select platform.protect('outcomes.signal', array['jobseeker', 'caseworker', 'approver', 'overseer', 'coordinator', 'adviser']);
select platform.protect('outcomes.claim', array['jobseeker', 'caseworker', 'approver', 'overseer']);
select platform.protect('outcomes.evidence', array['caseworker', 'approver', 'overseer']);
select platform.protect('outcomes.verification', array['jobseeker', 'caseworker', 'approver', 'overseer']);

-- A provider's own signals and claims stay open to it after its access to the case has ended (programme 12), others' never.
create policy provider_sees_own on outcomes.signal to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));
create policy provider_sees_own on outcomes.claim to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));
create policy provider_sees_own on outcomes.evidence to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'))
  with check (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));
create policy provider_sees_own on outcomes.verification for select to krom_app
  using (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider_id = platform.setting_uuid('krom.organisation'));

-- The latest verified claim of each series: what later modules take as the outcome.
create view outcomes.v_outcome with (security_invoker = true) as
  select distinct on (c.series_id) c.series_id, c.id as claim_id, c.case_id, c.person_id, c.provider_id, c.kind, c.subsidised, c.extent_percent,
         c.pace_percent, c.first_day, c.last_day, v.recorded_at as verified_at, v.recorded_by as verified_by,
         (select f.recorded_at from outcomes.claim f where f.id = c.series_id) as reported_at
    from outcomes.claim c
    join outcomes.verification v on v.claim_id = c.id and v.outcome = 'verified'
   order by c.series_id, c.recorded_at desc, c.id desc;
grant select on outcomes.v_outcome to krom_app;

-- The module's part of the case's page.
create view outcomes.v_step with (security_invoker = true) as
  select case_id, person_id, starts_on as on_day, recorded_at, recorded_by, 'outcomes.outcome-signalled' as kind, 'outcomes.signalMonths' as rule,
         jsonb_build_object('signalId', id, 'kind', kind, 'toldBy', told_by, 'extentPercent', extent_percent, 'startsOn', starts_on) as facts
    from outcomes.signal
  union all
  select case_id, person_id, first_day, recorded_at, recorded_by, 'outcomes.outcome-claimed', 'outcomes.claimMonths',
         jsonb_build_object('claimId', id, 'kind', kind, 'firstDay', first_day, 'lastDay', last_day, 'corrects', replaces)
    from outcomes.claim
  union all
  select v.case_id, v.person_id, v.on_day, v.recorded_at, v.recorded_by,
         case v.outcome when 'verified' then 'outcomes.outcome-verified' else 'outcomes.outcome-refused' end, 'outcomes.stages',
         jsonb_build_object('claimId', v.claim_id, 'kind', c.kind, 'firstDay', c.first_day, 'lastDay', c.last_day, 'reason', v.reason)
    from outcomes.verification v join outcomes.claim c on c.id = v.claim_id;
grant select on outcomes.v_step to krom_app;

-- What an outcome is judged by. A provider that once had the participant may signal and claim long after its access to the
-- case has ended, so it is told these days and nothing else; null for whoever neither sees the person nor had the participant.
create function outcomes.service_facts(wanted_case uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  person uuid;
  own uuid := platform.setting_uuid('krom.organisation');
  role_now text := current_setting('krom.role', true);
  facts jsonb;
begin
  select c.person_id into person from registration.v_case c where c.case_id = wanted_case;
  if person is null then return null; end if;
  if role_now <> 'system' and not exists (
       select 1 from platform.access a where a.person_id = person and a.holder = any (array[platform.setting_uuid('krom.user'), own])
          and a.valid_from <= platform.acting_on() and (a.valid_to is null or a.valid_to > platform.acting_on()))
     and not (role_now in ('coordinator', 'adviser') and exists (
       select 1 from market.v_placement p where p.case_id = wanted_case and p.provider_id = own)) then
    return null;
  end if;
  select jsonb_build_object('personId', person, 'officeId', c.office_id, 'caseworkerId', c.caseworker_user_id, 'wantedPercent', p.wanted_extent_percent,
    'decisions', coalesce((select jsonb_agg(jsonb_build_object('chainId', d.chain_id, 'firstDay', d.first_day, 'lastDay', d.last_day))
       from decision.v_decision d where d.case_id = wanted_case and d.first_day is not null and d.withdrawn_on is null), '[]'),
    'spells', coalesce((select jsonb_agg(jsonb_build_object('providerId', m.provider_id, 'firstDay', m.first_day, 'lastDay', m.last_day))
       from market.v_placement m where m.case_id = wanted_case), '[]'),
    'outcomes', coalesce((select jsonb_agg(jsonb_build_object('claimId', o.claim_id, 'seriesId', o.series_id, 'kind', o.kind, 'subsidised', o.subsidised,
         'extentPercent', o.extent_percent, 'pacePercent', o.pace_percent, 'firstDay', o.first_day, 'lastDay', o.last_day)
         order by o.reported_at, o.series_id)
       from outcomes.v_outcome o where o.case_id = wanted_case), '[]'))
    into facts
    from registration.v_case c join registration.v_person p on p.person_id = c.person_id
   where c.case_id = wanted_case;
  return facts;
end $$;
