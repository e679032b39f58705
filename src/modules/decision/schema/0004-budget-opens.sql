-- When a cap is raised or lifted, the cases that wait for it come due at once. Run with the owner's rights: an administrator
-- sees neither the tasks nor the persons, and is told nothing but how many.
create function decision.call_back_waiting(cap uuid, on_day date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  called integer;
begin
  if current_setting('krom.role', true) is distinct from 'administrator' then
    raise exception 'only who keeps the caps calls back' using errcode = 'insufficient_privilege';
  end if;
  update platform.task t set due_on = least(t.due_on, on_day)
   where t.kind = 'decide-when-budget-opens' and t.closed_at is null
     and exists (select 1 from decision.budget_refusal r where r.cap_id = cap and r.case_id = t.case_id);
  get diagnostics called = row_count;
  return called;
end $$;
