"""Keeping what somebody writes with a participant until it is complete, so that colleagues can go on with it."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.functions import Now

from ..models import Participant, PlanDraft
from ..problems import Problem
from .recording import recording, refuse, store, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import User

LONGEST = 400_000
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

Content = dict[str, Any]


def begin_draft(
    *,
    participant: Participant,
    kind: str,
    content: Content,
    record: UUID | None = None,
    amends: UUID | None = None,
    reason: str | None = None,
    on: datetime.date,
    by: User | None,
) -> PlanDraft:
    """Keep a draft. `kind` is a word of `DraftKind`, `content` has the shape `PlanDraft` says.

    It may change a `record` nobody signed, or amend a signed one for a `reason`. Raises `Problems`.
    """
    with recording(program_id=participant.program_id, by=by):
        refuse(_too_long(content))
        draft = PlanDraft(
            program_id=participant.program_id,
            participant=participant,
            kind=kind,
            record=record,
            amends=amends,
            reason=reason,
            content=_plain(content),
            saved_by=by.name if by else None,
        )
        return store(draft, on=on)


def save_draft(*, draft: PlanDraft, version: int, content: Content, on: datetime.date, by: User | None) -> PlanDraft:
    """Keep the content in place of what the draft had at `version`. Raises `Conflict` when somebody saved it since."""
    with recording(program_id=draft.program_id, by=by):
        refuse(_too_long(content))
        draft = unchanged_since(draft, version)
        draft.content, draft.saved_by = _plain(content), by.name if by else None
        draft.saved_at = Now()  # type: ignore[assignment]
        return store_again(draft, fields=("content", "saved_by", "saved_at"), on=on)


def finish_draft(*, draft: PlanDraft, version: int, by: User | None) -> None:
    """Let go of a draft that became a record, as it was read at `version`. Raises `Conflict`; the ledger keeps it."""
    with recording(program_id=draft.program_id, by=by):
        unchanged_since(draft, version).delete()


def discard_draft(*, draft: PlanDraft, version: int, by: User | None) -> None:
    """Let go of a draft nobody wants. Raises `Conflict`; the ledger keeps it."""
    finish_draft(draft=draft, version=version, by=by)


def _too_long(content: Content) -> list[Problem]:
    length = len(json.dumps(content))
    fix = "Shorten it, or complete part of it as a plan of its own."
    return [Problem("content", f"{length} characters", f"at most {LONGEST}", fix)] if length > LONGEST else []


def _plain(value: Any) -> Any:
    """Without the characters no text has, which the database would refuse."""
    if isinstance(value, str):
        return NO_TEXT.sub("", value)
    if isinstance(value, dict):
        return {_plain(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
