"""The seed both sides give, the sample drawn from it, and the day it is named."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from alongside.packs.drawing import METHOD, draw, draw_file, sha256
from alongside.packs.sampling import sample_size
from alongside.records.actions.recording import recording, refuse, store, store_again, unchanged_since
from alongside.records.problems import Problem, is_nothing, nothing

from .models import Oversight, OversightState, Roster, Sample, SampleMember, SeedPart, Side
from .oversight_steps import DRAW, NAME, SEAL, SHOW, must_be_open
from .oversights import chosen_reading, figures_of

if TYPE_CHECKING:
    from alongside.access.models import User

RULE = "OVS-1"
SEAL_DIGITS = re.compile("[0-9a-f]{64}")
LEAST_PART, LONGEST_PART = 8, 200


def seal_part(
    *, oversight: Oversight, version: int, side: Side, part: str | None, seal: str | None, on: datetime.date,
    at: datetime.datetime, by: User,
) -> Oversight:  # fmt: skip
    """Give one side's part of the seed, or only its seal. Both parts are shown once both are sealed.

    Raises `Problems` where the part is too short to be unguessable, or the side has sealed one already.
    """
    refuse(_wrong_part(part, seal))
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, SEAL)
        roster = _roster(oversight)
        if roster.seed_parts.filter(side=side).exists():
            refuse([Problem("part", "a part given already", "one part of each side", "Wait for the other side’s.")])
        sealed = SeedPart(
            program_id=oversight.program_id, roster=roster, side=side, part=part,
            seal=sha256(part) if part else (seal or ""), sealed_at=at, sealed_by=by.name,
        )  # fmt: skip
        store(sealed, on=on)
        parts = list(roster.seed_parts.all())
        if len(parts) < len(Side):
            return store_again(oversight, fields=(), on=on)
        for one in parts:
            if one.part:
                one.shown_at = at
                store_again(one, fields=("shown_at",), on=on)
        oversight.state = OversightState.SEALED
        return store_again(oversight, fields=("state",), on=on)


def show_part(
    *, oversight: Oversight, version: int, side: Side, part: str, on: datetime.date, at: datetime.datetime, by: User
) -> Oversight:
    """Show a part of which only the seal was given. Raises `Problems` where it does not fit the seal."""
    refuse([nothing("part")] if is_nothing(part) else [])
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, SHOW)
        kept = _roster(oversight).seed_parts.filter(side=side, part=None).first()
        if kept is None:
            refuse([Problem("part", "a part shown already", "one still kept", "Wait for the other side’s.")])
        assert kept is not None
        if sha256(part.strip()) != kept.seal:
            expected = f"the text whose SHA-256 is {kept.seal}"
            refuse([Problem("part", "a text of another seal", expected, "Copy it exactly as it was sealed.")])
        kept.part, kept.shown_at = part.strip(), at
        store_again(kept, fields=("part", "shown_at"), on=on)
        return store_again(oversight, fields=(), on=on)


def draw_sample(*, oversight: Oversight, version: int, on: datetime.date, at: datetime.datetime, by: User) -> Oversight:
    """Draw by the rule in force on that day, from the list as sent and both parts. Raises `Problems`, `Conflict`."""
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, DRAW)
        roster = _roster(oversight)
        parts = {part.side: part.part for part in roster.seed_parts.all()}
        keep_sample(
            oversight, roster, state_part=parts[Side.STATE] or "", program_part=parts[Side.PROGRAM] or "",
            on=on, at=at, by=by,
        )  # fmt: skip
        oversight.state = OversightState.DRAWN
        return store_again(oversight, fields=("state", "sample_count"), on=on)


def keep_sample(
    oversight: Oversight, roster: Roster, *, state_part: str, program_part: str, on: datetime.date,
    at: datetime.datetime, by: User | None,
) -> Sample:  # fmt: skip
    """Draw and keep a sample with its members; sets `sample_count`. Called inside `recording`."""
    program = oversight.program
    regime = figures_of(program).regime(on)
    if regime is None:
        refuse([Problem("drawn_on", str(on), "a day on which a rule of sampling is in force", "Check the day.")])
    assert regime is not None
    entries = {str(entry.participant_id): entry for entry in roster.entries.order_by("enrolled_on")}
    rounding = chosen_reading(program, "rounding")
    size = sample_size(len(entries), regime.share(len(entries))[0], rounding)
    roster.refresh_from_db(fields=["frame_hash"])
    told: dict[str, Any] = {"program_id": oversight.program_id, "oversight": oversight}
    sample = Sample.objects.create(
        **told, roster=roster, method=METHOD, rule=RULE, rule_since=regime.since, rounding=rounding,
        frame_hash=roster.frame_hash, state_part=state_part, program_part=program_part,
        participant_count=len(entries), size=size, drawn_on=on, drawn_at=at, drawn_by=by,
    )  # fmt: skip
    drawn = draw(entries, size, state_part=state_part, program_part=program_part, frame_hash=roster.frame_hash)
    SampleMember.objects.bulk_create(
        SampleMember(
            **told, sample=sample, position=position, participant_id=entries[one].participant_id,
            roster_entry=entries[one],
        )
        for position, one in enumerate(drawn, 1)
    )  # fmt: skip
    oversight.sample_count = size
    return sample


def name_sample(*, oversight: Oversight, version: int, on: datetime.date, by: User) -> Oversight:
    """Name the sample to the program: its 15 business days begin. Raises `Problems`, `Conflict`."""
    with recording(program_id=oversight.program_id, by=by):
        oversight = unchanged_since(oversight, version)
        must_be_open(oversight, NAME)
        figures = figures_of(oversight.program)
        calendar, counted = figures.calendars[chosen_reading(oversight.program, "business_days")]
        oversight.state = OversightState.NAMED
        oversight.sample_named_on, oversight.sample_named_by = on, by.name
        oversight.packet_due_strict_on = counted(on, figures.packet_business_days)
        oversight.packet_due_on = figures.rolled(oversight.packet_due_strict_on)
        oversight.packet_due_calendar = calendar
        fields = (
            "state", "sample_named_on", "sample_named_by", "packet_due_strict_on", "packet_due_on",
            "packet_due_calendar",
        )  # fmt: skip
        return store_again(oversight, fields=fields, on=on)


def draw_file_of(sample: Sample) -> str:
    """The text from which anyone draws the sample again: `alongside draw FILE`."""
    regime = next(r for r in figures_of(sample.oversight.program).regimes if r.since == sample.rule_since)
    share = str(regime.share(sample.participant_count)[0])
    rule = {"id": sample.rule, "since": str(sample.rule_since), "share": share, "rounding": sample.rounding}
    parts = {"state_part": sample.state_part, "program_part": sample.program_part}
    return draw_file(sample.roster.frame, size=sample.size, rule=rule, **parts)


def _roster(oversight: Oversight) -> Roster:
    roster = oversight.current_roster
    if roster is None:
        refuse([Problem("list", "none", "the list as it was sent", "Ask the program to send it.")])
    assert roster is not None
    return roster


def _wrong_part(part: str | None, seal: str | None) -> list[Problem]:
    if part:
        if not LEAST_PART <= len(part) <= LONGEST_PART:
            expected = f"{LEAST_PART} to {LONGEST_PART} characters nobody can guess"
            return [
                Problem("part", f"{len(part)} characters", expected, "Take the one made up for you, or throw dice.")
            ]
        return []
    if seal and not SEAL_DIGITS.fullmatch(seal):
        return [Problem("seal", seal[:80], "64 digits from 0 to f", "Copy the SHA-256 of your part.")]
    return [] if seal else [nothing("part")]
