"""What participants agree to let out, and what was let out."""

from __future__ import annotations

import uuid
from typing import Any

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record

PURPOSES = ["treatment", "payment", "operations", "audit", "emergency", "proceeding", "own_wish", "other"]


def key(column: str) -> models.UUIDField[Any, Any]:
    return models.UUIDField(db_column=column, default=uuid.uuid4, editable=False, primary_key=True, serialize=False)


def whose(related_name: str) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name=related_name, to="records.participant"
    )


def kept() -> list[tuple[str, models.Field[Any, Any]]]:
    return [
        ("version", models.PositiveIntegerField(db_default=1, default=1)),
        ("created_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
        ("imported_from", models.TextField(blank=True, db_default="", default="")),
        ("covers_substance_use", models.BooleanField(db_default=False, default=False)),
        ("covers_mental_health", models.BooleanField(db_default=False, default=False)),
        ("covers_other", models.BooleanField(db_default=False, default=False)),
        ("recipient", alongside.records.models.record.Known()),
        ("purpose", alongside.records.models.record.Known()),
        (
            "program",
            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.program"),
        ),
    ]


def only(table: str, field: str, words: list[str]) -> models.CheckConstraint:
    return models.CheckConstraint(condition=models.Q((f"{field}__in", words)), name=f"{table}_{field}_word")


def in_order(first: str, last: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=models.Q((f"{last}__gte", models.F(first))), name=f"consent_{last}_order")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_agencies"),
        ("records", "0141_credential_hours"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                *kept(),
                ("id", key("consent_id")),
                ("recipient_kind", alongside.records.models.record.Known()),
                ("purpose_said", alongside.records.models.record.Known()),
                ("signed_on", models.DateField(blank=True, null=True)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("expires_on", models.DateField(blank=True, null=True)),
                ("signed_paper", alongside.records.models.record.Known()),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_how", alongside.records.models.record.Known()),
                ("participant", whose("consents")),
            ],
            options={
                "db_table": "consent",
                "ordering": ["-signed_on"],
                "constraints": [
                    only("consent", "purpose", PURPOSES),
                    only("consent", "recipient_kind", ["person", "organization", "class"]),
                    in_order("starts_on", "expires_on"),
                    in_order("signed_on", "starts_on"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at__isnull", True), ("revoked_how__isnull", True)),
                            models.Q(("revoked_at__isnull", False), ("revoked_how__isnull", False)),
                            _connector="OR",
                        ),
                        name="consent_revoked_at_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("covers_substance_use", True),
                            ("covers_mental_health", True),
                            ("covers_other", True),
                            _connector="OR",
                        ),
                        name="consent_covers_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                *kept(),
                ("id", key("disclosure_id")),
                ("without_consent", alongside.records.models.record.Known()),
                ("what", alongside.records.models.record.Known()),
                ("disclosed_at", models.DateTimeField(blank=True, null=True)),
                ("statement", alongside.records.models.record.Known()),
                ("statement_edition", alongside.records.models.record.Known()),
                (
                    "consent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="records.consent",
                    ),
                ),
                ("participant", whose("disclosures")),
            ],
            options={
                "db_table": "disclosure",
                "ordering": ["-disclosed_at"],
                "constraints": [
                    only("disclosure", "purpose", PURPOSES),
                    only("disclosure", "without_consent", ["audit", "emergency", "court_order"]),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consent__isnull", False), ("without_consent__isnull", False), _connector="OR"
                        ),
                        name="disclosure_by_some_right",
                    ),
                ],
            },
        ),
    ]
