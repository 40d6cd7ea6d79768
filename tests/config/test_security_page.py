"""SECURITY.md names beds and tests that there are."""

import re
from pathlib import Path

from assurance.beds import every_bed

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_every_bed_it_names_is_there():
    named = set(re.findall(r"\b[AR]\d+\b", TEXT))

    assert named
    assert named <= set(every_bed())


def test_every_file_it_names_is_there():
    named = re.findall(r"`((?:tests|docs)/[\w./]+)`", TEXT)

    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
