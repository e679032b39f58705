-- Nobody refers when the tool says no (programme 4.2), nor on an older yes when the newest assessment of the case says no,
-- nor without the window's criteria written down: what the domain checks, the database checks too.
create or replace function decision.tool_must_say_yes() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from assessment.v_assessment a
     where a.assessment_id = new.assessment_id and a.case_id = new.case_id and a.person_id = new.person_id
       and a.result = 'referable' and a.level = new.level and a.on_day <= new.granted_on
       -- An extension rests on its chain's assessment; a referral on the newest.
       and (new.kind = 'extension' or not exists (
         select 1 from assessment.v_assessment n where n.case_id = new.case_id and n.recorded_at > a.recorded_at))
  ) then
    raise exception 'the tool does not say yes at level %', new.level
      using errcode = 'check_violation', constraint = 'tool_says_no', schema = 'decision', table = 'decision';
  end if;
  return new;
end $$;

-- The ground comes after its decision in the same transaction, so this looks when it ends. `criteria_met` sees to the rest.
create function decision.referral_must_have_ground() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from decision.decision_ground g
     where g.decision_id = new.id and g.case_id = new.case_id and jsonb_array_length(g.criteria) > 0
  ) then
    raise exception 'a referral needs its ground with the criteria of the window'
      using errcode = 'check_violation', constraint = 'referral_has_ground', schema = 'decision', table = 'decision';
  end if;
  return null;
end $$;
create constraint trigger referral_has_ground after insert on decision.decision deferrable initially deferred
  for each row when (new.kind = 'referral' and current_user = 'krom_app') execute function decision.referral_must_have_ground();
