"""What people decide about how the rules are read, and which answers they set aside."""

from __future__ import annotations

from django.db import transaction
from django.db.models.functions import Now

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.law import Reading
from alongside.law.rule import FACTS_MISSING, NOT_MET, PERSON
from alongside.packs import PACKS
from alongside.records.problems import Problem, Problems, is_nothing, nothing

from .models import Answer, ReadingChoice, SetAside

# What waits for somebody now. What is not yet due sees to itself, and the rest needs nobody.
CAN_BE_SET_ASIDE = (NOT_MET, FACTS_MISSING, PERSON)


class NoSuchReading(ValueError):
    """The pack has no such reading, or the reading no such choice. The text says what there is."""


def reading_of(program: Program, reading: str) -> Reading:
    """The reading with this id in the program's pack. Raises NoSuchReading."""
    pack = PACKS[program.pack]
    for known in pack.readings:
        if known.id == reading:
            return known
    raise NoSuchReading(f"{pack.name} has no reading {reading!r}. It has: {', '.join(r.id for r in pack.readings)}.")


def choose_reading(*, program: Program, reading: str, choice: str, reason: str, by: User) -> ReadingChoice:
    """Answer by this choice from now on. Earlier choices stay on record; going back to the default is a choice too.

    Every answer of the program is made anew before the next list is read. Raises NoSuchReading, or ValueError where no
    reason is given: whoever reads the answers later has to know why.
    """
    known = reading_of(program, reading)
    try:
        known.chosen(choice)
    except ValueError as wrong:
        raise NoSuchReading(str(wrong)) from wrong
    if not reason.strip():
        raise ValueError("Say why the program reads it so, for example who at the state said so and when.")
    with acting(program=program, actor=by), transaction.atomic():
        # Two who choose at once wait for each other: one choice of a reading is in force.
        Program.objects.select_for_update(no_key=True).get(pk=program.pk)
        ReadingChoice.objects.filter(program=program, reading=reading, replaced_at=None).update(replaced_at=Now())
        given = {"choice": choice, "reason": reason.strip(), "chosen_by": by}
        return ReadingChoice.objects.create(program=program, reading=reading, **given)


def set_aside(*, answer: Answer, reason: str, by: User) -> SetAside:
    """Take an answer off the list of what needs someone, until its reasons change. Raises `Problems`."""
    problems = [nothing("reason")] if is_nothing(reason) else []
    if answer.answer not in CAN_BE_SET_ASIDE:
        expected = "an answer that waits for somebody now"
        problems.append(Problem("answer", answer.answer, expected, "Leave it: it is not on the list."))
    if problems:
        raise Problems(problems)
    told = {"root_table": answer.root_table, "root": answer.root, "reasons": answer.reasons, "reason": reason.strip()}
    told |= {"set_aside_by": by, "set_aside_at": Now()}
    with acting(program=answer.program_id, actor=by), transaction.atomic():
        put, _ = SetAside.objects.update_or_create(
            program_id=answer.program_id, rule=answer.rule, key=answer.key, defaults=told
        )
        return put


def bring_back(*, answer: Answer, by: User) -> None:
    """Put an answer back on the list. Nothing happens where it is there already."""
    with acting(program=answer.program_id, actor=by), transaction.atomic():
        SetAside.objects.filter(program_id=answer.program_id, rule=answer.rule, key=answer.key).delete()
