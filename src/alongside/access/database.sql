-- What row policies read. Run by the owner after every migration; running it again changes nothing.
-- A setting that was local to a finished transaction reads as an empty text, one never set as null: both are "none".

create or replace function alongside_program_if_any() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('alongside.program', true), '')::uuid $$;

create or replace function alongside_actor_if_any() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('alongside.actor', true), '')::uuid $$;

-- The participant whose own seat this transaction is of, or null: staff, and work without a seat.
create or replace function alongside_participant_if_any() returns uuid
language sql stable parallel safe set search_path = pg_catalog as
$$ select nullif(current_setting('alongside.participant', true), '')::uuid $$;

-- Whether this transaction is of a state reviewer's seat.
create or replace function alongside_is_reviewer() returns boolean
language sql stable parallel safe set search_path = pg_catalog as
$$ select coalesce(current_setting('alongside.reviewer', true), '') <> '' $$;

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

-- Which code this is, asked before anybody is signed in and therefore in no program. Only the keyed hash finds it.
create or replace function alongside_invited(hashed text) returns table (program uuid, invitation uuid)
language plpgsql stable security definer set search_path = pg_catalog, public as
$$
begin
    return query select i.program_id, i.invitation_id from invitation i where i.code_hash = hashed;
end
$$;

-- Which private address of a calendar this is, asked by a program that never signs in. Only the keyed hash finds it.
create or replace function alongside_feed(hashed text) returns table (program uuid, feed uuid, kept text)
language plpgsql stable security definer set search_path = pg_catalog, public as
$$
begin
    return query select f.program_id, f.calendar_feed_id, f.secret_hash from calendar_feed f
        where f.secret_hash = hashed and f.revoked_at is null;
end
$$;

-- Whose records of substance use disorder treatment (42 CFR part 2) are in this program, with no disclosure for audit
-- or evaluation in the accounting: a state reviewer reads nothing of theirs, whatever a packet holds.
create or replace function alongside_undisclosed() returns uuid[]
language plpgsql volatile security definer set search_path = pg_catalog, public as
$$
declare
    seat text := coalesce(current_setting('alongside.reviewer', true), '');
    found uuid[];
begin
    perform set_config('alongside.reviewer', '', true); -- consents and disclosures are not seen from that seat
    found := array(
        select guarded.participant_id from (
            select m.participant_id from record_mark m where m.record_class = 'substance_use' and m.ended_on is null
            union select e.participant_id from treatment_episode e
            union select s.participant_id from service s where s.funding = 'substance_use_medicaid'
        ) guarded
        where not exists (
            select from disclosure d
            where d.participant_id = guarded.participant_id and d.covers_substance_use and d.purpose = 'audit'
        )
    );
    perform set_config('alongside.reviewer', seat, true);
    return found;
end
$$;

-- Who looked at or wrote about one participant, newest first: names and roles of people, never of the one who asks,
-- nor what the system did by itself. From a seat only about the one whose seat it is. `latest` is the entry to go on from.
create or replace function alongside_who_looked(whose uuid, latest bigint, most int)
returns table (entry bigint, at timestamptz, act text, about text, row_id text, detail text, name text, role text)
language plpgsql volatile security definer set search_path = pg_catalog, public as
$$
#variable_conflict use_column
declare
    seat uuid := alongside_participant_if_any();
    few uuid[]; -- reports about them that few may read: of abuse or neglect, or of the same incident
    kept text[]; -- these, and what belongs to them
begin
    if seat is not null and seat <> whose then
        raise exception 'not your own seat' using errcode = '42501';
    end if;
    perform set_config('alongside.participant', '', true); -- names of staff are not seen from a seat, but for these
    if seat is not null then
        few := array(
            select r.incident_report_id from incident_report r where r.participant_id = whose and (r.is_restricted
                or exists (select from incident_report o where o.incident = r.incident and o.is_restricted))
        );
        kept := array(
            select unnest(few)::text
            union all
            select s.incident_step_id::text from incident_step s where s.incident_report_id = any(few)
            union all
            select w.report_section_id::text from report_section w where w.incident_report_id = any(few)
            union all
            select c.record_change_id::text from record_change c join report_section w on w.report_section_id = c.record
            where w.incident_report_id = any(few)
            union all
            select a.attachment_id::text from attachment a where a.kind = 'incident_report' and a.record = any(few)
            union all
            select c.record_change_id::text from record_change c where c.record = any(few)
            union all
            select d.document_id::text from document d where d.kind = 'incident_report' and d.record = any(few)
            union all
            select s.signature_id::text from signature s join document d using (document_id)
            where d.kind = 'incident_report' and d.record = any(few)
            union all
            select p.rendering_id::text from rendering p join document d using (document_id)
            where d.kind = 'incident_report' and d.record = any(few)
        );
    end if;
    return query
        with about_them as materialized (
            select e.* from ledger_entry e where e.subject_id = whose
        ), listed as materialized (
            select e.* from ledger_entry e where e.act in ('search', 'export') and e.columns @> array[whose::text]
                and e.subject_id is distinct from whose
        )
        select e.entry_id, e.at, e.act, e.table_name, e.row_id, e.detail, u.name, m.role
        from (select * from about_them union all select * from listed) e
        join user_account u on u.user_id = e.actor_id
        left join lateral (
            select h.role from membership h
            where h.user_id = e.actor_id and h.program_id = e.program_id
            order by h.participant_id is not null, h.starts_on desc limit 1
        ) m on true
        where e.program_id = alongside_program() and e.actor_id is distinct from alongside_actor_if_any()
            and (latest is null or e.entry_id < latest)
            and (seat is null or coalesce(e.row_id, '') <> all(kept))
        order by e.entry_id desc limit most;
    perform set_config('alongside.participant', coalesce(seat::text, ''), true);
end
$$;
