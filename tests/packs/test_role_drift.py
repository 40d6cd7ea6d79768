"""Signals of a role drifting: each with its line and with what is behind it; nothing in a clinical role shows one."""

from datetime import date

import pytest

from alongside.packs.illinois_peer import role_drift
from alongside.packs.illinois_peer.drift_signals import SIGNALS
from alongside.packs.illinois_peer.role_drift import signals

DAY = date(2026, 3, 2)
SHOWN = {
    "plans": {"plans": [{"service_plan_id": "L1", "written_as": "crss", "completed_on": DAY}]},
    "language": {
        "notes": [{"progress_note_id": "N1", "written_as": "crss", "written_on": DAY, "body": "He is at high risk."}]
    },
    "conclusions": {
        "notes": [{"progress_note_id": "N1", "written_as": "crss", "written_on": DAY, "body": "She is noncompliant."}]
    },
    "sign_offs": {
        "discharge_sections": [
            {"discharge_section_id": "D1", "written_as": "crss", "written_on": DAY, "section": "final_sign_off"}
        ]
    },
    "clinical_services": {"services": [{"service_id": "V1", "role": "crss", "served_on": DAY, "kind": "therapy"}]},
    "groups": {
        "services": [
            {
                "service_id": "V1", "role": "cprs", "served_on": DAY, "kind": "peer_recovery_support",
                "modality": "group", "funding": "substance_use_medicaid",
            }
        ]
    },
    "alone": {
        "report_sections": [
            {
                "report_section_id": "R1", "incident_report_id": "I1", "written_as": "crss", "written_on": DAY,
                "section": "facts_seen", "is_authority_needed": True,
            }
        ]
    },
    "disclosure": {
        "shared": [{"shared_experience_id": "E1", "written_as": "crss", "shared_on": DAY, "is_relevant": False}]
    },
}  # fmt: skip
EACH = pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)


@EACH
def test_each_signal_is_shown_by_what_is_behind_it_and_alone(signal):
    (shown,) = signals(**SHOWN[signal.id])

    assert shown.signal is signal
    assert [(one.on, bool(one.why)) for one in shown.behind] == [(DAY, True)]
    assert shown.of_all == 1


@EACH
def test_the_same_in_a_clinical_role_shows_nothing(signal):
    rows = {
        name: [{**row, **{column: "qmhp" for column in ("role", "written_as") if column in row}} for row in listed]
        for name, listed in SHOWN[signal.id].items()
    }

    assert signals(**rows) == []


@EACH
def test_each_signal_cites_its_line(signal):
    assert signal.cite.source.id == "S0"
    assert signal.ask.endswith("?")


def test_somebody_who_is_both_is_judged_by_the_role_of_each_service():
    visits = [
        {"service_id": "V1", "role": "qmhp", "served_on": DAY, "is_clinical": True},
        {"service_id": "V2", "role": "crss", "served_on": DAY, "is_clinical": False},
    ]

    assert signals(services=visits) == []


def test_a_quotation_shows_nothing_and_words_beside_it_are_named():
    notes = [
        {"progress_note_id": "N1", "written_as": "crss", "body": "He said “I am high risk”."},
        {"progress_note_id": "N2", "written_as": "crss", "body": "He is suicidal and noncompliant.", "written_on": DAY},
    ]

    shown = {one.signal.id: [(b.key, b.why) for b in one.behind] for one in signals(notes=notes)}
    assert shown == {"language": [("N2", "“is suicidal”")], "conclusions": [("N2", "“noncompliant”")]}


def test_a_report_others_wrote_in_is_not_the_peers_alone():
    mine = SHOWN["alone"]["report_sections"][0]
    other = {**mine, "report_section_id": "R2", "written_as": "lpha", "section": "risk_assessment"}
    finished = {**mine, "report_section_id": "R3", "section": "final_sign_off"}

    assert signals(report_sections=[mine, other]) == []
    assert [b.why for one in signals(report_sections=[finished, other]) for b in one.behind] == ["finished by a peer"]


def test_a_group_a_grant_pays_is_no_signal():
    (visit,) = SHOWN["groups"]["services"]

    assert signals(services=[{**visit, "funding": "grant"}]) == []


def test_nothing_is_scored_and_what_is_behind_stands_in_its_order():
    late, early = {**SHOWN["plans"]["plans"][0], "completed_on": date(2026, 5, 1)}, SHOWN["plans"]["plans"][0]
    (shown,) = signals(plans=[late, {**early, "service_plan_id": "L0"}])

    assert [one.key for one in shown.behind] == ["L0", "L1"]
    assert not any("score" in name for name in (*vars(shown), *dir(role_drift)))


def test_rows_with_little_known_break_nothing():
    assert (
        signals(services=[{"service_id": "V1"}], notes=[{"progress_note_id": "N"}], shared=[{"written_as": "crss"}])
        == []
    )
