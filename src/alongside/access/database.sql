-- What row policies read. Run by the owner after every migration; running it again changes nothing.
-- A setting that was local to a finished transaction reads as an empty text, one never set as null: both are "none".

create or replace function alongside_program_if_any() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('alongside.program', true), '')::uuid $$;

create or replace function alongside_actor_if_any() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('alongside.actor', true), '')::uuid $$;

-- The program of this transaction. An error where none is set: an empty list would hide the mistake.
create or replace function alongside_program() returns uuid
language plpgsql stable parallel safe set search_path = pg_catalog, public as
$$
declare
    held uuid := alongside_program_if_any();
begin
    if held is null then
        raise exception 'no program context' using errcode = '42501',
            hint = 'Run the query in a transaction, inside acting(program=...).';
    end if;
    return held;
end
$$;

-- The user of this transaction, or null where only the program is known. An error where neither is.
create or replace function alongside_actor() returns uuid
language plpgsql stable parallel safe set search_path = pg_catalog, public as
$$
declare
    held uuid := alongside_actor_if_any();
begin
    if held is null and alongside_program_if_any() is null then
        raise exception 'no program context' using errcode = '42501',
            hint = 'Run the query in a transaction, inside acting(program=...) or acting(actor=...).';
    end if;
    return held;
end
$$;
