-- Whose account somebody in the staff register is, so that who takes over participants is shown with share and languages.
alter table market.adviser add column user_id uuid references platform.user_account;
create index on market.adviser (user_id) where user_id is not null;

-- Of each account the whole share of full time, over its addresses, and the languages.
create view market.v_adviser with (security_invoker = true) as
  select a.provider_id, a.user_id, sum(a.full_time_percent)::integer as full_time_percent,
         array(select distinct l.code from market.adviser b, unnest(b.languages) l (code)
                where b.user_id = a.user_id and b.provider_id = a.provider_id and b.full_time_percent > 0
                  and not exists (select 1 from market.adviser n where n.replaces = b.id) order by 1) as languages
    from market.adviser a
   where a.user_id is not null and a.full_time_percent > 0 and not exists (select 1 from market.adviser n where n.replaces = a.id)
   group by a.provider_id, a.user_id;
grant select on market.v_adviser to krom_app;
