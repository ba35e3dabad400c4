-- Ids are the 36 characters of a UUID, instants microseconds since 1970 UTC, durations nanoseconds, sets and maps JSON.
-- practice_id leads every key, so that no row can refer to a row of another practice.

create table portal_schema_compatibility (
  version integer not null primary key,
  oldest_program integer not null -- programs that know at least this version run with it
) strict;

create table portal_practice (
  practice_id text not null primary key,
  slug text not null,
  name text not null,
  origin text not null,
  host text not null,
  zone text not null,
  currency text not null,
  locale text not null,
  admission text not null,
  means text not null,
  session_absolute integer not null,
  session_idle integer not null,
  delete_window integer,
  max_upload integer not null,
  invitation_text text not null,
  accent text,
  external_id text,
  created_at integer not null,
  version integer not null
) strict, without rowid;
create unique index portal_practice_slug on portal_practice (slug);
create unique index portal_practice_host on portal_practice (host);
create unique index portal_practice_external_id on portal_practice (external_id) where external_id is not null;

create table portal_staff (
  practice_id text not null references portal_practice,
  id text not null,
  email text not null,
  email_key text not null,
  name text not null,
  sort_key text not null,
  role text not null,
  impersonates integer not null,
  all_clients integer not null,
  clients text not null,
  active integer not null,
  created_at integer not null,
  version integer not null,
  primary key (practice_id, id)
) strict, without rowid;
create unique index portal_staff_email_key on portal_staff (practice_id, email_key);

create table portal_client (
  practice_id text not null references portal_practice,
  id text not null,
  name text not null,
  sort_key text not null,
  type text not null,
  external_id text,
  created_at integer not null,
  deleted_at integer,
  hold_reason text,
  hold_by text,
  hold_since integer,
  version integer not null,
  primary key (practice_id, id)
) strict, without rowid;
create unique index portal_client_external_id on portal_client (practice_id, external_id) where external_id is not null;
create index portal_client_living on portal_client (practice_id, sort_key, id) where deleted_at is null;
create index portal_client_deleted on portal_client (practice_id, sort_key, id) where deleted_at is not null;

create table portal_contact (
  practice_id text not null references portal_practice,
  id text not null,
  name text,
  sort_key text not null,
  email text,
  email_key text,
  email_sort_key text,
  phone text,
  locale text,
  zone text,
  state text not null,
  invited_at integer,
  invited_by text,
  invitation_ends integer,
  first_sign_in integer,
  last_sign_in integer,
  billable integer not null,
  external_id text,
  created_at integer not null,
  deleted_at integer,
  pseudonym integer,
  version integer not null,
  primary key (practice_id, id)
) strict, without rowid;
create unique index portal_contact_email_key on portal_contact (practice_id, email_key) where deleted_at is null and email_key is not null;
create unique index portal_contact_external_id on portal_contact (practice_id, external_id) where deleted_at is null and external_id is not null;
create unique index portal_contact_pseudonym on portal_contact (practice_id, pseudonym) where pseudonym is not null;
create index portal_contact_living on portal_contact (practice_id, sort_key, id) where deleted_at is null;

create table portal_assignment (
  practice_id text not null references portal_practice,
  client_id text not null,
  contact_id text not null,
  permissions text not null,
  relationship text not null,
  main integer not null,
  suspended integer not null,
  created_at integer not null,
  version integer not null,
  primary key (practice_id, client_id, contact_id),
  foreign key (practice_id, client_id) references portal_client,
  foreign key (practice_id, contact_id) references portal_contact
) strict, without rowid;
-- One main contact per client.
create unique index portal_assignment_client_id on portal_assignment (practice_id, client_id) where main;
create index portal_assignment_contact on portal_assignment (practice_id, contact_id, client_id);

