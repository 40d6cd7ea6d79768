"""Who reviewed an incident report, and the hotline as a step of its way. Both come after a signature, too."""

import importlib

from django.db import migrations, models

import alongside.records.models.record

SIGNED = importlib.import_module("alongside.records.migrations.0052_signed_incident_reports")
LATER = f"{SIGNED.WAY}, 'signed_on'"
AND_ITS_REVIEW = f"{LATER}, 'is_suspected_abuse', 'hotline_told_at', 'reviewed_on', 'reviewed_by'"


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0120_how_billed"),
    ]

    operations = [
        migrations.AddField(
            model_name="incidentreport", name="reviewed_by", field=alongside.records.models.record.Known()
        ),
        migrations.AddConstraint(
            model_name="incidentreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_by__isnull", True), ("reviewed_on__isnull", True)),
                    models.Q(("reviewed_by__isnull", False), ("reviewed_on__isnull", False)),
                    _connector="OR",
                ),
                name="incident_report_reviewed_on_together",
            ),
        ),
        migrations.RemoveConstraint(model_name="incidentstep", name="incident_step_kind_word"),
        migrations.AddConstraint(
            model_name="incidentstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["program", "state", "department", "hotline"])),
                name="incident_step_kind_word",
            ),
        ),
        migrations.RunSQL(SIGNED.STAYS.format(later=AND_ITS_REVIEW), SIGNED.STAYS.format(later=LATER)),
    ]
