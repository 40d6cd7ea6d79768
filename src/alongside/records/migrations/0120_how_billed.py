"""How a service is billed can be corrected after its note is signed, with a reason; what was given stays as signed.

The role in which it was given, what it is billed under, who pays, to how many, and whether it was clinical: none of it
is what the note says was done. A service of a note that was moved stays whole.
"""

from django.db import migrations

import alongside.records.models.record

STAYS = """
create or replace function service_of_signed_note_stays() returns trigger language plpgsql
set search_path = public, pg_temp as $$
{declared}begin
    if exists (
        select from progress_note n left join progress_note m on m.moved_from_id = n.progress_note_id
        where n.service_id = old.service_id and (n.status = 'signed' or m.progress_note_id is not null)
    ) then
        {exempt}raise exception 'A service stays as it was once its progress note is signed or moved. Amend the note, and say what was wrong.'
            using errcode = 'check_violation', constraint = 'service_of_signed_note_stays';
    end if;
    return coalesce(new, old);
end $$;
"""
DECLARED = """declare
    billed constant text[] := array['version', 'role', 'billed_as', 'funding', 'modality', 'attendee_count', 'is_clinical',
        'has_clinical_requirements', 'has_im_cans'];
"""
EXEMPT = """if tg_op = 'UPDATE' then
            if to_jsonb(new) - billed = to_jsonb(old) - billed and not exists (
                select from progress_note n join progress_note m on m.moved_from_id = n.progress_note_id
                where n.service_id = old.service_id
            ) then
                return new;
            end if;
        end if;
        """


class Migration(migrations.Migration):
    dependencies = [("records", "0110_sections")]

    operations = [
        migrations.AddField("change", "reason", alongside.records.models.record.Known()),
        migrations.RunSQL(
            STAYS.format(declared=DECLARED, exempt=EXEMPT), reverse_sql=STAYS.format(declared="", exempt="")
        ),
    ]
