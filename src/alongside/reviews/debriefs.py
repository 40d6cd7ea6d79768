"""What the state does with a packet: received, checked requirement by requirement, debriefed, closed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.records.actions.recording import locked, recording, refuse, store, store_again, unchanged_since
from alongside.records.problems import Problem, is_nothing, nothing

from .models import Conclusion, Debrief, Finding, Oversight, OversightState, ReviewCheck, SampleMember
from .oversight_steps import CHECK, CLOSE, DEBRIEF, RECEIVE, must_be_open
from .oversights import figures_of
from .requirements import BY_ID, Owed, owed

if TYPE_CHECKING:
    from alongside.access.models import User


def receive_packet(
    *, oversight: Oversight, version: int, received_on: datetime.date | None, on: datetime.date, by: User
) -> Oversight:
    """Record the day the packet came; the review may take up to 90 days from it. Raises `Problems`, `Conflict`."""
    refuse(_wrong_day(oversight, received_on, on))
    assert received_on is not None
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, RECEIVE)
        oversight.state = OversightState.RECEIVED
        oversight.packet_received_on, oversight.packet_received_by = received_on, by.name
        days = datetime.timedelta(days=figures_of(oversight.program).review_days)
        oversight.review_until_on = received_on + days
        fields = ("state", "packet_received_on", "packet_received_by", "review_until_on")
        return store_again(oversight, fields=fields, on=on)


def check_requirement(
    *, member: SampleMember, requirement: str, conclusion: str | None, words: str | None, document: UUID | None,
    on: datetime.date, by: User,
) -> ReviewCheck:  # fmt: skip
    """Conclude about one requirement of one participant, or conclude otherwise. Raises `Problems`.

    What is not met needs words: they are what the program reads.
    """
    problems = []
    if requirement not in BY_ID:
        problems.append(Problem("requirement", requirement, f"one of: {', '.join(BY_ID)}", "Choose one of the list."))
    if is_nothing(conclusion):
        problems.append(nothing("conclusion"))
    if conclusion == Conclusion.NOT_MET and is_nothing(words):
        problems.append(Problem("words", "nothing", "what is missing or not in order", "Say what you saw."))
    refuse(problems)
    with recording(program_id=member.program_id, by=by):
        must_be_open(locked(member.oversight), CHECK)
        said = {"conclusion": conclusion, "words": words, "document": document, "seen_on": on, "seen_by": by.name}
        check = ReviewCheck.objects.select_for_update().filter(sample_member=member, requirement=requirement).first()
        if check is None:
            told = {"program_id": member.program_id, "oversight_id": member.oversight_id}
            of = {"sample_member": member, "participant_id": member.participant_id, "requirement": requirement}
            return store(ReviewCheck(**told, **of, **said), on=on)
        for name, value in said.items():
            setattr(check, name, value)
        return store_again(check, fields=tuple(said), on=on)


def unchecked(oversight: Oversight) -> int:
    """How many requirements of the sample nobody has concluded about yet."""
    done = set(oversight.checks.values_list("sample_member_id", "requirement"))
    return sum((member.pk, one.requirement.id) not in done for member in members_of(oversight) for one in asked(member))


def members_of(oversight: Oversight) -> list[SampleMember]:
    """The sample in the order drawn, each with the list's entry."""
    return list(oversight.members.select_related("roster_entry", "oversight").order_by("position"))


def asked(member: SampleMember) -> list[Owed]:
    """What the packet owes for a participant of the sample, by the days on the list as it was sent."""
    entry, until = member.roster_entry, member.oversight.served_to_on or datetime.date.max
    return owed(enrolled_on=entry.enrolled_on, discharged_on=entry.discharged_on, until=until)


def send_debrief(
    *, oversight: Oversight, version: int, feedback: str | None, strengths: str | None, followed_by: str | None,
    on: datetime.date, by: User,
) -> Debrief:  # fmt: skip
    """Send the Debrief: each requirement not met becomes a finding. Raises `Problems` while one is not concluded."""
    problems = [nothing("feedback")] if is_nothing(feedback) else []
    not_met = oversight.checks.filter(conclusion=Conclusion.NOT_MET)
    if is_nothing(followed_by) and not_met.exists():
        problems.append(nothing("followed_by"))
    if left := unchecked(oversight):
        found = f"{left} not concluded"
        problems.append(Problem("feedback", found, "a conclusion about every requirement", "Go on with the checklist."))
    refuse(problems)
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, DEBRIEF)
        told = {"program_id": oversight.program_id, "oversight": oversight}
        debrief = Debrief(**told, feedback=feedback, strengths=strengths, sent_on=on, sent_by=by.name)
        store(debrief, on=on)
        for check in not_met:
            found = {"requirement": check.requirement, "words": check.words, "followed_by": followed_by}
            store(Finding(**told, review_check=check, found_on=on, found_by=by.name, **found), on=on)
        oversight.state = OversightState.DEBRIEFED
        oversight.debriefed_on, oversight.debriefed_by = on, by.name
        store_again(oversight, fields=("state", "debriefed_on", "debriefed_by"), on=on)
        return debrief


def close_oversight(*, oversight: Oversight, version: int, on: datetime.date, by: User) -> Oversight:
    """End the oversight. Plans of action set on its findings go on by themselves. Raises `Problems`, `Conflict`."""
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, CLOSE)
        oversight.state, oversight.closed_on, oversight.closed_by = OversightState.CLOSED, on, by.name
        return store_again(oversight, fields=("state", "closed_on", "closed_by"), on=on)


def _wrong_day(oversight: Oversight, received_on: datetime.date | None, on: datetime.date) -> list[Problem]:
    if received_on is None:
        return [nothing("received_on")]
    first = oversight.sample_named_on
    if received_on > on or (first and received_on < first):
        expected = f"a day from {first} to {on}"
        return [Problem("received_on", str(received_on), expected, "Correct the day.")]
    return []
