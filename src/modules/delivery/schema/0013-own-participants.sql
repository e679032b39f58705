-- Who has a participant follows the adviser of the spell, where the provider lets its advisers see their own alone.
create function delivery.note_own_adviser() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not platform.own_only(new.provider_id) then return new; end if;
  update platform.access set valid_to = greatest(platform.acting_on(), valid_from)
   where person_id = new.person_id and ground = 'own:' || new.placement_id and valid_to is null;
  insert into platform.access (person_id, holder, ground, valid_from)
    values (new.person_id, new.adviser_id, 'own:' || new.placement_id, platform.acting_on());
  perform set_config('krom.seen', '', true);
  return new;
end $$;
create trigger own_adviser after insert on delivery.spell_adviser for each row execute function delivery.note_own_adviser();

-- The coordinator says whether the organisation's advisers see their own participants alone; from then on, with those they have now.
create function delivery.let_advisers_see(own_alone boolean, moment timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  organisation uuid := platform.setting_uuid('krom.organisation');
  today date := platform.acting_on();
begin
  if current_setting('krom.role', true) is distinct from 'coordinator' or organisation is null then
    raise exception 'a coordinator says what the own advisers see';
  end if;
  insert into platform.own_participants (organisation_id, own, recorded_at, recorded_by)
    values (organisation, own_alone, moment, platform.setting_uuid('krom.user'));
  update platform.access x set valid_to = greatest(today, x.valid_from)
    from delivery.spell_adviser a
   where a.provider_id = organisation and x.person_id = a.person_id and x.ground = 'own:' || a.placement_id and x.valid_to is null;
  if own_alone then
    insert into platform.access (person_id, holder, ground, valid_from)
      select a.person_id, a.adviser_id, 'own:' || a.placement_id, today from delivery.spell_adviser a
       where a.provider_id = organisation and not exists (select 1 from delivery.spell_adviser n where n.replaces = a.id);
  end if;
end $$;
