-- The same question as before, joined whole instead of person by person: the plan no longer grows with the square of the stock.
create or replace function compensation.budget_cells(on_day date, month_days integer)
  returns table (state text, level text, price_model text, area_code text, office_id uuid, served integer, granted integer, shift integer, cases bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  with chain as materialized (
    select d.chain_id, d.case_id, min(d.first_day) as first_day, max(d.last_day) as last_day, max(d.granted_on) as granted_on, sum(d.days)::integer as days,
           (array_agg(d.level order by d.position desc))[1] as level, (array_agg(d.price_model order by d.position desc))[1] as price_model,
           (array_agg(d.area_code order by d.position desc))[1] as area_code, min(d.ended_on) as ended_on
      from decision.v_decision d
     where d.withdrawn_on is null and d.granted_on <= on_day and compensation.follows_budget()
     group by d.chain_id, d.case_id
  ), stopped as materialized (
    select i.chain_id, min(i.last_day) as last_day from decision.v_interruption i where i.return_on is null group by i.chain_id
  ), refused as materialized (
    select s.facts->>'claimId' as claim_id from outcomes.v_step s where s.kind = 'outcomes.outcome-refused'
  ), begun as materialized (
    select s.case_id, (coalesce(s.facts->>'startsOn', s.facts->>'firstDay'))::date as on_day
      from outcomes.v_step s
     where s.kind in ('outcomes.outcome-signalled', 'outcomes.outcome-claimed')
       and not exists (select 1 from refused r where r.claim_id = s.facts->>'claimId')
  ), proven as materialized (
    select o.case_id, o.first_day from outcomes.v_outcome o
  ), paid as materialized (
    select distinct l.case_id, l.chain_first_day from compensation.v_line l
     where l.kind <> 'base_fee' and l.amount_ore > 0 and l.statement_state <> 'returned'
  ), begun_of as materialized (
    select c.chain_id, max(g.on_day) as on_day from chain c join begun g on g.case_id = c.case_id and g.on_day >= c.first_day group by c.chain_id
  ), proven_of as materialized (
    select c.chain_id, max(g.first_day) as on_day from chain c join proven g on g.case_id = c.case_id and g.first_day >= c.first_day group by c.chain_id
  ), standing as (
    select c.*, a.office_id, b.on_day as begun_on, v.on_day as proven_on,
           case when x.last_day is not null or c.ended_on is not null then least(x.last_day, c.ended_on, c.last_day) else c.last_day end as service_end,
           x.last_day is not null or c.ended_on is not null as cut_short,
           p.case_id is not null as is_paid
      from chain c
      left join registration.v_assignment a on a.case_id = c.case_id
      left join stopped x on x.chain_id = c.chain_id
      left join begun_of b on b.chain_id = c.chain_id
      left join proven_of v on v.chain_id = c.chain_id
      left join paid p on p.case_id = c.case_id and p.chain_first_day = c.first_day
  ), told as (
    select s.*, coalesce(s.proven_on, s.begun_on) as outcome_on, date_trunc('month', on_day::timestamp)::date as month_day
      from standing s where not s.is_paid
  ), placed as (
    select case
             when t.first_day is null then case when t.granted_on > on_day - 90 then 'coming' end
             when t.proven_on is not null then 'verified'
             when t.begun_on is not null and t.begun_on <= on_day then 'begun'
             when t.service_end < on_day then case when not t.cut_short and t.service_end > on_day - 60 then 'left' end
             when t.first_day >= t.month_day then 'coming'
             else 'in-service'
           end as state, t.*
      from told t
  )
  select p.state, p.level, p.price_model, p.area_code, p.office_id,
         case when p.state in ('verified', 'begun') then greatest(0, (p.outcome_on - p.first_day) / month_days)
              when p.state = 'in-service' then greatest(0, (p.month_day - p.first_day) / month_days)
              else 0 end as served,
         (p.days::numeric / month_days)::integer as granted,
         case when p.first_day is null then 1
              when p.state in ('verified', 'begun') then compensation.month_number(p.outcome_on) - compensation.month_number(on_day)
              when p.state = 'left' then compensation.month_number(p.service_end) - compensation.month_number(on_day)
              when p.state = 'coming' then compensation.month_number(p.first_day) - compensation.month_number(on_day)
              else 0 end as shift,
         count(*)
    from placed p
   where p.state is not null
   group by 1, 2, 3, 4, 5, 6, 7, 8
$$;
