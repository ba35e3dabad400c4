create table if not exists engagement (
  number text not null primary key,
  name text not null
);
