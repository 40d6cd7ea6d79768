"""The pictures in the documentation are those the journeys take: all of them, at both sizes, and small."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TAKEN = ROOT / "docs/generated"
NAMED = {
    f"{name}-{size}.png"
    for journey in (ROOT / "tests/journeys").glob("test_*.py")
    for name in re.findall(r'picture="([\w-]+)"', journey.read_text())
    for size in ("phone", "desktop")
}


def test_every_picture_a_journey_takes_is_there_and_no_other():
    """PICTURES=1 pytest tests/journeys takes them again."""
    assert {path.name for path in TAKEN.glob("*.png")} == NAMED


def test_pictures_stay_small():
    assert {path.name: path.stat().st_size for path in TAKEN.glob("*.png") if path.stat().st_size >= 200_000} == {}
