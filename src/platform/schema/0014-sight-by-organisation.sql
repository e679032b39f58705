-- An adviser's own key is another at each organisation: whoever works for two of them, or goes with a contract from one to the other,
-- sees at the one nobody by what they had at the other. The key without an organisation goes when the modules have written their rows anew.
create function platform.own_key(account uuid, organisation uuid) returns uuid language sql immutable parallel safe
  return md5('own:' || account || ':' || organisation)::uuid;

-- As before. Whoever has no duty at the organisation today sees nobody there, except the organisation's own system, which acts for the
-- whole of it.
create or replace function platform.narrowed_to(account uuid, duty_role text, organisation uuid, today date) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  places uuid[];
  whole boolean;
begin
  select array_agg(p.address_id) filter (where p.address_id is not null), bool_or(p.address_id is null) into places, whole
    from platform.duty d left join platform.duty_place p on p.duty_id = d.id
   where d.user_id = account and d.organisation_id = organisation and d.role = duty_role
     and d.valid_from <= today and (d.valid_to is null or d.valid_to > today);
  if whole is null then
    return case when not exists (select 1 from platform.system_key k where k.id = account and k.organisation_id = organisation) then '{}'::uuid[] end;
  end if;
  if duty_role = 'adviser' and platform.own_only(organisation) then return array[platform.own_key(account, organisation), account]; end if;
  return case when whole then null else array[platform.own_key(account, organisation), account] || places end;
end $$;
