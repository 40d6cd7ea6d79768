"""`alongside impact`: whose answer would be another if a figure of a rule changed from a day on."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from alongside.facts.world import BadFacts, World
from alongside.law import Answer, said
from alongside.packs.asking import ask
from alongside.packs.figures import figures_of, rule_with

from .problems import Refused, bad_facts
from .reading import Progress, read_path
from .rulebook import find, world_rows


@dataclass(frozen=True)
class Flip:
    """One answer that would be another: as it is, and as it would be."""

    now: Answer
    then: Answer


@dataclass(frozen=True)
class Impact:
    """A rule with other figures since a day, how many it was asked of, and whose answers flip."""

    rule: str
    name: str
    figures: Mapping[str, tuple[int, int]]
    since: datetime.date
    asked: int
    flips: tuple[Flip, ...]

    def lines(self) -> list[str]:
        """What the command says."""
        changed = ", ".join(f"{name} {was} to {becomes}" for name, (was, becomes) in self.figures.items())
        many = f"{len(self.flips)} of {self.asked} answers"
        head = f"{self.rule} {self.name}: {changed} since {said(self.since)}. {many} would be another."
        return [head, *(f"  {flip.now.subject}: {flip.now.answer}, then {flip.then.answer}" for flip in self.flips)]

    def as_json(self) -> str:
        """The same as data."""
        flips = [{"subject": f.now.subject, "now": f.now.as_json(), "then": f.then.as_json()} for f in self.flips]
        told = {"rule": self.rule, "since": str(self.since), "figures": dict(self.figures), "asked": self.asked}
        return json.dumps({**told, "flips": flips}, ensure_ascii=False, indent=1)


def impact(
    path: Path, rule: str, figures: Mapping[str, int], since: datetime.date, progress: Progress | None = None
) -> Impact:
    """Ask a rule both ways of a tracker, a folder or a world file, on the day the change begins. Raises `Refused`."""
    pack, found = find(rule)
    known = figures_of(pack, found)
    strangers = [name for name in figures if name not in known]
    if strangers or not figures:
        there = ", ".join(f"{name}={value}" for name, value in sorted(known.items())) or "none"
        what = f"{found.id} has no figure {', '.join(strangers)}" if strangers else "No figure is given"
        raise Refused("--set", what, f"one of: {there}", "Name it as it stands there.")
    try:
        changed = rule_with(pack, found, figures, since)
    except ValueError as wrong:
        raise Refused("--since", str(wrong), f"a day after {found.since}", "Give the day the change begins.") from wrong
    try:
        world = World(world_rows(path) if path.suffix == ".json" else read_path(path, since, progress=progress).tables)
    except BadFacts as error:
        raise bad_facts(path.name, error.problems) from error
    now = {answer.key: answer for answer in ask(found, world, on=since)}
    then = {answer.key: answer for answer in ask(changed, world, on=since)}
    flips = tuple(Flip(one, then[key]) for key, one in now.items() if then[key].answer != one.answer)
    pairs = {name: (known[name], value) for name, value in figures.items()}
    return Impact(found.id, found.name, pairs, since, len(now), flips)
