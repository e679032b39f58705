-- `grant_access` for many, in one statement.
create function platform.grant_all_access(granted jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into platform.access (person_id, holder, ground, valid_from, valid_to)
    select g.person, g.holder, g.ground, g.from_day, g.to_day
      from jsonb_to_recordset(granted) as g (person uuid, holder uuid, ground text, from_day date, to_day date);
  perform set_config('krom.seen', '', true);
end $$;
