-- What has changed in what the catalogue lists, so that a process may keep it and still never answer with something old: it asks
-- for the latest token in each transaction. A token is drawn anew for each change, so that it also tells databases apart that
-- were copied or restored. Only triggers write here, at the commit: the versions follow in the order in which changes can be
-- seen, and whoever waits for the lock holds nothing that another waits for.
create table market.catalogue_change (
  version bigint primary key,
  token uuid not null unique default gen_random_uuid(),
  -- Whose offers; null in the first row.
  provider_id uuid
);
select platform.open_table('market.catalogue_change');
insert into market.catalogue_change (version) values (0);

create function market.catalogue_changes() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  provider uuid := (case tg_argv[0]
    when 'provider' then changed ->> tg_argv[1]
    when 'contract' then (select c.provider_id::text from market.contract c where c.id = (changed ->> 'contract_id')::uuid)
    when 'address' then (select a.provider_id::text from market.provider_address a where a.id = (changed ->> 'address_id')::uuid)
  end)::uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('market.catalogue', 0));
  insert into market.catalogue_change (version, provider_id) select max(c.version) + 1, provider from market.catalogue_change c;
  return null;
end $$;

create constraint trigger catalogue_changes after update or delete on market.provider
  deferrable initially deferred for each row execute function market.catalogue_changes('provider', 'id');
create constraint trigger catalogue_changes after update or delete on market.contract_span
  deferrable initially deferred for each row execute function market.catalogue_changes('contract');
create constraint trigger catalogue_changes after insert or update or delete on market.contract_address
  deferrable initially deferred for each row execute function market.catalogue_changes('contract');
create constraint trigger catalogue_changes after insert or update or delete on market.new_choices
  deferrable initially deferred for each row execute function market.catalogue_changes('contract');
create constraint trigger catalogue_changes after insert or update or delete on market.capacity_cap
  deferrable initially deferred for each row execute function market.catalogue_changes('contract');
create constraint trigger catalogue_changes after update or delete on market.address_shown
  deferrable initially deferred for each row execute function market.catalogue_changes('address');
create constraint trigger catalogue_changes after update or delete on market.provider_address
  deferrable initially deferred for each row execute function market.catalogue_changes('provider', 'provider_id');
