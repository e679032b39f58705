-- What each provider would expect of a switch of window (programme 4.2). It tells of business, so it stands apart from the
-- comparison: administrators and analysts read it, no provider and no participant.
create table assessment.window_comparison_providers (
  comparison_id uuid primary key references assessment.window_comparison,
  -- By provider, window and level: people, outcomes and revenue in fractions; rounded before it is shown.
  expected jsonb not null
);

alter table assessment.window_comparison_providers enable row level security;
alter table assessment.window_comparison_providers force row level security;
create policy owner_all on assessment.window_comparison_providers to current_user using (true) with check (true);
create policy app_sees on assessment.window_comparison_providers for select to krom_app using (
  current_setting('krom.role', true) in ('administrator', 'analyst'));
grant select on assessment.window_comparison_providers to krom_app;
