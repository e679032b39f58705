-- Who approved a case's plans is asked for everyone when a month is closed: answered from the indexes, not from the wide rows.
drop index delivery.plan_case_id_idx;
create index plans_of_case on delivery.plan (case_id) include (id);
drop index delivery.plan_decision_case_id_idx;
create index plan_decisions_of_case on delivery.plan_decision (case_id, plan_id) include (outcome, recorded_by);
