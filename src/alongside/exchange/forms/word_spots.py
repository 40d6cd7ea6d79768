"""The places found in an opened Word document, and how each is written into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from .word_writing import write_control, write_field

LONGEST_LABEL = 120


class Spot:
    """A place found in an opened document, with how to write into it."""

    def __init__(self, kind: str, label: str, nth: int, holder: Any) -> None:
        self.name = f"{kind}:{label}" + (f"#{nth}" if nth > 1 else "")
        self.label = label + (f" ({nth})" if nth > 1 else "")
        self.kind, self.holder = kind, holder

    def write(self, text: str) -> None:
        """Put the text in place of what stands there."""
        if self.kind == "beside":
            self.holder.text = text
        elif self.kind == "control":
            write_control(self.holder, text)
        else:
            write_field(self.holder, text)


def spots(document: WordDocument) -> Iterator[Spot]:
    """Every content control, form field and empty cell with a label, in reading order of each kind."""
    seen: Counter[tuple[str, str]] = Counter()

    def spot(kind: str, label: str, holder: Any) -> Spot:
        seen[kind, label] += 1
        return Spot(kind, label, seen[kind, label], holder)

    body = document.element.body
    for control in body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        label = _value(properties, "w:alias") or _value(properties, "w:tag")
        if label and control.find(qn("w:sdtContent")) is not None:
            yield spot("control", label, control)
    for begin in body.iter(qn("w:fldChar")):
        data = begin.find(qn("w:ffData"))
        if data is not None and data.find(qn("w:textInput")) is not None:
            yield spot("field", _value(data, "w:statusText") or _value(data, "w:name") or "field", begin)
    for table in document.tables:
        yield from (spot("beside", label, cell) for label, cell in _empty_cells(table))


def _empty_cells(table: Any) -> Iterator[tuple[str, Any]]:
    """Empty cells with a label to their left, or else above them."""
    above: list[str] = []
    for row in table.rows:
        cells = list(dict.fromkeys(row.cells))
        words = [" ".join(cell.text.split()).rstrip(":") for cell in cells]
        for at, cell in enumerate(cells):
            if words[at] or cell._tc.findall(".//" + qn("w:sdt")) or cell._tc.findall(".//" + qn("w:fldChar")):
                continue
            label = (words[at - 1] if at else "") or (above[at] if at < len(above) and len(above) == len(words) else "")
            if label:
                yield label[:LONGEST_LABEL], cell
        above = words


def _value(parent: Any, name: str) -> str:
    found = parent.find(qn(name)) if parent is not None else None
    return str(found.get(qn("w:val")) or "").strip()[:LONGEST_LABEL] if found is not None else ""
