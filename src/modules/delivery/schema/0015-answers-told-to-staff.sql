-- A participant may tell the employment service what stands in the log; 'staff' = written down by whom `recorded_by` says.
alter table delivery.confirmation
  add column told_by text not null default 'participant' check (told_by in ('participant', 'staff'));
