"""What a file is, told by its content. Only what is whole and of a kind that is taken passes."""

from __future__ import annotations

import re

from .models import MediaType
from .problems import Problem, nothing

LARGEST = 15 * 1024 * 1024
LONGEST_NAME = 120
TAKEN = "a PDF, or a PNG or JPEG picture"
# A page somebody signed runs nothing and holds no other file.
ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA)[\s/<(\[]")


def media_type_of(content: bytes) -> MediaType | None:
    """The kind of a file, by how it begins and ends; None for everything else."""
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]:
        return MediaType.PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR") and content.endswith(b"IEND\xaeB`\x82"):
        return MediaType.PNG
    if content.startswith(b"\xff\xd8\xff") and content.rstrip(b"\x00").endswith(b"\xff\xd9"):
        return MediaType.JPEG
    return None


def problems_of_file(content: bytes) -> list[Problem]:
    """Why a file is not taken."""
    if not content:
        return [nothing("file")]
    if len(content) > LARGEST:
        found = f"{len(content) / 1024 / 1024:.1f} MB"
        return [Problem("file", found, "at most 15 MB", "Scan at a lower resolution, such as 200 dots an inch.")]
    media_type = media_type_of(content)
    if media_type is None:
        return [Problem("file", "a file of another kind, or a broken one", TAKEN, "Save or photograph the page anew.")]
    if media_type is MediaType.PDF and b"/Encrypt" in content:
        return [Problem("file", "a PDF locked with a password", "one that opens", "Save it without a password.")]
    if media_type is MediaType.PDF and ACTIVE.search(content):
        fix = "Print it to PDF, or photograph the page."
        return [Problem("file", "a PDF that runs something or holds other files", "plain pages", fix)]
    return []


def plain_name(name: str) -> str:
    """A file name without folders, control characters and quotes, cut to what fits."""
    last = re.split(r"[\\/]", name)[-1]
    kept = re.sub(r"[^\w .()-]", "", last).strip(" .")
    return kept[-LONGEST_NAME:] or "file"
