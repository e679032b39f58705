-- Abstentions from a referral that the tool said yes to (programme 4.2), for those who follow how often and why.
create view decision.v_abstention with (security_invoker = true) as
  select id as abstention_id, case_id, person_id, assessment_id, code, text, on_day, recorded_at, recorded_by
    from decision.abstention;
grant select on decision.v_abstention to krom_app;
create index on decision.abstention (on_day);
create index on decision.decision (granted_on) where kind = 'referral';
