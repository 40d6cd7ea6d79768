"""What the table of pages says of one URL: who may open it, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from .models import Membership
from .roles import WORKING, Role


@dataclass(frozen=True)
class Page:
    """Who may open a URL, and why in one sentence. `roles` are asked only where a membership is needed."""

    why: str
    roles: frozenset[Role] = field(default=WORKING)
    needs_sign_in: bool = True
    needs_membership: bool = True
    is_about_oneself: bool = False

    def refusal(self, actor: Membership | None) -> str | None:
        """Why this membership may not open the page; None where it may. Sign-in itself is asked before."""
        if not self.needs_membership:
            return None
        if actor is None:
            return "You have no role in any program today. An administrator of your program can give you one."
        if actor.role in self.roles:
            return None
        return f"{self.why} You are signed in as {Role(actor.role).label.lower()} of {actor.program.name}."


def anyone(why: str) -> Page:
    """Open without signing in. No program is acted in."""
    return Page(why, needs_sign_in=False, needs_membership=False, is_about_oneself=True)


def oneself(why: str) -> Page:
    """Open to whoever is signed in, about their own account only. No program is acted in."""
    return Page(why, needs_membership=False, is_about_oneself=True)


def signed_in(why: str) -> Page:
    """Open to whoever is signed in, with a role or without one."""
    return Page(why, needs_membership=False)


def only(roles: frozenset[Role], why: str) -> Page:
    """Open to some roles."""
    return Page(why, roles=roles)
