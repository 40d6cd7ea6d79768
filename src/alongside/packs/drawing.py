"""Drawing a sample so that neither side can choose it, and anyone can draw it again.

Method `sha256-order/1`:

1. The frame is a text: canonical JSON with the participants listed. Its hash is SHA-256 of that text.
2. State and program each choose a part of the seed and first give its seal, SHA-256 of the part. The parts are shown
   only once both seals are given: whoever gave a part could not know the other.
3. A participant's number is SHA-256 of the lines: state's part, program's part, the frame's hash, participant's id.
4. The participants with the smallest numbers are the sample, in the order of their numbers.

Hashes are written as 64 hexadecimal digits, lines end with a line feed except the last, text is UTF-8.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

METHOD = "sha256-order/1"
FORMAT = "alongside-draw/1"


def sha256(text: str) -> str:
    """Hexadecimal digits over the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(content: Any) -> str:
    """The one text a content is hashed as: JSON, keys in order, no spaces."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def draw(participants: Iterable[str], size: int, *, state_part: str, program_part: str, frame_hash: str) -> list[str]:
    """The `size` participants drawn, in their order."""
    numbered = sorted((sha256(f"{state_part}\n{program_part}\n{frame_hash}\n{one}"), one) for one in set(participants))
    return [participant for _number, participant in numbered[:size]]


def draw_file(frame: str, *, state_part: str, program_part: str, size: int, rule: Mapping[str, Any]) -> str:
    """Everything needed to draw again, with the sample, as the text of one file. `frame` is the frame's text."""
    listed = json.loads(frame)
    frame_hash, participants = sha256(frame), [row["participant"] for row in listed["participants"]]
    seeds = {"state_part": state_part, "program_part": program_part}
    told = {
        "format": FORMAT,
        "method": METHOD,
        "frame": listed,
        "frame_hash": frame_hash,
        "rule": dict(rule),
        "seed": {**seeds, "state_seal": sha256(state_part), "program_seal": sha256(program_part)},
        "size": size,
        "sample": draw(participants, size, frame_hash=frame_hash, **seeds),
    }
    return json.dumps(told, sort_keys=True, indent=2, ensure_ascii=False) + "\n"
