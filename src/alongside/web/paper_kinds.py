"""What a page needs to record and correct one kind of record about somebody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from alongside.records.models import ProgramRecord

from .entry import EntryForm


@dataclass(frozen=True)
class PaperKind:
    """One kind of record: its forms, how it is recorded, what its pages are called, and where it stands on the page."""

    model: type[ProgramRecord]
    new: type[EntryForm]
    form: type[EntryForm]
    act: Callable[..., Any]
    word: str
    lead: str = ""
    section: str = "qualifications"
