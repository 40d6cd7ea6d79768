"""What is said to be kept is on the disk by then, and opens with its own key only."""

import io
import os

import pyrage
import pytest

from alongside.config.places import own_file
from alongside.config.sealed_files import CannotOpen, identity, new_key, recipient, seal, unseal


@pytest.fixture
def forced(monkeypatch):
    """What files held when they were forced to the disk."""
    held, real = [], os.fsync

    def fsync(number):
        real(number)
        held.append(os.fstat(number).st_size)

    monkeypatch.setattr(os, "fsync", fsync)
    return held


def test_a_sealed_file_is_on_the_disk_before_it_is_said_to_be(tmp_path, forced):
    sealed = tmp_path / "plan.age"
    seal(io.BytesIO(b"A plan"), sealed, recipient(new_key(tmp_path / "key.txt")))

    assert forced[-1:] == [sealed.stat().st_size]


def test_a_key_is_on_the_disk_before_it_is_used(tmp_path, forced):
    own_file(tmp_path / "secret_key", b"Juniper berries")

    assert forced == [len(b"Juniper berries")]


def test_a_sealed_file_opens_with_its_own_key_only(tmp_path):
    sealed, back = tmp_path / "plan.age", io.BytesIO()
    seal(io.BytesIO(b"A plan"), sealed, recipient(new_key(tmp_path / "key.txt")))
    new_key(tmp_path / "other.txt")

    unseal(sealed, identity(tmp_path / "key.txt"), back)

    assert back.getvalue() == b"A plan"
    assert isinstance(identity(tmp_path / "other.txt"), pyrage.x25519.Identity)
    with pytest.raises(CannotOpen, match="does not open with this key"):
        unseal(sealed, identity(tmp_path / "other.txt"), io.BytesIO())
