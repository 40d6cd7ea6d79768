"""How much of a file is read before it is refused. The command line is generous; a shared server is given less."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, the rest in counts. `cells` bounds the rectangle a sheet spans, empty cells included."""

    file_bytes: int = 200_000_000
    inflated_bytes: int = 1_000_000_000
    part_bytes: int = 20_000_000
    entries: int = 5_000
    sheets: int = 200
    cells: int = 20_000_000
    columns: int = 1_000
    merged_ranges: int = 10_000
    text_bytes: int = 1_500_000_000
    field_characters: int = 131_072


ONE_MACHINE = Limits()
SHARED_SERVER = Limits(
    file_bytes=30_000_000, inflated_bytes=250_000_000, cells=4_000_000, text_bytes=250_000_000, merged_ranges=2_000
)


def megabytes(size: int) -> str:
    """A size as a reader says it."""
    return f"{size / 1_000_000:.0f} MB" if size >= 10_000_000 else f"{size / 1_000_000:.1f} MB"
