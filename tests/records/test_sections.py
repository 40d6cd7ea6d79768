"""Sections of reports and discharge papers: each written in one role; a signed report takes no more of them."""

from datetime import date

import pytest

from alongside.facts.writing import PEERS
from alongside.records import actions
from alongside.records.actions.incident_reviews import words_read
from alongside.records.models import DischargePart, DischargeSection, ReportPart, ReportSection, WritingRole
from alongside.records.models.writing_words import PEER_ROLES
from alongside.records.problems import Conflict, Problems
from alongside.records.snapshots import content_of
from people import TODAY, a_participant, discharged, moment

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
SEEN = {
    "section": ReportPart.FACTS_SEEN,
    "written_as": WritingRole.CRSS,
    "body": "She slipped.",
    "is_seen": True,
    **SAID,
}


@pytest.fixture
def report(in_program_a):
    (report,) = actions.report_incident(
        participants=[a_participant()], what_happened="A fall on a wet floor.", reported_by="Kit Alder",
        learned_at=moment("2026-11-18 18:15"), happened_on=date(2026, 11, 18), **SAID,
    )  # fmt: skip
    return report


def test_a_peer_writes_what_was_seen_and_a_clinician_beside_it_in_her_own_role(report):
    mine = actions.write_report_section(report=report, **SEEN)
    hers = actions.write_report_section(
        report=report, section="risk_assessment", written_as="qmhp", body="Low.", is_authority_needed=True, **SAID
    )

    assert (mine.participant, mine.written_on, mine.is_seen) == (report.participant, TODAY, True)
    assert {one.written_as for one in report.sections.all()} == {"crss", "qmhp"}
    assert hers.incident_report == report


@pytest.mark.parametrize(
    "changed,wrong",
    [
        ({"section": None}, "section"),
        ({"written_as": " "}, "written_as"),
        ({"body": "  "}, "body"),
        ({"section": "diary"}, "section"),
        ({"written_as": "captain"}, "written_as"),
        ({"body": "a" * 20_001}, "body"),
        ({"is_seen": "perhaps"}, "is_seen"),
    ],
)
def test_a_section_that_is_not_in_order_is_refused_with_the_field(report, changed, wrong):
    with pytest.raises(Problems) as refused:
        actions.write_report_section(report=report, **{**SEEN, **changed})

    assert {problem.field for problem in refused.value.problems} == {wrong}
    assert ReportSection.objects.count() == 0


def test_everything_left_out_is_said_at_once(report):
    with pytest.raises(Problems) as refused:
        actions.write_report_section(report=report, **SAID)

    assert [problem.field for problem in refused.value.problems] == ["section", "written_as", "body"]


def test_a_signed_report_takes_no_section_and_no_other_words(report):
    section = actions.write_report_section(report=report, **SEEN)
    report.signed_on = TODAY
    section.incident_report = report

    with pytest.raises(Problems, match="Amend the report"):
        actions.write_report_section(report=report, **SEEN)
    with pytest.raises(Problems, match="Amend the report"):
        actions.rewrite_section(section=section, version=1, body="Other words.", **SAID)


def test_two_who_rewrite_one_section_lose_nothing(report):
    section = actions.write_report_section(report=report, **SEEN)
    first = actions.rewrite_section(section=section, version=1, body="She slipped on the wet floor.", **SAID)

    assert (first.version, first.written_as) == (2, "crss")
    with pytest.raises(Conflict) as conflict:
        actions.rewrite_section(section=section, version=1, body="He slipped.", **SAID)
    assert [(c.theirs, c.yours) for c in conflict.value.clashes] == [("She slipped on the wet floor.", "He slipped.")]


def test_a_section_of_discharge_papers_carries_its_label(in_program_a):
    person = a_participant()
    discharge = discharged(person, has_summary=False)

    one = actions.write_discharge_section(
        discharge=discharge, section=DischargePart.RESOURCES, written_as="cprs", body="Library, Mondays.",
        is_labeled=True, **SAID,
    )  # fmt: skip

    assert DischargeSection.objects.get() == one == discharge.sections.get()
    assert one.participant == person


def test_experience_shared_is_recorded_with_what_it_answered_to(in_program_a):
    shared = actions.share_experience(
        participant=a_participant(), written_as="crss", shared_on=TODAY, answered_to="I feel alone.", is_relevant=True,
        is_hope_giving=True, minutes=5, **SAID,
    )  # fmt: skip

    assert (shared.minutes, shared.answered_to) == (5, "I feel alone.")
    with pytest.raises(Problems) as refused:
        actions.share_experience(participant=shared.participant, minutes=0, **SAID)
    assert {problem.field for problem in refused.value.problems} == {"written_as", "shared_on", "minutes"}
    with pytest.raises(Problems, match="shared_on: found 2027"):
        actions.share_experience(participant=shared.participant, written_as="crss", shared_on=date(2027, 1, 1), **SAID)


