"""A sample drawn once is drawn again anywhere from its file, byte for byte; what was changed is named."""

import json
from collections import Counter
from fractions import Fraction

import pytest

from alongside.cli import main
from alongside.packs import PACKS
from alongside.packs.drawing import canonical, draw, draw_file, sha256
from alongside.packs.sampling import sample_size

PEOPLE = [f"0b6e6a50-0000-4000-8000-{number:012d}" for number in range(25)]
FRAME = canonical({"program": "Fern County", "participants": [{"participant": one} for one in PEOPLE]})
RULE = {"id": "OVS-1", "since": "2024-01-01", "share": "1/5", "rounding": "up"}


def written(tmp_path, **changed):
    """A draw file, with changes made in it afterwards."""
    text = draw_file(FRAME, state_part="heron 4711", program_part="fern 0815", size=5, rule=RULE)
    told = json.loads(text)
    for path, value in changed.items():
        *way, last = path.split("__")
        place = told
        for step in way:
            place = place[step]
        place[last] = value
    file = tmp_path / "draw.json"
    file.write_text(json.dumps(told, sort_keys=True, indent=2, ensure_ascii=False) + "\n" if changed else text, "utf-8")
    return file


def run(capsys, *arguments):
    status = main(["draw", *map(str, arguments)])
    return status, capsys.readouterr()


def test_the_same_comes_out_byte_for_byte(tmp_path, capsys):
    file = written(tmp_path)

    status, said = run(capsys, file, "--out", tmp_path / "again.json")

    assert status == 0
    assert said.out.startswith("The same sample, byte for byte: 5 participants.")
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"frame__participants": [{"participant": one} for one in PEOPLE[1:]]}, "List:"),
        ({"frame__program": "Moss County"}, "List:"),
        ({"seed__state_part": "heron 4712"}, "the state’s part does not fit its seal"),
        ({"seed__program_part": "fern"}, "the program’s part does not fit its seal"),
        ({"seed__state_seal": sha256("another")}, "the state’s part does not fit its seal"),
        ({"method": "by hand"}, "Method:"),
        ({"sample": PEOPLE[:5]}, "Sample:"),
        ({"size": 6}, "Sample:"),
        ({"size": 6}, "Size:"),
        ({"rule__share": "1/4"}, "Size:"),
    ],
)
def test_what_was_changed_is_named(tmp_path, capsys, changed, named):
    status, said = run(capsys, written(tmp_path, **changed))

    assert status == 1
    assert named in said.out


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', "\x00", '{"size": "many"}'])
def test_what_is_no_draw_file_is_refused_with_a_sentence(tmp_path, capsys, text):
    file = tmp_path / "draw.json"
    file.write_text(text, "utf-8")

    status, said = run(capsys, file)

    assert status == 2
    assert "draw.json" in said.err
    assert "Traceback" not in said.err


def test_a_size_or_seed_that_is_none_is_refused(tmp_path, capsys):
    for changed in ({"size": "many"}, {"seed": "heron"}, {"frame": {"participants": [1]}}):
        status, said = run(capsys, written(tmp_path, **changed))
        assert status == 2, said


def test_each_participant_is_drawn_as_often_as_chance_has_it():
    """Chi-square over 10,000 draws of 5 of 25, 24 degrees of freedom: 51.2 is passed once in a thousand times.

    Drawn without putting back, counts vary less than the test assumes; the lower bound says they do vary.
    """
    draws, size = 10_000, 5
    counts = Counter(
        one
        for number in range(draws)
        for one in draw(PEOPLE, size, state_part=f"state {number}", program_part="fern", frame_hash=sha256(FRAME))
    )
    expected = draws * size / len(PEOPLE)
    deviation = sum((counts[one] - expected) ** 2 / expected for one in PEOPLE)
    scaled = deviation / (1 - size / len(PEOPLE))

    assert sum(counts.values()) == draws * size
    assert 8 < scaled < 51.2


def test_each_part_of_the_seed_alone_changes_the_draw():
    parts = {"state_part": "heron", "program_part": "fern", "frame_hash": sha256(FRAME)}
    first = draw(PEOPLE, 5, **parts)

    assert [draw(PEOPLE, 5, **{**parts, name: "other"}) == first for name in parts] == [False] * 3
    assert draw(reversed(PEOPLE), 5, **parts) == first


@pytest.mark.parametrize(
    ("served", "size"),
    [
        (0, 0),
        (1, 1),
        (2, 1),
        (3, 1),
        (5, 1),
        (6, 2),
        (7, 2),
        (8, 2),
        (10, 2),
        (12, 3),
        (13, 3),
        (23, 5),
        (25, 5),
        (41, 9),
    ],
)
def test_20_percent_is_rounded_up_and_is_at_least_one(served, size):
    assert sample_size(served, Fraction(1, 5), "up") == size


def test_the_regime_is_that_of_the_day():
    from datetime import date

    oversight = PACKS["wisconsin_crs"].oversight
    assert oversight.regime(date(2018, 6, 30)) is None
    shares = {
        day: oversight.regime(day).share(count)
        for day, count in (
            (date(2019, 3, 1), 40),
            (date(2020, 1, 1), 9),
            (date(2021, 5, 1), 10),
            (date(2026, 5, 1), 10),
        )
    }
    assert list(shares.values()) == [(1, 1), (Fraction(3, 10), 1), (Fraction(3, 20), 2), (Fraction(1, 5), 1)]
