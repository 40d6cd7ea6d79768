"""The hash tree of RFC 6962, section 2.1, grown leaf by leaf. Hashes are SHA-256.

Only the roots of the full subtrees (the peaks) are kept: as many as the size has ones in binary, largest first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf. The prefix keeps a leaf from ever being read as a node."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees, side by side."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree of `size` leaves, known by its peaks."""

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self.peaks = list(peaks)
        if len(self.peaks) != size.bit_count():
            raise ValueError(f"A tree of {size} leaves has {size.bit_count()} peaks; {len(self.peaks)} were given.")

    def append(self, leaf: bytes) -> None:
        """Add a leaf, given by its hash: two peaks of one height become one peak of the next."""
        peak, size = leaf, self.size
        while size & 1:
            peak = node_hash(self.peaks.pop(), peak)
            size >>= 1
        self.peaks.append(peak)
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves. Of no leaves it is the hash of nothing."""
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        *rest, root = self.peaks
        for peak in reversed(rest):
            root = node_hash(peak, root)
        return root
