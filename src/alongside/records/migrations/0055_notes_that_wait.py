"""Signed notes that wait for a supervisor stand in a table of their own, which triggers keep."""

import django.db.models.deletion
from django.db import migrations, models

# What waits, of the notes named; the same for those there were before, and for those of a write.
WAIT = """
    insert into waiting_note (program_id, progress_note_id, author_id, giver_id, signed_on, is_mended)
    select n.program_id, n.progress_note_id, n.author_id, s.staff_id, n.signed_on, exists (
        select from sign_off o where o.progress_note_id = n.amends_id and o.decision = 'returned')
    from progress_note n join service s on s.service_id = n.service_id
    where {which} n.status = 'signed'
        and not exists (select from sign_off o where o.progress_note_id = n.progress_note_id)
        and not exists (select from progress_note m where m.moved_from_id = n.progress_note_id)
        and not exists (
            select from progress_note m where m.amends_id = n.progress_note_id and m.status = 'signed')
"""

KEPT = f"""
create function notes_wait_again(given uuid[]) returns void language plpgsql set search_path = public, pg_temp as $$
begin
    delete from waiting_note w where w.progress_note_id = any (given);
    {WAIT.format(which="n.progress_note_id = any (given) and")}
    on conflict (progress_note_id) do nothing;
end $$;

create function note_waits() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op <> 'DELETE' then
        perform notes_wait_again(array[new.progress_note_id, new.amends_id, new.moved_from_id]);
    end if;
    if tg_op <> 'INSERT' then
        perform notes_wait_again(array[old.progress_note_id, old.amends_id, old.moved_from_id]);
    end if;
    return null;
end $$;
create trigger note_waits_written after insert on progress_note
    for each row when (new.status = 'signed' or new.moved_from_id is not null) execute function note_waits();
create trigger note_waits_changed after update on progress_note for each row
    when ((old.status, old.signed_on, old.amends_id, old.moved_from_id)
        is distinct from (new.status, new.signed_on, new.amends_id, new.moved_from_id))
    execute function note_waits();
create trigger note_waits_deleted after delete on progress_note
    for each row when (old.status = 'signed' or old.moved_from_id is not null) execute function note_waits();

create function decided_note_waits() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    decided uuid[] := array[coalesce(new.progress_note_id, old.progress_note_id), old.progress_note_id];
begin
    perform notes_wait_again(decided || array(select n.progress_note_id from progress_note n where n.amends_id = any (decided)));
    return null;
end $$;
create trigger decided_note_waits after insert or update or delete on sign_off
    for each row execute function decided_note_waits();
"""

FORGOTTEN = """
drop trigger decided_note_waits on sign_off;
drop function decided_note_waits();
drop trigger note_waits_deleted on progress_note;
drop trigger note_waits_changed on progress_note;
drop trigger note_waits_written on progress_note;
drop function note_waits();
drop function notes_wait_again(uuid[]);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_seats_of_participants"),
        ("records", "0052_signed_incident_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="WaitingNote",
            fields=[
                ("id", models.BigAutoField(db_column="waiting_note_id", primary_key=True, serialize=False)),
                (
                    "progress_note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="waiting",
                        to="records.progressnote",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.program"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.staffmember",
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.staffmember",
                    ),
                ),
                ("signed_on", models.DateField()),
                ("is_mended", models.BooleanField()),
            ],
            options={
                "verbose_name": "note that waits",
                "db_table": "waiting_note",
                "indexes": [
                    models.Index(
                        fields=["program", "-is_mended", "signed_on", "progress_note"], name="waiting_note_order"
                    )
                ],
            },
        ),
        migrations.RunSQL(WAIT.format(which=""), migrations.RunSQL.noop),
        migrations.RunSQL(KEPT, FORGOTTEN),
    ]
