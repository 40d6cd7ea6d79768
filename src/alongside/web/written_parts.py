"""One text of several parts, each under its heading on a line of its own; and back again."""

from __future__ import annotations

from collections.abc import Sequence


def composed(parts: Sequence[tuple[str, str | None]]) -> str | None:
    """The parts that say something, each under its heading; None where none does."""
    written = [f"{heading}\n{text.strip()}" for heading, text in parts if text and text.strip()]
    return "\n\n".join(written) or None


def parted(text: str | None, headings: Sequence[str]) -> dict[str, str]:
    """The part under each heading; what stands before the first, under an empty heading."""
    found: dict[str, list[str]] = {"": [], **{heading: [] for heading in headings}}
    here = ""
    for line in (text or "").splitlines():
        if line.strip() in headings:
            here = line.strip()
        else:
            found[here].append(line)
    return {heading: "\n".join(lines).strip() for heading, lines in found.items()}
