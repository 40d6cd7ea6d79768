"""Drawing the sample of a draw file again, on any machine, and naming what differs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from alongside.packs.drawing import FORMAT, METHOD, canonical, draw_file, sha256
from alongside.packs.sampling import sample_size

from .problems import Refused

NEEDED = ("format", "method", "frame", "frame_hash", "rule", "seed", "size", "sample")


@dataclass(frozen=True)
class DrawnAgain:
    """What drawing again gave: the file's text as it comes out, and every difference from the file. None: the same."""

    text: str
    sample: tuple[str, ...]
    differences: tuple[str, ...]

    def lines(self) -> list[str]:
        """What the command says."""
        if not self.differences:
            count = len(self.sample)
            return [f"The same sample, byte for byte: {count} participant{'' if count == 1 else 's'}.", *self.sample]
        return ["This is not the sample that was drawn.", *(f"- {difference}" for difference in self.differences)]


def draw_again(path: Path) -> DrawnAgain:
    """Draw from the file's list, seed and method. Raises Refused where it is no draw file."""
    try:
        raw = path.read_text("utf-8")
        told = json.loads(raw)
    except (OSError, ValueError) as wrong:
        raise _refused(path, f"cannot be read ({wrong})") from wrong
    missing = [name for name in NEEDED if not isinstance(told, dict) or name not in told]
    if missing:
        raise _refused(path, f"has no {', '.join(missing)}")
    try:
        text = draw_file(
            canonical(told["frame"]),
            state_part=told["seed"]["state_part"],
            program_part=told["seed"]["program_part"],
            size=int(told["size"]),
            rule=told["rule"],
        )
        share, rounding = Fraction(told["rule"]["share"]), told["rule"]["rounding"]
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as wrong:
        raise _refused(path, f"has a list, seed, size or rule that cannot be read ({wrong})") from wrong
    again = json.loads(text)
    found = (*_differences(told, again), *_of_size(again, share, rounding))
    if not found and text != raw:
        found = ("The file is written otherwise than it was, though it says the same.",)
    return DrawnAgain(text, tuple(again["sample"]), found)


def _differences(told: dict[str, Any], again: dict[str, Any]) -> Iterator[str]:
    if told["format"] != FORMAT or told["method"] != METHOD:
        yield f"Method: found {told['format']}, {told['method']}; this program draws by {FORMAT}, {METHOD}."
    if told["frame_hash"] != again["frame_hash"]:
        yield (
            f"List: its hash is {sha256(canonical(told['frame']))}, the file says {told['frame_hash']}. "
            "The list of participants was changed."
        )
    for side in ("state", "program"):
        if told["seed"].get(f"{side}_seal") != again["seed"][f"{side}_seal"]:
            yield f"Seed: the {side}’s part does not fit its seal. One of the two was changed."
    if told["sample"] != again["sample"]:
        gone = [one for one in again["sample"] if one not in told["sample"]]
        come = [one for one in told["sample"] if one not in again["sample"]]
        yield f"Sample: drawn and not in the file: {_named(gone)}; in the file and not drawn: {_named(come)}."


def _of_size(again: dict[str, Any], share: Fraction, rounding: str) -> Iterator[str]:
    served = len({row["participant"] for row in again["frame"]["participants"]})
    size = sample_size(served, share, rounding)
    if again["size"] != size:
        yield f"Size: {share} of {served} participants is {size}, the file says {again['size']}."


def _refused(path: Path, found: str) -> Refused:
    fix = "Export the draw again from the page of the documentation oversight."
    return Refused(path.name, f"It {found}", "a draw file as the pages export it", fix)


def _named(ids: list[str]) -> str:
    return ", ".join(ids) or "nobody (the order differs)"
