"""Services of the peers' agency, each with its signed note."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest


@pytest.fixture
def visits(peers, program_a, acting_for) -> Any:
    """`visits.person` has a plan that lists community support and therapy; `visits.of(staff, …)` is a signed note."""
    from django.utils import timezone

    from alongside.records import actions
    from alongside.records.models import PlanLine, ServicePlan, StaffMember
    from people import a_participant, signed

    done, numbers = peers.on - timedelta(days=30), count(8)
    with acting_for(program_a):
        StaffMember.objects.filter(program_id=program_a.pk).update(engagement="employee")
        person = a_participant(on=peers.on, enrolled_on=str(done))
        plan = ServicePlan.objects.create(
            program_id=program_a.pk, participant=person, kind="initial", completed_on=done, author=peers.qmhp,
            author_role="qmhp",
        )  # fmt: skip
        lines = {
            kind: PlanLine.objects.create(
                program_id=program_a.pk,
                participant=person,
                service_plan=plan,
                kind=kind,
                goal_number=1,
                line_number=nth,
            )
            for nth, kind in enumerate(("community_support", "therapy"), start=1)
        }

    def of(giver: Any, kind: str = "community_support", days: int = 1, is_signed: bool = True, **more: Any) -> Any:
        day, hour = peers.on - timedelta(days=days), next(numbers) % 12 + 8
        at = {
            name: timezone.make_aware(timezone.datetime(day.year, day.month, day.day, hour, minute))
            for name, minute in (("started_at", 0), ("stopped_at", 45))
        }
        said = {"role": "crss", "funding": "mental_health_medicaid", "modality": "individual", "attendee_count": 1}
        given = {"plan_line": lines[kind], "kind": kind, "served_on": day, **at, **said, "is_clinical": False, **more}
        with acting_for(program_a):
            note = actions.write_note(
                participant=person, author=giver, given=given, texts={"what_was_done": "We planned the week."},
                on=peers.on, by=peers.said["by"],
            )  # fmt: skip
            return signed(note, giver, at=f"{timezone.localtime():%Y-%m-%d %H:%M}") if is_signed else note

    return SimpleNamespace(person=person, of=of, lines=lines)
