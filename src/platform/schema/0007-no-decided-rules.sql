-- Asked at the start of every transaction; most days of most houses nothing is decided, and then there is nothing to sort.
create or replace function platform.decided_rules(on_day date) returns jsonb language plpgsql stable as $$
begin
  if not exists (select 1 from platform.rule_value) then
    return null;
  end if;
  return (
    select jsonb_agg(jsonb_build_object('id', latest.id, 'name', latest.name, 'from', latest.from_day, 'value', latest.value) order by latest.name)
      from (
        select distinct on (v.name) v.id, v.name, v.from_day, v.value from platform.v_rule_value v
         where v.from_day <= on_day order by v.name, v.from_day desc, v.id desc
      ) latest);
end $$;
