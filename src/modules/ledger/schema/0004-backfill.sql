-- What was stated before there were books is posted in the order in which it happened: each statement and each return in the
-- period of the latest month stated by then, which opens when the month does.
do $$
declare
  happened record;
begin
  for happened in
    select s.statement_id, s.month, s.recorded_at as moment, s.made_by as by_user, false as returned from compensation.v_statement s
    union all
    select s.statement_id, s.month, s.returned_at, s.returned_by, true from compensation.v_statement s where s.state = 'returned'
     order by moment, returned, statement_id
  loop
    if happened.returned then
      perform ledger.take_back_statement(happened.statement_id, happened.moment, happened.by_user);
    else
      perform ledger.close_through(to_char(to_date(happened.month, 'YYYY-MM') - interval '1 month', 'YYYY-MM'), happened.moment, null);
      perform ledger.write_statement(happened.statement_id, '{"base_fee": "1:3", "outcome_payment": "1:3", "outcome_payment_rr1": "1:3", "outcome_payment_rr2": "1:3", "speed_premium": "1:3"}',
                                     happened.moment, happened.by_user);
    end if;
  end loop;
end $$;
