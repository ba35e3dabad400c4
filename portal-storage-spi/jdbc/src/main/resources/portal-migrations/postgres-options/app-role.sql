-- Lets the role that the program runs as do what it needs, and no more: it cannot change the tables, and of the audit it can
-- only add and read records. Run as the owner, after each migration; first: set portal.app_role = 'portal_app';
do $$
declare
  app text := current_setting('portal.app_role');
begin
  if app = current_user then
    raise exception 'the role % owns the tables; the program''s role must be another', app;
  end if;
  execute format('grant usage on schema client_portal to %I', app);
  execute format('grant select, insert, update, delete on all tables in schema client_portal to %I', app);
  execute format('revoke update, delete on client_portal.audit, client_portal.audit_seal from %I', app);
  execute format('revoke insert, update, delete on client_portal.schema_compatibility, client_portal.portal_schema_history from %I', app);
end
$$;
