-- The second layer under the condition on practice_id that every statement has: whoever is not told which practice a
-- transaction is for sees and changes nothing, the owner included. Run as the owner, after each migration; tables that have
-- it are left alone. A transaction says what it reaches by set_config('portal.practice', '...', true), or
-- set_config('portal.system', 'on', true) for the few look-ups that go across practices.
do $$
declare
  unguarded text;
begin
  for unguarded in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
    where c.relnamespace = 'client_portal'::regnamespace and c.relkind = 'r'
      and not (c.relrowsecurity and c.relforcerowsecurity)
  loop
    execute format('alter table client_portal.%I enable row level security', unguarded);
    execute format('alter table client_portal.%I force row level security', unguarded);
    execute format('create policy own_practice on client_portal.%I'
      || ' using (practice_id = nullif(current_setting(''portal.practice'', true), '''')::uuid)', unguarded);
  end loop;

  if not exists (select 1 from pg_policies where schemaname = 'client_portal' and policyname = 'system_reads') then
    -- Whose a host name is.
    create policy system_reads on client_portal.practice for select
      using (current_setting('portal.system', true) = 'on');
    -- Which messages are due, and claiming them.
    create policy system_reads on client_portal.outbox for select
      using (current_setting('portal.system', true) = 'on');
    create policy system_claims on client_portal.outbox for update
      using (current_setting('portal.system', true) = 'on');
    -- Which bytes no document names.
    create policy system_reads on client_portal.pending_content for select
      using (current_setting('portal.system', true) = 'on');
    -- What has lain in the trash for long, and whether its client is on hold.
    create policy system_reads on client_portal.document for select
      using (current_setting('portal.system', true) = 'on' and trashed_at is not null);
    create policy system_reads on client_portal.client for select
      using (current_setting('portal.system', true) = 'on' and exists (
        select 1 from client_portal.document d
        where d.practice_id = client.practice_id and d.client_id = client.id and d.trashed_at is not null));
    -- Whose audit waits for seals.
    create policy system_reads on client_portal.audit_unsealed for select
      using (current_setting('portal.system', true) = 'on');
  end if;
end
$$;
