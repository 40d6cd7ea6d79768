"""A text written into a content control or an older form field of a Word document."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn


def write_control(control: Any, text: str) -> None:
    """Write into a control's first text and empty its others; it is no longer shown as waiting to be filled in."""
    properties = control.find(qn("w:sdtPr"))
    for hint in properties.findall(qn("w:showingPlcHdr")) if properties is not None else ():
        properties.remove(hint)
    runs = list(control.find(qn("w:sdtContent")).iter(qn("w:r")))
    _write_runs(runs, text)


def write_field(begin: Any, text: str) -> None:
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
