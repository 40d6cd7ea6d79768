"""A signature drawn on a screen: the path of an SVG, moves and lines between whole numbers and nothing else."""

from __future__ import annotations

import re

from .problems import Problem

WIDTH, HEIGHT = 600, 200
LARGEST = 60_000
FEWEST_POINTS = 8
_STROKE = r"M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*"
PATH = re.compile(rf"(?:{_STROKE})+")


def problems_of_drawing(path: str) -> list[Problem]:
    """Why a drawing is not a signature."""
    fix = "Draw the signature once more, or type the name."
    if len(path) > LARGEST:
        return [Problem("drawing", f"{len(path)} characters", f"at most {LARGEST}", fix)]
    if not PATH.fullmatch(path):
        return [Problem("drawing", "something else", "lines drawn in the box", fix)]
    points = re.findall(r"(\d+) (\d+)", path)
    if len(set(points)) < FEWEST_POINTS:
        return [Problem("drawing", "a dot or a short line", "a name or a sign", fix)]
    if any(int(x) > WIDTH or int(y) > HEIGHT for x, y in points):
        return [Problem("drawing", "lines outside the box", "lines inside it", fix)]
    return []
