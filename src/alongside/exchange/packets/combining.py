"""All files of a packet as one PDF: the statement first, a bookmark for each person and requirement, stamped pages.

Where every file is an accessible PDF, so is the whole (PDF/UA-1); a scan somebody attached as a PDF without tags
takes that from the whole, and each file in the archive stays what it was.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Dictionary, OutlineItem, Pdf

from .stamps import stamps
from .tags import Tags


@dataclass(frozen=True)
class Part:
    """One file of the whole: whose it is (a number, never a name), what it shows, and its bytes."""

    person: int
    title: str
    content: bytes


@dataclass(frozen=True)
class Combined:
    """The whole as bytes, its number of pages, and whether it is an accessible PDF."""

    content: bytes
    pages: int
    is_accessible: bool


def combined(
    front: bytes,
    parts: Iterable[Part],
    *,
    number: str,
    title: str,
    warning: str,
    done: Callable[[], None] = lambda: None,
) -> Combined:
    """The front page and the parts as one PDF. `warning` stands on every page; `done` is called after each part."""
    whole = Pdf.new()
    whole.docinfo["/Title"] = title
    tags = Tags(whole)
    _append(whole, tags, front, "About this packet")
    bookmarks: dict[int, list[tuple[str, int]]] = {}
    for part in parts:
        bookmarks.setdefault(part.person, []).append((part.title, len(whole.pages)))
        _append(whole, tags, part.content, f"Person {part.person}: {part.title}")
        done()
    tags.finish()
    _bookmark(whole, bookmarks)
    _stamp(whole, number, warning)
    _describe(whole, title, is_accessible=tags.is_whole)
    out = io.BytesIO()
    whole.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return Combined(out.getvalue(), len(whole.pages), tags.is_whole)


def page_count(content: bytes) -> int:
    """How many pages a PDF has. Raises ValueError for what is none."""
    try:
        with Pdf.open(io.BytesIO(content)) as opened:
            return len(opened.pages)
    except pikepdf.PdfError as error:
        raise ValueError("This is no PDF that opens.") from error


def _append(whole: Pdf, tags: Tags, content: bytes, title: str) -> None:
    part = Pdf.open(io.BytesIO(content))
    before = len(whole.pages)
    whole.pages.extend(part.pages)
    tags.take(part, [whole.pages[at] for at in range(before, len(whole.pages))], title)


def _bookmark(whole: Pdf, bookmarks: dict[int, list[tuple[str, int]]]) -> None:
    with whole.open_outline() as outline:
        outline.root.append(OutlineItem("About this packet", 0))
        for person, found in sorted(bookmarks.items()):
            item = OutlineItem(f"Person {person}", found[0][1])
            item.children.extend(OutlineItem(title, page) for title, page in found)
            outline.root.append(item)


def _stamp(whole: Pdf, number: str, warning: str) -> None:
    with Pdf.open(io.BytesIO(stamps(number, warning, len(whole.pages)))) as stamped:
        for page, stamp in zip(list(whole.pages), list(stamped.pages), strict=True):
            for tagged in ("/StructParents", "/Tabs"):
                if tagged in stamp.obj:
                    del stamp.obj[tagged]
            page.add_overlay(stamp)


def _describe(whole: Pdf, title: str, *, is_accessible: bool) -> None:
    root: Any = whole.Root
    root.Lang = "en-US"
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = pikepdf.Name.UseOutlines
    for page in whole.pages:
        page.obj.Tabs = pikepdf.Name.S
    with whole.open_metadata(set_pikepdf_as_editor=False) as said:
        said["dc:title"] = title
        said["dc:language"] = {"en-US"}
        if is_accessible:
            said["pdfuaid:part"] = "1"
