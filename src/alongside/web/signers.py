"""Who signs a record: who must by rule, who has, who is missing, and whose turn it may be on this page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from alongside.access.models import Membership
from alongside.access.policies import may_sign_as
from alongside.law import Question
from alongside.records.models import (
    ACTING,
    Capacity,
    Document,
    DocumentKind,
    Method,
    ProgressNote,
    Representative,
    Signature,
)
from alongside.records.snapshots import kind_of
from alongside.records.snapshots.wording import day, moment
from alongside.records.statements import capacities_of, statement_of
from alongside.reviews.ask import ask, pack_in_context

from .shown import Shown, live
from .sign_off_tiers import refused
from .signing_of_peers import refused_as_peer
from .whose import about

# The rules that say who signs: the rule, the fact table's key on the record, and the criteria about signatures.
RULES: dict[DocumentKind, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    DocumentKind.SERVICE_PLAN: (("PLAN-5", "pk", ("PLAN-5.signatures",)),),
    DocumentKind.DISCHARGE_SUMMARY: (
        ("DSC-3", "discharge_id", ("DSC-3.participant", "DSC-3.coordinator")),
        ("DSC-4", "discharge_id", ("DSC-4",)),
    ),
    DocumentKind.PROGRESS_NOTE: (("NOTE", "pk", ("NOTE-1",)),),
    DocumentKind.TRAINING_SHEET: (("TRN-2", "first_session", ("TRN-2.signature",)),),
}
APART = "."


@dataclass(frozen=True)
class Place:
    """One place for a signature: as what, by whom, whether it was given, and why the reader may not give it now."""

    kind: DocumentKind
    capacity: Capacity
    name: str
    representative: Representative | None = None
    given: Signature | None = None
    on_paper_on: datetime.date | None = None
    refusal: str | None = None

    @property
    def statement(self) -> str:
        """What whoever signs here says by it."""
        return statement_of(self.kind, self.capacity)

    @property
    def statement_on_paper(self) -> str:
        """What is said where the page was signed by hand."""
        return statement_of(self.kind, self.capacity, is_on_paper=True)

    @property
    def choice(self) -> str:
        """What the address and the form say."""
        return f"{self.capacity}{APART}{self.representative.pk}" if self.representative else str(self.capacity)

    @property
    def is_given(self) -> bool:
        return self.given is not None or self.on_paper_on is not None

    @property
    def spoken(self) -> str:
        """As what, as a sentence goes on."""
        return self.name if self.representative else Capacity(self.capacity).label.lower()

    @property
    def is_staffs(self) -> bool:
        """Whether somebody who serves signs here, by their own sign-in."""
        return self.capacity not in (Capacity.PARTICIPANT, *ACTING)

    @property
    def sentence(self) -> str:
        """How this place stands, in words."""
        if self.given is not None:
            return said_of(self.given)
        if self.on_paper_on is not None:
            return f"{self.name} signed on paper on {day(self.on_paper_on)}."
        if self.representative is not None:
            return f"{self.name} may sign as {Capacity(self.capacity).label.lower()}."
        return f"{self.name} has not signed."


@dataclass(frozen=True)
class Signers:
    """The places of one record, and what the rules say about them."""

    places: list[Place]
    rules: list[tuple[Shown, tuple[Question, ...]]] = field(default_factory=list)

    def chosen(self, choice: str) -> Place | None:
        """The place the reader chose, where there is one."""
        return next((place for place in self.places if place.choice == choice), None)

    @property
    def open(self) -> list[Place]:
        """Places nobody filled yet and the reader may help to fill."""
        return [place for place in self.places if not place.is_given and place.refusal is None]


def said_of(one: Signature) -> str:
    """A signature in one sentence."""
    how = {
        Method.DRAWN: "drawn on the screen",
        Method.TYPED: f"by typing “{one.typed_name}”",
        Method.SCANNED: "on paper; the page is attached",
        Method.OWN_SIGN_IN: "by their own sign-in",
    }[Method(one.method)]
    when = day(one.signed_on) if one.method == Method.SCANNED else moment(one.signed_at)
    beside = f", with {one.witness_name} as witness" if one.witness_name else ""
    return f"{one.signer_name} signed on {when}, {how}{beside}."


def signers_of(record: Any, document: Document | None, actor: Membership, on: datetime.date) -> Signers:
    """Every place of a record as this actor sees it."""
    kind = kind_of(record)
    places = []
    acting = _acting(record, on)
    for capacity in capacities_of(kind):
        if capacity in ACTING:
            places += [_place(record, document, actor, capacity, one, on) for one in acting if one.kind == capacity]
        else:
            places.append(_place(record, document, actor, capacity, None, on))
    return Signers(places, [] if actor.is_seat else _rules(record, kind, on))


def _acting(record: Any, on: datetime.date) -> list[Representative]:
    if not hasattr(record, "participant_id"):
        return []
    current = Representative.objects.current(on).filter(participant_id=record.participant_id)
    return list(current.order_by("name", "pk"))


def _place(
    record: Any,
    document: Document | None,
    actor: Membership,
    capacity: Capacity,
    representative: Representative | None,
    on: datetime.date,
) -> Place:
    given = None
    if document is not None:
        given = next(
            (
                one
                for one in document.signatures.all()
                if one.capacity == capacity and one.representative_id == (representative and representative.pk)
            ),
            None,
        )
    about = SimpleNamespace(
        record=record, capacity=str(capacity), representative=representative.pk if representative else None
    )
    return Place(
        kind=kind_of(record),
        capacity=capacity,
        name=_name(record, capacity, representative),
        representative=representative,
        given=given,
        on_paper_on=None if given else _paper_day(record, capacity, representative),
        refusal=_first(record, capacity)
        or refused_as_peer(record, capacity, actor)
        or may_sign_as.reason(actor, about)
        or _tier(record, actor, capacity, on),
    )


def _first(record: Any, capacity: Capacity) -> str | None:
    """Why this place waits for another one."""
    if capacity == Capacity.SUPERVISOR and not record.is_signed:
        return "First the note is signed by whoever gave the service."
    return None


def _tier(record: Any, actor: Membership, capacity: Capacity, on: datetime.date) -> str | None:
    """Why the reader's sign-off would not count, where the rules ask for a tier."""
    is_asked = capacity == Capacity.SUPERVISOR and isinstance(record, ProgressNote)
    return refused(actor, record, on) if is_asked else None


