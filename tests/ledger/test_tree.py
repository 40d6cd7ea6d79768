"""The tree against the values of RFC 6962's own reference implementation, and its properties."""

import hashlib

import pytest

from alongside.ledger.tree import Tree, leaf_hash, node_hash

LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_the_roots_are_the_published_ones():
    tree = Tree()
    roots = []
    for leaf in LEAVES:
        tree.append(leaf_hash(bytes.fromhex(leaf)))
        roots.append(tree.root().hex())

    assert roots == ROOTS


def test_no_leaves_have_the_root_of_nothing():
    assert Tree().root() == hashlib.sha256(b"").digest()


def test_a_leaf_is_never_a_node():
    assert leaf_hash(b"a" * 64) != node_hash(b"a" * 32, b"a" * 32)


def recursive_root(leaves):
    """The definition of section 2.1, word by word."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return node_hash(recursive_root(leaves[:split]), recursive_root(leaves[split:]))


def test_every_size_has_the_root_of_the_definition():
    leaves = [leaf_hash(bytes([n])) for n in range(130)]
    tree = Tree()

    for size, leaf in enumerate(leaves, start=1):
        tree.append(leaf)
        assert tree.root() == recursive_root(leaves[:size])


def test_a_tree_goes_on_from_its_peaks():
    whole, half = Tree(), Tree()
    for n in range(100):
        whole.append(leaf_hash(bytes([n])))
    for n in range(37):
        half.append(leaf_hash(bytes([n])))
    later = Tree(half.size, half.peaks)
    for n in range(37, 100):
        later.append(leaf_hash(bytes([n])))

    assert later.root() == whole.root()


def test_peaks_that_do_not_fit_the_size_are_refused():
    with pytest.raises(ValueError, match="A tree of 5 leaves has 2 peaks; 1 were given"):
        Tree(5, [b"\0" * 32])
