"""Facts of a world in the tables of the application, written as the runtime role, inside a program.

The database holds more order than a world file: one summary for a discharge, a discharge for each enrollment that
ended, a day for each decision. `storable` makes a world keep to it; both engines are then asked of what it gives back.
"""

from datetime import UTC, date, datetime
from uuid import NAMESPACE_URL, uuid4, uuid5

from alongside.facts.moments import in_utc
from alongside.facts.tables import TABLES

from .county_of_reviews import ALSO_STORED, storable_reviews

POINTERS = {table.key for table in TABLES.values()}
WITHIN = ("amends_id", "moved_from_id", "follows_id")  # point at another row of the same table
STAFF = ("supervisor_id", "author_id")  # name a staff member by another name
SOME_DAY = date(2026, 3, 2)


def storable(tables, first=1):
    """The same world in the order the database holds: UUID keys, people numbered from `first`, what goes together."""
    tables = {name: [_keyed(name, row) for row in tables.get(name, [])] for name in TABLES}
    for table, prefix in (("participant", ""), ("staff", "S")):
        for number, row in enumerate(tables[table], first):
            row["staff_number" if prefix else "medicaid_id"] = f"{prefix}{number:010d}"
    tables["enrollment"] = _one_each(tables["enrollment"], "participant_id", "enrolled_on")
    tables["discharge_summary"] = _amended_in_turn(tables["discharge_summary"])
    tables["progress_note"] = _one_each(tables["progress_note"], "moved_from_id")
    for row in tables["exemption"]:
        asked_on, decided_on = _day(row.get("requested_on")), _day(row.get("decided_on"))
        decided_on = max(filter(None, (asked_on, decided_on)), default=SOME_DAY)
        row["decided_on"] = decided_on if row.get("decision") else None
    ended = set()
    for row in tables["discharge"]:
        enrollment = _enrollment_ended_by(row, tables["enrollment"], ended)
        if enrollment is None:
            enrollment = {"enrollment_id": str(uuid4()), "participant_id": row["participant_id"]}
            tables["enrollment"].append(enrollment)
        ended.add(enrollment["enrollment_id"])
        row["ends"] = enrollment["enrollment_id"]
    for row in tables["agency_application"]:
        row["approved_on"] = (
            max(row["approved_on"], row["sent_on"]) if row.get("approved_on") and row.get("sent_on") else None
        )
    for number, row in enumerate(tables["provider"], first):
        row["name"] = f"{row['name']} {number}"
    return storable_reviews(tables)


def as_facts(tables):
    """A storable world as the world file it is."""
    return {
        name: [{c: v for c, v in row.items() if c in TABLES[name].columns} for row in rows]
        for name, rows in tables.items()
    }


