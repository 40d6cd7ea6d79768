"""Forms whose text can be kept as a draft for colleagues before it is complete.

A button says what it wants as `press`: draft, complete, check, add_goal, add_line:GOAL, remove:GOAL, remove:GOAL:LINE.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django import forms

from alongside.facts.contract import LABELS
from alongside.law import said
from alongside.records.problems import Conflict

from .entry import EntryForm
from .merging import Content, Difference, merge
from .rows import is_content, typed

HELD = ("token", "version", "base")


class DraftForm(EntryForm):
    """What is typed is judged when it is completed, not when it is kept. It starts from `initial["content"]`."""

    base = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, initial: Mapping[str, Any] | None = None) -> None:
        given = {**(initial or {})}
        is_opened = data is None
        if is_opened:
            data = typed(given.get("content") or {})
            for name in ("token", "version"):
                data[name] = str(given.get(name) or "")
            data["base"] = json.dumps(given["content"]) if given.get("version") else ""
        self.press = (data.get("press") or "draft").split(":")
        self.is_judged = True
        super().__init__(data, files, initial=given)
        self.is_reshaped = self.press[0] not in ("draft", "complete")
        if is_opened or self.is_reshaped:
            self.show_as_typed()

    def show_as_typed(self) -> None:
        """Without judging it."""
        super().show_as_typed()
        self.is_judged = False

    @property
    def is_draft(self) -> bool:
        """Whether it is to be kept and not completed."""
        return self.press[0] == "draft"

    @property
    def content(self) -> Content:
        """Everything typed, as it was typed."""
        names = [name for name in self.fields if name not in HELD]
        return {"fields": {name: self.data.get(name, "") for name in names}, "goals": []}

    @property
    def values(self) -> dict[str, Any]:
        """The entered values, without what the form itself holds."""
        return {name: value for name, value in super().values.items() if name not in HELD}

    def is_valid(self) -> bool:
        """A draft is kept whatever stands in it."""
        valid = super().is_valid()
        if self.is_draft:
            self.show_as_typed()
            self.cleaned_data.setdefault("token", None)
            return True
        return valid

    def meet(self, conflict: Conflict) -> list[dict[str, str]]:
        """Put what somebody else saved meanwhile beside what is typed, and go on from both."""
        theirs = getattr(conflict.record, "content", None)
        if theirs is None:
            return super().meet(conflict)
        yours = self.content
        merged, found = merge(self._read(), theirs, yours)
        shown = [self._shown(one, theirs, yours) for one in found]
        self.refill(merged, version=conflict.record.version, base=theirs)
        return shown

    def refill(self, content: Content, *, version: int, base: Content) -> None:
        """Show this content, to be saved over that version."""
        data = typed(content)
        data["token"], data["version"], data["base"] = self.data.get("token", ""), str(version), json.dumps(base)
        self.data = data
        self.show_as_typed()

    def label_of(self, path: tuple[str, ...], content: Content) -> str:
        """What a place in the content is called."""
        field = self.fields.get(path[-1])
        return str(field.label) if field else path[-1]

    def word_of(self, path: tuple[str, ...], text: str) -> str:
        """A typed value in words."""
        return said(text, LABELS)

    def _read(self) -> Content:
        try:
            base = json.loads(self.data.get("base") or "{}")
        except ValueError:
            return {}
        return base if isinstance(base, dict) and is_content(base) else {}

    def _shown(self, one: Difference, theirs: Content, yours: Content) -> dict[str, str]:
        label = self.label_of(one.path, yours) or self.label_of(one.path, theirs)
        mine, other = (self.word_of(one.path, text) for text in (one.yours, one.theirs))
        return {"label": label, "theirs": other, "yours": mine, "note": one.outcome}
