"""Loading lines of a fee schedule, and saying when one ended."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import ServiceCode
from ..problems import Problem, is_nothing, nothing
from .recording import recording, refuse, store, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import Program, User


@dataclass(frozen=True)
class CodeLine:
    """One line as it was read; `line` is where in the file."""

    line: int
    code: str
    kind: str
    starts_on: datetime.date
    unit: str | None = None
    ends_on: datetime.date | None = None
    tier: str | None = None
    modifier: str | None = None
    unit_minutes: int | None = None
    group_size: int | None = None
    rate: Decimal | None = None


def load_codes(
    *,
    program: Program,
    lines: Sequence[CodeLine],
    source_url: str | None,
    read_on: datetime.date | None,
    on: datetime.date,
    by: User | None,
) -> list[ServiceCode]:
    """Record the lines with where and when they were read: all, or none. Raises `Problems` for lines there already."""
    with recording(program_id=program.pk, by=by):
        refuse([nothing(name) for name, told in (("source_url", source_url), ("read_on", read_on)) if is_nothing(told)])
        twice = Counter(map(_same, lines))
        known = {_same(one) for one in ServiceCode.objects.all()}
        refuse([
            Problem(
                "file", f"line {one.line}, code: {one.code} from {one.starts_on}", "a line not there already",
                "Leave it out. Where a line changed, say first when the loaded one ended.",
            )
            for one in lines
            if _same(one) in known or twice[_same(one)] > 1
        ])  # fmt: skip
        stored = []
        for one in lines:
            said = asdict(one)
            del said["line"]
            code = ServiceCode(program_id=program.pk, source_url=source_url, read_on=read_on, **said)
            stored.append(store(code, on=on))
        return stored


def end_code(
    *, code: ServiceCode, version: int, ends_on: datetime.date | None, on: datetime.date, by: User | None
) -> ServiceCode:
    """Record the last day a line held. Raises `Problems`, or `Conflict`."""
    with recording(program_id=code.program_id, by=by):
        code = unchanged_since(code, version)
        refuse([nothing("ends_on")] if ends_on is None else [])
        code.ends_on = ends_on
        return store_again(code, fields=("ends_on",), on=on)


def _same(one: CodeLine | ServiceCode) -> tuple[object, ...]:
    return (one.code, one.kind, one.tier, one.modifier, one.starts_on)
