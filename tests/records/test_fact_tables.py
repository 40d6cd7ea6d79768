"""What the law may look at is what the records hold: same tables, same columns, same words."""

import pytest
from django.apps import apps
from django.db import models

from alongside.facts.contract import Column, FactTable
from alongside.facts.tables import TABLES

MODELS = {
    model._meta.db_table: model for app in ("records", "reviews") for model in apps.get_app_config(app).get_models()
}
TYPES: dict[str, tuple[type[models.Field], ...]] = {
    "string": (models.TextField, models.CharField, models.UUIDField, models.ForeignKey),
    "date": (models.DateField,),
    "boolean": (models.BooleanField,),
    "int32": (models.IntegerField,),
    "decimal(6, 2)": (models.DecimalField,),
    "decimal(10, 2)": (models.DecimalField,),
    "timestamp": (models.DateTimeField,),
}
EVERY_TABLE = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)


def columns(table: FactTable) -> dict[str, models.Field]:
    return {str(field.column): field for field in MODELS[table.name]._meta.concrete_fields}


def differences(table: FactTable) -> list[str]:
    """Everything in which the records differ from what the facts say about a table."""
    if table.name not in MODELS:
        return [f"no record model has the table {table.name}"]
    held = columns(table)
    missing = [f"{table.name} has no column {name}" for name in table.columns if name not in held]
    return missing + [
        f"{table.name}.{name}: {what}"
        for name, column in table.columns.items()
        if name in held
        for what in differs(column, held[name])
    ]


def differs(column: Column, field: models.Field) -> list[str]:
    found = []
    is_instant = isinstance(field, models.DateTimeField)
    if not isinstance(field, TYPES[column.type]) or is_instant != (column.type == "timestamp"):
        found.append(f"is a {type(field).__name__}, the facts say {column.type}")
    if isinstance(field, models.DecimalField) and f"decimal({field.max_digits}, {field.decimal_places})" != column.type:
        found.append(f"has {field.max_digits} digits and {field.decimal_places} decimals, the facts say {column.type}")
    if set(column.words) != {word for word, _ in field.flatchoices}:
        found.append(f"may be {field.flatchoices}, the facts say {column.words}")
    if field.null is column.is_required:
        found.append("may be unknown" if field.null else "may not be unknown, though the facts say it may")
    return found


@EVERY_TABLE
def test_every_fact_table_is_a_record_table(table: FactTable):
    assert differences(table) == []


@EVERY_TABLE
def test_keys_are_keys_and_parents_are_parents(table: FactTable):
    held = columns(table)
    assert held[table.key].primary_key
    if table.parent is not None:
        assert held[table.root].related_model is MODELS[table.parent.name]


@pytest.mark.parametrize("name", ["participant", "staff"])
def test_the_id_a_reader_knows_is_one_of_its_kind_in_the_program(name: str):
    unique = {rule.fields for rule in MODELS[name]._meta.constraints if isinstance(rule, models.UniqueConstraint)}
    assert ("program", TABLES[name].known_as) in unique


def test_a_difference_would_be_seen():
    training = TABLES["training"]
    other = {
        "training_id": training.columns["training_id"],
        "topic": Column("string", "Topic.", words=("updates", "bird song")),
        "hours": Column("decimal(8, 3)", "Hours."),
        "held_on": Column("boolean", "Held."),
        "employee_name": Column("string", "Name.", is_required=True),
        "room": Column("string", "Room."),
    }
    changed = FactTable("training", "", other, key="training_id", root="staff_id", known_as="staff_number")
    TYPES["decimal(8, 3)"] = (models.DecimalField,)

    assert [line.split(":")[0] for line in differences(changed)] == [
        "training has no column room",
        "training.topic",
        "training.hours",
        "training.held_on",
        "training.employee_name",
    ]
