"""Billing: what is held and what frees it, and one service criterion by criterion."""

import re

import pytest

from alongside.access.actions import create_user, join
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.roles import Role
from alongside.exchange.demo_county.prairie import add_agency
from alongside.records.models import Service, StaffMember
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
    _program, somebody = agency
    as_user(client, somebody(Role.BILLER))
    page = text(client.get("/billing/"))

    assert "16 held" in page
    assert "be signed off by somebody of a higher tier" in page
    assert "Have a supervisor of a higher tier read it and sign it off" in page
    assert "Who can do this: supervisor" in page
    assert "certified to" in page
    assert "IL-SUD-3" in page


def test_the_list_narrows_by_how_it_stands_by_name_and_by_who_can_free_it(client, as_user, agency):
    _program, somebody = agency
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
    _program, somebody = agency
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


def test_direct_staff_do_not_open_billing_nor_does_a_program_of_another_pack(client, as_user, agency, biller_a):
    program, somebody = agency
    service = service_of(program, kind="therapy")
    with acting(program=program):
        posy = StaffMember.objects.get(person__given_name="Posy")
    as_user(client, somebody(Role.DIRECT_STAFF, staff_id=posy.pk))
    assert client.get("/billing/").status_code == 403

    as_user(client, biller_a)
    assert client.get("/billing/").status_code == 404
    assert client.get(f"/billing/services/{service.pk}/").status_code == 404
    assert "/billing/" not in client.get("/rules/").content.decode()


def test_the_list_asks_a_steady_number_of_queries(client, as_user, agency, django_assert_max_num_queries):
    program, somebody = agency
    with acting(program=program):
        fresh(today())
    as_user(client, somebody(Role.BILLER))
    client.get("/billing/")
    with django_assert_max_num_queries(40):
        client.get("/billing/?stands=all")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.SUPERVISOR, Role.BILLER])
def test_every_tab_of_the_agency_opens(client, as_user, agency, role):
    program, somebody = agency
    as_user(client, somebody(role))
    page = client.get("/").content.decode()
    tabs = re.findall(r'href="(/[^"#]*)"', page[page.index('aria-label="Main"') : page.index("<main")])

    assert "/billing/" in tabs
    assert "/services/" not in tabs
    assert {address: client.get(address).status_code for address in tabs} == dict.fromkeys(tabs, 200)
    with acting(program=program):
        person = Service.objects.first().participant_id
    assert client.get(f"/participants/{person}/").status_code == 200
