"""What kind of file this is, by its first bytes: the name of a file promises nothing."""

from __future__ import annotations

import re
from typing import BinaryIO

from .problems import Refused

WANTED = "an Excel workbook (.xlsx) or a text file with commas, semicolons or tabs (.csv)"
SAVE_AS = "Open it in the program it was made with, save it as “Excel Workbook (.xlsx)”, and try again."

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
    (b"PAR1", "a Parquet file by itself"),
    (b"\x09\x08", "a very old Excel workbook (.xls)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)


def kind_of(file: BinaryIO, name: str) -> str:
    """`xlsx` (a zip archive that may be one) or `text`. Refuses the rest and says what it is."""
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    if not head:
        raise Refused(
            name,
            "The file is empty (0 bytes)",
            WANTED,
            "Save the spreadsheet again and check that it was copied whole.",
        )
    if head.startswith(b"PK"):
        return "xlsx"
    if head.startswith(OLD_OFFICE):
        raise _old_office(file, name)
    for sign, what in _SIGNS:
        if head.startswith(sign):
            raise Refused(name, f"This is {what}, whatever its name says", WANTED, SAVE_AS)
    _refuse_markup(head, name)
    return "text"


def _old_office(file: BinaryIO, name: str) -> Refused:
    if "EncryptedPackage".encode("utf-16-le") in file.read(4_000_000):
        fix = "In Excel choose File, Info, Protect Workbook, Encrypt with Password, empty the password, and save."
        return Refused(name, "The workbook is protected with a password", "a workbook that opens without one", fix)
    return Refused(name, "This is an older Excel workbook (.xls), whatever its name says", WANTED, SAVE_AS)


def _refuse_markup(head: bytes, name: str) -> None:
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if re.match(rb"<!doctype html|<html|<table|<head|<meta|<body", text):
        raise Refused(name, "This is a web page (HTML), whatever its name says", WANTED, SAVE_AS)
    if text.startswith(b"<"):
        raise Refused(name, "This is an XML or HTML document, whatever its name says", WANTED, SAVE_AS)
