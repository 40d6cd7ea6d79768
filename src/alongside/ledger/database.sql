-- The database's side of the ledger. Run by the owner after every migration; running it again changes nothing.
-- Functions run with the owner's rights and a fixed search path; the runtime role may call ledger_record only.

-- Text as RFC 8785 writes it, or null.
create or replace function ledger_json(given text) returns text
language sql immutable parallel safe set search_path = pg_catalog as
$$ select coalesce(to_json(given)::text, 'null') $$;

-- The text an entry's hash is made of: RFC 8785 canonical JSON, keys in order. `entries.py` says the same in Python.
create or replace function ledger_canonical(entry public.ledger_entry) returns text
language sql stable set search_path = pg_catalog, public as
$$
    select '{"act":' || ledger_json(entry.act)
        || ',"actor":' || ledger_json(entry.actor_id::text)
        || ',"at":' || ledger_json(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || ',"columns":' || to_json(entry.columns)::text
        || ',"database_role":' || ledger_json(entry.database_role)
        || ',"detail":' || ledger_json(entry.detail)
        || ',"entry":' || ledger_json(entry.entry_id::text)
        || ',"new_hash":' || ledger_json(entry.new_hash)
        || ',"old_hash":' || ledger_json(entry.old_hash)
        || ',"program":' || ledger_json(entry.program_id::text)
        || ',"request":' || ledger_json(entry.request)
        || ',"row":' || ledger_json(entry.row_id)
        || ',"subject":' || ledger_json(entry.subject_id::text)
        || ',"table":' || ledger_json(entry.table_name)
        || ',"transaction":' || ledger_json(entry.transaction::text)
        || '}'
$$;

create or replace function ledger_hash(given text) returns text
language sql immutable parallel safe set search_path = pg_catalog as
$$ select encode(sha256(convert_to(given, 'UTF8')), 'hex') $$;

-- Fills in who, when and the hash, and adds the entry.
create or replace function ledger_add(entry public.ledger_entry) returns void
language plpgsql security definer set search_path = pg_catalog, public as
$$
begin
    entry.entry_id := nextval('ledger_entry_entry_id_seq');
    entry.transaction := pg_current_xact_id()::text::bigint;
    entry.at := clock_timestamp();
    entry.program_id := nullif(current_setting('alongside.program', true), '')::uuid;
    entry.actor_id := nullif(current_setting('alongside.actor', true), '')::uuid;
    entry.request := coalesce(current_setting('alongside.request', true), '');
    entry.database_role := session_user;
    entry.hash := ledger_hash(ledger_canonical(entry));
    insert into ledger_entry select entry.*;
end
$$;

-- The trigger of every table whose changes are kept. Its argument is the name of the key column.
create or replace function ledger_write() returns trigger
language plpgsql security definer set search_path = pg_catalog, public set timezone = 'UTC' as
$$
declare
    entry ledger_entry;
    old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    either jsonb := coalesce(new_row, old_row);
begin
    entry.act := lower(tg_op);
    entry.table_name := tg_table_name;
    entry.row_id := either ->> tg_argv[0];
    entry.subject_id := coalesce(either ->> 'participant_id', either ->> 'staff_id')::uuid;
    entry.columns := '{}';
    if tg_op = 'UPDATE' then
        entry.columns := array(
            select key from jsonb_each(new_row) where value is distinct from old_row -> key order by key collate "C"
        );
        if cardinality(entry.columns) = 0 then
            return null;
        end if;
    end if;
    entry.old_hash := coalesce(ledger_hash(old_row::text), '');
    entry.new_hash := coalesce(ledger_hash(new_row::text), '');
    entry.detail := '';
    perform ledger_add(entry);
    return null;
end
$$;

-- The one way in for what leaves no changed row behind: reads, exports, searches, sign-ins. `listed` are the keys of
-- the people a list showed. The function had fewer arguments once; two of that name would be one too many.
drop function if exists ledger_record(text, text, text, uuid, text);
create or replace function ledger_record(
    act text, about text, row_id text, subject uuid, detail text, listed text[] default '{}'
) returns void
language plpgsql security definer set search_path = pg_catalog, public as
$$
declare
    entry ledger_entry;
begin
    if act in ('insert', 'update', 'delete') then
        raise exception 'Only a trigger records %.', act using errcode = '42501';
    end if;
    entry.act := act;
    entry.table_name := about;
    entry.row_id := row_id;
    entry.subject_id := subject;
    entry.columns := listed;
    entry.old_hash := '';
    entry.new_hash := '';
    entry.detail := detail;
    perform ledger_add(entry);
end
$$;

create or replace function ledger_refuse() returns trigger
language plpgsql set search_path = pg_catalog as
$$
begin
    raise exception 'The ledger is append-only: % of % is refused.', lower(tg_op), tg_table_name using errcode = '42501';
end
$$;

create or replace trigger ledger_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_refuse();
create or replace trigger ledger_append_only before update or delete or truncate on ledger_sealed
    for each statement execute function ledger_refuse();
create or replace trigger ledger_append_only before update or delete or truncate on ledger_checkpoint
    for each statement execute function ledger_refuse();

revoke all on function ledger_json(text), ledger_hash(text), ledger_canonical(ledger_entry), ledger_add(ledger_entry),
    ledger_write(), ledger_record(text, text, text, uuid, text, text[]), ledger_refuse() from public;
