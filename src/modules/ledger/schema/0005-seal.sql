-- Seals, as the audit log has them: each covers what was written by database transactions that had all ended when it was made, and
-- is chained to the seal before. Under a seal lie fingerprints, so that a changed row can be named and not only noticed.
create table ledger.seal (
  number bigint primary key,
  from_transaction xid8 not null,
  to_transaction xid8 not null,
  entries bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null
);

-- The fingerprint of a period, or of a transaction with all its postings; then eight bytes of each posting's own, in their order.
create table ledger.fingerprint (
  what text not null check (what in ('period', 'transaction')),
  key text not null,
  seal bigint not null,
  hash bytea not null,
  postings bytea not null,
  primary key (what, key)
);
create index on ledger.fingerprint (seal);

do $$
declare
  held text;
begin
  foreach held in array array['seal', 'fingerprint'] loop
    execute format('create trigger never_changed before update or delete on ledger.%I for each row execute function ledger.refuse_change()', held);
    execute format('create trigger never_emptied before truncate on ledger.%I for each statement execute function ledger.refuse_change()', held);
  end loop;
end $$;

-- The same bytes whatever the session's settings. Postings are taken with their transaction, so a late one changes its hash.
create function ledger.fingerprints(from_id xid8, to_id xid8) returns table (what text, key text, hash bytea, postings bytea, written_in xid8)
  language sql stable set timezone = 'UTC' set datestyle = 'ISO' as $$
  select 'period', p.month, sha256(convert_to(p::text, 'UTF8')), ''::bytea, p.written_in
    from ledger.period p where p.written_in >= from_id and p.written_in < to_id
  union all
  select 'transaction', t.id::text, sha256(convert_to(t::text, 'UTF8') || coalesce(c.whole, '')), coalesce(c.short, ''), t.written_in
    from ledger.transaction t
    cross join lateral (
      select string_agg(h.hash, ''::bytea order by h.number) as whole, string_agg(substr(h.hash, 1, 8), ''::bytea order by h.number) as short
        from (select p.number, sha256(convert_to(p::text, 'UTF8')) as hash from ledger.posting p where p.transaction_id = t.id) h) c
   where t.written_in >= from_id and t.written_in < to_id
$$;

-- Takes the fingerprints of a batch and says how many there are.
create function ledger.take_fingerprints(seal_number bigint, from_id xid8, to_id xid8) returns bigint language sql as $$
  with taken as (
    insert into ledger.fingerprint (what, key, seal, hash, postings)
    select f.what, f.key, seal_number, f.hash, f.postings from ledger.fingerprints(from_id, to_id) f returning 1)
  select count(*) from taken
$$;

create function ledger.seal_hash(number bigint, from_id xid8, to_id xid8, entries bigint, sealed_at timestamptz, before bytea) returns bytea
  language sql stable set timezone = 'UTC' set datestyle = 'ISO' as $$
  select sha256(before || convert_to(row(number, from_id, to_id, entries, sealed_at)::text, 'UTF8')
                || coalesce(string_agg(sha256(convert_to(f.what || ' ' || f.key, 'UTF8') || f.hash || f.postings), ''::bytea order by f.what, f.key), ''))
    from ledger.fingerprint f where f.seal = seal_hash.number
$$;
revoke execute on all functions in schema ledger from public;
