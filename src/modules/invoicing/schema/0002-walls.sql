-- The second wall: promises about money that hold whatever the application does, and who may see and write which rows.

-- A changed account is the classic fraud: whoever entered it never approves it.
create function invoicing.check_payee() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  entered invoicing.payee;
begin
  select * into entered from invoicing.payee p where p.id = new.payee_id for update;
  if new.decided_by = entered.entered_by or new.provider_id <> entered.provider_id then
    raise exception 'four eyes: this decision on payment details is not valid' using errcode = 'check_violation', constraint = 'payee_four_eyes';
  end if;
  return new;
end $$;
create trigger payee_four_eyes before insert on invoicing.payee_decision for each row execute function invoicing.check_payee();

-- Accepted is only what is approved and comes to the same öre; by matching alone only what has no difference.
create function invoicing.check_acceptance() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held invoicing.invoice;
begin
  select * into held from invoicing.invoice i where i.id = new.invoice_id for update;
  if new.provider_id <> held.provider_id or new.statement_id <> held.statement_id
     or (new.decided_by is null and held.differences <> '[]'::jsonb)
     or (new.decided_by is not null and new.decided_by = held.recorded_by)
     or (new.outcome = 'accepted' and not exists (
           select 1 from compensation.v_statement s
            where s.statement_id = held.statement_id and s.provider_id = held.provider_id and s.contract_id = held.contract_id
              and s.state = 'approved' and s.total_ore = held.net_ore)) then
    raise exception 'this invoice is not the approved statement' using errcode = 'check_violation', constraint = 'accepted_is_approved';
  end if;
  return new;
end $$;
create trigger accepted_is_approved before insert on invoicing.invoice_decision for each row execute function invoicing.check_acceptance();

create function invoicing.check_file_approval() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  made invoicing.payment_file;
begin
  select * into made from invoicing.payment_file f where f.id = new.file_id for update;
  if new.approved_by = made.made_by or new.total_ore <> made.total_ore
     or exists (select 1 from invoicing.payment_file_return r where r.file_id = new.file_id) then
    raise exception 'four eyes: this approval is not valid' using errcode = 'check_violation', constraint = 'file_four_eyes';
  end if;
  return new;
end $$;
create trigger file_four_eyes before insert on invoicing.payment_file_approval for each row execute function invoicing.check_file_approval();

create function invoicing.check_file_return() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform 1 from invoicing.payment_file f where f.id = new.file_id for update;
  if exists (select 1 from invoicing.payment_file_approval a where a.file_id = new.file_id) then
    raise exception 'an approved file may be at the bank' using errcode = 'check_violation', constraint = 'approved_file_stays';
  end if;
  return new;
end $$;
create trigger approved_file_stays before insert on invoicing.payment_file_return for each row execute function invoicing.check_file_return();

-- Whether a payment holds its invoices: until its file is returned, the bank refuses it, or the money comes back.
create function invoicing.holds(payment uuid) returns boolean language sql stable security definer set search_path = pg_catalog
  begin atomic
    select not exists (
      select 1 from invoicing.payment p join invoicing.payment_file_return r on r.file_id = p.file_id where p.id = payment
      union all
      select 1 from invoicing.bank_entry e where e.payment_id = payment and e.recorded and e.event in ('rejected', 'returned'));
  end;

-- An invoice is in one payment at a time, and only once it is accepted.
create function invoicing.check_payment_invoice() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held invoicing.invoice;
begin
  select * into held from invoicing.invoice i where i.id = new.invoice_id for update;
  if new.provider_id <> held.provider_id or new.statement_id <> held.statement_id or new.payable_ore <> held.payable_ore or new.net_ore <> held.net_ore
     or not exists (select 1 from invoicing.payment p where p.id = new.payment_id and p.provider_id = held.provider_id)
     or not exists (select 1 from invoicing.invoice_decision d where d.invoice_id = held.id and d.outcome = 'accepted')
     or exists (select 1 from invoicing.payment_invoice o where o.invoice_id = held.id and invoicing.holds(o.payment_id)) then
    raise exception 'this invoice cannot be paid now' using errcode = 'check_violation', constraint = 'never_paid_twice';
  end if;
  return new;
end $$;
create trigger never_paid_twice before insert on invoicing.payment_invoice for each row execute function invoicing.check_payment_invoice();

