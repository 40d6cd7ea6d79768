"""A documentation oversight with a sample drawn, made directly: what the packet is put together for."""

from __future__ import annotations

import datetime
from typing import Any

from alongside.records.models import Participant
from alongside.reviews.models import Oversight, Roster, RosterEntry, Sample, SampleMember
from people import TODAY, moment


def an_oversight(people: list[Participant], *, sampled: int = 2, **said: Any) -> Sample:
    """An oversight of the year to today, these people on its list, the first ones in its sample."""
    program = people[0].program
    oversight = Oversight.objects.create(
        program=program, title="Documentation oversight 2026", state="named", announced_on=TODAY,
        announced_by="Ray Sycamore", sample_named_on=TODAY, sample_named_by="Ray Sycamore",
        served_from_on=TODAY - datetime.timedelta(days=365), served_to_on=TODAY,
        packet_due_on=TODAY + datetime.timedelta(days=21), **said,
    )  # fmt: skip
    roster = Roster(program=program, oversight=oversight, edition=1, frame='{"frame": 1}')
    roster.save(force_insert=True)
    sample = Sample(
        program=program, oversight=oversight, roster=roster, method="sha256-1", rule="OVS-1", rule_since=TODAY,
        rounding="up", frame_hash="0" * 64, state_part="a", program_part="b", participant_count=len(people),
        size=sampled, drawn_on=TODAY,
        drawn_at=moment("2026-11-20 09:00"),
    )  # fmt: skip
    sample.save(force_insert=True)
    for position, person in enumerate(people, 1):
        enrollment = person.enrollments.first()
        discharge = getattr(enrollment, "discharge", None)
        entry = RosterEntry(
            program=program, oversight=oversight, roster=roster, participant=person, position=position,
            name=person.name, medicaid_id=person.medicaid_id,
            enrolled_on=enrollment.enrolled_on if enrollment else None,
            discharged_on=discharge.discharged_on if discharge else None,
        )  # fmt: skip
        entry.save(force_insert=True)
        if position <= sampled:
            SampleMember(
                program=program,
                oversight=oversight,
                sample=sample,
                participant=person,
                roster_entry=entry,
                position=position,
            ).save(force_insert=True)
    return sample
