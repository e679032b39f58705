-- What is done about payments is done in one's own name: four eyes would mean nothing if the application could name somebody else.
create policy own_name on invoicing.payment_file as restrictive for insert to krom_app with check (made_by = platform.setting_uuid('krom.user'));
create policy own_name on invoicing.payment_file_approval as restrictive for insert to krom_app with check (approved_by = platform.setting_uuid('krom.user'));
create policy own_name on invoicing.payment_file_return as restrictive for insert to krom_app with check (returned_by = platform.setting_uuid('krom.user'));
create policy own_name on invoicing.bank_answer as restrictive for insert to krom_app with check (recorded_by = platform.setting_uuid('krom.user'));
create policy own_name on invoicing.bank_answer_settlement as restrictive for insert to krom_app with check (settled_by = platform.setting_uuid('krom.user'));
