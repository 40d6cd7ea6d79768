"""From first contact to enrollment: what is gathered and decided, and that nothing is stopped without its reason."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.access.clock import today
from alongside.records import actions
from alongside.records.models import Attachment, Coverage, Enrollment, FirstContact, Participant, Residence
from people import a_participant, the_program

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20 + b"IEND\xaeB`\x82"


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def ari(acting_for, program_a):
    """Somebody of 15 who asked for services, about whom nothing is gathered yet."""
    with acting_for(program_a):
        born_on = today().replace(day=1) - timedelta(days=365 * 15 + 60)
        return actions.record_first_contact(
            program=the_program(), medicaid_id="1000000015", family_name="Heron", given_name="Ari", born_on=born_on,
            contacted_on=today(), requested_services="Peer support", on=today(), by=None,
        ).participant  # fmt: skip


def send(client, to, **typed):
    return client.post(to, {"token": uuid4(), **typed}, follow=True)


def text(response):
    return " ".join(response.content.decode().split())


def gather(client, person, screen="childrens_ltc", setting="family_home"):
    at = f"/participants/{person.pk}"
    days = {"starts_on": "2020-01-01"}
    send(client, f"{at}/coverage/", plan="medicaid", checked_on=str(today()), reference="271-0042", **days)
    send(client, f"{at}/screen/", kind=screen, type="initial", completed_on=str(today()), result="eligible")
    return send(client, f"{at}/residence/", setting=setting, address="12 Alder Lane", **days)


def test_a_first_contact_leads_to_the_conditions_nothing_of_which_is_known(coordinator, acting_for, program_a):
    shown = send(
        coordinator, "/participants/new/", given_name="Ari", family_name="Heron", medicaid_id="1000 000 015",
        born_on="2010-05-01", contacted_on=str(today()), requested_services="Help to find work",
    )  # fmt: skip

    page = text(shown)
    assert "Asked for services on" in page
    assert "Help to find work" in page
    assert page.count("Facts missing") >= 3
    with acting_for(program_a):
        assert Participant.objects.get().medicaid_id == "1000000015"


def test_a_child_with_a_childrens_screen_is_enrolled_when_all_four_are_met(coordinator, ari, acting_for, program_a):
    page = text(gather(coordinator, ari))
    assert "All four conditions are met" in page
    assert "271-0042" in page

    page = text(send(coordinator, f"/participants/{ari.pk}/enroll/", enrolled_on=str(today())))

    assert f"Enrolled since {today().day}" in page
    with acting_for(program_a):
        begun = Enrollment.objects.get()
        assert (begun.enrolled_on, begun.open_conditions, begun.decided_reason) == (today(), None, None)


def test_with_the_adult_screen_only_a_person_decides_and_says_why(coordinator, ari, acting_for, program_a):
    assert "A person must decide" in text(gather(coordinator, ari, screen="mh_sud"))
    enroll = f"/participants/{ari.pk}/enroll/"

    refused = send(coordinator, enroll, enrolled_on=str(today()))
    assert refused.status_code == 422
    assert "a reason, for not every condition is met" in text(refused)

    page = text(send(coordinator, enroll, enrolled_on=str(today()), decided_reason="DCTS agreed by mail."))
    assert "Functional need: a person must decide" in page
    assert "DCTS agreed by mail." in page
    with acting_for(program_a):
        assert Enrollment.objects.get().decided_by == "Program coordinator of Aspen County"


def test_the_conditions_are_asked_of_the_day_chosen(coordinator, acting_for, program_a):
    with acting_for(program_a):
        young = actions.record_first_contact(
            program=the_program(), medicaid_id="1000000013", family_name="Teal", born_on=today() - timedelta(days=5100),
            contacted_on=today(), on=today(), by=None,
        ).participant  # fmt: skip
    enroll, later = f"/participants/{young.pk}/enroll/", today() + timedelta(days=60)
    by_htmx = {"headers": {"HX-Request": "true"}}

    now, then = (
        coordinator.get(enroll, {"enrolled_on": str(day)}, **by_htmx).content.decode() for day in (today(), later)
    )

    assert "<h1>" not in now
    assert "be 14 or older" in now
    assert "Not met" in now
    assert "Not met" not in then


@pytest.mark.parametrize("odd", ["", "x", "0001-01-01", "9999-12-31", "2026-13-40", "\0"])
def test_odd_days_are_answered(coordinator, ari, odd):
    enroll = f"/participants/{ari.pk}/enroll/"

    assert coordinator.get(enroll, {"enrolled_on": odd}).status_code == 200
    assert coordinator.post(enroll, {"enrolled_on": odd}).status_code == 422


def test_a_refusal_begins_with_the_reasons_in_words_for_a_letter(coordinator, ari, acting_for, program_a):
    gather(coordinator, ari, setting="jail")
    refuse = f"/participants/{ari.pk}/refuse/"

    reasons = coordinator.get(refuse).context["form"].initial["refused_reasons"]
    assert "Residence: you must reside in the community (found: jail)." in reasons
    assert "Reside in the community." in reasons
    assert "Age" not in reasons

    page = text(send(coordinator, refuse, refused_on=str(today()), refused_reasons=reasons))
    assert "Enrollment refused on" in page
    with acting_for(program_a):
        contact = FirstContact.objects.get()
    letter = text(coordinator.get(f"/participants/{ari.pk}/refusals/{contact.pk}/letter/"))
    assert "you must reside in the community" in letter
    assert "You can ask again at any time" in letter


def test_pressing_enroll_or_refuse_twice_does_it_once(coordinator, ari, acting_for, program_a):
    gather(coordinator, ari)
    sent = {"token": uuid4(), "enrolled_on": str(today())}

    first, second = (coordinator.post(f"/participants/{ari.pk}/enroll/", sent) for _ in range(2))

    assert first.url == second.url
    with acting_for(program_a):
        assert Enrollment.objects.count() == 1
    assert coordinator.get(f"/participants/{ari.pk}/enroll/").url == first.url


def test_somebody_who_comes_back_is_asked_of_today_and_starts_from_what_was_known(coordinator, acting_for, program_a):
    from people import a_service_plan, discharged

    with acting_for(program_a):
        uma = a_participant(documents=())
        a_service_plan(uma)
        discharged(uma)
        actions.correct(
            record=Coverage.objects.get(),
            version=1,
            changes={"ends_on": today() - timedelta(days=1)},
            on=today(),
            by=None,
        )
    page = text(coordinator.get(f"/participants/{uma.pk}/enrollment/"))
    assert "They ask to come back" in page

    page = text(send(coordinator, f"/participants/{uma.pk}/return/", contacted_on=str(today())))

    assert "Asks to come back" in page
    assert "1 of the four conditions is not met" in page
    assert "I want to cook for my sister." in page
    assert "If housing is at risk." in page


def test_a_print_goes_with_its_coverage_check(coordinator, ari, acting_for, program_a):
    from django.core.files.uploadedfile import SimpleUploadedFile

    at, sent = f"/participants/{ari.pk}/coverage/", {"plan": "medicaid", "token": uuid4()}

    refused = coordinator.post(at, {**sent, "file": SimpleUploadedFile("check.exe", b"MZ")})
    assert refused.status_code == 422
    assert "PDF" in text(refused)
    with acting_for(program_a):
        assert Coverage.objects.count() == 0

    page = text(coordinator.post(at, {**sent, "file": SimpleUploadedFile("check.png", PNG)}, follow=True))
    assert "check.png" in page
    with acting_for(program_a):
        assert Attachment.objects.get().record == Coverage.objects.get().pk


def test_moving_ends_the_home_before(coordinator, ari, acting_for, program_a):
    at = f"/participants/{ari.pk}/residence/"
    send(coordinator, at, setting="family_home", starts_on="2024-01-01")
    assert "Family&#x27;s home. It ends the day before" in text(coordinator.get(at))

    send(coordinator, at, setting="cbrf", beds="8", license="dhs_83", starts_on="2026-06-01")

    with acting_for(program_a):
        ends = dict(Residence.objects.values_list("setting", "ends_on"))
    assert str(ends["family_home"]) == "2026-05-31"


def test_who_may_not_change_records_reads_without_buttons(client, as_user, biller_a, ari):
    page = as_user(client, biller_a).get(f"/participants/{ari.pk}/enrollment/")

    assert "Record a coverage check" not in text(page)
    assert page.status_code == 200
    assert client.get(f"/participants/{ari.pk}/enroll/").status_code == 403


def test_the_page_asks_the_database_a_bounded_number_of_times(coordinator, ari, acting_for, program_a):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    asked = []
    for _ in range(2):
        with acting_for(program_a):
            for n in range(6):
                actions.record_coverage(participant=ari, plan="medicaid", reference=str(n), on=today(), by=None)
        with CaptureQueriesContext(connection) as queries:
            assert coordinator.get(f"/participants/{ari.pk}/enrollment/").status_code == 200
        asked.append(len(queries))

    assert asked[1] <= asked[0] <= 45
