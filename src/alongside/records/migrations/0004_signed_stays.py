"""What is signed stays as it was signed, whoever writes; and what belongs together is about one participant.

Functions see what the writer sees, under the row policies. Signing locks what is signed, so that nobody changes it
in between.
"""

from django.db import migrations

SAME_PARTICIPANT = """
alter table service_plan add constraint service_plan_of_participant unique (service_plan_id, participant_id);
alter table service_plan add constraint service_plan_amends_same_participant
    foreign key (amends_id, participant_id) references service_plan (service_plan_id, participant_id)
    deferrable initially deferred;
alter table plan_line add constraint plan_line_of_participant unique (plan_line_id, participant_id);
alter table plan_line add constraint plan_line_of_planned_participant
    foreign key (service_plan_id, participant_id) references service_plan (service_plan_id, participant_id)
    deferrable initially deferred;
alter table service add constraint service_of_participant unique (service_id, participant_id);
alter table service add constraint service_of_planned_participant
    foreign key (plan_line_id, participant_id) references plan_line (plan_line_id, participant_id)
    deferrable initially deferred;
alter table progress_note add constraint progress_note_of_participant unique (progress_note_id, participant_id);
alter table progress_note add constraint progress_note_of_service unique (progress_note_id, service_id);
alter table progress_note add constraint progress_note_of_served_participant
    foreign key (service_id, participant_id) references service (service_id, participant_id)
    deferrable initially deferred;
alter table progress_note add constraint progress_note_amends_same_service
    foreign key (amends_id, service_id) references progress_note (progress_note_id, service_id)
    deferrable initially deferred;
alter table sign_off add constraint sign_off_of_participant
    foreign key (progress_note_id, participant_id) references progress_note (progress_note_id, participant_id)
    deferrable initially deferred;
"""

ANY_PARTICIPANT = """
alter table sign_off drop constraint sign_off_of_participant;
alter table progress_note drop constraint progress_note_amends_same_service;
alter table progress_note drop constraint progress_note_of_served_participant;
alter table progress_note drop constraint progress_note_of_service;
alter table progress_note drop constraint progress_note_of_participant;
alter table service drop constraint service_of_planned_participant;
alter table service drop constraint service_of_participant;
alter table plan_line drop constraint plan_line_of_planned_participant;
alter table plan_line drop constraint plan_line_of_participant;
alter table service_plan drop constraint service_plan_amends_same_participant;
alter table service_plan drop constraint service_plan_of_participant;
"""

NOTES_STAY = """
create function signed_note_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if old.status = 'signed' then
        raise exception 'A signed progress note stays as it was signed. Amend it: a new note that names it and says why.'
            using errcode = 'check_violation', constraint = 'signed_note_stays';
    end if;
    if exists (select from progress_note m where m.moved_from_id = old.progress_note_id) then
        raise exception 'This progress note was moved to another participant and stays here as it was.'
            using errcode = 'check_violation', constraint = 'moved_note_stays';
    end if;
    return coalesce(new, old);
end $$;
create trigger signed_note_stays before update or delete on progress_note
    for each row execute function signed_note_stays();

create function signing_holds_service() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform from service s where s.service_id = new.service_id for share;
    return new;
end $$;
create trigger signing_holds_service before insert or update on progress_note
    for each row when (new.status = 'signed' or new.moved_from_id is not null)
    execute function signing_holds_service();

create function service_of_signed_note_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (
        select from progress_note n left join progress_note m on m.moved_from_id = n.progress_note_id
        where n.service_id = old.service_id and (n.status = 'signed' or m.progress_note_id is not null)
    ) then
        raise exception 'A service stays as it was once its progress note is signed or moved. Amend the note, and say what was wrong.'
            using errcode = 'check_violation', constraint = 'service_of_signed_note_stays';
    end if;
    return coalesce(new, old);
end $$;
create trigger service_of_signed_note_stays before update or delete on service
    for each row execute function service_of_signed_note_stays();

create function sign_off_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise exception 'A sign-off stays as it was written.'
        using errcode = 'check_violation', constraint = 'sign_off_stays';
end $$;
create trigger sign_off_stays before update or delete on sign_off for each row execute function sign_off_stays();
"""

NOTES_CHANGE = """
drop function sign_off_stays() cascade;
drop function service_of_signed_note_stays() cascade;
drop function signing_holds_service() cascade;
drop function signed_note_stays() cascade;
"""

# A plan is signed by several people: a signature may be added to a signed plan, and nothing else.
PLANS_STAY = """
create function signed_plan_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    signatures constant text[] := array['participant_signed_on', 'representative_signed_on',
        'representative_signed_by', 'coordinator_signed_on', 'coordinator_signed_by'];
begin
    if num_nonnulls(old.participant_signed_on, old.representative_signed_on, old.coordinator_signed_on) = 0 then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'version' - signatures = to_jsonb(old) - 'version' - signatures
           and to_jsonb(new) @> jsonb_strip_nulls(to_jsonb(old) - 'version') then
            return new;
        end if;
    end if;
    raise exception 'A signed service plan stays as it was signed. Amend it: a new plan that names it and says why.'
        using errcode = 'check_violation', constraint = 'signed_plan_stays';
end $$;
create trigger signed_plan_stays before update or delete on service_plan
    for each row execute function signed_plan_stays();

create function line_of_signed_plan_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    touched uuid[];
    days int;
begin
    if tg_op <> 'INSERT' then touched := touched || old.service_plan_id; end if;
    if tg_op <> 'DELETE' then touched := touched || new.service_plan_id; end if;
    for days in
        select num_nonnulls(p.participant_signed_on, p.representative_signed_on, p.coordinator_signed_on)
        from service_plan p where p.service_plan_id = any (touched) for share
    loop
        if days > 0 then
            raise exception 'The lines of a signed service plan stay as they were signed. Amend the plan.'
                using errcode = 'check_violation', constraint = 'line_of_signed_plan_stays';
        end if;
    end loop;
    return coalesce(new, old);
end $$;
create trigger line_of_signed_plan_stays before insert or update or delete on plan_line
    for each row execute function line_of_signed_plan_stays();
"""

PLANS_CHANGE = """
drop function line_of_signed_plan_stays() cascade;
drop function signed_plan_stays() cascade;
"""


class Migration(migrations.Migration):

    dependencies = [("records", "0003_plans_notes_incidents")]

    operations = [
        migrations.RunSQL(SAME_PARTICIPANT, ANY_PARTICIPANT),
        migrations.RunSQL(NOTES_STAY, NOTES_CHANGE),
        migrations.RunSQL(PLANS_STAY, PLANS_CHANGE),
    ]
