"""The forms that judge what is sent to them: counted, and by night asked again about more than a request can hold."""

from __future__ import annotations

import copy
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from .input_values import values_for

AGAIN = 40  # how many more fillings a form of a request judges by night


class Judged:
    """Which forms judged how often: `sent` with a request, `again` with other fillings during the same request. A check
    that raises on one of those fails the request, as it would have failed one that sent it."""

    def __init__(self, seed: int) -> None:
        self.sent: Counter[str] = Counter()
        self.again = 0
        self.at_night = False
        self.filling = ""
        self._chance = random.Random(f"judged-{seed}")

    @contextmanager
    def listening(self) -> Iterator[None]:
        """While this lasts, every form of the product is counted."""
        from django.forms import BaseForm

        from alongside.web.entry import EntryForm

        judge = BaseForm.full_clean

        def counted(form: Any) -> None:
            judge(form)
            if form.is_bound:
                self.sent[type(form).__name__] += 1
            if self.at_night and form.is_bound and isinstance(form, EntryForm):
                self._judge_again(form, judge)

        with patch.object(BaseForm, "full_clean", counted):
            yield

    def _judge_again(self, form: Any, judge: Any) -> None:
        """On a copy: what the request sent stays as it was."""
        other = copy.copy(form)
        other.fields = copy.deepcopy(form.fields)
        for _ in range(AGAIN):
            other.data = self._filled(form)
            other._bound_fields_cache = {}
            self.filling = f" (judging {type(form).__name__} filled with {dict(other.data)!r:.300})"
            judge(other)
            self.again += 1
        self.filling = ""

    def _filled(self, form: Any) -> Any:
        data = form.data.copy()
        names = [form.add_prefix(name) for name in form.fields]
        for name in self._chance.sample(names, k=min(len(names), self._chance.choice((1, 1, 2, 5)))):
            data[name] = self._chance.choice(values_for("text"))
        return data
