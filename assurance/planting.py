"""The planted defects of A16: read from their files, held against the tree, put into a copy of it one at a time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LISTS = ROOT / "assurance" / "defects"
LONGEST_SECONDS = 600
STANDING = "standing"  # the database template of all defects that do not change how one is guarded
RED = 1  # how pytest ends where a test failed; it ends otherwise where none could be run


@dataclass(frozen=True)
class Defect:
    """One defect: what it `breaks` (a class of bugs B1 to B13, or a bed), `what` it is in a sentence, the `file`, the
    text that `stands` there exactly once and what is `put` in its place, and the `test` that has to notice."""

    id: str
    breaks: str
    what: str
    file: str
    stands: str
    put: str
    test: str
    changes_database: bool = False


def every_defect() -> list[Defect]:
    """All of them, in the order of their files; those that guard the database otherwise come last."""
    lists = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(LISTS.glob("*.toml"))]
    return sorted((Defect(**one) for each in lists for one in each["defect"]), key=lambda one: one.changes_database)


def flaws_of(defects: Sequence[Defect], tree: Path = ROOT) -> Iterator[str]:
    """What is wrong with the list: a number twice, a text that is not there once, a test there is not."""
    ids = [one.id for one in defects]
    yield from (f"{id}: stands twice in the list" for id in sorted(set(ids)) if ids.count(id) > 1)
    for one in defects:
        path, (test, _, name) = tree / one.file, one.test.partition("::")
        times = path.read_text(encoding="utf-8").count(one.stands) if path.is_file() else 0
        if times != 1:
            yield f"{one.id}: its text stands {times} times in {one.file}"
        if one.put == one.stands:
            yield f"{one.id}: puts nothing else in its place"
        place = tree / test
        if not place.is_file() or not re.search(rf"^def {name.partition('[')[0]}\(", place.read_text(), re.MULTILINE):
            yield f"{one.id}: there is no test {one.test}"


@contextmanager
def a_copy() -> Iterator[Path]:
    """The tree as git lists it, with what is not committed yet, in a folder of its own."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    with TemporaryDirectory(prefix="defects-", ignore_cleanup_errors=True) as folder:
        for name in listed.stdout.decode().splitlines():
            if (ROOT / name).is_file():
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, Path(folder) / name)
        yield Path(folder)


def noticed(tree: Path, defect: Defect) -> tuple[bool, str]:
    """Whether the named test fails in the copy with the defect in it, and the last line it said."""
    path = tree / defect.file
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(defect.stands, defect.put), encoding="utf-8")
    try:
        return pytest_ends(tree, [defect.test], defect.id if defect.changes_database else STANDING, RED)
    finally:
        path.write_text(before, encoding="utf-8")


def pytest_ends(tree: Path, tests: Sequence[str], shape: str = STANDING, wanted: int = 0) -> tuple[bool, str]:
    """Whether pytest, a process of its own in the copy, ends as wanted; and the last line it said."""
    source = "" if shape == STANDING else STANDING
    places = [tree / "src", tree / "tests", tree / "tests/support", tree]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", "--tb=no", *tests],
        cwd=tree,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(map(str, places)),
            "TEMPLATE_SHAPE": shape,
            "TEMPLATE_FROM": source,
        },
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
    )
    lines = [line for line in ran.stdout.splitlines() if line.strip()] or [ran.stderr[-200:] or "It said nothing"]
    return ran.returncode == wanted and (wanted != RED or " failed" in lines[-1]), lines[-1]
