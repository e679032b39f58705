-- What the participant has applied for, for the report of the month.
create view vacancies.v_application with (security_invoker = true) as
  select id as application_id, case_id, person_id, headline, employer, applied_on, told_by
    from vacancies.application;
grant select on vacancies.v_application to krom_app;
