"""Single sheets of a packet set by typst: its first page, and a page around a scanned picture."""

from __future__ import annotations

import datetime
import json
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from ..forms.typeset import UNDATED, on_paper

ENDINGS = {"image/png": "scan.png", "image/jpeg": "scan.jpg"}


def front_page(content: dict[str, Any], *, at: datetime.datetime) -> bytes:
    """The first page of a packet. Content: {"title", "practice", "statement": [{"text", "source"}], "rows": [[label,
    text]], "missing": [{"person", "requirement", "reason"}]}."""
    template = (files(__package__) / "front.typ").read_text(encoding="utf-8")
    return on_paper(json.loads(json.dumps(content)), template, at=at)


def scan_page(picture: bytes, media_type: str, title: str) -> bytes:
    """A scanned picture (PNG or JPEG) as a PDF of one page, named for those who cannot see it."""
    template = (files(__package__) / "scan.typ").read_bytes()
    name = ENDINGS[media_type]
    with tempfile.TemporaryDirectory(prefix="alongside-") as folder:  # typst reads pictures from files only
        Path(folder, name).write_bytes(picture)
        return bytes(
            typst.compile(
                template, root=folder, sys_inputs={"title": title, "file": f"/{name}"}, pdf_standards=["ua-1"],
                ignore_system_fonts=True, timestamp=UNDATED,
            )
        )  # fmt: skip
