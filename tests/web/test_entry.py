"""What is entered is taken once, refused beside its field, and never lost: not to a mistake, not to a second press."""

from uuid import uuid4

import pytest

from alongside.records.models import Coverage
from alongside.web.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def page(acting_for, program_a):
    from people import a_participant

    with acting_for(program_a):
        return f"/participants/{a_participant(plan=None).pk}/coverage/"


def recorded(acting_for, program):
    with acting_for(program):
        return list(Coverage.objects.values_list("plan", flat=True))


def drafts(acting_for, program, user):
    with acting_for(program, user):
        return list(Draft.objects.values_list("page", flat=True))


def test_what_was_entered_is_recorded_and_told(coordinator, page, acting_for, program_a):
    answer = coordinator.post(page, {"plan": "medicaid", "starts_on": "2026-01-01", "token": uuid4()}, follow=True)

    assert recorded(acting_for, program_a) == ["medicaid"]
    assert "is recorded" in answer.content.decode()


def test_pressing_twice_records_once_and_leads_to_the_same_page(coordinator, page, acting_for, program_a):
    sent = {"plan": "medicaid", "token": uuid4()}

    first, second = coordinator.post(page, sent), coordinator.post(page, sent)

    assert first.url == second.url
    assert recorded(acting_for, program_a) == ["medicaid"]


def test_what_an_action_refuses_stands_beside_its_field_with_everything_typed(coordinator, page, acting_for, program_a):
    sent = {"plan": "medicaid", "starts_on": "2026-03-01", "ends_on": "2026-02-01", "token": uuid4()}

    answer = coordinator.post(page, sent)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Not saved: 1 thing to put right" in shown
    assert 'value="2026-03-01"' in shown
    assert recorded(acting_for, program_a) == []
    assert coordinator.post(page, sent | {"ends_on": ""}).status_code == 302


@pytest.mark.parametrize(
    "typed",
    [{"plan": "gold"}, {"starts_on": "31 February"}, {"starts_on": "9999-99-99"}, {"plan": "\0"}, {"token": "x"}, {}],
)
def test_odd_entries_are_answered_with_sentences(coordinator, page, acting_for, program_a, typed):
    answer = coordinator.post(page, typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert recorded(acting_for, program_a) == []


def test_what_is_typed_is_kept_shown_again_and_let_go_once_sent(
    coordinator, page, coordinator_a, acting_for, program_a
):
    kept = coordinator.post("/typing/", {"page": page, "plan": "medicaid", "starts_on": "2026-02-0"})

    assert kept.json()["saved_at"]
    shown = coordinator.get(page).content.decode()
    assert "did not send" in shown
    assert 'value="2026-02-0"' in shown
    assert "Not saved" not in shown

    coordinator.post(page, {"plan": "medicaid", "token": uuid4()})
    assert drafts(acting_for, program_a, coordinator_a.user) == []
    assert "did not send" not in coordinator.get(page).content.decode()


def test_starting_over_lets_go_of_what_was_typed(coordinator, page):
    coordinator.post("/typing/", {"page": page, "plan": "medicaid"})

    answer = coordinator.post("/typing/forget/", {"page": page}, follow=True)

    assert "did not send" not in answer.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "", "/\0"])
def test_starting_over_leads_nowhere_else(coordinator, elsewhere):
    assert coordinator.post("/typing/forget/", {"page": elsewhere}).url == "/"


@pytest.mark.parametrize("nowhere", ["", "/nothing/", "/participants/x/coverage/", "/why/\0/"])
def test_only_pages_that_are_open_keep_typing(coordinator, nowhere):
    assert coordinator.post("/typing/", {"page": nowhere, "a": "b"}).status_code == 422


def test_what_is_too_long_to_keep_is_said(coordinator, page):
    answer = coordinator.post("/typing/", {"page": page, "comments": "x" * 500_000})

    assert answer.status_code == 422
    assert "too long" in answer.json()["problem"]


def test_nobody_sees_what_another_types(coordinator, page, client, as_user, administrator_a):
    coordinator.post("/typing/", {"page": page, "plan": "medicaid"})

    assert "did not send" not in as_user(client, administrator_a).get(page).content.decode()


def test_a_button_that_only_shows_the_form_again_records_nothing_and_judges_nothing(
    coordinator, page, acting_for, program_a
):
    answer = coordinator.post(page, {"plan": "gold", "starts_on": "2026-02-0", "redraw": "more", "token": uuid4()})

    shown = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="2026-02-0"' in shown
    assert "Not saved" not in shown
    assert recorded(acting_for, program_a) == []
