"""Who authorized a treatment plan, which like a signature may be added after the plan was signed."""

import django.db.models.deletion
from django.db import migrations, models

PLAN_STAYS = """
create or replace function signed_plan_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    added constant text[] := array['participant_signed_on', 'representative_signed_on',
        'representative_signed_by', 'coordinator_signed_on', 'coordinator_signed_by'{more}];
begin
    if num_nonnulls(old.participant_signed_on, old.representative_signed_on, old.coordinator_signed_on) = 0 then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE' then
        if to_jsonb(new) - 'version' - added = to_jsonb(old) - 'version' - added
           and to_jsonb(new) @> jsonb_strip_nulls(to_jsonb(old) - 'version') then
            return new;
        end if;
    end if;
    raise exception 'A signed service plan stays as it was signed. Amend it: a new plan that names it and says why.'
        using errcode = 'check_violation', constraint = 'signed_plan_stays';
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0130_sections_reviewed"),
    ]

    operations = [
        migrations.AddField(
            model_name="serviceplan",
            name="authorized_by",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="records.staffmember",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("authorized_by__isnull", True), ("authorized_on__isnull", False), _connector="OR"),
                name="service_plan_authorized_when",
            ),
        ),
        migrations.RunSQL(
            PLAN_STAYS.format(more=", 'authorized_on', 'authorized_by_id'"), PLAN_STAYS.format(more="")
        ),
    ]
