"""Notes on pages: written in one go, checked while writing, stopped before signing, listed, amended, moved."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import ProgressNote, Service
from people import a_draft, a_line, a_participant, a_peer_specialist, a_service, a_service_plan, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def served(acting_for, program_a):
    """A participant with a plan line for the worker's provider, and the worker."""
    with acting_for(program_a):
        worker = a_peer_specialist(on=today(), started_on="2025-03-03")
        person = a_participant(on=today(), enrolled_on=str(today() - timedelta(days=90)))
        plan = a_service_plan(
            person, completed_on=str(today() - timedelta(days=30)), on=today(), lines=[a_line(provider=worker.provider)]
        )
        return person, worker, plan.lines.get()


@pytest.fixture
def worker(served, member, program_a):
    return member(program_a, Role.DIRECT_STAFF, staff_id=served[1].pk, provider_id=served[1].provider_id)


@pytest.fixture
def page(client, as_user, worker):
    return as_user(client, worker)


def said(line, **more):
    return {
        "plan_line": line.pk,
        "served_on": str(today() - timedelta(days=1)),
        "started_at": "10:00",
        "stopped_at": "11:00",
        "place": "her home",
        "manner": "training",
        "what_was_done": "Went through the checklist with her; she did each step.",
        "response": "Asked for the rest of the list.",
        "purpose": "To keep the apartment.",
        "repeats": "nothing",
        "token": uuid4(),
        **more,
    }


def kept(acting_for, program_a):
    with acting_for(program_a):
        return list(ProgressNote.objects.select_related("service").order_by("created_at"))


def text(answer):
    return " ".join(answer.content.decode().replace("&#x27;", "'").split())


def the_draft(acting_for, program, served, **more):
    person, giver, line = served
    with acting_for(program):
        return a_draft(a_lately_given(person, giver, line), giver, on=today(), **more)


def a_lately_given(person, giver, line, days=1, **more):
    day = today() - timedelta(days=days)
    times = {"start": f"{day} 10:00", "stop": f"{day} 11:00", "served_on": str(day)}
    return a_service(person, giver, plan_line=line, on=today(), **(times | more))


def signed_now(note, giver):
    return signed(note, giver, at=f"{timezone.localtime():%Y-%m-%d %H:%M}")


def test_a_note_is_kept_with_its_service_and_stands_in_the_lists(page, served, acting_for, program_a):
    person, giver, line = served
    answer = page.post(f"/notes/new/{person.pk}/", said(line), follow=True)

    (note,) = kept(acting_for, program_a)
    assert (note.status, note.outcome, note.service.kind) == ("draft", line.outcome, "clss")
    assert (note.service.staff_id, note.service.plan_line_id, note.author_id) == (giver.pk, line.pk, giver.pk)
    assert timezone.localtime(note.service.started_at).hour == 10
    assert "kept as a draft" in text(answer)
    for address in (f"/participants/{person.pk}/notes/", "/notes/", "/"):
        assert str(note.pk) in page.get(address).content.decode()


def test_a_service_past_midnight_ends_on_the_next_day(page, served, acting_for, program_a):
    person, _, line = served
    page.post(f"/notes/new/{person.pk}/", said(line, started_at="23:30", stopped_at="00:15"))
    service = kept(acting_for, program_a)[0].service

    assert service.stopped_at - service.started_at == timedelta(minutes=45)


def test_nothing_blocks_a_draft_but_what_makes_it_a_note(page, served, acting_for, program_a):
    person, _, line = served
    missing = page.post(
        f"/notes/new/{person.pk}/", {"token": uuid4(), "plan_line": "", "what_was_done": "Half a sentence"}
    )
    assert missing.status_code == 422
    assert "Half a sentence" in text(missing)

    page.post(f"/notes/new/{person.pk}/", {"token": uuid4(), "plan_line": line.pk, "served_on": str(today())})
    assert kept(acting_for, program_a)[0].what_was_done is None


