-- Who is in service when the provider's contract is over chooses anew; return_on is then the first day without the contract.
alter table market.choice_window drop constraint choice_window_cause_check, drop constraint choice_window_check;
alter table market.choice_window
  add constraint choice_window_cause_check check (cause in ('referral', 'moved', 'returned', 'contract-over')),
  add constraint choice_window_return_on_check check ((return_on is not null) = (cause in ('returned', 'contract-over')));
