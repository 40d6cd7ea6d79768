"""How a text file is written: UTF-8 first, and what else an office program may have saved."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from .kinds import WANTED
from .problems import Refused

SAMPLE = 64_000
CHUNK = 1 << 20


def encoding_of(file: BinaryIO, name: str) -> tuple[str, list[str]]:
    """The encoding, and a note where it is unusual. Raises `Refused`."""
    file.seek(0)
    head = file.read(SAMPLE)
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32", [f"{name} is written in UTF-32."]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _checked(file, "utf-16", name), [f"{name} is written in UTF-16."]
    if head.startswith(codecs.BOM_UTF8):
        return _checked(file, "utf-8-sig", name), []
    if b"\0" in head:
        for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
            if zeros.count(0) > 0.4 * len(zeros):
                return _checked(file, encoding, name), [f"{name} is written in UTF-16."]
        raise Refused(
            name, "The file holds zero bytes, so it is not text", WANTED, "Save it as “CSV UTF-8” and try again."
        )
    if _reads(file, "utf-8"):
        return "utf-8", []
    said = f"{name} is not written in UTF-8; it was read as Windows-1252 (Latin-1). Look at names with accents."
    return ("cp1252" if _reads(file, "cp1252") else "latin-1"), [said]


def _reads(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _checked(file: BinaryIO, encoding: str, name: str) -> str:
    if not _reads(file, encoding):
        found = f"The file begins as {encoding.upper().removesuffix('-SIG')} but does not go on so"
        raise Refused(name, found, WANTED, "Save it as “CSV UTF-8” and try again.")
    return encoding
