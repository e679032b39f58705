-- Ties the acting user to the person whose number the sign-in broker vouches for, when that person is registered and nobody is
-- tied yet: imported or registered by staff, and now signing in. The person's key, or null when there is none to tie.
create function registration.claim_own_person(on_day date) returns uuid language plpgsql security definer set search_path = pg_catalog as $$
declare
  own uuid := (
    select p.person_id from platform.identity_claim i
      join registration.person p on p.identity_number = regexp_replace(i.identity_number, '\D', '', 'g')
     where i.user_id = platform.setting_uuid('krom.user'));
begin
  if own is null or exists (select 1 from platform.user_account u where u.person_id = own) then
    return null;
  end if;
  perform platform.link_person(platform.setting_uuid('krom.user'), own);
  perform platform.grant_access(own, platform.setting_uuid('krom.user'), 'self', on_day, null);
  return own;
end $$;