def store(tables, program):
    """Write a storable world into the tables, in the program acted in."""
    from django.apps import apps
    from django.db import connection

    person = apps.get_model("records", "Person").objects.create(program=program, family_name="Fern", given_name="Ada")
    models = {
        model._meta.db_table: model for app in ("records", "reviews") for model in apps.get_app_config(app).get_models()
    }
    invoice = None
    if tables["invoice_line"]:
        invoice = apps.get_model("records", "Invoice").objects.create(program=program, number="1")
    told = ("program_told", "state_told", "death_reported")
    more = {
        **ALSO_STORED,
        "invoice_line": lambda row: {"invoice_id": invoice.pk},
        "service_plan": lambda row: (
            {
                f"{who}_signed_by": "K. Moss" if row.get(f"{who}_signed_on") else None
                for who in ("coordinator", "representative")
            }
            | _amends(row)
        ),
        "assessment": lambda row: _amends(row),
        "progress_note": lambda row: {
            "status": "signed" if row.get("signed_on") else "draft",
            "signed_by": "K. Moss" if row.get("signed_on") else None,
            "moved_reason": "filed on the wrong participant" if row.get("moved_from_id") else None,
            **_amends(row),
        },
        "incident_report": lambda row: {
            "reviewed_by": "K. Moss" if row.get("reviewed_on") else None,
            **{f"{step}_by": row.get(f"{step}_by") or "K. Moss" if row.get(f"{step}_at") else None for step in told},
            **_amends(row),
        },
        "documentation_oversight": lambda row: {
            f"{step}_by": "K. Moss"
            for step, told in (
                ("announced", "announced_on"),
                ("list_sent", "list_sent_at"),
                ("sample_named", "sample_named_on"),
                ("packet_received", "packet_received_on"),
                ("debriefed", "debriefed_on"),
            )
            if row.get(told)
        },
        "packet": lambda row: {
            "sample_id": _sampled(program, row["oversight_id"]),
            "sent_by": "K. Moss" if row.get("sent_at") else None,
            "state": "sent" if row.get("sent_at") else "choosing",
            "manifest_hash": "0" * 64,
            "built_at": row.get("sent_at"),
        },
        "staff": lambda row: {"person_id": person.pk},
        "discharge": lambda row: {"enrollment_id": row["ends"]},
        "discharge_summary": lambda row: {
            "coordinator_signed_by": "K. Moss" if row.get("coordinator_signed_on") else None,
            "representative_signed_by": "K. Moss" if row.get("representative_signed_on") else None,
            **_amends(row),
        },
    }
    with connection.cursor() as cursor:
        # Lines first: nothing is added to a plan once it is signed.
        for name, rows in sorted(tables.items(), key=lambda held: held[0] != "plan_line"):
            defaults = {
                field.column: field.get_default()
                for field in models[name]._meta.local_concrete_fields
                if not field.primary_key and not field.is_relation and not field.has_db_default()
            }
            for row in rows:
                filled = {**defaults, **as_facts({name: [row]})[name][0], "program_id": program.pk}
                filled = {column: _moment(value) for column, value in filled.items()}
                filled |= more.get(name, lambda row: {})(row)
                columns, blanks = ", ".join(f'"{c}"' for c in filled), ", ".join(["%s"] * len(filled))
                cursor.execute(f'INSERT INTO "{name}" ({columns}) VALUES ({blanks})', list(filled.values()))


def _sampled(program, oversight):
    """A sample of an oversight, which a packet is for."""
    from django.apps import apps

    day, told = "2018-06-01", {"program": program, "oversight_id": oversight}
    roster = apps.get_model("reviews", "Roster")(edition=1, frame="{}", **told)
    roster.save(force_insert=True)
    sample = apps.get_model("reviews", "Sample")(
        roster=roster, method="-", rule="OVS-1", rule_since=day, rounding="up", frame_hash="-", state_part="-",
        program_part="-", participant_count=1, size=1, drawn_on=day, drawn_at=f"{day} 10:00Z", **told,
    )  # fmt: skip
    sample.save(force_insert=True)
    return sample.pk


def uuid_of(column, key):
    """The UUID that stands for a key in a storable world."""
    return str(uuid5(NAMESPACE_URL, f"{column} {key}"))


def _keyed(table, row):
    named = {**dict.fromkeys(WITHIN, TABLES[table].key), **dict.fromkeys(STAFF, "staff_id"), **{c: c for c in POINTERS}}
    return {c: uuid_of(named[c], v) if c in named and v else v for c, v in row.items()}


def _moment(value):
    """A moment read off the program's clock, with its zone."""
    return in_utc(value).replace(tzinfo=UTC) if isinstance(value, datetime) else value


def _amends(row):
    return {"amended_reason": "a slip of the pen" if row.get("amends_id") else None}


def _one_each(rows, *columns):
    """The first row of each kind; rows in which one of the columns is not known are kind for themselves."""
    kept = {}
    for row in rows:
        kind = tuple(row.get(column) for column in columns)
        kept.setdefault(kind if None not in kind else id(row), row)
    return list(kept.values())


def _amended_in_turn(summaries):
    """The first summary of each discharge, the first that amends it, and so on."""
    kept = {}
    for row in summaries:
        if row.get("amends_id") is None:
            kept.setdefault(row["discharge_id"], row)
    found, newest = list(kept.values()), list(kept.values())
    while newest:
        keys = [row["discharge_summary_id"] for row in newest]
        newest = _one_each([row for row in summaries if row.get("amends_id") in keys], "amends_id")
        found += newest
    return found


def _enrollment_ended_by(discharge, enrollments, ended):
    discharged_on = _day(discharge.get("discharged_on"))
    for row in enrollments:
        enrolled_on = _day(row.get("enrolled_on"))
        in_order = enrolled_on is None or discharged_on is None or enrolled_on <= discharged_on
        if row["participant_id"] == discharge["participant_id"] and row["enrollment_id"] not in ended and in_order:
            return row
    return None


def _day(value):
    return date.fromisoformat(value) if isinstance(value, str) else value
