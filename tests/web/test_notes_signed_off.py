"""The sign-off queue: who may sign off whom, in what order, one by one or together, and what comes back."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from memberships import PASSWORD

from alongside.access.clock import today
from alongside.access.note_policies import may_sign_off, waits_for
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import ProgressNote, Signature, SignOff, WaitingNote
from alongside.web import sign_off_queue
from people import a_draft, a_line, a_participant, a_peer_specialist, a_provider, a_service, a_service_plan, signed

pytestmark = pytest.mark.django_db
_hours = count(8)


@pytest.fixture
def place(acting_for, program_a):
    """A provider with a worker, and a participant of theirs."""
    with acting_for(program_a):
        provider = a_provider(name="Open Door")
        giver = a_peer_specialist(on=today(), started_on="2025-03-03", provider=provider)
        person = a_participant(on=today(), enrolled_on=str(today() - timedelta(days=90)))
        a_service_plan(
            person, on=today(), completed_on=str(today() - timedelta(days=80)), lines=[a_line(provider=provider)]
        )
    return provider, giver, person


@pytest.fixture
def supervisor(place, member, program_a):
    return member(program_a, Role.SUPERVISOR, name="Sue Tamarack", provider_id=place[0].pk)


@pytest.fixture
def queue(client, as_user, supervisor):
    return as_user(client, supervisor)


@pytest.fixture
def a_note(place, acting_for, program_a):
    """A signed note, so many days old, with what is said otherwise."""

    def make(days=1, giver=None, **more):
        _, own, person = place
        giver, day, hour = giver or own, today() - timedelta(days=days), 8 + next(_hours) % 12
        with acting_for(program_a):
            times = {"start": f"{day} {hour:02}:00", "stop": f"{day} {hour:02}:30", "served_on": str(day)}
            note = a_draft(a_service(person, giver, on=today(), **times), giver, on=today(), **more)
            return signed(note, giver, at=f"{timezone.localtime():%Y-%m-%d %H:%M}")

    return make


def shown(answer):
    return [one.note.pk for one in answer.context["waiting"]]


def hashes(answer):
    return {f"hash-{one.note.pk}": one.hash for one in answer.context["waiting"]}


def said(acting_for, program):
    with acting_for(program):
        return dict(SignOff.objects.values_list("progress_note_id", "decision"))


def text(answer):
    return " ".join(answer.content.decode().replace("&#x27;", "'").split())


def test_signing_off_takes_ones_own_sign_in_and_leaves_a_signature(queue, a_note, acting_for, program_a):
    note = a_note()
    page = queue.get("/sign-off/")
    assert shown(page) == [note.pk]
    wrong = queue.post("/sign-off/", {"sign_off": note.pk, **hashes(page), "password": "not it"})
    assert (wrong.status_code, said(acting_for, program_a)) == (422, {})

    queue.post("/sign-off/", {"sign_off": note.pk, **hashes(page), "password": PASSWORD})
    assert said(acting_for, program_a) == {note.pk: "signed_off"}
    with acting_for(program_a):
        given = Signature.objects.get(capacity="supervisor")
    assert (given.signer_name, given.statement[:11]) == ("Sue Tamarack", "I have read")
    assert shown(queue.get("/sign-off/")) == []


def test_what_was_returned_and_mended_comes_first(queue, a_note, place, acting_for, program_a):
    older, note = a_note(days=9), a_note(days=1)
    empty = queue.post("/sign-off/", {"return": note.pk, f"comment-{note.pk}": "  "})
    assert empty.status_code == 422
    assert "Write what is to be put right" in text(empty)

    queue.post("/sign-off/", {"return": note.pk, f"comment-{note.pk}": "Which room?"})
    assert said(acting_for, program_a) == {note.pk: "returned"}
    assert shown(queue.get("/sign-off/")) == [older.pk]
    with acting_for(program_a):
        mended = {"reason": "The room is named.", "texts": {"what_was_done": "In the kitchen, she cooked; I cued."}}
        amendment = actions.amend_note(note=note, author=place[1], on=today(), by=None, **mended)
        amendment = signed(amendment, place[1], at=f"{timezone.localtime():%Y-%m-%d %H:%M}")
    page = queue.get("/sign-off/")
    assert shown(page) == [amendment.pk, older.pk]
    assert "Which room?" in text(page)


def test_several_are_signed_off_at_once_only_where_everything_is_met(queue, a_note, acting_for, program_a):
    whole, another, thin = a_note(), a_note(), a_note(purpose=None)
    page = queue.get("/sign-off/")
    content = page.content.decode()
    assert f'id="chosen-{whole.pk}"' in content
    assert f'id="chosen-{thin.pk}"' not in content
    ticked = {"several": "1", "password": PASSWORD, **hashes(page)}

    assert queue.post("/sign-off/", {**ticked, "chosen": [whole.pk, thin.pk]}).status_code == 422
    assert said(acting_for, program_a) == {}
    assert "Nothing was chosen" in text(queue.post("/sign-off/", ticked))
    queue.post("/sign-off/", {**ticked, "chosen": [whole.pk, another.pk]})
    assert said(acting_for, program_a) == {whole.pk: "signed_off", another.pk: "signed_off"}


def test_another_text_than_the_one_shown_is_not_signed_off(queue, a_note, acting_for, program_a):
    note = a_note()
    answer = queue.post("/sign-off/", {"sign_off": note.pk, f"hash-{note.pk}": "0" * 64, "password": PASSWORD})
    assert answer.status_code == 422
    assert said(acting_for, program_a) == {}


def test_nobody_signs_off_their_own_or_another_providers(a_note, place, member, program_a, acting_for):
    note = a_note()
    own = member(program_a, Role.SUPERVISOR, name="Own Note", staff_id=place[1].pk)
    with acting_for(program_a):
        elsewhere = a_provider(name="Elsewhere")
    other = member(program_a, Role.SUPERVISOR, name="Els Where", provider_id=elsewhere.pk)
    everywhere = member(program_a, Role.SUPERVISOR, name="Eve Ry")
    worker = member(program_a, Role.DIRECT_STAFF, name="Pia Own", staff_id=place[1].pk, provider_id=place[0].pk)
    with acting_for(program_a):
        for actor, may in ((own, False), (other, False), (everywhere, True), (worker, False)):
            assert may_sign_off.allowed(actor, note) is may
            assert ProgressNote.objects.filter(may_sign_off.rows(actor), pk=note.pk).exists() is may
            assert WaitingNote.objects.filter(waits_for(actor), progress_note=note).exists() is may


def test_a_supervisor_elsewhere_neither_sees_nor_decides(a_note, client, as_user, member, program_a, acting_for):
    note = a_note()
    with acting_for(program_a):
        elsewhere = a_provider(name="Elsewhere")
    as_user(client, member(program_a, Role.SUPERVISOR, name="Els Where", provider_id=elsewhere.pk))

    assert shown(client.get("/sign-off/")) == []
    assert client.get(f"/sign-off/{note.pk}/").status_code == 403
    client.post("/sign-off/", {"return": note.pk, f"comment-{note.pk}": "No."})
    assert said(acting_for, program_a) == {}


@pytest.mark.parametrize("odd", [{"sign_off": "x"}, {"return": "\0"}, {"several": "1", "chosen": ["x"]}, {}])
def test_odd_decisions_are_answered(queue, a_note, odd):
    a_note()
    assert queue.post("/sign-off/", {"password": PASSWORD, **odd}).status_code == 422


def test_one_note_has_a_page_to_decide_on(queue, a_note):
    note = a_note()
    assert shown(queue.get(f"/sign-off/{note.pk}/")) == [note.pk]
    queue.post(f"/sign-off/{note.pk}/", {"return": note.pk, f"comment-{note.pk}": "Which room?"})
    assert queue.get(f"/sign-off/{note.pk}/").url == f"/notes/{note.pk}/"


def test_the_writer_finds_it_on_their_day(queue, a_note, client, as_user, member, program_a, place):
    note = a_note()
    queue.post("/sign-off/", {"return": note.pk, f"comment-{note.pk}": "Which room?"})
    as_user(client, member(program_a, Role.DIRECT_STAFF, staff_id=place[1].pk, provider_id=place[0].pk))
    day = text(client.get("/"))

    assert "Came back to you" in day
    assert "Which room?" in day
    assert "Which room?" in text(client.get(f"/notes/{note.pk}/amend/"))


def test_the_queue_asks_the_database_a_bounded_number_of_times(queue, a_note, monkeypatch):
    monkeypatch.setattr(sign_off_queue, "ON_ONE_PAGE", 10)
    asked = []
    for more in (11, 6):
        for _ in range(more):
            a_note()
        queue.get("/sign-off/")
        with CaptureQueriesContext(connection) as queries:
            assert len(shown(queue.get("/sign-off/"))) == 10
        asked.append(len(queries))
    assert asked[1] <= asked[0] <= 25


def test_the_queue_says_how_many_wait_and_shows_them_page_by_page(queue, a_note, monkeypatch):
    monkeypatch.setattr(sign_off_queue, "ON_ONE_PAGE", 2)
    made = sorted(a_note().pk for _ in range(3))  # signed on one day, they stand by their keys
    first, second = queue.get("/sign-off/"), queue.get("/sign-off/?page=2")
    assert (shown(first), shown(second)) == (made[:2], made[2:])
    assert "3 to read, 1 to 2 here" in text(first)
    assert "Page 2 of 2" in text(second)
    assert shown(queue.get("/sign-off/?page=99")) == made[2:]
    assert shown(queue.get("/sign-off/?page=no")) == made[:2]
    monkeypatch.setattr(sign_off_queue, "MOST", 2)
    assert "More than 2 to read" in text(queue.get("/sign-off/"))