@pytest.mark.parametrize(
    "odd",
    [
        {"served_on": "9999-12-31"}, {"served_on": "0001-01-01"}, {"served_on": "soon"}, {"started_at": "25:99"},
        {"plan_line": "x"}, {"plan_line": str(uuid4())}, {"manner": "singing"}, {"what_was_done": "a\0b"},
        {"what_was_done": "x" * 30_000}, {"kind": "cleaning", "plan_line": ""}, {"repeats": "\0"}, {"version": "x"},
    ],
)  # fmt: skip
def test_odd_entries_are_answered_with_sentences_and_checked_without_fault(page, served, acting_for, program_a, odd):
    person, _, line = served
    assert page.post(f"/notes/new/{person.pk}/", said(line, **odd)).status_code == 422
    assert kept(acting_for, program_a) == []
    assert page.post(f"/notes/check/{person.pk}/", said(line, **odd)).status_code == 200


def test_the_rules_are_asked_while_writing_and_nothing_is_stored(page, served, acting_for, program_a):
    person, _, line = served
    shown = text(
        page.post(
            f"/notes/check/{person.pk}/",
            said(line, manner="doing_for", purpose="", what_was_done="I cleaned her flat."),
        )
    )

    assert "2 to put right before signing" in shown
    assert "not the staff member doing the task" in shown
    assert "say why it was done" in shown
    assert "<mark>I cleaned her</mark> flat." in shown
    assert "participants get these services through training, cueing, and supervision" in shown
    assert "May this be billed?" in shown
    assert kept(acting_for, program_a) == []

    assert "Nothing keeps this note from being signed" in text(page.post(f"/notes/check/{person.pk}/", said(line)))


def test_a_day_no_line_covers_is_said_while_writing(page, served):
    person, _, line = served
    other = {"plan_line": "", "kind": "peer_support", "outcome": "Goes out"}
    shown = text(page.post(f"/notes/check/{person.pk}/", said(line, **other)))

    assert "be authorized in the service plan" in shown
    assert "Not as it stands" in shown


def test_another_service_at_the_same_time_is_said(page, served, acting_for, program_a):
    person, _, line = served
    page.post(f"/notes/new/{person.pk}/", said(line))

    shown = text(page.post(f"/notes/check/{person.pk}/", said(line, started_at="10:30", stopped_at="11:30")))
    assert "from 10:00 to 11:00 with this participant" in shown
    (note,) = kept(acting_for, program_a)
    assert "At the same time" not in text(page.post(f"/notes/check/{person.pk}/", said(line, note=note.pk)))


def test_signing_is_stopped_by_a_must_with_the_words_and_goes_on_once_mended(page, served, acting_for, program_a):
    person, _, line = served
    wrong = said(line, then="sign", manner="doing_for", what_was_done="I cleaned his flat.")
    stopped = page.post(f"/notes/new/{person.pk}/", wrong, follow=True)

    assert stopped.status_code == 422
    assert "cannot be signed yet" in text(stopped)
    assert "Others don’t do tasks for participant." in text(stopped)
    (note,) = kept(acting_for, program_a)
    assert page.get(f"/sign/progress_note/{note.pk}/?as=giver").url == f"/notes/{note.pk}/sign/"
    assert page.post(f"/sign/progress_note/{note.pk}/?as=giver", {"as": "giver"}).url == f"/notes/{note.pk}/sign/"
    mended = said(line, then="sign", what_was_done="Cued each step; he cleaned the flat.", version=note.version)
    led = page.post(f"/notes/{note.pk}/write/", mended)
    assert led.url == f"/notes/{note.pk}/sign/"
    assert page.get(led.url).url == f"/sign/progress_note/{note.pk}/?as=giver"


