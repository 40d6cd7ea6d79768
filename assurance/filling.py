"""What stands on the ground of a bed: one invented program, two coordinators signed in, some participants, a packet.

Runs in a process of its own, on a migrated and empty database. Prints a line of JSON: keys by which beds know them.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any

PEOPLE = 8
PACKETS = 2
LONG = timedelta(days=3650)


def fill() -> None:
    """Fill, and say who is there."""
    from django.db import transaction

    from alongside.access.actions import create_user, join
    from alongside.access.clock import today
    from alongside.access.context import acting
    from alongside.access.roles import Role
    from people import a_participant, a_program

    program = a_program("Aspen County")
    users = []
    for name in ("Cora Plover", "Abe Linden"):
        user = create_user(email=f"{name.split()[0].lower()}@aspen.example", name=name, by=None)
        join(user=user, program=program, role=Role.COORDINATOR, starts_on=today() - timedelta(days=400), by=None)
        users.append(user)
    with acting(program=program), transaction.atomic():
        people = [a_participant(given_name=f"Fern {nth}", family_name="Hazel") for nth in range(PEOPLE)]
        packets = [_packet() for _ in range(PACKETS)]
    said = {
        "program": str(program.pk),
        "users": [str(user.pk) for user in users],
        "sessions": [_session(user) for user in users],
        "people": [str(person.pk) for person in people],
        "packets": packets,
    }
    sys.stdout.write(f"\n{json.dumps(said)}\n")


def _packet() -> str:
    """A packet handed over to be built."""
    from packets import a_packet, explained

    from alongside.reviews.packets.correcting import ask_to_build
    from people import moment

    packet = explained(a_packet())
    ask_to_build(packet=packet, at=moment("2026-11-20 10:00"), asked_by="Cora Plover", by=None)
    return str(packet.pk)


def _session(user: Any) -> str:
    """The key of a session in which this user is signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.utils import timezone

    from alongside.access.middleware import SINCE

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[SINCE] = (timezone.now() + LONG).isoformat()  # a bed may work for longer than a person may
    session.set_expiry(LONG)
    session.create()
    return str(session.session_key)
