"""What a credential asks, what is left of it, and how long an application or an extension lasts."""

from datetime import date

import pytest

from alongside.packs.illinois_peer.credential_asks import ASKS, CREDENTIALS, PARTS
from alongside.packs.illinois_peer.credential_path import (
    ALL,
    ORIENTATION,
    application_open_until,
    counts_as_work,
    extended_until,
    path,
)


def test_f1_fifteen_specific_and_twenty_five_core_units_are_forty():
    logged = {"CRSS-specific": 15, "Core": 25}

    assert [(s.ask.domain, s.logged, s.is_done) for s in path("crss", "renewal", logged)] == [
        (ALL, 40, True), ("CRSS-specific", 15, True), ("Core", 25, True),
    ]  # fmt: skip


def test_forty_units_of_which_too_few_are_specific_are_not_enough():
    found = {s.ask.domain: s for s in path("crss", "renewal", {"CRSS-specific": 14, "Core": 26})}

    assert found[ALL].is_done
    assert found["CRSS-specific"].is_done is False
    assert found["CRSS-specific"].left[0][0] == 1


def test_a_cprs_needs_twenty_with_six_in_ethics_and_ten_in_core():
    found = {s.ask.domain: s for s in path("cprs", "renewal", {"CPRS-specific": 14, "Ethics": 6, "Core": 10})}

    assert (found[ALL].logged, found["CPRS-specific"].logged) == (30, 20)
    assert all(step.is_done for step in found.values())


def test_f6_a_hundred_hours_of_training_are_left_to_a_person_with_both_sources():
    whole = path("crss", "training", {ALL: 100})[0]

    assert whole.ask.is_disputed
    assert whole.is_done is None
    assert [(left, cite.source.id) for left, cite in whole.left] == [(0, "CRED2"), (10, "CRED6")]
    assert path("crss", "training", {ALL: 110})[0].is_done is True
    assert path("crss", "training", {ALL: 99})[0].is_done is False


def test_hours_in_a_domain_count_for_those_it_lies_within():
    found = {s.ask.domain: s.logged for s in path("crss", "training", {"Advocacy": 12, "Ethics": 6})}

    assert (found["Advocacy"], found["CRSS domains"], found[ALL]) == (12, 12, 18)


@pytest.mark.parametrize("part", PARTS)
def test_of_a_cfpp_nothing_was_found_and_nothing_is_guessed(part):
    (step,) = path("cfpp", part)

    assert (step.left, step.is_done, step.ask.note) == ((), None, "No source read says it.")


def test_every_part_of_every_credential_is_there_and_every_number_cites():
    assert {(ask.credential, ask.part) for ask in ASKS} == {(c, p) for c in CREDENTIALS for p in PARTS}
    assert all(one.cite.quote and one.cite.place for ask in ASKS for one in ask.said)
    assert all(ask.said or ask.note for ask in ASKS)


@pytest.mark.parametrize(
    "opened,until",
    [((2025, 1, 5), (2026, 1, 5)), ((2024, 2, 29), (2025, 2, 28)), ((2025, 12, 31), (2026, 12, 31))],
)
def test_f5_an_application_stays_open_a_year(opened, until):
    assert application_open_until(date(*opened)) == date(*until)


def test_an_extension_is_one_month():
    assert extended_until(date(2026, 1, 31)) == date(2026, 2, 28)
    assert extended_until(date(2026, 12, 15)) == date(2027, 1, 15)


@pytest.mark.parametrize("percent,counts", [(45, False), (50, False), (51, True), (100, True), (None, None)])
def test_f4_work_counts_from_fifty_one_percent(percent, counts):
    assert counts_as_work(percent) is counts


def test_the_orientation_is_the_trainings():
    assert str(ORIENTATION.held_on) == "2026-02-18"
    assert (ORIENTATION.starts_at.hour, ORIENTATION.ends_at.hour) == (10, 12)
    assert "February 18, 2026, 10:00 AM- 12:00 PM" in ORIENTATION.cite.quote


def test_a_credential_part_or_domain_there_is_not_is_named():
    with pytest.raises(ValueError, match="crss, cprs, cfpp"):
        path("ncrs", "training")
    with pytest.raises(ValueError, match="No domain Cooking in the renewal of a CRSS"):
        path("crss", "renewal", {"Cooking": 3})
