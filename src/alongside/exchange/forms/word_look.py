"""An uploaded Word document is looked over before anything in it is parsed."""

from __future__ import annotations

import io
import zipfile

from ..archive import BROKEN
from ..problems import Refused

LARGEST = 10_000_000
LARGEST_UNPACKED = 60_000_000
MOST_PARTS = 2_000
WANTED = "a Word document (.docx) of at most 10 MB"
SAVE_AGAIN = "Open it in Word, save it as “Word Document (.docx)”, and give that file."


def look_over(blank: bytes, name: str) -> None:
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
    except BROKEN as error:
        raise Refused(name, "This is no Word document, or it is damaged or locked", WANTED, SAVE_AGAIN) from error
