"""Drafts of the plan cycle: kept for colleagues, saved over nobody, and no plan to any rule."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.records import actions
from alongside.records.models import PlanDraft, PlanLine
from alongside.records.problems import Conflict, Problems
from alongside.records.snapshots import content_of
from people import TODAY, a_line, a_participant, a_service_plan

pytestmark = pytest.mark.django_db
SAID = {"on": TODAY, "by": None}
CONTENT = {"fields": {"met_with": "Uma"}, "goals": []}


def begun(participant, **said):
    return actions.begin_draft(participant=participant, kind="service_plan", **{"content": CONTENT, **said}, **SAID)


def test_whoever_saves_second_meets_the_first(in_program_a):
    draft = begun(a_participant())
    saved = actions.save_draft(draft=draft, version=1, content={"fields": {"met_with": "Rae"}}, **SAID)

    assert saved.version == 2
    with pytest.raises(Conflict) as refusal:
        actions.save_draft(draft=draft, version=1, content=CONTENT, **SAID)
    assert refusal.value.record.content == {"fields": {"met_with": "Rae"}}
    with pytest.raises(Conflict):
        actions.finish_draft(draft=draft, version=1, by=None)
    actions.discard_draft(draft=draft, version=2, by=None)
    assert not PlanDraft.objects.exists()


def test_a_record_is_changed_or_amended_by_one_draft_at_a_time(in_program_a):
    uma, record = a_participant(), uuid4()
    begun(uma, record=record)
    with pytest.raises(Problems, match="Go on with that draft"):
        begun(uma, record=record)
    begun(uma, amends=record, reason="Found work.")
    with pytest.raises(Problems, match="Go on with that draft"):
        begun(uma, amends=record, reason="Again.")


def test_what_no_text_has_is_left_out_and_what_is_too_long_is_said(in_program_a):
    draft = begun(a_participant(), content={"fields": {"goals\0": "a\x00b\x1fc\nd\ud800"}, "goals": [{"key": "\0k"}]})

    assert draft.content == {"fields": {"goals": "abc\nd"}, "goals": [{"key": "k"}]}
    with pytest.raises(Problems, match="at most 400000"):
        begun(a_participant(), content={"fields": {"goals": "x" * 400_001}})


@pytest.mark.parametrize("kind", ["progress_note", "", None])
def test_only_what_belongs_to_the_cycle_is_drafted(in_program_a, kind):
    with pytest.raises(Exception, match=r"one of: assessment|plan_draft_kind|nothing|kind"):
        actions.begin_draft(participant=a_participant(), kind=kind or "other", content={}, **SAID)


def test_a_draft_authorizes_nothing(in_program_a):
    begun(a_participant(), content={"fields": {}, "goals": [{"key": "g", "lines": [{"key": "l", "kind": "clss"}]}]})

    assert not PlanLine.objects.exists()


def test_lines_keep_their_order_and_their_goal(in_program_a):
    lines = [a_line("peer_support", goal_number=2), a_line("clss", goal_number=1), a_line("clss", outcome="Bakes")]
    plan = a_service_plan(a_participant(), goals="I want to cook.\n\n \nI want to go out.", lines=lines)

    assert plan.each_goal == ["I want to cook.", "I want to go out."]
    assert [line.goal_number for line in plan.lines.all()] == [2, 1, None]
    shown = {section["heading"]: section for section in content_of(plan)["sections"]}
    assert shown["Goals, in the participant’s own words"]["text"] == "1. I want to cook.\n\n2. I want to go out."
    living = "Community living supportive services"
    assert [row[0] for row in shown["Services"]["table"]["rows"]] == [
        "Peer support (goal 2)", f"{living} (goal 1)", living,
    ]  # fmt: skip


def test_an_assessment_is_signed_with_everything_it_says(in_program_a):
    texts = {
        "what_matters": "My own kitchen.",
        "setting_needed": "own_home",
        "money": "Rent first.",
        "is_in_person": True,
    }
    written = actions.write_assessment(participant=a_participant(), completed_on=date(2026, 11, 1), texts=texts, **SAID)
    shown = str(content_of(written)["sections"])

    for words in ("My own kitchen.", "Rent first.", "In person", "The setting that fits"):
        assert words in shown
    with pytest.raises(Problems, match="one of: met_on"):
        actions.write_assessment(participant=a_participant(), completed_on=TODAY, texts={"mood": "good"}, **SAID)
    with pytest.raises(Problems, match="completed_on: found nothing"):
        actions.write_assessment(participant=a_participant(), completed_on=None, **SAID)
