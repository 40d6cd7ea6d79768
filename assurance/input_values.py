"""What is typed: the named cases of tests/corpus for text, days, numbers and questions, and what is made up."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parent.parent / "tests/corpus"
TYPED = ("text", "numbers", "questions")
MADE_UP = 400


@cache
def corpus() -> dict[str, dict[str, Any]]:
    """Every named case by its id, with its family."""
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(CORPUS.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            if case["id"] in found:
                raise ValueError(f"There are two cases {case['id']}.")
            found[case["id"]] = {"family": file.stem, **case}
    return found


def texts_of(case: dict[str, Any]) -> list[str]:
    """The texts a case sends: as they stand, or repeated so many times."""
    long = [one["repeat"] * one["times"] for one in case.get("sent_long", ())]
    return [*case.get("sent", ()), *long]


@cache
def values_for(kind: str) -> tuple[Any, ...]:
    """What to type into a field of that kind. Files are for a field of files, texts for everything else."""
    if kind == "file":  # of a field of files
        from .hostile_files import uploads

        return uploads()
    named = [text for case in corpus().values() if case["family"] in TYPED for text in texts_of(case)]
    return tuple(text for text in named if len(text) < 50_000) + made_up()


@cache
def made_up() -> tuple[str, ...]:
    """Texts, numbers, days and moments that nobody thought of, the same on every run."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from hypothesis import strategies as st

    found: list[str] = []
    anything = st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers().map(str), st.floats().map(str),
        st.dates().map(str), st.datetimes().map(str), st.times().map(str), st.decimals().map(str), st.uuids().map(str),
        st.text("0123456789-/:.,+eE ", max_size=24),
    )  # fmt: skip

    @seed(10)
    @settings(
        max_examples=MADE_UP, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(anything)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return tuple(dict.fromkeys(found))
