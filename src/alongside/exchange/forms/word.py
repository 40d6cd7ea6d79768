"""The state's own Word forms: where a blank one can be filled in, and the same filled in.

Four kinds of place are known: content controls, the older form fields, tags such as {{ name }}, and an empty cell
beside or below a cell with a label. A place's name begins with its kind: `control:`, `field:`, `tag:`, `beside:`.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import lxml.etree
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, Listing
from jinja2 import TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..problems import Refused

LARGEST = 10_000_000
LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
WANTED = "a Word document (.docx) of at most 10 MB"
SAVE_AGAIN = "Open it in Word, save it as “Word Document (.docx)”, and give that file."
LONGEST_LABEL = 120


@dataclass(frozen=True)
class Place:
    """Somewhere on a form a text can stand. `label` is what a reader sees there."""

    name: str
    label: str


def places(blank: bytes, name: str) -> list[Place]:
    """Every place of a blank form, in reading order. Raises Refused for what is no Word form that can be filled in."""
    template = _opened(blank, name)
    found = [Place(f"tag:{tag}", tag.replace("_", " ")) for tag in sorted(_tags(template, name))]
    template.init_docx()
    found += [Place(spot.name, spot.label) for spot in _spots(template.docx)]
    if not found:
        fix = "Put content controls where texts belong (in Word’s Developer tab), or tags such as {{ name }}."
        raise Refused(name, "There is no place on this form to fill in", "content controls, form fields or tags", fix)
    return found


def filled(blank: bytes, name: str, given: Mapping[str, str]) -> bytes:
    """The form with the texts given by the names of their places. Other places stay as they are."""
    template = _opened(blank, name)
    tags = {tag: Listing(given.get(f"tag:{tag}", "")) for tag in _tags(template, name)}
    template.render(tags, jinja_env=_environment(), autoescape=True)
    for spot in list(_spots(template.docx)):
        if spot.name in given:
            spot.write(given[spot.name])
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _opened(blank: bytes, name: str) -> DocxTemplate:
    _look_over(blank, name)
    try:
        template = DocxTemplate(io.BytesIO(blank))
        template.init_docx()
    except (PackageNotFoundError, lxml.etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise Refused(name, "The document is damaged", WANTED, SAVE_AGAIN) from error
    return template


def _look_over(blank: bytes, name: str) -> None:
    """Refuse what is too big, no Word document, or carries more than text, before anything is parsed."""
    if len(blank) > LARGEST:
        raise Refused(name, f"The file has {len(blank) / 1_000_000:.0f} MB", WANTED, "Remove large pictures from it.")
    try:
        with zipfile.ZipFile(io.BytesIO(blank)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if "word/document.xml" not in names:
                raise Refused(name, "This is no Word document", WANTED, SAVE_AGAIN)
            if any("vbaProject" in part for part in names):
                raise Refused(name, "The document carries macros", "a form without macros", SAVE_AGAIN)
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise Refused(name, "Unpacked, the document is over 60 MB", WANTED, "Remove large pictures from it.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part):
                    raise Refused(name, "The document defines words of its own (a DTD)", WANTED, SAVE_AGAIN)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Refused(name, "This is no Word document, or it is damaged or locked", WANTED, SAVE_AGAIN) from error


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(autoescape=True)


def _tags(template: DocxTemplate, name: str) -> set[str]:
    """Names between double braces. Anything that computes is refused: a form is filled in, it does not run."""
    template.init_docx()
    fix = "Leave only plain tags such as {{ name }}."
    try:
        parsed = _environment().parse(template.patch_xml(template.get_xml()))
    except TemplateError as error:
        raise Refused(name, f"A tag cannot be read: {error.message}", "tags such as {{ name }}", fix) from error
    plain = (nodes.Output, nodes.TemplateData, nodes.Name)
    if any(not isinstance(node, plain) for node in parsed.find_all(nodes.Node)):
        raise Refused(name, "A tag does more than name a text", "tags such as {{ name }}", fix)
    return {node.name for node in parsed.find_all(nodes.Name)}


class _Spot:
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
            _write_control(self.holder, text)
        else:
            _write_field(self.holder, text)


def _spots(document: WordDocument) -> Iterator[_Spot]:
    seen: Counter[tuple[str, str]] = Counter()

    def spot(kind: str, label: str, holder: Any) -> _Spot:
        seen[kind, label] += 1
        return _Spot(kind, label, seen[kind, label], holder)

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


def _write_control(control: Any, text: str) -> None:
    """Write into a control's first text and empty its others; it is no longer shown as waiting to be filled in."""
    properties = control.find(qn("w:sdtPr"))
    for hint in properties.findall(qn("w:showingPlcHdr")) if properties is not None else ():
        properties.remove(hint)
    runs = list(control.find(qn("w:sdtContent")).iter(qn("w:r")))
    _write_runs(runs, text)


def _write_field(begin: Any, text: str) -> None:
    """Write between the field's separator and its end."""
    run = begin.getparent()
    runs, is_result = [], False
    for sibling in run.itersiblings(qn("w:r")):
        mark = sibling.find(qn("w:fldChar"))
        if mark is not None and mark.get(qn("w:fldCharType")) == "end":
            break
        if is_result:
            runs.append(sibling)
        if mark is not None and mark.get(qn("w:fldCharType")) == "separate":
            is_result = True
    _write_runs(runs, text)


def _write_runs(runs: list[Any], text: str) -> None:
    for run in runs:
        for child in list(run):
            if child.tag != qn("w:rPr"):
                run.remove(child)
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is not None and style.get(qn("w:val")) == "PlaceholderText":
            style.getparent().remove(style)
    if runs:
        runs[0].text = text


def _value(parent: Any, name: str) -> str:
    found = parent.find(qn(name)) if parent is not None else None
    return str(found.get(qn("w:val")) or "").strip()[:LONGEST_LABEL] if found is not None else ""