def test_the_roles_of_peers_are_the_facts_own():
    assert tuple(map(str, PEER_ROLES)) == PEERS


def test_a_report_a_peer_has_a_hand_in_is_a_peers_and_her_new_words_are_reviewed_anew(report):
    clinical = {"section": "risk_assessment", "written_as": "qmhp", "body": "Low.", **SAID}
    actions.write_report_section(report=report, **clinical)
    report.refresh_from_db()
    assert report.writer_role == "qmhp"
    seen = actions.write_report_section(report=report, **SEEN)
    report.refresh_from_db()
    assert report.writer_role == "crss"
    reviewed = actions.review_report(report=report, reviewed_by="Ada Sedge", version=words_read(report), **SAID)
    assert (reviewed.reviewed_on, reviewed.reviewed_by) == (TODAY, "Ada Sedge")

    actions.write_report_section(report=report, **{**clinical, "section": "intent"})
    report.refresh_from_db()
    assert report.reviewed_on == TODAY
    actions.rewrite_section(section=seen, version=1, body="She slipped twice.", **SAID)
    report.refresh_from_db()
    assert (report.reviewed_on, report.reviewed_by) == (None, None)


def test_nobody_reviews_twice_nor_what_changed_since_it_was_read(report):
    seen = actions.write_report_section(report=report, **SEEN)
    report.refresh_from_db()
    read = words_read(report)
    actions.rewrite_section(section=seen, version=1, body="She slipped twice.", is_seen=False, **SAID)

    with pytest.raises(Problems, match="changed since you read it"):
        actions.review_report(report=report, reviewed_by="Ada Sedge", version=read, **SAID)
    with pytest.raises(Problems, match="reviewed_by"):
        actions.review_report(report=report, reviewed_by=" ", version=words_read(report), **SAID)
    actions.review_report(report=report, reviewed_by="Ada Sedge", version=words_read(report), **SAID)
    with pytest.raises(Problems, match="reviewed by Ada Sedge"):
        actions.review_report(report=report, reviewed_by="Ada Sedge", version=words_read(report), **SAID)


def test_the_hotline_is_told_whoever_reviewed_and_whatever_is_signed(report):
    actions.say_suspected(report=report, is_suspected_abuse=True, **SAID)
    told = actions.tell_hotline(report=report, told_at=moment("2026-11-18 19:00"), told_by="Kit Alder", **SAID)

    assert (told.is_suspected_abuse, told.hotline_told_at) == (True, moment("2026-11-18 19:00"))
    assert report.steps.get(kind="hotline").told_by == "Kit Alder"
    with pytest.raises(Problems, match="the hotline was told"):
        actions.say_suspected(report=report, is_suspected_abuse=False, **SAID)
    with pytest.raises(Problems, match="is_suspected_abuse: found nothing"):
        actions.say_suspected(report=report, is_suspected_abuse=None, **SAID)
    with pytest.raises(Problems, match="not yet recorded"):
        actions.tell_hotline(report=report, told_at=moment("2026-11-18 20:00"), told_by="Kit Alder", **SAID)


def test_the_summary_says_a_peer_wrote_and_whether_it_is_labeled(in_program_a):
    ending = discharged(a_participant(), has_summary=False)
    labeled = {"section": "resources", "written_as": "crss", "body": "Library.", "is_labeled": True, **SAID}
    actions.write_discharge_section(discharge=ending, **labeled)
    summary = actions.record_discharge_summary(discharge=ending, reason="Moved away.", **SAID)
    summary.refresh_from_db()
    assert (summary.has_peer_section, summary.is_peer_section_labeled) == (True, True)

    actions.write_discharge_section(discharge=ending, **{**labeled, "section": "own_words", "is_labeled": None})
    summary.refresh_from_db()
    assert summary.is_peer_section_labeled is False


def test_what_is_signed_shows_the_sections_with_their_roles(report):
    actions.write_report_section(report=report, **SEEN)
    report.refresh_from_db()

    headings = [section["heading"] for section in content_of(report)["sections"]]

    assert any(one.startswith("Peer support section: What was seen and heard, as Certified") for one in headings)


def test_a_signed_summary_takes_no_section(in_program_a):
    with pytest.raises(Problems, match="Amend the summary"):
        actions.write_discharge_section(
            discharge=discharged(a_participant()), section="resources", written_as="cprs", body="Library.", **SAID
        )
