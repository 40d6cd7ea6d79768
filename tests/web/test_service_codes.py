"""Codes and units: an administrator loads a fee schedule, bad cells are named, and a line ends."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.actions import create_program, create_user, join
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.exchange.fee_schedule import read_fee_schedule
from alongside.records.models import ServiceCode


@pytest.fixture
def agency(db):
    """A program in Illinois with nothing in it, and a way to make somebody with a role in it."""
    program = create_program(name="Bluestem", pack="illinois_peer", by=None)

    def somebody(role):
        user = create_user(email=f"{role}@prairie.example", name=f"A {role}", by=None)
        join(user=user, program=program, role=role, starts_on=today(), by=None)
        return user

    return program, somebody


def text(response):
    return re.sub(r"\s+", " ", response.content.decode().replace("&#x27;", "'"))


HEAD = "code,kind,unit,unit_minutes,group_size,rate,tier,modifier,starts_on,ends_on\n"


def a_file(lines, name="schedule.csv"):
    return SimpleUploadedFile(name, (HEAD + lines).encode(), content_type="text/csv")


def load(client, lines, **more):
    given = {"source_url": "https://schedules.example/2026", "read_on": "2026-11-01", "token": str(uuid4())}
    return client.post("/billing/codes/load/", given | {"file": a_file(lines)} | more, follow=True)


def test_an_administrator_loads_a_schedule_and_it_stands_with_where_and_when_it_was_read(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    assert "No fee schedule is loaded" in text(client.get("/billing/codes/"))

    page = text(load(client, "TH-1,Therapy or counseling,hour,60,,12.50,qmhp,HN,2024-01-01,\n"))

    assert "The fee schedule is loaded." in page
    assert "$12.50" in page
    assert "https://schedules.example/2026" in page
    with acting(program=program):
        code = ServiceCode.objects.get(code="TH-1")
    assert (code.kind, code.tier, code.unit_minutes, str(code.read_on)) == ("therapy", "qmhp", 60, "2026-11-01")


def test_bad_rows_are_named_with_line_column_and_what_was_expected_and_nothing_is_loaded(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    page = text(
        load(client, "A1,therapy,hour,60,,12.50,,,2024-01-01,\nA2,juggling,hour,x,,-1,boss,,soon,\n,,,,,,,,,\n")
    )

    for told in ("line 3, kind: juggling", "line 3, unit_minutes: x", "line 3, rate: -1", "line 3, tier: boss",
                 "line 3, starts_on: soon", "a day such as 2026-07-01"):  # fmt: skip
        assert told in page
    with acting(program=program):
        assert not ServiceCode.objects.filter(code="A1").exists()


def test_the_same_line_twice_is_refused_and_a_source_is_needed(client, as_user, agency):
    _program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    line = "B1,iatp,event,,,,,,2024-01-01,\n"
    assert "a line not there already" in text(load(client, line + line))
    load(client, line)
    assert "a line not there already" in text(load(client, line))
    assert "expected an entry" in text(load(client, "B2,iatp,,,,,,,2024-01-01,\n", source_url=" "))
    assert "no later than" in text(load(client, "B2,iatp,,,,,,,2024-01-01,\n", read_on="2099-01-01"))


def test_a_line_ends_and_only_an_administrator_says_so(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    load(client, "C1,iatp,event,,,,,,2024-01-01,\n")
    with acting(program=program):
        code = ServiceCode.objects.get(code="C1")
    address = f"/billing/codes/{code.pk}/end/"
    page = client.post(address, {"ends_on": "1900-01-01", "version": 1, "token": str(uuid4())})
    assert page.status_code in (200, 422)
    said = {"ends_on": str(today()), "version": code.version, "token": str(uuid4())}
    assert "Its last day is kept." in text(client.post(address, said, follow=True))

    as_user(client, somebody(Role.BILLER))
    assert client.get(address).status_code == 403
    assert client.get("/billing/codes/load/").status_code == 403
    assert "It ended" not in text(client.get("/billing/codes/"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe\x00", "a CSV file in UTF-8"),
        (b"code,kind\nA,therapy\n", "the headings starts_on as well"),
        (HEAD.encode() + b'A,therapy,"open', "an entry"),
        (HEAD.encode() + b"A,therapy,h,60,,1,,,2024-01-01,,more\n", "no more cells than headings"),
        (HEAD.encode() + b"A,therapy,h,60,,1,,,2024-01-01,2023-01-01\n", "a day no earlier than starts_on"),
        (HEAD.encode() + b"A,therapy,h,99999,,1e9,,,2024-01-01,\n", "a whole number from 1 to 1440"),
        (HEAD.encode() + b"A,therapy,h,60,,NaN,,,2024-01-01,\n", "dollars and cents"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(content, told):
    lines, refused = read_fee_schedule(content)

    assert told in " ".join(str(one) for one in refused)
    assert not lines


def test_an_empty_cell_stays_empty_and_a_word_may_be_written_as_read():
    lines, refused = read_fee_schedule(HEAD.encode() + b"A,Community Support,,,,,,,2024-01-01,\n")

    assert not refused
    assert [(one.kind, one.unit, one.unit_minutes, one.rate) for one in lines] == [
        ("community_support", None, None, None)
    ]
