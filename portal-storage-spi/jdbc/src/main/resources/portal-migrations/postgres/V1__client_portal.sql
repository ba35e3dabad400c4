-- Ids are UUIDs, instants microseconds since 1970 UTC, durations nanoseconds, sets and maps JSON.
-- practice_id leads every key, so that no row can refer to a row of another practice.
-- Runs in a database with the schema client_portal (create schema client_portal).

create table client_portal.schema_compatibility (
  version integer not null primary key,
  oldest_program integer not null -- programs that know at least this version run with it
);

create table client_portal.practice (
  practice_id uuid not null primary key,
  slug text collate "C" not null,
  name text not null,
  origin text not null,
  host text not null,
  zone text not null,
  currency text not null,
  locale text not null,
  admission text not null,
  means text not null,
  session_absolute bigint not null,
  session_idle bigint not null,
  delete_window bigint,
  max_upload bigint not null,
  invitation_text text not null,
  accent text,
  external_id text,
  created_at bigint not null,
  version bigint not null
);
create unique index practice_slug on client_portal.practice (slug);
create unique index practice_host on client_portal.practice (host);
create unique index practice_external_id on client_portal.practice (external_id) where external_id is not null;

create table client_portal.staff (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  email text not null,
  email_key text not null,
  name text not null,
  sort_key text collate "C" not null,
  role text not null,
  impersonates boolean not null,
  all_clients boolean not null,
  clients text not null,
  active boolean not null,
  created_at bigint not null,
  version bigint not null,
  primary key (practice_id, id)
);
create unique index staff_email_key on client_portal.staff (practice_id, email_key);

create table client_portal.client (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  name text not null,
  sort_key text collate "C" not null,
  type text not null,
  external_id text,
  created_at bigint not null,
  deleted_at bigint,
  hold_reason text,
  hold_by uuid,
  hold_since bigint,
  version bigint not null,
  primary key (practice_id, id)
);
create unique index client_external_id on client_portal.client (practice_id, external_id) where external_id is not null;
create index client_living on client_portal.client (practice_id, sort_key, id) where deleted_at is null;
create index client_deleted on client_portal.client (practice_id, sort_key, id) where deleted_at is not null;

create table client_portal.contact (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  name text,
  sort_key text collate "C" not null,
  email text,
  email_key text,
  email_sort_key text collate "C",
  phone text,
  locale text,
  zone text,
  state text not null,
  invited_at bigint,
  invited_by uuid,
  invitation_ends bigint,
  first_sign_in bigint,
  last_sign_in bigint,
  billable boolean not null,
  external_id text,
  created_at bigint not null,
  deleted_at bigint,
  pseudonym integer,
  version bigint not null,
  primary key (practice_id, id)
);
create unique index contact_email_key on client_portal.contact (practice_id, email_key) where deleted_at is null and email_key is not null;
create unique index contact_external_id on client_portal.contact (practice_id, external_id) where deleted_at is null and external_id is not null;
create unique index contact_pseudonym on client_portal.contact (practice_id, pseudonym) where pseudonym is not null;
create index contact_living on client_portal.contact (practice_id, sort_key, id) where deleted_at is null;

create table client_portal.assignment (
  practice_id uuid not null references client_portal.practice,
  client_id uuid not null,
  contact_id uuid not null,
  permissions text not null,
  relationship text not null,
  main boolean not null,
  suspended boolean not null,
  created_at bigint not null,
  version bigint not null,
  primary key (practice_id, client_id, contact_id),
  foreign key (practice_id, client_id) references client_portal.client,
  foreign key (practice_id, contact_id) references client_portal.contact
);
-- One main contact per client.
create unique index assignment_client_id on client_portal.assignment (practice_id, client_id) where main;
create index assignment_contact on client_portal.assignment (practice_id, contact_id, client_id);

create table client_portal.folder (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  client_id uuid not null,
  kind text not null,
  name text not null,
  sort_key text collate "C" not null,
  version bigint not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references client_portal.client
);
create unique index folder_sort_key on client_portal.folder (practice_id, client_id, sort_key) where kind = 'ORDINARY';
create index folder_client on client_portal.folder (practice_id, client_id, sort_key, id);

create table client_portal.document (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  client_id uuid not null,
  folder_id uuid not null,
  folder_kind text not null,
  name text not null,
  sort_key text collate "C" not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  content text not null,
  visible boolean not null,
  uploaded_by_kind text not null,
  uploaded_by_key text not null,
  uploaded_at bigint not null,
  year integer not null,
  new_until bigint,
  trashed_at bigint,
  trashed_by_kind text,
  trashed_by_key text,
  hold_reason text,
  hold_by uuid,
  hold_since bigint,
  external_id text,
  version bigint not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references client_portal.client,
  foreign key (practice_id, folder_id) references client_portal.folder
);
create unique index document_external_id on client_portal.document (practice_id, external_id) where external_id is not null;
create index document_all on client_portal.document (practice_id, client_id, uploaded_at, id) where trashed_at is null;
create index document_trash on client_portal.document (practice_id, client_id, uploaded_at, id) where trashed_at is not null;
create index document_expired on client_portal.document (trashed_at, id) where trashed_at is not null;
create index document_released on client_portal.document (practice_id, client_id, folder_kind, uploaded_at, id) where trashed_at is null and visible;
create index document_released_year on client_portal.document (practice_id, client_id, folder_kind, year, uploaded_at, id) where trashed_at is null and visible;
create index document_folder on client_portal.document (practice_id, client_id, folder_id, folder_kind, uploaded_at, id) where trashed_at is null;
create index document_author on client_portal.document (practice_id, client_id, uploaded_by_key, uploaded_at, id) where trashed_at is null and uploaded_by_kind = 'CONTACT';
create index document_year on client_portal.document (practice_id, client_id, year, uploaded_at, id) where trashed_at is null;
create index document_new on client_portal.document (practice_id, client_id, new_until) where trashed_at is null and new_until is not null;

