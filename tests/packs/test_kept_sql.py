"""SQL kept between runs belongs to the pack's own rules as they stand, and is passed over where it cannot be used."""

import os
from dataclasses import replace

import pytest

from alongside import law
from alongside.packs import PACKS, compiled

RULE = PACKS["wisconsin_crs"].rule("DSC-6")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A cache folder of the test's own; gives the files in it."""
    monkeypatch.setattr(compiled.platformdirs, "user_cache_path", lambda name: tmp_path / name)
    forget()
    yield lambda: sorted((tmp_path / "alongside").rglob("*.sql"))
    forget()


def forget():
    """What this process remembers besides."""
    for remembered in (compiled._sql, compiled._folder, compiled._state):
        remembered.cache_clear()


def asked(rule=RULE):
    return compiled.rule_sql(rule, None, "duckdb")


def test_what_is_kept_is_what_is_made(kept):
    first = asked()
    forget()

    assert len(kept()) == 1
    assert asked() == first == law.sql(RULE, None, "duckdb")


@pytest.mark.parametrize("pack", PACKS)
def test_rules_of_every_pack_are_kept(kept, pack):
    rule = PACKS[pack].rules[-1]

    assert compiled.rule_sql(rule, None, "duckdb") == law.sql(rule, None, "duckdb")
    assert [file.name.split("-" + file.stem.split("-")[-1])[0] for file in kept()] == [rule.id]


def test_what_is_kept_is_used(kept):
    asked()
    (file,) = kept()
    file.write_text("SELECT 1")
    forget()

    assert asked() == "SELECT 1"


def test_a_draft_with_the_same_id_has_its_own(kept):
    asked()
    draft = replace(RULE, criteria=(replace(RULE.criteria[0], holds=law.present(RULE.dated_by)),))

    assert asked(draft) == law.sql(draft, None, "duckdb") != asked()
    assert len(kept()) == 1


def test_each_choice_of_readings_has_its_own(kept):
    rule = PACKS["wisconsin_crs"].rule("PLAN-4")
    still = (("meeting_in_person", "still"),)

    assert compiled.rule_sql(rule, None, "duckdb", choices=still) != compiled.rule_sql(rule, None, "duckdb")
    forget()
    assert compiled.rule_sql(rule, None, "duckdb", choices=still) == law.sql(rule, None, "duckdb", choices=still)


def test_a_damaged_file_is_made_anew(kept):
    first = asked()
    (file,) = kept()
    file.write_bytes(b"\xff\xfe\x00")
    forget()

    assert asked() == first
    assert file.read_text("utf-8") == first


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "alongside").write_text("a file where the folder should be")
    monkeypatch.setattr(compiled.platformdirs, "user_cache_path", lambda name: tmp_path / name)
    forget()

    assert asked() == law.sql(RULE, None, "duckdb")
    forget()


def test_a_few_states_of_the_law_keep_their_own_and_the_oldest_is_thrown_away(kept, monkeypatch):
    asked()
    (old,) = kept()
    os.utime(old.parent, (0, 0))
    for nth in range(compiled.STATES):
        assert old.exists()
        forget()
        monkeypatch.setattr(compiled, "version", lambda library, nth=nth: f"another one {nth}")
        asked()

    assert not old.exists()
    assert len(kept()) == compiled.STATES
