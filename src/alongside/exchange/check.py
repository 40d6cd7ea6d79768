"""`alongside check`: a file in, cited answers out. Needs no server, no account and no Django."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alongside.law import Answer
from alongside.packs import PACKS
from alongside.packs.pack import Pack

from .checked import Checked
from .collected import Reading
from .mapping_file import load, shipped
from .mapping_out import as_toml
from .problems import Refused, bad_facts, listed
from .reading import Progress, read_path
from .untold import asked, not_asked

Stage = Callable[[str], Progress | None]


def silent(_: str) -> None:
    """No progress is shown."""


def check(
    path: Path,
    on: datetime.date,
    *,
    pack: str,
    engine: str = "duckdb",
    mapping: Path | None = None,
    corrected: Path | None = None,
    stage: Stage = silent,
) -> Checked:
    """Read a file or folder and ask every rule of the pack. `stage` shows how far it is. Raises `Refused`."""
    if pack not in PACKS:
        raise Refused("--pack", f"There is no pack {pack}", f"one of {listed(list(PACKS))}", "Correct the name.")
    known = load(mapping) if mapping else None
    reading = read_path(path, on, mapping=known, corrected=corrected, progress=stage("Reading"))
    return Checked(reading, PACKS[pack], on, answers(PACKS[pack], reading, on, engine, stage("Asking the rules")))


def answers(pack: Pack, reading: Reading, on: datetime.date, engine: str, progress: Progress | None) -> list[Answer]:
    """Every answer, on DuckDB or Spark, of those rules of a pack that the file's columns can answer."""
    rules = asked(pack, not_asked(pack, reading.told))
    if engine == "spark":
        from .spark import ask_on_spark

        return ask_on_spark(rules, reading.tables, on)
    from alongside.facts.world import BadFacts, World
    from alongside.packs.asking import ask

    try:
        world = World(reading.tables)
    except BadFacts as error:
        raise bad_facts(reading.name, error.problems) from error
    said: list[Answer] = []
    for done, rule in enumerate(rules):
        if progress is not None:
            progress(done, len(rules))
        said += ask(rule, world, on=on)
    return said


@contextmanager
def saving_mapping(path: Path | None, mapping: Path | None) -> Iterator[list[str]]:
    """Write the mapping a file is read by, with what it did not know listed on top; also where the file is refused.

    Give what was not known to the list. Raises `Refused`.
    """
    unknown: list[str] = []
    try:
        yield unknown
    finally:
        if path is not None:
            _write(path, as_toml(load(mapping) if mapping else shipped(), unknown))


def write_report(checked: Checked, path: Path) -> None:
    """Write a report of the kind its name ends in: .html, .xlsx or .pdf. Raises `Refused`."""
    kind = path.suffix.lower()
    if kind == ".html":
        from .report_html import html

        _write(path, html(checked))
    elif kind == ".xlsx":
        from .report_xlsx import xlsx

        _write(path, xlsx(checked))
    else:
        from .report_pdf import pdf

        _write(path, pdf(checked))


REPORTS = (".html", ".xlsx", ".pdf")


def _write(path: Path, content: str | bytes) -> None:
    try:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    except OSError as error:
        fix = "Check that the folder is there and that you may write to it."
        raise Refused(str(path), f"It cannot be written ({error.strerror})", "a place to write to", fix) from error


def as_json(checked: Checked) -> str:
    """The command-line contract, as one JSON text."""
    return json.dumps(checked.as_json(), ensure_ascii=False)


@contextmanager
def progress_bar() -> Iterator[Stage]:
    """A progress bar on the terminal, where there is one. Call what it gives with the name of each stage."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def stage(what: str) -> Progress:
            bar.update(task, description=what, completed=0, total=None)
            return lambda done, total: bar.update(task, completed=done, total=max(total, done))

        yield stage
