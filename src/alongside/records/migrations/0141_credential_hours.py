"""Hours and units on the way to a peer's certificate."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record

KINDS = ["crss", "cfpp", "cprs"]
PARTS = ["training", "work", "supervision", "renewal"]
DOMAINS = [
    "in_all", "advocacy", "professional_responsibility", "mentoring", "recovery_support", "ethics", "core_functions",
    "core", "crss_domains", "cprs_domains", "internship", "crss_specific", "cprs_specific",
]  # fmt: skip


def only(field: str, words: list[str]) -> models.CheckConstraint:
    condition = models.Q((f"{field}__in", words))
    return models.CheckConstraint(condition=condition, name=f"credential_hours_{field}_word")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_agencies"),
        ("records", "0140_plans_authorized"),
    ]

    operations = [
        migrations.CreateModel(
            name="CredentialHours",
            fields=[
                ("version", models.PositiveIntegerField(db_default=1, default=1)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                ),
                ("imported_from", models.TextField(blank=True, db_default="", default="")),
                (
                    "id",
                    models.UUIDField(
                        db_column="credential_hours_id", default=uuid.uuid4, editable=False, primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", alongside.records.models.record.Known()),
                ("part", alongside.records.models.record.Known()),
                ("domain", alongside.records.models.record.Known()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("hours", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                ("what", alongside.records.models.record.Known()),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.program"
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="credential_hours",
                        to="records.staffmember",
                    ),
                ),
            ],
            options={
                "verbose_name": "hours toward a credential",
                "verbose_name_plural": "hours toward a credential",
                "db_table": "credential_hours",
                "ordering": ["-done_on"],
                "constraints": [
                    only("kind", KINDS),
                    only("part", PARTS),
                    only("domain", DOMAINS),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gt", 0), ("hours__lte", 2500)), name="credential_hours_hours_range"
                    ),
                ],
            },
        ),
    ]
