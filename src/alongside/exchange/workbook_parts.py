"""Where the sheets of an .xlsx stand in its archive, and which of the two date systems it counts by."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from .archive import damaged, inflated
from .limits import Limits
from .problems import Refused


@dataclass(frozen=True)
class Parts:
    """`sheets` maps a sheet's name to its part of the archive, in the workbook's order."""

    sheets: dict[str, str]
    shared_strings: str | None
    is_1904: bool
    has_macros: bool


def parts(archive: zipfile.ZipFile, name: str, limits: Limits) -> Parts:
    """Read the workbook's table of contents. Raises `Refused` where it does not hold together."""
    workbook = _xml(archive, "xl/workbook.xml", name, limits)
    names = set(archive.namelist())
    targets, shared = {}, None
    for relation in _xml(archive, "xl/_rels/workbook.xml.rels", name, limits):
        target = posixpath.normpath(posixpath.join("xl", relation.get("Target", "")).replace("xl//xl/", "xl/"))
        target = target.removeprefix("/")
        kind = relation.get("Type", "").rsplit("/", 1)[-1]
        if relation.get("TargetMode") == "External" or target not in names:
            continue
        if kind == "worksheet":
            targets[relation.get("Id")] = target
        elif kind == "sharedStrings":
            shared = target
    sheets = {}
    for element in workbook.iter():
        if _local(element.tag) == "sheet":
            reference = next((v for k, v in element.attrib.items() if _local(k) == "id"), None)
            if reference in targets:
                sheets[element.get("name", "")] = targets[reference]
    if len(sheets) > limits.sheets:
        raise Refused(
            name, f"The workbook has {len(sheets)} sheets", f"at most {limits.sheets}", "Keep the sheets that count."
        )
    counts = [e.get("date1904", "0") for e in workbook.iter() if _local(e.tag) == "workbookPr"]
    return Parts(sheets, shared, any(c in ("1", "true") for c in counts), "xl/vbaProject.bin" in names)


def _local(tag: str) -> str:
    return tag.rsplit("}", 1)[-1]


def _xml(archive: zipfile.ZipFile, part: str, name: str, limits: Limits) -> Element:
    text = b"".join(inflated(archive, part, name, limits, limits.part_bytes))
    try:
        read: Element = fromstring(text, forbid_dtd=True)
        return read
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise damaged(name, f"its part {part} is not the XML it should be") from error
