-- The version after it, which takes away what only the program of two versions before still uses.
insert into client_portal.schema_compatibility (version, oldest_program) values (4, 3);
