"""Services and the notes about them: drafts, signatures, amendments, moves, sign-offs."""

from datetime import datetime
from decimal import Decimal

import pytest

from alongside.records import actions
from alongside.records.models import NoteStatus, ProgressNote, Service
from alongside.records.problems import Conflict, Problems
from people import TODAY, a_draft, a_participant, a_peer_specialist, a_service, a_service_plan, moment, sign, signed

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


@pytest.fixture
def pia(in_program_a):
    return a_peer_specialist()


@pytest.fixture
def uma(in_program_a):
    return a_participant()


@pytest.fixture
def note(uma, pia):
    return a_draft(a_service(uma, pia), pia)


def save(note, *, version=1, **texts):
    return actions.save_note_draft(service=note.service, note=note, version=version, texts=texts, **SAID)


NO_SERVICE = [
    ({"kind": "cleaning"}, "kind"),
    ({"served_on": "2026-11-21", "start": None, "stop": None}, "served_on"),
    ({"start": "2026-11-17 23:30"}, "started_at"),
    ({"stop": "2026-11-18 09:59"}, "stopped_at"),
    ({"stop": "2026-11-19 10:01"}, "stopped_at"),
    ({"stop": "2026-11-21 00:15"}, "stopped_at"),
    ({"charged_amount": Decimal(-1)}, "charged_amount"),
    ({"charged_amount": Decimal("20.005")}, "charged_amount"),
    ({"charged_amount": Decimal("NaN")}, "charged_amount"),
    ({"repeats": "laundry"}, "repeats"),
]


@pytest.mark.parametrize("said, field", NO_SERVICE)
def test_what_is_no_service(uma, said, field):
    with pytest.raises(Problems) as refusal:
        a_service(uma, **said)
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_a_service_late_in_the_evening_is_of_that_evening(uma):
    service = a_service(uma, start="2026-11-18 22:30", stop="2026-11-19 00:15")
    service.refresh_from_db()
    assert (str(service.served_on), service.started_at.isoformat()) == ("2026-11-18", "2026-11-19T04:30:00+00:00")


def test_a_plan_line_is_of_the_participant_served(uma):
    other = a_service_plan(a_participant(given_name="Lee")).lines.get()
    with pytest.raises(Problems, match="plan_line: found a line of another participant"):
        a_service(uma, plan_line=other)


def test_times_without_a_zone_are_refused(uma):
    said = {"participant": uma, "kind": "clss", "served_on": TODAY, "staff": None, **SAID}
    with pytest.raises(Problems, match="with its time zone"):
        actions.record_service(**said, started_at=datetime.fromisoformat("2026-11-20 09:00"))


def test_a_draft_is_saved_again_and_again(note):
    again = save(note, purpose="Rent")
    same = save(note, purpose="Rent")

    assert (again.version, same.version, same.purpose, same.status) == (2, 2, "Rent", "draft")


def test_two_people_in_one_draft_lose_nothing(note):
    save(note, response="Smiled.")
    with pytest.raises(Conflict) as refusal:
        save(note, response="Laughed.")
    assert [(c.theirs, c.yours) for c in refusal.value.clashes] == [("Smiled.", "Laughed.")]


def test_one_service_has_one_note(note):
    with pytest.raises(Problems, match="a service nobody wrote a note about"):
        a_draft(note.service)


def test_a_draft_says_only_what_a_note_says(note):
    with pytest.raises(Problems, match="signed_by: found a change of it"):
        save(note, signed_by="Pia Wren", status="signed")
    with pytest.raises(Problems, match="manner"):
        save(note, manner="singing")


def test_a_signature_says_who_when_and_whether_they_gave_the_service(note, pia):
    note = signed(note, pia, at="2026-11-20 21:30")
    note.refresh_from_db()

    assert (note.status, note.signed_on, note.signed_by, note.is_signed_by_giver) == ("signed", TODAY, "Pia Wren", True)
    assert note.signed_at == moment("2026-11-20 21:30")


def test_somebody_elses_signature_is_known_as_that(uma, pia):
    note = signed(a_draft(a_service(uma, pia)), a_peer_specialist(given_name="Oz"))
    assert note.is_signed_by_giver is False
    assert signed(a_draft(a_service(uma, None)), pia).is_signed_by_giver is None


