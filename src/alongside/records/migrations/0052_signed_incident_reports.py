"""The day an incident report was first signed stands on the report: an amendment counts from its signature on."""

from django.db import migrations, models

WAY = """'program_told_at', 'program_told_by', 'state_told_at', 'state_told_by', 'is_reportable_death',
        'death_reported_at', 'death_reported_by'"""

STAYS = """
create or replace trigger signed_record_stays before update or delete on incident_report
    for each row execute function signed_record_stays('An incident report', {later});
"""

# Reports signed before this: the day of their first signature. Program by program, as the triggers ask; whoever migrates
# sees no row but for the time this takes. The table of what is to be answered anew is not there yet on a new database.
SIGNED_BEFORE = """
do $$
declare
    tables constant text[] := array['incident_report', 'document', 'signature', 'stale'];
    named text;
    one uuid;
begin
    foreach named in array tables loop
        execute format('alter table if exists %I no force row level security', named);
    end loop;
    for one in select distinct d.program_id from document d where d.kind = 'incident_report' loop
        perform set_config('alongside.program', one::text, true);
        update incident_report r set signed_on = first.signed_on, version = r.version + 1
        from (
            select d.record, min(s.signed_on) as signed_on
            from document d join signature s on s.document_id = d.document_id
            where d.kind = 'incident_report' and d.program_id = one group by d.record
        ) first
        where first.record = r.incident_report_id and r.program_id = one and r.signed_on is null;
    end loop;
    perform set_config('alongside.program', '', true);
    set constraints all immediate;
    foreach named in array tables loop
        execute format('alter table if exists %I force row level security', named);
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0050_what_belongs_to_an_incident"),
    ]

    operations = [
        migrations.AddField(
            model_name="incidentreport", name="signed_on", field=models.DateField(blank=True, null=True)
        ),
        migrations.RunSQL(STAYS.format(later=f"{WAY}, 'signed_on'"), STAYS.format(later=WAY)),
        migrations.RunSQL(SIGNED_BEFORE, migrations.RunSQL.noop),
    ]
