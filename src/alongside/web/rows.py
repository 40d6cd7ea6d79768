"""The names that goals and lines go by in a form, and the way between a form's fields and a content.

A row is named by a key that stays the same: `goals-k1-words`, `goals-k1-lines-m2-outcome`.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.http import QueryDict

from .merging import Content

GOAL = re.compile(r"goals-(\w{1,12})-words")
LINE = re.compile(r"goals-(\w{1,12})-lines-(\w{1,12})-(\w{1,30})")


def new_key() -> str:
    """A key for a new row."""
    return secrets.token_hex(3)


def typed(content: Content) -> QueryDict:
    """A content as a browser would send it."""
    data = QueryDict(mutable=True)
    for name, text in content.get("fields", {}).items():
        data[name] = text or ""
    for goal in content.get("goals", ()):
        data[f"goals-{goal['key']}-words"] = goal.get("words") or ""
        for line in goal.get("lines", ()):
            for name, text in line.items():
                if name != "key":
                    data[f"goals-{goal['key']}-lines-{line['key']}-{name}"] = text or ""
    return data


def goals_in(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The goals with their lines among the fields of a form, in the order they stand there."""
    goals: dict[str, dict[str, Any]] = {}
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for name in data:
        if match := GOAL.fullmatch(name):
            goals[match[1]] = {"key": match[1], "words": data[name], "lines": []}
        elif (match := LINE.fullmatch(name)) and match[1] in goals:
            where = (match[1], match[2])
            if where not in lines:
                lines[where] = {"key": match[2]}
                goals[match[1]]["lines"].append(lines[where])
            lines[where][match[3]] = data[name]
    return list(goals.values())


def is_content(value: Mapping[str, Any]) -> bool:
    """Whether a value that came back from a browser has the shape of a content."""

    def is_texts(row: Any) -> bool:
        return isinstance(row, dict) and all(isinstance(text, str) for name, text in row.items() if name != "lines")

    def are_rows(rows: Any, *, inner: bool) -> bool:
        return isinstance(rows, list) and all(
            is_texts(row) and "key" in row and (not inner or are_rows(row.get("lines", []), inner=False))
            for row in rows
        )

    return is_texts(value.get("fields", {})) and are_rows(value.get("goals", []), inner=True)


def reshaped(data: QueryDict, press: list[str]) -> QueryDict:
    """The fields with a row added or taken away."""
    goals, what = deepcopy(goals_in(data)), press[0]
    if what == "add_goal":
        goals.append({"key": new_key(), "words": "", "lines": [{"key": new_key(), "outcome": ""}]})
    elif what == "add_line":
        for goal in goals:
            if goal["key"] == press[-1]:
                goal["lines"].append({"key": new_key(), "outcome": ""})
    elif what == "remove" and len(press) == 2:
        goals = [goal for goal in goals if goal["key"] != press[1]]
    elif what == "remove" and len(press) == 3:
        for goal in goals:
            if goal["key"] == press[1]:
                goal["lines"] = [line for line in goal["lines"] if line["key"] != press[2]]
    fields = {name: data[name] for name in data if not name.startswith("goals-") and name != "press"}
    return typed({"fields": fields, "goals": goals})