create table portal_folder (
  practice_id text not null references portal_practice,
  id text not null,
  client_id text not null,
  kind text not null,
  name text not null,
  sort_key text not null,
  version integer not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references portal_client
) strict, without rowid;
create unique index portal_folder_sort_key on portal_folder (practice_id, client_id, sort_key) where kind = 'ORDINARY';
create index portal_folder_client on portal_folder (practice_id, client_id, sort_key, id);

create table portal_document (
  practice_id text not null references portal_practice,
  id text not null,
  client_id text not null,
  folder_id text not null,
  folder_kind text not null,
  name text not null,
  sort_key text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  content text not null,
  visible integer not null,
  uploaded_by_kind text not null,
  uploaded_by_key text not null,
  uploaded_at integer not null,
  year integer not null,
  new_until integer,
  trashed_at integer,
  trashed_by_kind text,
  trashed_by_key text,
  hold_reason text,
  hold_by text,
  hold_since integer,
  external_id text,
  version integer not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references portal_client,
  foreign key (practice_id, folder_id) references portal_folder
) strict, without rowid;
create unique index portal_document_external_id on portal_document (practice_id, external_id) where external_id is not null;
create index portal_document_all on portal_document (practice_id, client_id, uploaded_at, id) where trashed_at is null;
create index portal_document_trash on portal_document (practice_id, client_id, uploaded_at, id) where trashed_at is not null;
create index portal_document_expired on portal_document (trashed_at, id) where trashed_at is not null;
create index portal_document_released on portal_document (practice_id, client_id, folder_kind, uploaded_at, id) where trashed_at is null and visible;
create index portal_document_released_year on portal_document (practice_id, client_id, folder_kind, year, uploaded_at, id) where trashed_at is null and visible;
create index portal_document_folder on portal_document (practice_id, client_id, folder_id, folder_kind, uploaded_at, id) where trashed_at is null;
create index portal_document_author on portal_document (practice_id, client_id, uploaded_by_key, uploaded_at, id) where trashed_at is null and uploaded_by_kind = 'CONTACT';
create index portal_document_year on portal_document (practice_id, client_id, year, uploaded_at, id) where trashed_at is null;
create index portal_document_new on portal_document (practice_id, client_id, new_until) where trashed_at is null and new_until is not null;

create table portal_download (
  practice_id text not null references portal_practice,
  document_id text not null,
  contact_id text not null,
  at integer not null,
  primary key (practice_id, document_id, contact_id),
  foreign key (practice_id, document_id) references portal_document,
  foreign key (practice_id, contact_id) references portal_contact
) strict, without rowid;

create table portal_pending_content (
  practice_id text not null references portal_practice,
  id text not null,
  content text not null,
  since integer not null,
  primary key (practice_id, id)
) strict, without rowid;
create index portal_pending_content_since on portal_pending_content (since, id);

create table portal_session (
  practice_id text not null references portal_practice,
  id text not null,
  hash text not null,
  contact_id text,
  staff_id text,
  means text not null,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  idle integer,
  browser text,
  device text,
  network text,
  ended_at integer,
  version integer not null,
  primary key (practice_id, id),
  check ((contact_id is null) <> (staff_id is null)),
  foreign key (practice_id, contact_id) references portal_contact,
  foreign key (practice_id, staff_id) references portal_staff
) strict, without rowid;
create unique index portal_session_hash on portal_session (practice_id, hash);
create index portal_session_contact on portal_session (practice_id, contact_id, created_at, id) where contact_id is not null;
create index portal_session_staff on portal_session (practice_id, staff_id, created_at, id) where staff_id is not null;

create table portal_secret (
  practice_id text not null references portal_practice,
  id text not null,
  purpose text not null,
  subject_kind text not null,
  subject_key text not null,
  origin text not null,
  hash text not null,
  code_hash text,
  browser text,
  return_to text,
  issued_at integer not null,
  expires_at integer not null,
  wrong_codes integer not null,
  used_at integer,
  replaced_at integer,
  revoked_at integer,
  primary key (practice_id, id)
) strict, without rowid;
create unique index portal_secret_hash on portal_secret (practice_id, hash);
create index portal_secret_outstanding on portal_secret (practice_id, subject_key, purpose, issued_at) where used_at is null and replaced_at is null and revoked_at is null;

