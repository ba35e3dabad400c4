-- The next version's scripts, as tests imagine them: something is added, which the program before knows nothing of.
alter table client_portal.client add column nickname text;
create table client_portal.note (
  practice_id uuid not null references client_portal.practice,
  id uuid not null,
  client_id uuid not null,
  body text not null,
  primary key (practice_id, id),
  foreign key (practice_id, client_id) references client_portal.client
);
insert into client_portal.schema_compatibility (version, oldest_program) values (3, 2);
