-- Whoever sees ordinary folders, and elsewhere only what she uploaded herself, reads the few of her uploads that lie elsewhere.
create index document_author_kind on client_portal.document (practice_id, client_id, uploaded_by_key, folder_kind, uploaded_at, id) where trashed_at is null and uploaded_by_kind = 'CONTACT';
drop index client_portal.document_author;

-- Whoever sees every folder reads what was released in one go.
create index document_released_all on client_portal.document (practice_id, client_id, uploaded_at, id) where trashed_at is null and visible;

insert into client_portal.schema_compatibility (version, oldest_program) values (2, 1);
