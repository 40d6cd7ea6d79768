"""XML sent to handlers piece by piece, however big it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat

from .archive import damaged


def walk(
    chunks: Iterable[bytes],
    start: Callable[[str, list[str]], None],
    characters: Callable[[str], None],
    where: str,
    name: str,
) -> None:
    """Send XML to handlers piece by piece. A document type is refused, and with it every entity, before it can grow."""
    parser = expat.ParserCreate()
    parser.buffer_text, parser.ordered_attributes, parser.specified_attributes = True, True, True
    parser.StartElementHandler, parser.CharacterDataHandler = start, characters

    def refuse(*_: object) -> None:
        raise damaged(name, f"{where} declares a document type, which no workbook does")

    parser.StartDoctypeDeclHandler = refuse
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(name, f"{where} is not the XML it should be") from error