create table portal_sign_in (
  practice_id text not null references portal_practice,
  id text not null,
  at integer not null,
  subject_kind text,
  subject_key text,
  outcome text not null,
  typed text,
  network text,
  device text,
  primary key (practice_id, id)
) strict, without rowid;
create index portal_sign_in_subject on portal_sign_in (practice_id, subject_key, at, id);
create index portal_sign_in_at on portal_sign_in (practice_id, at);

-- One row per limited key, whose only use is to be locked.
create table portal_attempt_key (
  practice_id text not null references portal_practice,
  key text not null,
  primary key (practice_id, key)
) strict, without rowid;

create table portal_attempt (
  practice_id text not null references portal_practice,
  key text not null,
  at integer not null,
  tries integer not null,
  primary key (practice_id, key, at)
) strict, without rowid;
create index portal_attempt_at on portal_attempt (practice_id, at);

create table portal_outbox (
  practice_id text not null references portal_practice,
  id text not null,
  lane text not null,
  kind text not null,
  to_kind text,
  to_key text,
  client_id text,
  text_values text not null,
  sealed_secret text,
  created_at integer not null,
  due_at integer not null,
  expires_at integer,
  state text not null,
  attempts integer not null,
  failure text,
  settled_at integer,
  version integer not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references portal_client
) strict, without rowid;
create index portal_outbox_due on portal_outbox (lane, due_at, id) where state = 'QUEUED';
create index portal_outbox_event on portal_outbox (practice_id, client_id, created_at, id) where lane = 'EVENT' and state = 'QUEUED';
create index portal_outbox_person on portal_outbox (practice_id, to_key, kind, created_at, id) where to_key is not null;
create index portal_outbox_state on portal_outbox (practice_id, state, created_at, id) where to_key is not null;

create table portal_lease (
  job text not null primary key,
  owner text not null,
  ends_at integer not null
) strict, without rowid;

create table portal_audit (
  practice_id text not null references portal_practice,
  id text not null,
  at integer not null,
  action text not null,
  actor_kind text not null,
  actor_key text not null,
  behalf_kind text,
  behalf_key text,
  client_id text,
  object text not null,
  object_id text not null,
  network text,
  details text not null,
  primary key (practice_id, id)
) strict, without rowid;
create index portal_audit_at on portal_audit (practice_id, at, id);
create index portal_audit_client on portal_audit (practice_id, client_id, at, id) where client_id is not null;
create index portal_audit_actor on portal_audit (practice_id, actor_key, at, id);
create index portal_audit_object on portal_audit (practice_id, object_id, at, id);

create table portal_audit_seal (
  practice_id text not null references portal_practice,
  number integer not null,
  record_id text not null,
  hash text not null,
  primary key (practice_id, number),
  foreign key (practice_id, record_id) references portal_audit
) strict, without rowid;
create unique index portal_audit_seal_record_id on portal_audit_seal (practice_id, record_id);

-- Which records wait for their seal, so that finding them costs nothing once they have it.
create table portal_audit_unsealed (
  practice_id text not null references portal_practice,
  at integer not null,
  record_id text not null,
  primary key (practice_id, at, record_id)
) strict, without rowid;

-- What happened stays as it was recorded, whoever asks.
create trigger portal_audit_kept before update on portal_audit begin select raise(abort, 'audit records are never changed'); end;
create trigger portal_audit_not_deleted before delete on portal_audit begin select raise(abort, 'audit records are never deleted'); end;
create trigger portal_audit_seal_kept before update on portal_audit_seal begin select raise(abort, 'audit seals are never changed'); end;
create trigger portal_audit_seal_not_deleted before delete on portal_audit_seal begin select raise(abort, 'audit seals are never deleted'); end;

insert into portal_schema_compatibility (version, oldest_program) values (1, 1);
