"""Requests as no browser sends them: each is refused or passed over, and none breaks a page."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from memberships import PASSWORD
from site_map import FILLED_IN, addresses

from alongside.access.pages import PAGES
from alongside.records.models import Attachment, Coverage

pytestmark = pytest.mark.django_db

BOUNDARY = "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="a%d"; filename="a"\r\n\r\na\r\n'
LISTS = [
    name for name, address in addresses().items()
    if PAGES[name].needs_membership and FILLED_IN["uuid"] not in address and "import" not in name
]  # fmt: skip


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    client.raise_request_exception = False
    return as_user(client, coordinator_a)


@pytest.fixture
def page(acting_for, program_a):
    from people import a_participant

    with acting_for(program_a):
        return f"/participants/{a_participant(plan=None).pk}/coverage/"


@pytest.fixture
def stored(acting_for, program_a):
    def count() -> int:
        with acting_for(program_a):
            return Coverage.objects.count()

    return count


def test_without_the_token_against_foreign_forms_nothing_is_taken(as_user, coordinator_a, page, stored):
    strict = as_user(Client(enforce_csrf_checks=True), coordinator_a)

    for sent in ({"plan": "medicaid"}, {"plan": "medicaid", "csrfmiddlewaretoken": "a" * 64}):
        assert strict.post(page, sent).status_code == 403
    assert stored() == 0


@pytest.mark.parametrize(("kind", "body"), [
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % nth for nth in range(1_001))),
    ("application/x-www-form-urlencoded", b"plan=" + b"a" * 6_000_000),
    ("multipart/form-data", b"--x\r\n"),
    (BOUNDARY, b"".join(PART % nth for nth in range(200)) + b"--x--\r\n"),
])  # fmt: skip
def test_a_body_out_of_all_measure_is_refused(coordinator, page, stored, kind, body):
    assert coordinator.generic("POST", page, body, content_type=kind).status_code == 400
    assert stored() == 0


@pytest.mark.parametrize(("kind", "body"), [
    ("application/json", b"[" * 10_000), ("application/json", b'{"plan": "medicaid", "plan": 1}'),
    ("application/json", b"1" * 1_000_000), ("text/xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ("application/x-www-form-urlencoded", b"plan=%ff%fe&starts_on=%c0%af"),
    ("application/x-www-form-urlencoded", b"plan=%ed%a0%80"),
    ("application/x-www-form-urlencoded", b"plan=medicaid%00"),
    ("application/x-www-form-urlencoded; charset=utf-16", b"plan=medicaid"),
])  # fmt: skip
def test_what_no_form_sends_stores_nothing(coordinator, page, stored, kind, body):
    assert 400 <= coordinator.generic("POST", page, body, content_type=kind).status_code < 500
    assert stored() == 0


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31", "2200-01-01"])
def test_a_day_out_of_all_reckoning_is_refused_beside_its_field_and_kept(coordinator, page, stored, day):
    answer = coordinator.post(page, {"plan": "medicaid", "starts_on": day, "token": uuid4()})

    assert answer.status_code == 422
    assert "Look at the year." in answer.content.decode()
    assert day in answer.content.decode()
    assert stored() == 0


@pytest.mark.parametrize("asked", ["from=0001-01-01", "to=0001-01-01", "from=9999-12-31&to=9999-12-31"])
def test_invoices_of_days_out_of_all_reckoning_are_those_of_late(coordinator, page, asked):
    assert coordinator.get(f"{page.replace('coverage', 'invoices')}?{asked}").status_code == 200


def test_fields_the_form_does_not_have_change_nothing(coordinator, page, acting_for, program_a, program_b):
    more = {"is_staff": "1", "program_id": str(program_b.pk), "program": str(program_b.pk), "id": str(uuid4())}

    coordinator.post(page, {"plan": "medicaid", "starts_on": "2026-01-01", "token": uuid4(), **more})

    with acting_for(program_a):
        assert [str(one.program_id) for one in Coverage.objects.all()] == [str(program_a.pk)]


def test_another_method_in_a_header_is_not_listened_to(coordinator, page):
    assert coordinator.get(page, headers={"X-HTTP-Method-Override": "DELETE"}).status_code == 200


def test_a_cookie_that_spells_zero_bytes_is_that_of_nobody(db):
    visitor = Client(raise_request_exception=False)

    answer = visitor.get("/", headers={"Cookie": r'sessionid="\000\000\000\000\000\000\000\000\000"'})

    assert (answer.status_code, answer.url) == (302, "/account/login/?next=/")


def test_another_host_is_refused(coordinator):
    assert coordinator.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_an_address_somebody_claims_is_not_believed():
    assert getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0) == 0


@pytest.mark.parametrize("onward", ["//evil.example", "https://evil.example", "javascript:alert(1)", "/\\evil.example"])
def test_signing_in_stays_on_the_site(client, coordinator_a, onward):
    sent = {"login": coordinator_a.user.email, "password": PASSWORD, "next": onward}

    led_to = client.post("/account/login/", sent).headers.get("Location", "")

    assert "evil" not in led_to
    assert not led_to.startswith("javascript")


def test_a_page_under_the_name_of_a_picture_is_not_found_and_never_kept(coordinator, page):
    answer = coordinator.get(f"{page}a.css")

    assert answer.status_code == 404
    assert "no-store" in answer["Cache-Control"]


ASKED = (
    "page=-1", "page=99999999999999999999", "page=a", "page=%00", "q=%00", "q=%ff", "month=9999-99", "month=0000-00",
    "day=9999-12-31&month=9999-12", "month=0001-01", "kind=%00&only=%00&who=%00&rule=%00", "q=" + "a" * 5_000,
)  # fmt: skip


def test_what_an_address_asks_never_breaks_a_page(coordinator):
    """Each page is asked two of these, dealt out; bed A10 asks every page many."""
    for nth, name in enumerate(LISTS):
        for asked in (ASKED[nth % len(ASKED)], ASKED[(nth * 5 + 3) % len(ASKED)]):
            answer = coordinator.get(f"{addresses()[name]}?{asked}")
            assert answer.status_code < 500, (name, asked)


@pytest.mark.parametrize(
    "address", ["/oversights/practice/", "/staff/{staff}/exemptions/new/", "/staff/{staff}/exemptions/check/"]
)
def test_a_page_of_another_law_is_not_found(client, as_user, acting_for, program_a, coordinator_a, address):
    from people import a_peer_specialist

    with acting_for(program_a):
        program_a.pack = "illinois_peer"
        program_a.save()
        staff = a_peer_specialist()
    there = as_user(client, coordinator_a)

    assert there.post(address.format(staff=staff.pk), {"topic": "updates"}).status_code == 404


def test_enrolling_again_without_a_day_is_refused_beside_the_day(coordinator, acting_for, program_a):
    from people import a_participant, discharged

    with acting_for(program_a):
        person = discharged(a_participant(plan=None)).participant

    assert coordinator.post(f"/participants/{person.pk}/enroll/", {"token": uuid4()}).status_code == 422


@pytest.mark.parametrize("ends", [-1, -12, -40, -60, -120])
def test_a_file_cut_on_its_way_is_not_stored(coordinator, acting_for, program_a, page, ends):
    from people import a_participant

    with acting_for(program_a):
        record = Coverage.objects.create(participant=a_participant(plan=None), plan="medicaid", program=program_a)
    sent = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    whole = head + sent + b"\r\n--x--\r\n"

    answer = coordinator.generic("POST", f"/attach/coverage/{record.pk}/", whole[:ends], content_type=BOUNDARY)

    assert answer.status_code < 500
    with acting_for(program_a):
        assert not Attachment.objects.exists() or Attachment.objects.get().content == sent
