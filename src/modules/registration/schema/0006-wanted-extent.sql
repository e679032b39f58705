-- The wanted extent is asked for everyone when a month is closed: answered from the index, not from the wide rows.
drop index registration.person_version_person_id_idx;
create index versions_of_person on registration.person_version (person_id) include (id, wanted_extent_percent);
