-- The next version's scripts, as tests imagine them: something is added, which the program before knows nothing of.
alter table portal_client add column nickname text;
create table portal_note (
  practice_id text not null references portal_practice,
  id text not null,
  client_id text not null,
  body text not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references portal_client
) strict, without rowid;
insert into portal_schema_compatibility (version, oldest_program) values (3, 2);
