-- A case's decisions with their dates are asked for everyone when a month is closed: answered from the indexes, not from the rows.
drop index decision.decision_case_id_idx;
create index decisions_of_case on decision.decision (case_id) include (id, chain_id, level, price_model, decided_by);
drop index decision.decision_dates_decision_id_idx;
create index dates_of_decision on decision.decision_dates (decision_id) include (id, first_day, last_day);
