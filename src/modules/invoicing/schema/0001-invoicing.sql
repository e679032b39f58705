-- Invoices in, payments out, the bank's answers back. Nothing here is ever changed: what becomes of a thing is a row about it.
-- No table names a person: lines are told by keys (programme 5).
create schema invoicing;

-- Where a provider is paid, as its coordinator enters it; in force once an approver has approved it.
create table invoicing.payee (
  id uuid primary key,
  provider_id uuid not null,
  street text not null,
  postcode text not null check (postcode ~ '^[0-9]{5}$'),
  city text not null,
  vat_number text check (vat_number ~ '^SE[0-9]{10}01$'),
  f_tax boolean not null,
  account_kind text not null check (account_kind in ('bankgiro', 'plusgiro')),
  account_number text not null check (account_number ~ '^[0-9]{2,8}$'),
  -- The provider has agreed that Krom makes its invoices on its behalf.
  krom_invoices boolean not null,
  entered_by uuid not null,
  recorded_at timestamptz not null
);
create index on invoicing.payee (provider_id);

create table invoicing.payee_decision (
  payee_id uuid primary key references invoicing.payee,
  provider_id uuid not null,
  outcome text not null check (outcome in ('approved', 'refused')),
  reason text check (length(reason) between 3 and 2000),
  decided_by uuid not null,
  recorded_at timestamptz not null,
  check (outcome = 'approved' or reason is not null)
);

-- An invoice or credit note that passed every check, as it came; amounts as the books see them: a credit note is negative.
create table invoicing.invoice (
  id uuid primary key,
  provider_id uuid not null,
  contract_id uuid not null,
  statement_id uuid not null,
  number text not null check (length(number) between 1 and 100),
  kind text not null check (kind in ('invoice', 'credit-note')),
  source text not null check (source in ('krom', 'provider')),
  issued_on date not null,
  due_on date,
  net_ore bigint not null,
  payable_ore bigint not null,
  document bytea not null check (length(document) between 1 and 10485760),
  sha256 bytea not null check (sha256 = sha256(document)),
  -- Against the statement, line by line; empty when they match.
  differences jsonb not null check (jsonb_typeof(differences) = 'array'),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint number_once unique (provider_id, number),
  constraint sign_by_kind check (case kind when 'invoice' then net_ore > 0 and payable_ore >= net_ore else net_ore < 0 and payable_ore <= net_ore end)
);
create index on invoicing.invoice (statement_id);
create index on invoicing.invoice (provider_id, recorded_at);

-- Accepted by matching (nobody decided) or by a person; a statement is accepted on one invoice only.
create table invoicing.invoice_decision (
  invoice_id uuid primary key references invoicing.invoice,
  provider_id uuid not null,
  statement_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'refused')),
  reason text check (length(reason) between 3 and 2000),
  decided_by uuid,
  recorded_at timestamptz not null,
  check (decided_by is not null or outcome = 'accepted'),
  check (decided_by is null or reason is not null)
);
create unique index statement_invoiced_once on invoicing.invoice_decision (statement_id) where outcome = 'accepted';

create table invoicing.payment_file (
  id uuid primary key,
  message_id text not null unique check (length(message_id) between 1 and 35),
  execute_on date not null,
  payments integer not null check (payments > 0),
  total_ore bigint not null check (total_ore > 0),
  document bytea not null,
  sha256 bytea not null check (sha256 = sha256(document)),
  made_by uuid not null,
  recorded_at timestamptz not null
);

create table invoicing.payment_file_approval (
  file_id uuid primary key references invoicing.payment_file,
  -- What the approver saw.
  total_ore bigint not null,
  approved_by uuid not null,
  recorded_at timestamptz not null
);

create table invoicing.payment_file_return (
  file_id uuid primary key references invoicing.payment_file,
  reason text not null check (length(reason) between 3 and 2000),
  returned_by uuid not null,
  recorded_at timestamptz not null
);

create table invoicing.payment (
  id uuid primary key,
  file_id uuid not null references invoicing.payment_file,
  provider_id uuid not null,
  payee_id uuid not null references invoicing.payee,
  -- Never used twice, so that the bank can refuse a copy and an answer finds one payment.
  end_to_end_id text not null unique check (length(end_to_end_id) between 1 and 35),
  amount_ore bigint not null check (amount_ore > 0),
  recorded_at timestamptz not null
);
create index on invoicing.payment (file_id);
create index on invoicing.payment (provider_id);

-- What a payment is for: invoices, less credit notes.
create table invoicing.payment_invoice (
  id uuid primary key,
  payment_id uuid not null references invoicing.payment,
  provider_id uuid not null,
  invoice_id uuid not null references invoicing.invoice,
  statement_id uuid not null,
  payable_ore bigint not null,
  net_ore bigint not null,
  unique (payment_id, invoice_id)
);
create index on invoicing.payment_invoice (invoice_id);

-- What the bank has said, as it said it. The same file is kept once.
create table invoicing.bank_answer (
  id uuid primary key,
  kind text not null check (kind in ('pain.002', 'camt.054')),
  document bytea not null check (length(document) between 1 and 10485760),
  sha256 bytea not null unique check (sha256 = sha256(document)),
  entries integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);

create table invoicing.bank_entry (
  id uuid primary key,
  answer_id uuid not null references invoicing.bank_answer,
  number integer not null,
  end_to_end_id text,
  message_id text,
  payment_id uuid references invoicing.payment,
  provider_id uuid,
  event text not null check (event in ('accepted', 'rejected', 'booked', 'returned', 'unclear')),
  amount_ore bigint,
  on_day date,
  reason text,
  -- Why a person has to look at it; then nothing is done by it.
  issue text,
  -- Whether it said something new about the payment.
  recorded boolean not null,
  recorded_at timestamptz not null,
  unique (answer_id, number),
  check (not recorded or (payment_id is not null and issue is null and event <> 'unclear'))
);
create unique index said_once on invoicing.bank_entry (payment_id, event) where recorded;

create table invoicing.bank_answer_settlement (
  answer_id uuid primary key references invoicing.bank_answer,
  note text not null check (length(note) between 3 and 2000),
  settled_by uuid not null,
  recorded_at timestamptz not null
);

create function invoicing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'invoices and payments never change: % of %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['payee', 'payee_decision', 'invoice', 'invoice_decision', 'payment_file', 'payment_file_approval', 'payment_file_return',
                              'payment', 'payment_invoice', 'bank_answer', 'bank_entry', 'bank_answer_settlement'] loop
    execute format('create trigger never_changed before update or delete on invoicing.%I for each row execute function invoicing.refuse_change()', name);
    execute format('create trigger never_emptied before truncate on invoicing.%I for each statement execute function invoicing.refuse_change()', name);
  end loop;
end $$;
