"""Invented names that look invented: trees and birds for families, short given names. They stand in `names.txt`."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path


def names(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Family name and given name, each pair once, in an order of chance."""
    families, given_names = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").split("\n\n")
    pairs = [(family, given) for family in families.split() for given in given_names.split()]
    chance.shuffle(pairs)
    return iter(pairs)
