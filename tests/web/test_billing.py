"""Billing: what is held and what frees it, one service criterion by criterion, and the codes an administrator loads."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.access.actions import create_user, join
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.exchange.demo_county.prairie import add_agency
from alongside.records.models import Provider, Service, ServiceCode, StaffMember
from alongside.reviews.answers import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(db):
    """The invented agency, and a way to make somebody with a role in it."""
    by = create_user(email="loader@bluestem.example", name="Lo Ader", by=None)
    program, _rows = add_agency(by=by, on=today())

    def somebody(role, **more):
        user = create_user(email=f"{role}@prairie.example", name=f"A {role}", by=None)
        join(user=user, program=program, role=role, starts_on=today(), by=None, **more)
        return user

    return program, somebody


def text(response):
    return re.sub(r"\s+", " ", response.content.decode().replace("&#x27;", "'"))


def service_of(program, **asked):
    with acting(program=program):
        return Service.objects.filter(**asked).order_by("-served_on").first()


def test_a_biller_sees_what_is_held_by_which_criterion_what_frees_it_and_who_can(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.BILLER))
    page = text(client.get("/billing/"))

    assert "16 held" in page
    assert "be signed off by somebody of a higher tier" in page
    assert "Have a supervisor of a higher tier read it and sign it off." in page
    assert "Who can do this: supervisor" in page
    assert "certified to" in page
    assert "IL-SUD-3" in page


def test_the_list_narrows_by_how_it_stands_by_name_and_by_who_can_free_it(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.BILLER))

    assert "IL-CHAIN-3" not in text(client.get("/billing/?stands=decide"))
    assert "a CRSS" not in text(client.get("/billing/?stands=missing"))
    billable = text(client.get("/billing/?stands=billable"))
    assert "Billable" in billable
    assert "Who can do this" not in billable
    assert "Heath Bluebill" in text(client.get("/billing/?stands=all&q=bluebill"))
    assert "No service found" in text(client.get("/billing/?q=nobodyatall"))
    freed_by_biller = text(client.get("/billing/?who=biller"))
    assert "Who can do this: supervisor" not in freed_by_biller
    assert client.get("/billing/?stands=strange&page=99999&q=%00").status_code == 200


def test_allowed_is_not_should_stands_beside_the_answer(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.SUPERVISOR))
    page = text(client.get("/billing/?stands=billable&q=bluebill"))

    assert "Not quite" in page
    assert "be peer work rather than clinical work" in page
    assert "this does not mean that they should provide those services" in page


def test_one_service_shows_every_criterion_with_its_words(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.BILLER))
    lapsed = service_of(program, staff__person__given_name="Wick")
    page = text(client.get(f"/billing/services/{lapsed.pk}/"))

    assert "All 20 criteria" in page or "criteria, each with its words" in page
    assert "IL-TIER-1" in page
    assert "current ICB certification" in page
    assert "DEMO-CS" in page


def test_a_service_no_rule_asks_about_says_so_and_one_without_codes_is_left_to_a_person(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.BILLER))

    crisis = service_of(program, kind="mobile_crisis")
    assert "No rule on billing asks about it" in text(client.get(f"/billing/services/{crisis.pk}/"))
    therapy = service_of(program, kind="therapy", staff__person__given_name="Quill")
    page = text(client.get(f"/billing/services/{therapy.pk}/"))
    assert "A person must decide: no line of a loaded fee schedule" in page
    assert "Billable" in page


def test_a_supervisor_of_one_provider_sees_only_whom_that_provider_serves(client, as_user, agency):
    program, somebody = agency
    with acting(program=program):
        other = Provider.objects.create(program=program, name="Elsewhere")
    as_user(client, somebody(Role.SUPERVISOR, provider_id=other.pk))
    service = service_of(program, kind="therapy")

    assert "Heath Bluebill" not in text(client.get("/billing/?stands=all"))
    assert client.get(f"/billing/services/{service.pk}/").status_code == 404


def test_direct_staff_do_not_open_billing_and_a_program_of_another_pack_has_none(client, as_user, agency, biller_a):
    program, somebody = agency
    with acting(program=program):
        posy = StaffMember.objects.get(person__given_name="Posy")
    as_user(client, somebody(Role.DIRECT_STAFF, staff_id=posy.pk))
    assert client.get("/billing/").status_code == 403

    as_user(client, biller_a)
    assert client.get("/billing/").status_code == 404
    assert "/billing/" not in client.get("/rules/").content.decode()


def test_the_list_asks_a_steady_number_of_queries(client, as_user, agency, django_assert_max_num_queries):
    program, somebody = agency
    with acting(program=program):
        fresh(today())
    as_user(client, somebody(Role.BILLER))
    client.get("/billing/")
    with django_assert_max_num_queries(40):
        client.get("/billing/?stands=all")


HEAD = "code,kind,unit,unit_minutes,group_size,rate,tier,modifier,starts_on,ends_on\n"


def a_file(lines, name="schedule.csv"):
    return SimpleUploadedFile(name, (HEAD + lines).encode(), content_type="text/csv")


def load(client, lines, **more):
    given = {"source_url": "https://schedules.example/2026", "read_on": "2026-11-01", "token": str(uuid4())}
    return client.post("/billing/codes/load/", given | {"file": a_file(lines)} | more, follow=True)


def test_an_administrator_loads_a_schedule_and_the_unit_is_no_longer_left_to_a_person(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    assert "Therapy or counseling" in text(client.get("/billing/codes/"))

    page = text(load(client, "TH-1,Therapy or counseling,hour,60,,12.50,qmhp,HN,2024-01-01,\n"))

    assert "The fee schedule is loaded." in page
    assert "$12.50" in page
    assert "https://schedules.example/2026" in page
    with acting(program=program):
        code = ServiceCode.objects.get(code="TH-1")
    assert (code.kind, code.tier, code.unit_minutes, str(code.read_on)) == ("therapy", "qmhp", 60, "2026-11-01")
    therapy = service_of(program, kind="therapy")
    assert "TH-1" in text(client.get(f"/billing/services/{therapy.pk}/"))


def test_bad_rows_are_named_with_line_column_and_what_was_expected_and_nothing_is_loaded(client, as_user, agency):
    program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    page = text(load(client, "A1,therapy,hour,60,,12.50,,,2024-01-01,\nA2,juggling,hour,x,,-1,boss,,soon,\n,,,,,,,,,\n"))

    for told in ("line 3, kind: juggling", "line 3, unit_minutes: x", "line 3, rate: -1", "line 3, tier: boss",
                 "line 3, starts_on: soon", "a day such as 2026-07-01"):  # fmt: skip
        assert told in page
    with acting(program=program):
        assert not ServiceCode.objects.filter(code="A1").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe\x00", "a CSV file in UTF-8"),
        (b"code,kind\nA,therapy\n", "the headings starts_on as well"),
        (HEAD.encode(), "at least one line"),
        (HEAD.encode() + b'A,therapy,"open', "an entry"),
        (HEAD.encode() + b"A,therapy,h,60,,1,,,2024-01-01,,more\n", "no more cells than headings"),
        (HEAD.encode() + b"A,therapy,h,60,,1,,,2024-01-01,2023-01-01\n", "a day no earlier than starts_on"),
        (HEAD.encode() + b"A,therapy,h,99999,,1e9,,,2024-01-01,\n", "a whole number from 1 to 1440"),
        (HEAD.encode() + b"A,therapy,h,60,,NaN,,,2024-01-01,\n", "dollars and cents"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(client, as_user, agency, content, told):
    program, somebody = agency
    as_user(client, somebody(Role.ADMINISTRATOR))
    response = load(client, "", file=SimpleUploadedFile("odd.csv", content))

    assert response.status_code in (200, 422)
    assert told in text(response)


def test_the_same_line_twice_is_refused_and_a_source_is_needed(client, as_user, agency):
    program, somebody = agency
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
    with acting(program=program):
        code = ServiceCode.objects.get(code="DEMO-CS")
    address = f"/billing/codes/{code.pk}/end/"
    page = client.post(address, {"ends_on": "1900-01-01", "version": 1, "token": str(uuid4())})
    assert page.status_code in (200, 422)
    said = {"ends_on": str(today()), "version": code.version, "token": str(uuid4())}
    assert "Its last day is kept." in text(client.post(address, said, follow=True))

    as_user(client, somebody(Role.BILLER))
    assert client.get(address).status_code == 403
    assert client.get("/billing/codes/load/").status_code == 403
    assert "It ended" not in text(client.get("/billing/codes/"))
