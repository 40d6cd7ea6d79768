"""Notices as the page shows them: the reason and the next step as they stand now, for what the reader may still see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.urls import reverse

from alongside.access.context import current
from alongside.access.models import Membership
from alongside.reviews.models import Answer, Notice, NoticeKind
from alongside.reviews.scope import answers_seen

from .needs_names import names_of
from .shown import Shown, stored


@dataclass(frozen=True)
class NoticeLine:
    """One line: a rule with how many people, or one answer about one person, which `shown` is today; or, where it
    `is_told`, something on a page of its own."""

    rule: str
    name: str
    address: str
    person: str = ""
    count: int = 0
    answer: str = ""
    next_step: str = ""
    who: str = ""
    shown: Shown | None = None
    is_told: bool = False


@dataclass(frozen=True)
class ShownNotice:
    """One notice with its lines."""

    notice: Notice
    lines: list[NoticeLine]

    @property
    def title(self) -> str:
        """What it is, in a few words."""
        if self.notice.kind == NoticeKind.DIGEST:
            return "Your week"
        return f"{NoticeKind(self.notice.kind).label}: {self.lines[0].name}" if self.lines else "A notice"

    @property
    def roots(self) -> list[str]:
        """Whom it names."""
        return [line.shown.root for line in self.lines if line.shown and line.person]


def shown_notices(notices: Sequence[Notice], actor: Membership) -> list[ShownNotice]:
    """Notices with what they tell. An answer that is settled, or no longer the reader's to see, is not named."""
    wanted = Q()
    for notice in notices:
        for line in notice.lines:
            if "key" in line:
                wanted |= Q(rule=line["rule"], key=line["key"])
    rows = list(answers_seen(actor).filter(wanted)) if wanted else []
    names = names_of(rows)
    found = {(row.rule, str(row.key)): (row, names[row.root][0]) for row in rows}
    return [ShownNotice(notice, [_line(line, found) for line in notice.lines]) for notice in notices]


def _line(line: dict[str, Any], found: dict[tuple[str, str], tuple[Answer, str]]) -> NoticeLine:
    rule, name = line["rule"], line["name"]
    if "emergency_access" in line:
        return NoticeLine(rule, name, reverse("emergency", args=[line["emergency_access"]]), is_told=True)
    if "key" not in line:
        said = {key: line[key] for key in ("count", "answer", "next_step", "who")}
        return NoticeLine(rule, name, f"{reverse('home')}?rule={rule}", **said)
    row, person = found.get((rule, str(line["key"])), (None, ""))
    if row is None:
        return NoticeLine(rule, name, reverse("rule", args=[rule]))
    return NoticeLine(rule, name, reverse("why", args=[rule, UUID(str(line["key"]))]), person=person, shown=stored(row))


def unread(actor: Membership) -> int:
    """How many of the reader's notices are unread. A page drawn outside the program, as a refusal is, counts none."""
    if current().program != actor.program_id or not connection.in_atomic_block:
        return 0
    return Notice.objects.filter(reader=actor.user_id, read_at=None).count()
