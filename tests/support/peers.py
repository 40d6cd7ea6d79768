"""An agency of peer workers: program A under the Illinois pack, a CRSS under a QMHP under an LPHA."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest


@pytest.fixture
def peers(program_a, acting_for, coordinator_a) -> Any:
    """`peers.crss`, `peers.qmhp`, `peers.lpha`; each was hired 600 days ago. `peers.on` is today."""
    from alongside.access.clock import today
    from alongside.access.models import Program
    from alongside.records import actions

    on, by = today(), coordinator_a.user
    since = on - timedelta(days=600)
    said = {"on": on, "by": by}
    with acting_for(program_a):
        Program.objects.filter(pk=program_a.pk).update(pack="illinois_peer")

        def hired(number: str, family_name: str, role: str) -> Any:
            member = actions.hire(
                program=program_a, staff_number=number, family_name=family_name, given_name="Ada", started_on=since,
                **said,
            )  # fmt: skip
            actions.assign_role(staff=member, role=role, starts_on=since, **said)
            return member

        crss, qmhp, lpha = hired("P1", "Wren", "crss"), hired("P2", "Sedge", "qmhp"), hired("P3", "Larch", "lpha")
        actions.record_credential(staff=crss, kind="crss", issued_on=since, expires_on=on + timedelta(days=40), **said)
        actions.record_credential(staff=lpha, kind="lpha", issued_on=since, expires_on=on + timedelta(days=400), **said)
        actions.supervise(staff=crss, supervisor=qmhp, starts_on=since, **said)
        actions.supervise(staff=qmhp, supervisor=lpha, starts_on=since, **said)
    program_a.pack = "illinois_peer"
    return SimpleNamespace(crss=crss, qmhp=qmhp, lpha=lpha, on=on, since=since, said=said, hired=hired)


def days(on: date, count: int) -> str:
    """A day so many days from another, as a form takes it."""
    return str(on + timedelta(days=count))
