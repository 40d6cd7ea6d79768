"""Who may sign what, and what is wrong with a signature before it is given."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alongside.access.models import Membership

from ..drawing import problems_of_drawing
from ..models import ACTING, SERVED, Attachment, Capacity, DocumentKind, Method, Representative, Signature, StaffMember
from ..problems import Problem, is_nothing, nothing
from ..statements import capacities_of
from .county import problems_of_county

if TYPE_CHECKING:
    from alongside.access.models import User

SEATS = ("participant", "representative")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Hand:
    """How somebody signs, and what came of it: a drawing, a typed name, or the scanned page with its day."""

    method: str
    typed_name: str = ""
    drawing: str = ""
    attachment: Attachment | None = None
    signed_on: datetime.date | None = None


@dataclass(frozen=True)
class Signer:
    """Who signs, as what, how, on which day, and whose sign-in it happens under."""

    capacity: str
    hand: Hand
    on: datetime.date
    by: User | None
    representative: Representative | None = None
    staff: StaffMember | None = None

    @property
    def is_staff(self) -> bool:
        """Whether this is the signature of somebody who serves."""
        return self.capacity not in SERVED

    @property
    def is_by_hand(self) -> bool:
        """Whether it was drawn, typed or signed on paper, with the user as witness."""
        return self.hand.method != Method.OWN_SIGN_IN

    @property
    def signed_on(self) -> datetime.date:
        """The day on the scanned page, or the day it happens."""
        return self.hand.signed_on or self.on

    def name(self, participant: Any) -> str:
        """The signer's name, from the records; never from what was typed."""
        if self.capacity == Capacity.PARTICIPANT:
            return str(participant.name or participant.medicaid_id)
        if self.representative is not None:
            return str(self.representative.name)
        return self.staff.name if self.staff else self.by.name if self.by else ""


def problems_of_signer(signer: Signer, kind: DocumentKind, record: Any) -> Iterator[Problem]:
    """Everything that keeps this signer from signing this record."""
    allowed = capacities_of(kind)
    if signer.capacity not in allowed:
        yield Problem("capacity", repr(signer.capacity), f"one of: {', '.join(allowed)}", "Choose one of these words.")
        return
    yield from _of_day(signer, record)
    yield from _of_hand(signer, record)
    if signer.capacity in ACTING:
        yield from _of_representative(signer, record)
    yield from _of_sign_in(signer, record)
    if signer.capacity == Capacity.COUNTY:
        yield from problems_of_county(signer.by, signer.staff, record, signer.on, is_by_hand=signer.is_by_hand)


def ways_of(capacity: str) -> list[Method]:
    """How somebody signs in a capacity. Staff do by their own sign-in, for the county by hand on a page as well."""
    if capacity == Capacity.COUNTY:
        return [Method.OWN_SIGN_IN, Method.SCANNED]
    return list(Method) if capacity in SERVED else [Method.OWN_SIGN_IN]


def problem_of_another(signer: Signer, given: Signature) -> Problem:
    """This signature was already given."""
    fix = "Nothing is left to do; what changed since is an amendment and is signed anew."
    return Problem("signature", f"a signature of {given.signer_name} of {given.signed_on}", "none yet", fix)


def _of_day(signer: Signer, record: Any) -> Iterator[Problem]:
    first = getattr(record, "completed_on", None)
    if first and signer.signed_on < first:
        yield Problem("signed_on", str(signer.signed_on), f"a day no earlier than {first}", "Sign it then.")
    if signer.signed_on > signer.on:
        yield Problem("signed_on", str(signer.signed_on), f"a day no later than {signer.on}", "Copy it from the page.")


def _of_hand(signer: Signer, record: Any) -> Iterator[Problem]:
    hand = signer.hand
    allowed = ways_of(signer.capacity)
    if hand.method not in allowed:
        words = [str(way) for way in allowed]
        yield Problem("method", repr(hand.method), f"one of: {', '.join(words)}", "Choose one of these words.")
    elif hand.method == Method.DRAWN:
        yield from problems_of_drawing(hand.drawing) if hand.drawing else [nothing("drawing")]
    elif hand.method == Method.TYPED:
        if is_nothing(hand.typed_name):
            yield nothing("typed_name")
        elif len(hand.typed_name) > LONGEST_NAME or not hand.typed_name.isprintable():
            yield Problem("typed_name", "something else", "a name", "Type the name as it is written.")
    elif hand.method == Method.SCANNED:
        if hand.attachment is None:
            yield nothing("file")
        elif hand.attachment.record != record.pk:
            yield Problem("file", "a page of another record", "a page of this one", "Attach it to this record.")


def _of_representative(signer: Signer, record: Any) -> Iterator[Problem]:
    acting = Representative.objects.current(signer.signed_on).filter(
        participant_id=record.participant_id, kind=signer.capacity
    )
    if signer.representative is None or not acting.filter(pk=signer.representative.pk).exists():
        found = "nobody" if signer.representative is None else "somebody who does not"
        fix = "Record the guardian or representative with the days of their authority, then sign."
        expected = f"somebody who acts for this participant on {signer.signed_on}"
        yield Problem("representative", found, expected, fix)


def _of_sign_in(signer: Signer, record: Any) -> Iterator[Problem]:
    """Staff never take the place of who is served; and who is served has nobody but staff as witness."""
    if signer.by is None:
        yield Problem("signed_in", "nobody", "somebody signed in", "Sign in first.")
        return
    here = Membership.objects.current(signer.on).filter(user=signer.by, program_id=record.program_id)
    if signer.is_staff or signer.is_by_hand:
        if not here.exclude(role__in=SEATS).exists():
            what = "a signature of the staff" if signer.is_staff and not signer.is_by_hand else "a witness on the staff"
            yield Problem("signed_in", "somebody who does not work here", what, "Ask somebody of the program.")
        return
    own = here.filter(participant_id=record.participant_id, role__in=SEATS)
    own = own.filter(representative_id=signer.representative.pk if signer.representative else None)
    if not own.exists():
        fix = "Let them sign on this device, with you as witness, or attach the page they signed."
        yield Problem("signed_in", "somebody else's sign-in", "the signer's own seat", fix)