def _name(record: Any, capacity: Capacity, representative: Representative | None) -> str:
    if representative is not None:
        return str(representative.name)
    if capacity == Capacity.PARTICIPANT:
        return str(record.participant.name or record.participant.medicaid_id)
    if capacity == Capacity.GIVER and (record.service.staff or record.author):
        return str((record.service.staff or record.author).name)
    if capacity == Capacity.COUNTY:
        return "The county or Tribal agency"
    return f"The {capacity.label.lower()}"


def _paper_day(record: Any, capacity: Capacity, representative: Representative | None) -> datetime.date | None:
    """The day of a signature the record knows and no document shows: given on paper, before or elsewhere."""
    if capacity == Capacity.GIVER:
        return record.signed_on  # type: ignore[no-any-return]
    if representative is not None:
        is_theirs = getattr(record, "representative_signed_by", None) == representative.name
        return record.representative_signed_on if is_theirs else None
    return getattr(record, f"{capacity}_signed_on", None)


def _rules(record: Any, kind: DocumentKind, on: datetime.date) -> list[tuple[Shown, tuple[Question, ...]]]:
    """What the rules answer today about the signatures of this record, each with what no source settles.

    Those that do not apply are left out.
    """
    pack = pack_in_context()
    known = {rule.id for rule in pack.rules}
    found = []
    for rule_id, column, criteria in RULES.get(kind, ()):
        if rule_id not in known:
            continue
        key = str(_key(record, column))
        for answer in ask(pack.rule(rule_id), on=on, roots=[about(record)]):
            if answer.key == key and answer.answer != "does not apply":
                found.append((_only(live(answer), criteria), tuple(pack.rule(rule_id).unsettled)))
    return found


def _key(record: Any, column: str) -> Any:
    """The fact table's key of what the rule is asked of; of a training record any session, for all say the same."""
    if column == "first_session":
        return record.sessions.values_list("pk", flat=True).first()
    return getattr(record, column)


def _only(shown: Shown, criteria: tuple[str, ...]) -> Shown:
    return replace(shown, lines=tuple(line for line in shown.lines if line.id in criteria))