def test_advice_that_is_not_followed_is_asked_about(page, served, acting_for, program_a):
    note = the_draft(acting_for, program_a, served, response=None)
    asked = page.get(f"/notes/{note.pk}/sign/")

    assert asked.status_code == 200
    assert "Sign anyway" in text(asked)
    assert f"/sign/progress_note/{note.pk}/?as=giver" in text(asked)


def test_two_people_in_one_draft_see_both_texts(page, served, acting_for, program_a):
    line = served[2]
    note = the_draft(acting_for, program_a, served)
    with acting_for(program_a):
        actions.rewrite_note(
            note=note, version=1, given={"place": "the library"}, texts={"response": "Laughed."}, on=today(), by=None
        )
    answer = page.post(f"/notes/{note.pk}/write/", said(line, version=1, response="Smiled."))

    assert answer.status_code == 422
    for words in ("Somebody else saved this", "Laughed.", "Smiled.", "the library", "her home"):
        assert words in text(answer)
    assert page.post(f"/notes/{note.pk}/write/", said(line, version=2, response="Smiled.")).status_code == 302


def test_an_amendment_is_begun_with_its_reason_and_both_are_shown(page, served, acting_for, program_a):
    note, giver = the_draft(acting_for, program_a, served), served[1]
    with acting_for(program_a):
        signed_now(note, giver)
    texts = {"what_was_done": "In the hall, she did each step.", "manner": "cueing", "token": uuid4()}

    assert "nothing" in text(page.post(f"/notes/{note.pk}/amend/", texts))
    shown = page.post(
        f"/notes/{note.pk}/amend/", texts | {"amended_reason": "Wrong room.", "token": uuid4()}, follow=True
    )

    assert "In the hall" in text(shown)
    assert "As it was signed before" in text(shown)
    assert "Wrong room." in text(shown)
    assert "An amendment was begun" in text(page.get(f"/notes/{note.pk}/"))


def test_a_note_on_the_wrong_person_is_moved_and_both_pages_say_so(page, served, acting_for, program_a):
    note, giver = the_draft(acting_for, program_a, served), served[1]
    with acting_for(program_a):
        other = a_participant(on=today(), given_name="Lee", enrolled_on=str(today() - timedelta(days=90)))
        a_service_plan(
            other, on=today(), completed_on=str(today() - timedelta(days=9)), lines=[a_line(provider=giver.provider)]
        )
        stranger = a_participant(on=today(), given_name="Ash")
        signed_now(note, giver)
    form = {"to": other.pk, "moved_reason": "Filed on Uma by mistake.", "token": uuid4()}

    assert str(stranger.pk) not in page.get(f"/notes/{note.pk}/move/?q=Hazel").content.decode()
    refused = page.post(f"/notes/{note.pk}/move/", form | {"to": stranger.pk})
    assert refused.status_code == 422
    shown = page.post(f"/notes/{note.pk}/move/?q=Lee", form, follow=True)

    assert "Moved here" in text(shown)
    assert "Filed on Uma by mistake." in text(shown)
    left = text(page.get(f"/notes/{note.pk}/"))
    assert "moved to the participant it is about" in left
    assert "Filed on Uma by mistake." in left


def test_nobody_writes_in_anothers_note_or_about_strangers(
    page, served, acting_for, program_a, client, as_user, coordinator_a, member
):
    note = the_draft(acting_for, program_a, served)
    with acting_for(program_a):
        stranger = a_participant(on=today())
    assert page.get(f"/notes/new/{stranger.pk}/").status_code == 404
    assert page.post(f"/notes/check/{stranger.pk}/").status_code == 404

    as_user(client, coordinator_a)
    assert client.get(f"/notes/{note.pk}/").status_code == 200
    for address in (f"/notes/{note.pk}/write/", f"/notes/{note.pk}/amend/", f"/notes/{note.pk}/sign/"):
        assert client.get(address).status_code == 403
    assert client.get(f"/notes/new/{served[0].pk}/").status_code == 403


