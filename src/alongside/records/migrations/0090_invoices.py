"""Invoices to Medicaid, with lines tied to services."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import alongside.records.models.record


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_seats_of_participants"),
        ("records", "0080_library"),
    ]

    operations = [
        migrations.CreateModel(
            name="Invoice",
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
                        db_column="invoice_id", default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("number", models.TextField()),
                ("invoiced_on", models.DateField(blank=True, null=True)),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.program"
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invoices",
                        to="records.provider",
                    ),
                ),
            ],
            options={
                "db_table": "invoice",
                "ordering": ["-invoiced_on", "-number"],
            },
        ),
        migrations.CreateModel(
            name="InvoiceLine",
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
                        db_column="invoice_line_id",
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("served_on", models.DateField(blank=True, null=True)),
                ("units", models.IntegerField(blank=True, null=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True)),
                ("claim_number", alongside.records.models.record.Known()),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="records.invoice"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invoice_lines",
                        to="records.participant",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.program"
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invoice_lines",
                        to="records.service",
                    ),
                ),
            ],
            options={
                "verbose_name": "invoice line",
                "db_table": "invoice_line",
                "ordering": ["served_on", "created_at"],
            },
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(fields=("program", "number"), name="invoice_known_as"),
        ),
        migrations.AddIndex(
            model_name="invoiceline",
            index=models.Index(fields=["program", "participant", "served_on"], name="invoice_line_days"),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(
                condition=models.Q(("units__gt", 0), ("units__lte", 1000)), name="invoice_line_units_range"
            ),
        ),
        migrations.AddConstraint(
            model_name="invoiceline",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="invoice_line_amount_range"),
        ),
    ]
