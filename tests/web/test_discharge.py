"""How an enrollment ends: what it owes while it is filled in, the summary part by part, who signs, the notice."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.access.clock import today
from alongside.records import actions
from alongside.records.models import Discharge, DischargeSummary
from alongside.reviews.actions import choose_reading
from alongside.web.forms_discharge import as_written, outcomes_in
from alongside.web.written_parts import composed, parted
from people import a_participant, a_service_plan, discharged, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        uma = a_participant()
        a_service_plan(uma)
        return uma


def text(response):
    return " ".join(response.content.decode().split())


def send(client, to, **typed):
    return client.post(to, {"token": uuid4(), **typed}, follow=True)


def end(client, person, **other):
    typed = {
        "discharged_on": str(today()), "is_planned": "unplanned", "cause": "whereabouts_unknown",
        "planned_reason": "No contact in spite of calls and visits.",
        "last_contact_on": str(today() - timedelta(days=100)), "is_involuntary": "no", **other,
    }  # fmt: skip
    return send(client, f"/participants/{person.pk}/discharge/", **typed)


def test_somebody_who_stopped_coming_needs_the_coordinators_signature_only(coordinator, uma, acting_for, program_a):
    page = text(end(coordinator, uma))
    assert "Unplanned: No contact in spite of calls and visits." in page
    assert "No summary was written yet" in page

    with acting_for(program_a):
        ending = Discharge.objects.get()
    at = f"/participants/{uma.pk}/discharges/{ending.pk}/"
    form = coordinator.get(f"{at}summary/").context["form"]
    assert form["progress_0"].label == "I keep my own kitchen"
    assert form["reason"].value() == "No contact in spite of calls and visits."
    page = text(
        send(
            coordinator, f"{at}summary/", reason="No contact.", condition="Lived alone, in good health.",
            progress_0="Cooks twice a week.", as_seen="When she calls, or housing is at risk.",
        )
    )  # fmt: skip

    assert 'Toward the outcome: I keep my own kitchen</p><p class="as-said">Cooks twice a week.' in page
    assert 'As the providers see it</p><p class="as-said">When she calls' in page
    assert "The agency&#x27;s or the contracted service coordinator <strong>has not signed" in page
    assert "The participant <strong>has not signed" not in page
    with acting_for(program_a):
        assert f"/sign/discharge_summary/{DischargeSummary.objects.get().pk}/" in page
        assert Discharge.objects.get().has_summary is True


def test_a_planned_discharge_needs_both(coordinator, uma):
    end(coordinator, uma, is_planned="planned", cause="agreed", planned_reason="Outcomes reached.")
    at = coordinator.get(f"/participants/{uma.pk}/discharge/").url

    page = text(send(coordinator, f"{at}summary/", reason="Outcomes reached."))

    assert "The participant <strong>has not signed" in page
    assert "service coordinator <strong>has not signed" in page


def test_what_it_will_owe_follows_what_is_filled_in(coordinator, uma):
    start, by_htmx = f"/participants/{uma.pk}/discharge/", {"headers": {"HX-Request": "true"}}

    def owed(**typed):
        return text(coordinator.get(start, {"discharged_on": str(today()), **typed}, **by_htmx))

    assert "Signatures on a planned discharge" in owed(is_planned="planned")
    assert "Signature on an unplanned discharge" in owed(is_planned="unplanned")
    assert "Signature on an unplanned discharge" not in owed(is_planned="planned")
    assert "<h1>" not in owed()


@pytest.mark.parametrize("odd", ["", "x", "0001-01-01", "9999-12-31", "\0"])
def test_odd_entries_are_answered(coordinator, uma, odd):
    start = f"/participants/{uma.pk}/discharge/"

    assert coordinator.get(start, {"discharged_on": odd, "last_contact_on": odd, "cause": odd}).status_code == 200
    assert coordinator.post(start, {"discharged_on": odd, "last_contact_on": odd, "is_planned": odd}).status_code == 422


def test_without_an_enrollment_there_is_nothing_to_end(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        ended = discharged(uma)

    assert coordinator.get(f"/participants/{uma.pk}/discharge/").url.endswith(f"/discharges/{ended.pk}/")
    assert coordinator.post(f"/participants/{uma.pk}/discharge/", {"discharged_on": "2026-10-01"}).status_code == 404


def test_pressing_twice_discharges_once(coordinator, uma):
    sent = {"token": uuid4(), "discharged_on": str(today()), "is_planned": "planned"}

    first, second = (coordinator.post(f"/participants/{uma.pk}/discharge/", sent) for _ in range(2))

    assert first.url == second.url


def test_a_signed_summary_is_amended_with_a_reason(coordinator, uma, acting_for, program_a):
    end(coordinator, uma)
    at = coordinator.get(f"/participants/{uma.pk}/discharge/").url
    send(coordinator, f"{at}summary/", reason="No contact.", as_seen="When she calls.")
    with acting_for(program_a):
        sign(DischargeSummary.objects.get(), "coordinator", at=f"{today()} 00:10")

    page = coordinator.get(f"{at}summary/", follow=True)
    at_amending = page.redirect_chain[-1][0]
    assert page.context["form"]["as_seen"].value() == "When she calls."
    assert "Amend the discharge summary" in text(page)
    typed = {"reason": "She moved away.", "as_seen": "When she is back."}
    assert send(coordinator, at_amending, **typed).status_code == 422
    led_to = send(coordinator, at_amending, **typed, amended_reason="Her sister called.")
    assert led_to.redirect_chain[-1][0].startswith("/sign/discharge_summary/")
    page = text(coordinator.get(at))

    assert "She moved away." in page
    assert "Amended: Her sister called." in page
    with acting_for(program_a):
        assert DischargeSummary.objects.count() == 2


def test_two_people_write_one_summary_and_neither_text_is_lost(coordinator, uma):
    end(coordinator, uma)
    at = f"{coordinator.get(f'/participants/{uma.pk}/discharge/').url}summary/"
    send(coordinator, at, reason="No contact.", own_words="If I ask.")

    send(coordinator, at, version=1, reason="No contact.", own_words="If I lose my flat.")
    answer = send(coordinator, at, version=1, reason="No contact.", own_words="If I call.")

    page = text(answer)
    assert answer.status_code == 422
    assert "What would bring them back" in page
    assert ("If I lose my flat." in page, "If I call." in page) == (True, True)


def test_the_notice_is_asked_for_where_the_older_page_is_read_as_in_force(
    coordinator, uma, acting_for, program_a, coordinator_a
):
    end(coordinator, uma, is_involuntary="yes")
    at = coordinator.get(f"/participants/{uma.pk}/discharge/").url
    assert "asked for by an older page only" in text(coordinator.get(at))

    choice = {"reading": "older_discharge_page", "choice": "in force", "reason": "DCTS said so."}
    choose_reading(program=program_a, **choice, by=coordinator_a.user)

    page = text(coordinator.get(at))
    assert "Record what was sent" in page
    assert "come with the fair-hearing procedure" in page
    notice = text(coordinator.get(f"{at}notice/"))
    assert "DHS 104.01 (5)" in notice
    assert "You can apply again at any time" in notice


def test_who_reads_meets_no_button(client, as_user, biller_a, uma, acting_for, program_a):
    with acting_for(program_a):
        ended = discharged(uma)

    page = as_user(client, biller_a).get(f"/participants/{uma.pk}/discharges/{ended.pk}/")

    assert page.status_code == 200
    assert "Amend" not in text(page)
    assert client.get(f"/participants/{uma.pk}/discharges/{ended.pk}/summary/").status_code == 403


def test_a_discharge_of_somebody_else_is_not_found(coordinator, uma, acting_for, program_a):
    with acting_for(program_a):
        ended = discharged(a_participant(given_name="Lee"))

    assert coordinator.get(f"/participants/{uma.pk}/discharges/{ended.pk}/").status_code == 404


def test_a_summary_is_read_back_part_by_part():
    outcomes = ["I keep my own kitchen", "Work"]
    progress = composed(
        [
            ("Status and condition at discharge", "Well."),
            ("Toward the outcome: I keep my own kitchen", "Cooks.\n\nBakes."),
        ]
    )
    back = composed([("In my own words", "If I ask."), ("As the providers see it", None)])

    assert outcomes_in(progress) == ["I keep my own kitchen"]
    assert as_written("Done.", progress, back, outcomes) == {
        "reason": "Done.", "condition": "Well.", "progress_0": "Cooks.\n\nBakes.", "progress_1": "",
        "own_words": "If I ask.", "as_seen": "",
    }  # fmt: skip
    assert as_written(None, "Keeps a calendar.", "If housing is at risk.", [])["as_seen"] == "If housing is at risk."
    assert parted(None, ["a"]) == {"": "", "a": ""}
    assert composed([("a", " "), ("b", None)]) is None


def test_the_action_asks_a_reason_where_a_condition_is_open(in_program_a):
    from alongside.records.problems import Problems

    uma = a_participant()
    discharged(uma)
    said = {"participant": uma, "enrolled_on": today(), "on": today(), "by": None}
    with pytest.raises(Problems, match="not every condition is met"):
        actions.enroll_again(**said, open_conditions="Age: not met")