create table client_portal.download (
  practice_id uuid not null references client_portal.practice,
  document_id uuid not null,
  contact_id uuid not null,
  at bigint not null,
  primary key (practice_id, document_id, contact_id),
  foreign key (practice_id, document_id) references client_portal.document,
  foreign key (practice_id, contact_id) references client_portal.contact
);

create table client_portal.pending_content (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  content text not null,
  since bigint not null,
  primary key (practice_id, id)
);
create index pending_content_since on client_portal.pending_content (since, id);

create table client_portal.session (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  hash text not null,
  contact_id uuid,
  staff_id uuid,
  means text not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  idle bigint,
  browser text,
  device text,
  network text,
  ended_at bigint,
  version bigint not null,
  primary key (practice_id, id),
  check ((contact_id is null) <> (staff_id is null)),
  foreign key (practice_id, contact_id) references client_portal.contact,
  foreign key (practice_id, staff_id) references client_portal.staff
);
create unique index session_hash on client_portal.session (practice_id, hash);
create index session_contact on client_portal.session (practice_id, contact_id, created_at, id) where contact_id is not null;
create index session_staff on client_portal.session (practice_id, staff_id, created_at, id) where staff_id is not null;

create table client_portal.secret (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  purpose text not null,
  subject_kind text not null,
  subject_key text not null,
  origin text not null,
  hash text not null,
  code_hash text,
  browser text,
  return_to text,
  issued_at bigint not null,
  expires_at bigint not null,
  wrong_codes integer not null,
  used_at bigint,
  replaced_at bigint,
  revoked_at bigint,
  primary key (practice_id, id)
);
create unique index secret_hash on client_portal.secret (practice_id, hash);
create index secret_outstanding on client_portal.secret (practice_id, subject_key, purpose, issued_at) where used_at is null and replaced_at is null and revoked_at is null;

create table client_portal.sign_in (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  at bigint not null,
  subject_kind text,
  subject_key text,
  outcome text not null,
  typed text,
  network text,
  device text,
  primary key (practice_id, id)
);
create index sign_in_subject on client_portal.sign_in (practice_id, subject_key, at, id);
create index sign_in_at on client_portal.sign_in (practice_id, at);

-- One row per limited key, whose only use is to be locked.
create table client_portal.attempt_key (
  practice_id uuid not null references client_portal.practice,
  key text not null,
  primary key (practice_id, key)
);

create table client_portal.attempt (
  practice_id uuid not null references client_portal.practice,
  key text not null,
  at bigint not null,
  tries integer not null,
  primary key (practice_id, key, at)
);
create index attempt_at on client_portal.attempt (practice_id, at);

create table client_portal.outbox (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  lane text not null,
  kind text not null,
  to_kind text,
  to_key text,
  client_id uuid,
  text_values text not null,
  sealed_secret text,
  created_at bigint not null,
  due_at bigint not null,
  expires_at bigint,
  state text not null,
  attempts integer not null,
  failure text,
  settled_at bigint,
  version bigint not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references client_portal.client
);
create index outbox_due on client_portal.outbox (lane, due_at, id) where state = 'QUEUED';
create index outbox_event on client_portal.outbox (practice_id, client_id, created_at, id) where lane = 'EVENT' and state = 'QUEUED';
create index outbox_person on client_portal.outbox (practice_id, to_key, kind, created_at, id) where to_key is not null;
create index outbox_state on client_portal.outbox (practice_id, state, created_at, id) where to_key is not null;

create table client_portal.lease (
  job text not null primary key,
  owner text not null,
  ends_at bigint not null
);

create table client_portal.audit (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  at bigint not null,
  action text not null,
  actor_kind text not null,
  actor_key text not null,
  behalf_kind text,
  behalf_key text,
  client_id uuid,
  object text not null,
  object_id text not null,
  network text,
  details text not null,
  primary key (practice_id, id)
);
create index audit_at on client_portal.audit (practice_id, at, id);
create index audit_client on client_portal.audit (practice_id, client_id, at, id) where client_id is not null;
create index audit_actor on client_portal.audit (practice_id, actor_key, at, id);
create index audit_object on client_portal.audit (practice_id, object_id, at, id);

create table client_portal.audit_seal (
  practice_id uuid not null references client_portal.practice,
  number bigint not null,
  record_id uuid not null,
  hash text not null,
  constraint audit_seal_number primary key (practice_id, number),
  foreign key (practice_id, record_id) references client_portal.audit
);
create unique index audit_seal_record_id on client_portal.audit_seal (practice_id, record_id);

-- Which records wait for their seal, so that finding them costs nothing once they have it.
create table client_portal.audit_unsealed (
  practice_id uuid not null references client_portal.practice,
  at bigint not null,
  record_id uuid not null,
  primary key (practice_id, at, record_id)
);

-- What happened stays as it was recorded, whoever asks.
create function client_portal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are never changed or deleted';
end
$$;
create trigger audit_kept before update or delete or truncate on client_portal.audit
  for each statement execute function client_portal.refuse_change();
create trigger audit_seal_kept before update or delete or truncate on client_portal.audit_seal
  for each statement execute function client_portal.refuse_change();

insert into client_portal.schema_compatibility (version, oldest_program) values (1, 1);
