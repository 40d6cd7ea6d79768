"""The sections of a paper as their page shows them: how each stands to the reader's role, and what was written."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from alongside.facts.roles import ROLES
from alongside.packs.illinois_peer.sections import PAPERS, Standing, standing, standings
from alongside.packs.illinois_peer.writing_aid import Mark, marks
from alongside.packs.illinois_peer.writing_limits import Section
from alongside.packs.illinois_peer.writing_roles import is_peer
from alongside.records.models import DischargeSection, ReportSection
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.roles_held import roles_held

from .shown import Shown, live
from .writing import pieces

Row = ReportSection | DischargeSection


@dataclass(frozen=True)
class Writer:
    """Who reads the page: the roles they hold that day, the one they write in, and why they may not write, if so."""

    staff_id: UUID | None
    roles: Sequence[str] = ()
    role: str = ""
    refusal: str = ""

    @property
    def role_name(self) -> str:
        """The role in words."""
        return ROLES.get(self.role, "")

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The roles to choose from, in words."""
        return [(role, ROLES[role]) for role in self.roles]


@dataclass(frozen=True)
class Written:
    """What one person wrote in a section: the text in pieces that judge and pieces that do not, and the answers."""

    row: Row
    label: str
    pieces: list[tuple[str, Mark | None]]
    marks: list[Mark]
    answers: list[Shown] = field(default_factory=list)
    is_own: bool = False

    @property
    def open(self) -> list[Shown]:
        """What somebody has something to do about."""
        return [shown for shown in self.answers if shown.is_open]


@dataclass(frozen=True)
class Part:
    """One section: how it stands to the role the reader writes in (None without one), and everything written in it."""

    section: Section
    standing: Standing | None
    texts: list[Written]
    address: str

    @property
    def own(self) -> Written | None:
        """What the reader wrote here, in the role they write in."""
        role = self.standing.role if self.standing else ""
        return next((one for one in self.texts if one.is_own and one.row.written_as == role), None)


def writer_of(request: HttpRequest, refusal: str | None, on: datetime.date) -> Writer:
    """The reader as a writer. With several roles the one chosen in the address counts; one alone is taken."""
    staff_id = request.membership.staff_id
    if refusal:
        return Writer(staff_id, refusal=refusal)
    roles = roles_held(staff_id, on)
    if not roles:
        return Writer(staff_id, refusal=NO_ROLE)
    asked = request.POST.get("as") or request.GET.get("as", "")
    return Writer(staff_id, roles, asked if asked in roles else roles[0] if len(roles) == 1 else "")


NO_ROLE = (
    "No qualification or role is recorded for you on this day, so nobody can say in which role you would write. "
    "Your supervisor can write the sections; who runs the program can put your qualifications right."
)


def parts_of(
    paper: str,
    of: UUID,
    writer: Writer,
    rows: Iterable[Row],
    answers: Mapping[str, list[Shown]],
    address: Callable[[str], str],
) -> list[Part]:
    """Every section of a paper in its order. `of` is the key of the report or discharge written in: of an amendment,
    what was written in the report it amends stands there and is not the reader's to rewrite."""
    found: dict[str, list[Written]] = {}
    for row in rows:
        found.setdefault(str(row.section), []).append(_written(paper, of, row, answers, writer.staff_id))
    stands = {one.section.id: one for one in standings(paper, writer.role)} if writer.role else {}
    return [Part(one, stands.get(one.id), found.get(one.id, []), address(one.id)) for one in PAPERS[paper]]


def answers_about(rules: Sequence[str], person: UUID, keys: set[str], on: datetime.date) -> dict[str, list[Shown]]:
    """What the rules of these ids say of rows of one participant, asked now, by the row's key; what applies."""
    found: dict[str, list[Shown]] = {}
    for rule in pack_in_context().rules:
        if not rule.id.startswith(tuple(rules)):
            continue
        for answer in ask(rule, on=on, roots=[person]):
            if answer.key in keys and answer.answer != "does not apply":
                found.setdefault(answer.key, []).append(live(answer))
    return found


def label_of(paper: str, section: str, role: str) -> str:
    """What a peer's section is headed by; empty in a role that is no peer's."""
    if not is_peer(role):
        return ""
    stands = standing(paper, section, role)
    return stands.label or f"Peer support section: {stands.section.name}. Written as {ROLES[role]}, in a peer role."


def is_own(row: Row, of: UUID, staff_id: UUID | None) -> bool:
    """Whether a staff member wrote this in this paper itself."""
    paper = row.incident_report_id if isinstance(row, ReportSection) else row.discharge_id
    return staff_id is not None and row.staff_id == staff_id and paper == of


def _written(
    paper: str, of: UUID, row: Row, answers: Mapping[str, list[Shown]], staff_id: UUID | None
) -> Written:  # fmt: skip
    text, role, section = row.body or "", str(row.written_as), str(row.section)
    judged = marks(text, paper=paper, role=role)
    label = label_of(paper, section, role)
    return Written(row, label, pieces(text, judged), judged, answers.get(str(row.pk), []), is_own(row, of, staff_id))


def page_of(writer: Writer, parts: Sequence[Part]) -> dict[str, Any]:
    """What the list of sections needs. Those nobody may write in stand apart, at the end."""
    closed = [one for one in parts if one.standing and not one.standing.may_write]
    return {
        "writer": writer,
        "open_parts": [one for one in parts if one not in closed],
        "closed_parts": closed,
        "ruled": [shown for part in parts for text in part.texts for shown in text.answers if not shown.is_open],
    }
