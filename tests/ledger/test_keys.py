"""Another key for the ledger: the former one hands over, older checkpoints stay good, and nobody else can do it."""

import json

import pytest
from ledger_hands import Ledger

from alongside.ledger.keys import FORMER, change_key, handovers, key_at

pytestmark = pytest.mark.django_db(databases=["default", "owner"], transaction=True)


@pytest.fixture
def ledger(tmp_path, program_a, as_superuser):
    as_superuser.rollback()
    as_superuser.autocommit = True
    return Ledger(tmp_path, program_a, as_superuser)


def test_checkpoints_before_and_after_are_each_held_against_their_key(ledger, tmp_path):
    ledger.write(3)
    ledger.seal()
    first = change_key(tmp_path)
    ledger.write(2)
    ledger.seal()
    change_key(tmp_path)
    ledger.write(1)
    ledger.seal()

    assert ledger.found() == []
    known = handovers(tmp_path)
    assert known[0] == first
    assert known[0].to == known[1].by
    assert (tmp_path / FORMER).stat().st_mode & 0o077 == 0
    assert key_at(first.size, known, b"now") != key_at(first.size + 1, known, b"now") != key_at(10**6, known, b"now")


def test_a_key_nobody_handed_over_to_is_named(ledger, tmp_path):
    ledger.write(2)
    ledger.seal()
    change_key(tmp_path)
    (tmp_path / "ledger.key").write_bytes(b"x" * 32)

    assert any("was not handed over to" in sentence for _, sentence in ledger.found())


def test_a_change_the_former_key_did_not_sign_is_named(ledger, tmp_path):
    ledger.write(2)
    ledger.seal()
    change_key(tmp_path)
    known = json.loads((tmp_path / FORMER).read_text())
    known[0]["size"] += 1
    (tmp_path / FORMER).write_text(json.dumps(known))

    assert any("was not signed by the key before" in sentence for _, sentence in ledger.found())


def test_forgetting_the_former_key_makes_its_checkpoints_strange(ledger, tmp_path):
    ledger.write(2)
    ledger.seal()
    change_key(tmp_path)
    (tmp_path / FORMER).unlink()

    assert any("was signed with another key" in sentence for _, sentence in ledger.found())
