"""The tree over what is sealed so far, and an entry's place at its end."""

from __future__ import annotations

from typing import Any

from .entries import hash_of, leaf_of
from .models import Checkpoint, Sealed
from .tree import Tree


class CannotSeal(Exception):
    """What is stored does not fit what was recorded or sealed. The text says what; `alongside verify` says all."""


def tree_so_far(using: str) -> Tree:
    """The tree of the last checkpoint. Raises CannotSeal where the checkpoint was changed."""
    last = Checkpoint.objects.using(using).order_by("size").last()
    if last is None:
        return Tree()
    try:
        tree = Tree(last.size, [bytes.fromhex(peak) for peak in last.peaks])
    except ValueError:
        tree = Tree()
    if tree.root().hex() != last.root:
        raise CannotSeal(f"The checkpoint of {last.size} entries was changed. Run `alongside verify`.")
    return tree


def place(tree: Tree, entry: dict[str, Any]) -> Sealed:
    """Put an entry at the end of the tree, unless it changed between being written and being sealed."""
    if hash_of(entry) != entry["hash"]:
        raise CannotSeal(f"Entry {entry['id']} is not as it was recorded. Run `alongside verify`.")
    sequence = tree.size
    leaf = leaf_of(sequence, entry["hash"])
    tree.append(leaf)
    return Sealed(sequence=sequence, entry_id=entry["id"], leaf=leaf.hex())
