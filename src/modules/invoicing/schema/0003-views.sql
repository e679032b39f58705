-- The payment details in force of each provider: the latest that an approver has approved.
create view invoicing.v_payee with (security_invoker = true) as
  select distinct on (p.provider_id) p.id as payee_id, p.provider_id, p.street, p.postcode, p.city, p.vat_number, p.f_tax, p.account_kind, p.account_number,
         p.krom_invoices, d.recorded_at as approved_at
    from invoicing.payee p
    join invoicing.payee_decision d on d.payee_id = p.id and d.outcome = 'approved'
   order by p.provider_id, p.recorded_at desc, p.id desc;
grant select on invoicing.v_payee to krom_app;

-- Payments with what the bank has said of each.
create view invoicing.v_payment with (security_invoker = true) as
  select p.id as payment_id, p.file_id, p.provider_id, p.end_to_end_id, p.amount_ore, p.recorded_at, invoicing.holds(p.id) as holds,
         coalesce((select array_agg(e.event order by e.recorded_at, e.id) from invoicing.bank_entry e where e.payment_id = p.id and e.recorded), '{}') as events
    from invoicing.payment p;
grant select on invoicing.v_payment to krom_app;

-- Invoices with where they stand: waiting for a person, accepted, refused, in a payment file, or paid.
create view invoicing.v_invoice with (security_invoker = true) as
  select i.id as invoice_id, i.provider_id, i.contract_id, i.statement_id, i.number, i.kind, i.source, i.issued_on, i.due_on, i.net_ore, i.payable_ore,
         i.differences, i.recorded_at, i.recorded_by, d.outcome, d.reason, d.decided_by, d.recorded_at as decided_at, p.payment_id,
         case when d.outcome is null then 'waiting'
              when d.outcome = 'refused' then 'refused'
              when p.payment_id is null then 'accepted'
              when 'booked' = any (p.events) then 'paid'
              else 'ordered' end as state
    from invoicing.invoice i
    left join invoicing.invoice_decision d on d.invoice_id = i.id
    left join lateral (
      select v.payment_id, v.events from invoicing.payment_invoice h join invoicing.v_payment v on v.payment_id = h.payment_id
       where h.invoice_id = i.id and v.holds limit 1) p on true;
grant select on invoicing.v_invoice to krom_app;