def test_what_is_not_signed(uma, note, pia):
    with pytest.raises(Conflict, match="changed after it was shown"):
        sign(note, "giver", staff=pia, shown="of another text")
    with pytest.raises(Problems, match="staff: found nobody"):
        sign(note, "giver")
    with pytest.raises(Problems, match="what_was_done: found nothing"):
        signed(a_draft(a_service(uma, pia), what_was_done=" "), pia)
    note = signed(note, pia)
    with pytest.raises(Problems, match="a signature of Pia Wren of 2026-11-20"):
        signed(note, pia)
    with pytest.raises(Problems, match="found a note signed on 2026-11-20"):
        save(note, version=2, purpose="x")


def test_an_amendment_names_what_it_amends_and_both_stay(note, pia):
    note, said = signed(note, pia), {"author": pia, **SAID}
    amendment = actions.amend_note(note=note, reason="Wrong room.", texts={"response": "In the hall."}, **said)

    assert ProgressNote.objects.standing().filter(status=NoteStatus.SIGNED).get() == note
    amendment = signed(amendment, pia)
    assert (amendment.amends, amendment.amended_reason, amendment.purpose) == (note, "Wrong room.", note.purpose)
    assert ProgressNote.objects.standing().get() == amendment
    assert ProgressNote.objects.get(pk=note.pk).response == "Needed one reminder, and set the timer herself."


def test_what_is_no_amendment(note, pia):
    said = {"author": pia, "texts": {}, **SAID}
    with pytest.raises(Problems, match="found a draft"):
        actions.amend_note(note=note, reason="Wrong room.", **said)
    note = signed(note, pia)
    for nothing in ("", "  \n"):
        with pytest.raises(Problems, match="amended_reason: found nothing"):
            actions.amend_note(note=note, reason=nothing, **said)
    actions.amend_note(note=note, reason="Wrong room.", **said)
    with pytest.raises(Problems, match="a note nobody is amending yet"):
        actions.amend_note(note=note, reason="Wrong hour.", **said)


@pytest.mark.parametrize("is_signed", [True, False])
def test_a_note_on_the_wrong_person_is_moved_and_both_trails_are_kept(note, pia, uma, is_signed):
    lee = a_participant(given_name="Lee")
    line = a_service_plan(lee).lines.get()
    if is_signed:
        note = signed(note, pia)

    copy = actions.move_note(note=note, to=lee, reason="Filed on Uma by mistake.", plan_line=line, **SAID)

    assert (copy.participant, copy.service.participant, copy.service.plan_line) == (lee, lee, line)
    assert (copy.moved_from, copy.moved_reason, copy.status) == (note, "Filed on Uma by mistake.", "draft")
    assert (copy.what_was_done, copy.service.started_at) == (note.what_was_done, note.service.started_at)
    assert ProgressNote.objects.filter(participant=uma).get() == note
    assert ProgressNote.objects.standing().get() == copy
    assert Service.objects.standing().get() == copy.service
    assert signed(copy, pia).is_signed_by_giver


def test_what_is_not_moved(note, pia, uma):
    lee = a_participant(given_name="Lee")
    said = {"note": note, "reason": "By mistake.", **SAID}
    with pytest.raises(Problems, match="the same participant"):
        actions.move_note(to=uma, **said)
    with pytest.raises(Problems, match="moved_reason: found nothing"):
        actions.move_note(to=lee, **{**said, "reason": ""})
    actions.move_note(to=lee, **said)
    for again in (
        lambda: actions.move_note(to=lee, **said),
        lambda: signed(note, pia),
        lambda: save(note, purpose="x"),
    ):
        with pytest.raises(Problems, match="a note moved to another participant"):
            again()


def test_a_supervisor_signs_off_or_returns(note, pia):
    sue = {"decided_by": "Sue Tamarack", **SAID}
    with pytest.raises(Problems, match="found a draft"):
        actions.sign_off_note(note=note, **sue)
    note = signed(note, pia)
    assert ProgressNote.objects.waiting_for_sign_off().get() == note

    said = actions.return_note(note=note, comment="Which room?", **sue)
    assert (said.decision, said.participant, said.decided_on) == ("returned", note.participant, TODAY)
    assert not ProgressNote.objects.waiting_for_sign_off().exists()

    amendment = signed(actions.amend_note(note=note, reason="Room.", author=pia, texts={}, **SAID), pia)
    assert ProgressNote.objects.waiting_for_sign_off().get() == amendment
    actions.sign_off_note(note=amendment, **sue)
    assert not ProgressNote.objects.waiting_for_sign_off().exists()
    with pytest.raises(Problems, match="neither signed off nor returned"):
        actions.sign_off_note(note=amendment, **sue)
    with pytest.raises(Problems, match="comment: found nothing"):
        actions.return_note(note=amendment, comment=" ", **sue)