def test_notes_of_another_program_are_not_there(page, served, acting_for, program_a, client, as_user, coordinator_b):
    note = the_draft(acting_for, program_a, served)
    as_user(client, coordinator_b)
    for address in (f"/notes/{note.pk}/", f"/participants/{served[0].pk}/notes/", f"/notes/{note.pk}/move/"):
        assert client.get(address).status_code == 404


FILTERS = [
    ("", 3), ("kind=clss", 3), ("kind=peer_support", 0), ("state=draft", 2), ("state=signed", 1), ("state=moved", 0),
    ("state=amended", 0), ("state=returned", 0), ("state=signed_off", 0), ("since=2999-01-01", 0),
    ("until=1999-01-01", 0), ("who={giver}", 3), ("who=nobody", 3), ("kind=%00&state=x&since=soon&before=x.y", 3),
    ("before=9999-12-31.ffffffff-ffff-ffff-ffff-ffffffffffff", 3), ("before=1900-01-01.{giver}", 0),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "count"), FILTERS)
def test_lists_are_narrowed(page, served, acting_for, program_a, asked, count):
    person, giver, line = served
    with acting_for(program_a):
        notes = [a_draft(a_lately_given(person, giver, line, days=n), giver, on=today()) for n in (1, 2, 3)]
        signed_now(notes[0], giver)
    for address in (f"/participants/{person.pk}/notes/", "/notes/"):
        shown = page.get(f"{address}?{asked.format(giver=giver.pk)}")
        assert shown.status_code == 200
        assert sum(f"/notes/{note.pk}/" in shown.content.decode() for note in notes) == count


def test_older_notes_follow_the_fifty_shown(page, served, acting_for, program_a):
    person, giver, line = served
    with acting_for(program_a):
        for n in range(52):
            a_draft(a_lately_given(person, giver, line, days=1 + n % 5), giver, on=today())
    first = page.get(f"/participants/{person.pk}/notes/")
    seen = {row.note.pk for row in first.context["listed"].rows}
    older = page.get(f"/participants/{person.pk}/notes/?before={first.context['listed'].older}")

    assert len(seen) == 50
    rest = {row.note.pk for row in older.context["listed"].rows}
    assert len(rest) == 2
    assert not seen & rest


@pytest.mark.parametrize("address", ["/participants/{person}/notes/", "/notes/", "/", "/notes/new/"])
def test_a_list_asks_the_database_as_often_for_many_as_for_few(page, served, acting_for, program_a, address):
    person, giver, line = served
    asked = []
    for more in (3, 9):
        with acting_for(program_a):
            for n in range(more):
                a_draft(a_lately_given(person, giver, line, days=1 + n), giver, on=today())
        page.get(address.format(person=person.pk))
        with CaptureQueriesContext(connection) as queries:
            assert page.get(address.format(person=person.pk)).status_code == 200
        asked.append(len(queries))

    assert asked[1] <= asked[0] <= 34


def test_a_note_typed_and_not_sent_is_there_again(page, served):
    person, _, line = served
    page.post("/typing/", {"page": f"/notes/new/{person.pk}/", "plan_line": line.pk, "what_was_done": "Half of"})
    shown = text(page.get(f"/notes/new/{person.pk}/"))

    assert "did not send" in shown
    assert "Half of" in shown


def test_a_sign_in_without_a_staff_member_writes_no_notes(client, as_user, supervisor_a, served):
    as_user(client, supervisor_a)
    assert "not tied to one" in text(client.get("/notes/new/"))
    assert client.get(f"/notes/new/{served[0].pk}/").status_code == 403


def test_the_moment_of_a_note_is_the_programs_own(page, served, acting_for, program_a):
    person, _, line = served
    page.post(f"/notes/new/{person.pk}/", said(line, served_on="2026-03-01", started_at="23:00", stopped_at="23:30"))
    with acting_for(program_a):
        service = Service.objects.get()
    assert str(timezone.localtime(service.started_at)) == "2026-03-01 23:00:00-06:00"
