"""The zip archive an .xlsx is: looked over before anything is parsed, and counted while it is inflated."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from .kinds import SAVE_AS, WANTED
from .limits import Limits, megabytes
from .problems import Refused

CHUNK = 1 << 20
# What reading an archive that was harmed, or made to harm, may raise.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
DAMAGED = "Open it in Excel; if Excel offers to repair it, accept, save it under a new name, and try again."


def damaged(name: str, found: str) -> Refused:
    """A workbook whose inside does not hold together."""
    return Refused(name, f"The workbook is damaged: {found}", "a whole workbook", DAMAGED)


def open_archive(file: BinaryIO, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive of an .xlsx, its sizes and names checked. Refuses other kinds of archive and says what they are."""
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN as error:
        raise damaged(name, "it ends too early or was changed on the way") from error
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise damaged(name, f"it holds {len(entries)} parts, more than any workbook has")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(
            name, "The archive is protected with a password", WANTED, "Save it without a password and try again."
        )
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise damaged(name, "two of its parts have the same name")
    _refuse_too_big(sum(entry.file_size for entry in entries), name, limits)
    _refuse_other_kinds(set(names), name)
    return archive


def _refuse_too_big(inflated: int, name: str, limits: Limits) -> None:
    if inflated > limits.inflated_bytes:
        found = f"Unpacked, the workbook is over {megabytes(limits.inflated_bytes)}"
        raise Refused(
            name, found, f"at most {megabytes(limits.inflated_bytes)}",
            "Split it by year or by sheet, or save each sheet as .csv in a folder.",
        )  # fmt: skip


def _refuse_other_kinds(names: set[str], name: str) -> None:
    if "xl/workbook.bin" in names:
        raise Refused(name, "This is a binary Excel workbook (.xlsb), whatever its name says", WANTED, SAVE_AS)
    if "content.xml" in names:
        raise Refused(name, "This is an OpenDocument file (.ods), whatever its name says", WANTED, SAVE_AS)
    if "word/document.xml" in names:
        raise Refused(name, "This is a Word document, whatever its name says", WANTED, "Give the spreadsheet instead.")
    if any(part.startswith("Index/") and part.endswith(".iwa") for part in names):
        fix = "In Numbers choose File, Export To, Excel, and try again with that file."
        raise Refused(name, "This is an Apple Numbers document, whatever its name says", WANTED, fix)
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        raise Refused(
            name, "This is a zip archive, but not a workbook, or some of its parts are missing", WANTED, SAVE_AS
        )


def as_damage(error: BaseException, name: str, what: str) -> BaseException:
    """The refusal of a damaged workbook, or the error itself where it must pass."""
    # A panic in the Rust reader arrives as a BaseException of its own; only what stops the program may pass.
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | Refused):
        return error
    return damaged(name, f"{what} cannot be read")


def inflated(
    archive: zipfile.ZipFile, part: str, name: str, limits: Limits, most: int | None = None
) -> Iterator[bytes]:
    """One part of the archive in chunks. What its header says about its size is not believed: the bytes are counted."""
    size, most = 0, most or limits.inflated_bytes
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > most:
                    _refuse_too_big(limits.inflated_bytes + 1, name, limits)
                    raise damaged(name, f"its part {part} is over {megabytes(most)}")
                yield chunk
    except KeyError as error:
        raise damaged(name, f"its part {part} is missing") from error
    except BROKEN as error:
        raise damaged(name, f"its part {part} cannot be unpacked") from error
