-- A policy looks at its own table alone; that a plan is taken back before its day is a trigger's to say.
drop policy app_withdraws on platform.rule_plan_withdrawn;
create policy app_withdraws on platform.rule_plan_withdrawn for insert to krom_app with check (
  current_setting('krom.role', true) = 'administrator' and recorded_by = platform.setting_uuid('krom.user') and on_day = platform.acting_on());

create function platform.refuse_late_withdrawal() returns trigger language plpgsql as $$
begin
  if exists (select 1 from platform.rule_value v where v.plan_id = new.plan_id and v.from_day <= new.on_day) then
    raise exception 'the day of the plan has come';
  end if;
  return new;
end $$;
create trigger before_the_day before insert on platform.rule_plan_withdrawn for each row execute function platform.refuse_late_withdrawal();
