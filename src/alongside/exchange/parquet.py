"""One Parquet file as a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from .book import Sheet
from .problems import Refused

BATCH = 10_000


def parquet_sheet(path: Path) -> Sheet:
    """The file's rows below its headings. Raises `Refused` where it is damaged or no Parquet."""
    try:
        with duckdb.connect(":memory:") as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            headings = [column[0] for column in found.description or ()]
    except duckdb.Error as error:
        fix = "Write it anew, or save it as CSV."
        raise Refused(path.name, "The file is damaged, or is no Parquet file", "a Parquet file", fix) from error

    def rows() -> Iterator[tuple[int, list[Any]]]:
        yield 1, list(headings)
        with duckdb.connect(":memory:") as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            number = 1
            while batch := found.fetchmany(BATCH):
                for row in batch:
                    number += 1
                    yield number, list(row)

    return Sheet(name=path.name, rows=rows, height=0)
