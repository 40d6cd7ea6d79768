"""The rows of the queue are those a query over all notes would find, whatever happens to notes, in any order."""

import random

import pytest
from django.db import DatabaseError, transaction

from alongside.records import actions
from alongside.records.models import ProgressNote, SignOff, WaitingNote
from alongside.records.problems import Problems
from people import TODAY, a_draft, a_participant, a_peer_specialist, a_service, signed

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}


def looked_through():
    """What waits, by the records alone."""
    returned = set(SignOff.objects.filter(decision="returned").values_list("progress_note", flat=True))
    return {
        (note.pk, note.author_id, note.service.staff_id, note.signed_on, note.amends_id in returned)
        for note in ProgressNote.objects.waiting_for_sign_off().select_related("service")
    }


def kept():
    return set(WaitingNote.objects.values_list("progress_note", "author", "giver", "signed_on", "is_mended"))


def begin(state, note, at):
    person = state["people"][0]
    times = {"start": f"2026-11-18 {at // 60:02}:{at % 60:02}", "stop": None}
    a_draft(a_service(person, state["giver"], **times), state["giver"])


STEPS = {
    "begin": begin,
    "sign": lambda state, note, at: signed(note, state["giver"]),
    "sign off": lambda state, note, at: SignOff.objects.create(**of(note), decision="signed_off", **WHO),
    "return": lambda state, note, at: actions.return_note(note=note, decided_by="Sue", comment="Where?", **SAID),
    "amend": lambda state, note, at: actions.amend_note(
        note=note, author=state["giver"], reason="The room.", texts={"purpose": "To cook."}, **SAID
    ),
    "move": lambda state, note, at: actions.move_note(note=note, to=state["people"][1], reason="Hers.", **SAID),
    "throw away": lambda state, note, at: ProgressNote.objects.filter(pk=note.pk, status="draft").delete(),
    "take back": lambda state, note, at: SignOff.objects.filter(progress_note=note).delete(),
}
WHO = {"decided_on": TODAY, "decided_by": "Sue Tamarack"}


def of(note):
    return {"program_id": note.program_id, "participant": note.participant, "progress_note": note}


OFTEN = {"sign": 5, "return": 3, "amend": 2}


def test_kept_equals_looked_through(in_program_a):
    chance, done, most = random.Random(7), set(), 0
    state = {"people": [a_participant(medicaid_id=f"900000000{n}") for n in (1, 2)], "giver": a_peer_specialist()}
    for at in range(250):
        notes = list(ProgressNote.objects.order_by("service__started_at"))
        (step,) = chance.choices([*STEPS], [OFTEN.get(step, 1) for step in STEPS]) if notes else ("begin",)
        try:
            with transaction.atomic():
                STEPS[step](state, chance.choice(notes) if notes else None, at)
        except (Problems, DatabaseError):
            continue  # not every step fits every note
        assert kept() == looked_through(), step
        done, most = done | {step}, max(most, len(kept()))
    assert done == {*STEPS}
    assert most > 2
