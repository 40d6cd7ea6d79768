"""Writing a mapping as a file to edit."""

from __future__ import annotations

from collections.abc import Iterable

from .fields import FIELDS
from .mapping import WORDS, Mapping


def as_toml(mapping: Mapping, unknown: Iterable[str] = ()) -> str:
    """A mapping as a file to edit. `unknown` are lines about what a reading met and did not know."""
    lines = ["# How a spreadsheet is read. Case, blanks and punctuation do not matter.", ""]
    if asked := list(unknown):
        lines += ["# Not known when this was written. Add each where it belongs, and give this file with --mapping:"]
        lines += [f"#   {' '.join(_printable(line).split())}" for line in asked] + [""]
    lines += [f"name = {_quoted(mapping.name)}", f"date_order = {_quoted(mapping.date_order)}"]
    lines += [f"header_within = {mapping.header_within}"]
    for sheet in mapping.sheets:
        lines += ["", "[[sheet]]", f"kind = {_quoted(sheet.kind)}", f"names = {_list(sheet.names)}"]
        lines += [f"not_read = {_list(sheet.not_read)}", "", "[sheet.headings]"]
        lines += [f"{name} = {_list(sheet.headings.get(name, ()))}" for name in FIELDS[sheet.kind]]
    for what, words in WORDS.items():
        said = mapping.words.get(what, {})
        lines += ["", f"[words.{what}]"] + [f"{word} = {_list(said.get(word, ()))}" for word in words]
    return "\n".join(lines) + "\n"


def _list(texts: Iterable[str]) -> str:
    return "[" + ", ".join(map(_quoted, texts)) + "]"


def _quoted(text: str) -> str:
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in safe) + '"'


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
