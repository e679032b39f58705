-- A corrected informative report replaces the old one, which stays (programme 4.5, corrections are new reports).
alter table delivery.informative_report add column replaces uuid unique references delivery.informative_report;

create view delivery.v_informative_report with (security_invoker = true) as
  select r.id as informative_id, r.case_id, r.person_id, r.placement_id, r.provider_id, r.need, r.words, r.on_day, r.replaces, r.recorded_at,
         r.recorded_by, a.words as answer_words, a.on_day as answered_on, a.recorded_by as answered_by,
         exists (select 1 from delivery.informative_report n where n.replaces = r.id) as replaced
    from delivery.informative_report r left join delivery.informative_answer a on a.report_id = r.id;
grant select on delivery.v_informative_report to krom_app;
