"""Checkpoints as text: what is signed can be read back, and what was changed or cut cannot."""

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from alongside.ledger.checkpoints import BadNote, Note, public_bytes, read, sign, signing_key

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
NOTE = Note(1234, bytes(range(32)), datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC), public_bytes(KEY))
TEXT = sign(NOTE, KEY)


def test_a_note_reads_back_as_it_was_signed():
    assert read(TEXT) == NOTE


def test_a_note_is_five_lines_and_a_signature():
    assert TEXT.splitlines()[:2] == ["alongside ledger", "1234"]
    assert TEXT.splitlines()[3] == "time 2026-11-20T15:04:05Z"
    assert TEXT.splitlines()[-1].startswith("— alongside ")


def test_line_ends_of_another_system_and_spaces_around_do_not_matter():
    assert read("\ufeff".strip("\ufeff") + TEXT.replace("\n", "\r\n") + "\r\n ") == NOTE


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (TEXT.replace("1234", "1235"), "changed after it was signed"),
        (TEXT.replace("15:04:05", "15:04:06"), "changed after it was signed"),
        (TEXT.replace("alongside ledger", "another ledger"), "not a checkpoint: its first line is 'another ledger'"),
        (TEXT[: len(TEXT) // 2], "not a whole checkpoint"),
        ("", "not a whole checkpoint"),
        ("Dear county,\n\n— alongside me\n", "not a whole checkpoint"),
        (TEXT.replace("1234", "many"), "not a whole checkpoint"),
        (TEXT.replace("key ", "key !"), "not a whole checkpoint|changed after"),
    ],
)
def test_what_is_not_a_checkpoint_is_refused_with_a_sentence(found, said):
    with pytest.raises(BadNote, match=said):
        read(found)


def test_any_single_changed_character_is_noticed():
    for place in range(len(TEXT.strip())):
        changed = TEXT[:place] + ("x" if TEXT[place] != "x" else "y") + TEXT[place + 1 :]
        try:
            assert read(changed) == NOTE
        except BadNote:
            continue


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    first, again = signing_key(tmp_path), signing_key(tmp_path)

    assert public_bytes(first) == public_bytes(again)
    assert (tmp_path / "ledger.key").stat().st_mode & 0o077 == 0