-- At commit a payment is the sum of its invoices, goes to an approved account of the provider, and the file is the sum of its payments.
create function invoicing.check_payment_sum() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  file record;
begin
  if new.amount_ore is distinct from (select sum(i.payable_ore) from invoicing.payment_invoice i where i.payment_id = new.id)
     or not exists (select 1 from invoicing.payee p join invoicing.payee_decision d on d.payee_id = p.id and d.outcome = 'approved'
                     where p.id = new.payee_id and p.provider_id = new.provider_id) then
    raise exception 'payment % is not the sum of its invoices to an approved account', new.id using errcode = 'check_violation', constraint = 'payment_is_its_invoices';
  end if;
  select f.total_ore, f.payments, (select sum(p.amount_ore) from invoicing.payment p where p.file_id = f.id) as ore,
         (select count(*) from invoicing.payment p where p.file_id = f.id) as number
    into file from invoicing.payment_file f where f.id = new.file_id;
  if file.total_ore <> file.ore or file.payments <> file.number then
    raise exception 'file % is not the sum of its payments', new.file_id using errcode = 'check_violation', constraint = 'file_is_its_payments';
  end if;
  return null;
end $$;
create constraint trigger payment_is_its_invoices after insert on invoicing.payment
  deferrable initially deferred for each row execute function invoicing.check_payment_sum();

-- Staff who pay and follow up see all, a provider its own, everybody else none.
create function invoicing.sees(provider uuid) returns boolean language sql stable as $$
  select current_setting('krom.role', true) in ('approver', 'overseer')
    or (current_setting('krom.role', true) in ('coordinator', 'adviser') and provider = platform.setting_uuid('krom.organisation'))
$$;
create function invoicing.pays() returns boolean language sql stable as $$
  select current_setting('krom.role', true) = 'approver'
$$;
create function invoicing.is_own(provider uuid) returns boolean language sql stable as $$
  select current_setting('krom.role', true) = 'coordinator' and provider = platform.setting_uuid('krom.organisation')
$$;

do $$
declare
  name text;
begin
  foreach name in array array['payee', 'payee_decision', 'invoice', 'invoice_decision', 'payment_file', 'payment_file_approval', 'payment_file_return',
                              'payment', 'payment_invoice', 'bank_answer', 'bank_entry', 'bank_answer_settlement'] loop
    execute format('alter table invoicing.%I enable row level security', name);
    execute format('alter table invoicing.%I force row level security', name);
    execute format('create policy owner_all on invoicing.%I to current_user using (true) with check (true)', name);
    execute format('grant select, insert on invoicing.%I to krom_app', name);
  end loop;
  foreach name in array array['payee', 'payee_decision', 'invoice', 'invoice_decision', 'payment', 'payment_invoice', 'bank_entry'] loop
    execute format('create policy app_sees on invoicing.%I for select to krom_app using (invoicing.sees(provider_id))', name);
  end loop;
  foreach name in array array['payment_file', 'payment_file_approval', 'payment_file_return', 'bank_answer', 'bank_answer_settlement'] loop
    execute format('create policy app_sees on invoicing.%I for select to krom_app using (current_setting(''krom.role'', true) in (''approver'', ''overseer''))', name);
  end loop;
  foreach name in array array['payment_file', 'payment_file_approval', 'payment_file_return', 'payment', 'payment_invoice', 'bank_answer', 'bank_entry',
                              'bank_answer_settlement'] loop
    execute format('create policy app_pays on invoicing.%I for insert to krom_app with check (invoicing.pays())', name);
  end loop;
end $$;
create policy app_enters on invoicing.payee for insert to krom_app with check (
  invoicing.is_own(provider_id) and entered_by = platform.setting_uuid('krom.user'));
create policy app_decides on invoicing.payee_decision for insert to krom_app with check (
  invoicing.pays() and decided_by = platform.setting_uuid('krom.user'));
create policy app_sends on invoicing.invoice for insert to krom_app with check (
  invoicing.is_own(provider_id) and recorded_by = platform.setting_uuid('krom.user'));
create policy app_decides on invoicing.invoice_decision for insert to krom_app with check (
  case when decided_by is null then invoicing.is_own(provider_id) else invoicing.pays() and decided_by = platform.setting_uuid('krom.user') end);
grant usage on schema invoicing to krom_app;
