"""The line at the foot of every page of a packet: its number, the warning, and which page of how many."""

from __future__ import annotations

from importlib.resources import files

import typst

from ..forms.typeset import UNDATED


def stamps(number: str, warning: str, pages: int) -> bytes:
    """A PDF of as many pages, each with its line and nothing else."""
    template = (files(__package__) / "stamps.typ").read_bytes()
    inputs = {"number": number, "warning": warning, "pages": str(pages)}
    return bytes(
        typst.compile(template, sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True, timestamp=UNDATED)
    )
