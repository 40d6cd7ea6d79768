"""Which files of a folder are tables of the data dictionary."""

from __future__ import annotations

from pathlib import Path

from alongside.facts.tables import TABLES

from .collected import Reading
from .naming import nearest
from .problems import Refused, listed

KINDS = (".csv", ".tsv", ".parquet")


def files_of(folder: Path, reading: Reading) -> dict[str, Path]:
    """The file of each table; what is not read is noted. Raises `Refused` where two are of one table, or none is."""
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        name = path.stem.lower()
        if path.name.startswith(".") or path.suffix.lower() not in KINDS:
            continue
        if name not in TABLES:
            near = nearest(name, TABLES, most=1)
            meant = f" Is it meant as “{near[0]}”?" if near else ""
            reading.notes.append(
                f"{path.name} is not named after a table of the data dictionary. It was not read.{meant}"
            )
        elif name in files:
            both = f"{files[name].name} and {path.name}"
            raise Refused(
                folder.name, f"Two files are of the table {name}: {both}", "one file for each table", "Keep one."
            )
        else:
            files[name] = path
    if not files:
        known = listed([f"{name}.csv" for name in TABLES], most=20)
        raise Refused(
            folder.name, "The folder has no file of a table", f"files named after the data dictionary: {known}",
            "Rename the files, or give the tracker itself.",
        )  # fmt: skip
    return files
