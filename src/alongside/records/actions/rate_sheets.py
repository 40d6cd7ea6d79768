"""The room and board worksheet: its editions, as the program's own copies have them, and each place's sheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from ..models import FieldKind, RateEdition, RateSheet
from ..problems import Conflict, Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import Program, User

MOST_LINES = 40
MOST = Decimal(1_000_000)
Lines = Sequence[Sequence[Any]]


def add_edition(
    *, program: Program, name: str, source: str, lines: Lines, on: datetime.date, by: User | None
) -> RateEdition:
    """Record an edition: its lines as [label, kind, whether the edition adds it up]. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        refuse(list(_problems_of_lines(lines)))
        edition = RateEdition(program_id=program.pk, name=name, source=source, lines=[list(line) for line in lines])
        return store(edition, on=on)


def fill_in_sheet(*, edition: RateEdition, said: Mapping[str, Any], on: datetime.date, by: User | None) -> RateSheet:
    """Fill in an edition for one place. `said` has `place`, `provider`, the days and `entries`. Raises `Problems`."""
    with recording(program_id=edition.program_id, by=by):
        refuse(list(_problems_of_entries(edition, said["entries"])))
        return store(RateSheet(program_id=edition.program_id, edition=edition, **said), on=on)


def change_sheet(
    *, sheet: RateSheet, version: int, said: Mapping[str, Any], on: datetime.date, by: User | None
) -> RateSheet:
    """Change a sheet as it was read at `version`. Raises `Conflict` and `Problems`."""
    with recording(program_id=sheet.program_id, by=by):
        sheet = locked(sheet)
        refuse(list(_problems_of_entries(sheet.edition, said["entries"])))
        if all(getattr(sheet, field) == value for field, value in said.items()):
            return sheet
        if sheet.version != version:
            raise Conflict(sheet, version, dict(said))
        for field, value in said.items():
            setattr(sheet, field, value)
        return store_again(sheet, fields=tuple(said), on=on)


def total_of(sheet: RateSheet) -> Decimal | None:
    """The sum of what the edition itself adds up; None where it adds nothing up, or nothing is entered there."""
    summed = [label for label, kind, is_summed in sheet.edition.lines if is_summed and kind == FieldKind.AMOUNT]
    amounts = [amount for label in summed if (amount := amount_of(sheet.entries.get(label))) is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def amount_of(text: str | None) -> Decimal | None:
    """Dollars and cents in a text such as 1,250.00 or $12; None where it holds none."""
    try:
        amount = Decimal((text or "").replace("$", "").replace(",", "").strip())
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _problems_of_lines(lines: Lines) -> Iterator[Problem]:
    labels = [str(label).strip().lower() for label, _, _ in lines]
    if not labels:
        yield Problem("lines", "no line", "at least one", "Copy the lines from your own edition.")
    if len(labels) > MOST_LINES:
        yield Problem("lines", f"{len(labels)} lines", f"at most {MOST_LINES}", "Leave out headings.")
    if len(set(labels)) < len(labels):
        yield Problem("lines", "a label twice", "each label once", "Number those that are called the same.")
    for label, kind, is_summed in lines:
        if is_summed and kind != FieldKind.AMOUNT:
            yield Problem("lines", f"{label}: text, added up", "only dollars are added up", "Choose one of the two.")


def _problems_of_entries(edition: RateEdition, entries: Mapping[str, str]) -> Iterator[Problem]:
    for label, kind, _ in edition.lines:
        text = entries.get(label) or ""
        amount = amount_of(text)
        if kind == FieldKind.AMOUNT and text.strip() and (amount is None or not 0 <= amount < MOST):
            yield Problem(label, text[:40], "dollars and cents, such as 412.50", "Write the amount alone.")
