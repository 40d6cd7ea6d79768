"""Writing plans: a draft is kept whatever stands in it, completing judges it, two people lose nothing to each other."""

import json
from uuid import uuid4

import pytest

from alongside.access.clock import today
from alongside.records import actions
from alongside.records.models import Assessment, PlanDraft, ServicePlan, SupportPlan
from people import a_line, a_participant, a_provider, a_service, a_service_plan, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client, as_user, coordinator_a):
    return as_user(client, coordinator_a)


@pytest.fixture
def uma(acting_for, program_a):
    with acting_for(program_a):
        return a_participant()


@pytest.fixture
def pages(uma):
    return f"/participants/{uma.pk}/plans/"


TYPED = {
    "kind": "six_month",
    "met_on": "2026-11-02",
    "is_in_person": "yes",
    "met_with": "Uma Hazel, Cora Plover",
    "demographics": "Lives alone.",
    "financials": "Social Security.",
    "completed_on": "2026-11-02",
    "goals-g1-words": "I want to cook for my sister.\n\nAnd to bake.",
    "goals-g1-lines-a1-kind": "clss",
    "goals-g1-lines-a1-outcome": "Cooks three meals",
    "goals-g1-lines-a1-interventions": "Recipe cards",
    "goals-g1-lines-a1-frequency": "twice a week",
    "goals-g2-words": "I want to leave the house.",
    "goals-g2-lines-b1-kind": "peer_support",
    "goals-g2-lines-b1-outcome": "Goes out three days",
}


def press(what="draft", **more):
    return {**TYPED, "press": what, "token": uuid4(), **more}


def text(response):
    return " ".join(response.content.decode().split())


def kept(acting_for, program):
    with acting_for(program):
        return list(PlanDraft.objects.all())


def the_plan(acting_for, program):
    with acting_for(program):
        plan = ServicePlan.objects.prefetch_related("lines").get()
        return plan, list(plan.lines.values_list("goal_number", "kind", "outcome"))


def test_a_draft_is_kept_whatever_stands_in_it_and_counts_as_no_plan(coordinator, pages, acting_for, program_a):
    odd = {"met_on": "soon", "goals-g1-lines-a1-kind": "", "completed_on": "31 February", "met_with": "Uma\x01"}

    answer = coordinator.post(f"{pages}new/", press(**odd), follow=True)

    (draft,) = kept(acting_for, program_a)
    assert "The draft is saved" in text(answer)
    assert 'value="soon"' in text(answer)
    assert draft.content["fields"]["met_with"] == "Uma"
    with acting_for(program_a):
        assert not ServicePlan.objects.exists()
    assert "Saved" in text(coordinator.get(pages))


def test_completing_records_the_plan_with_goals_and_lines_in_their_order(coordinator, pages, acting_for, program_a):
    answer = coordinator.post(f"{pages}new/", press("complete"))

    plan, lines = the_plan(acting_for, program_a)
    assert answer.url == f"{pages}{plan.pk}/"
    assert plan.each_goal == ["I want to cook for my sister.\nAnd to bake.", "I want to leave the house."]
    assert lines == [(1, "clss", "Cooks three meals"), (2, "peer_support", "Goes out three days")]
    assert (plan.has_outcomes, plan.has_demographics, plan.has_financials) == (True, True, True)


def test_pressing_complete_twice_makes_one_plan(coordinator, pages, acting_for, program_a):
    sent = press("complete")

    first, second = coordinator.post(f"{pages}new/", sent), coordinator.post(f"{pages}new/", sent)

    assert first.url == second.url
    the_plan(acting_for, program_a)


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        ({"completed_on": ""}, "Fill it in"),
        ({"completed_on": "2199-01-01"}, "record it once it has happened"),
        ({"completed_on": "2200-01-01"}, "Look at the year"),
        ({"goals-g1-lines-a1-kind": ""}, "Goal 1, line 1, service"),
        ({"goals-g2-lines-b1-kind": "cleaning"}, "Goal 2, line 1, service"),
        ({"goals-g1-lines-a1-starts_on": "2026-12-01", "goals-g1-lines-a1-ends_on": "2026-11-01"}, "before the first"),
        ({"goals-g1-lines-a1-provider": str(uuid4())}, "Goal 1, line 1, provider"),
        ({"goals-g2-words": " "}, "Say the goal these lines are for"),
        ({"kind": "yearly"}, "Kind of plan"),
    ],
)
def test_what_keeps_a_plan_from_being_complete_stands_beside_its_field(
    coordinator, pages, acting_for, program_a, odd, said
):
    answer = coordinator.post(f"{pages}new/", press("complete", **odd))

    assert answer.status_code == 422
    assert said in text(answer)
    assert "Cooks three meals" in text(answer)
    assert kept(acting_for, program_a) == []


def test_rows_with_nothing_in_them_are_left_out(coordinator, pages, acting_for, program_a):
    blank = {"goals-g3-words": "", "goals-g3-lines-c1-outcome": " ", "goals-g1-lines-a2-outcome": ""}
    coordinator.post(f"{pages}new/", press("complete", **blank))

    plan, lines = the_plan(acting_for, program_a)
    assert len(plan.each_goal) == len(lines) == 2


def test_rows_come_and_go_by_their_buttons_alone(coordinator, pages, acting_for, program_a):
    def rows(what):
        answer = coordinator.post(f"{pages}new/", press(what))
        assert answer.status_code == 200
        return [[line.key for line in goal.lines] for goal in answer.context["form"].goals], text(answer)

    assert len(rows("add_goal")[0]) == 3
    added, shown = rows("add_line:g1")
    assert [len(lines) for lines in added] == [2, 1]
    assert "I want to leave the house." in shown
    assert rows("remove:g1")[0] == [["b1"]]
    assert rows("remove:g2:b1")[0] == [["a1"], []]
    for nonsense in ("remove", "remove:x:y", "add_line", "add_line:x", "check", ""):
        coordinator.post(f"{pages}new/", press(nonsense))
    with acting_for(program_a):
        assert not ServicePlan.objects.exists()


def test_a_slip_in_the_year_is_told_while_the_rules_are_asked(coordinator, pages):
    for year in ("1896", "2200"):
        answer = coordinator.post(f"{pages}new/", {**press("check"), "completed_on": f"{year}-01-01"})
        assert answer.status_code == 200
        assert f"{year}-01-01" in answer.content.decode()
        assert answer.context["checked"].answers


def test_the_next_plan_begins_from_the_one_in_force_without_what_ended(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        ended = a_line("peer_support", outcome="Goes out", starts_on=None, ends_on=today().replace(year=2025))
        a_service_plan(uma, lines=[a_line(), ended])

    shown = text(coordinator.get(f"{pages}new/"))

    assert "I keep my own kitchen" in shown
    assert "Goes out" not in shown
    assert "Lives alone, speaks English" in shown


def test_the_first_plan_begins_from_what_is_known(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        actions.add_representative(participant=uma, kind="guardian", name="Rae Hazel", on=today(), by=None)
    shown = text(coordinator.get(f"{pages}new/"))

    assert "Guardian: Rae Hazel." in shown
    assert "Lives in: own apartment or house since 31 August 2025." in shown
    assert "Medicaid." in shown


def test_two_people_in_one_draft_both_see_both_texts(
    client, as_user, coordinator_a, administrator_a, pages, acting_for, program_a
):
    as_user(client, coordinator_a).post(f"{pages}new/", press())
    (draft,) = kept(acting_for, program_a)
    address = f"{pages}drafts/{draft.pk}/"
    read = {"version": "1", "base": json.dumps(draft.content)}
    hers = {
        "met_with": "Uma, Rae",
        "goals-g1-words": "I want to bake.",
        "goals-g1-lines-n1-outcome": "Bakes bread",
        "goals-g1-lines-n1-kind": "clss",
    }
    his = {"goals-g1-words": "I want to cook and dance.", "financials": "Wages."}

    assert as_user(client, administrator_a).post(address, press(**read, **hers)).status_code == 302
    answer = as_user(client, coordinator_a).post(address, press(**read, **his))

    shown = text(answer)
    assert answer.status_code == 422
    assert "Somebody else saved this while you were typing" in shown
    assert [clash["label"] for clash in answer.context["clashes"]] == ["Who was there", "Goal 1", "Goal 1, line 2"]
    for words in ("I want to bake.", "I want to cook and dance.", "Bakes bread", "Taken over", "Wages."):
        assert words in shown
    form = answer.context["form"]
    again = {name: form.data[name] for name in form.data}
    assert client.post(address, {**again, "press": "draft", "token": uuid4()}).status_code == 302
    (draft,) = kept(acting_for, program_a)
    assert draft.content["fields"] | {"met_with": "Uma, Rae", "financials": "Wages."} == draft.content["fields"]
    assert [line["outcome"] for line in draft.content["goals"][0]["lines"]] == ["Cooks three meals", "Bakes bread"]
    assert draft.content["goals"][0]["words"] == "I want to cook and dance."


@pytest.mark.parametrize(
    "base", ["", "nonsense", "[]", '{"goals": 1}', '{"fields": {"a": {}}}', '{"goals": [{"words": "x"}]}']
)
def test_an_odd_memory_of_what_was_read_loses_nothing(coordinator, pages, acting_for, program_a, base):
    coordinator.post(f"{pages}new/", press())
    (draft,) = kept(acting_for, program_a)

    answer = coordinator.post(f"{pages}drafts/{draft.pk}/", press(version="x", base=base, met_with="Uma"))

    assert answer.status_code == 422
    assert "Uma Hazel, Cora Plover" in text(answer)


def test_completing_a_draft_lets_it_go(coordinator, pages, acting_for, program_a):
    coordinator.post(f"{pages}new/", press())
    (draft,) = kept(acting_for, program_a)

    coordinator.post(f"{pages}drafts/{draft.pk}/", press("complete", version="1"))

    assert kept(acting_for, program_a) == []
    the_plan(acting_for, program_a)
    assert coordinator.get(f"{pages}drafts/{draft.pk}/").status_code == 404


def test_completing_a_draft_somebody_changed_shows_both_texts_first(coordinator, pages, acting_for, program_a):
    coordinator.post(f"{pages}new/", press())
    (draft,) = kept(acting_for, program_a)
    coordinator.post(f"{pages}drafts/{draft.pk}/", press(version="1", met_with="Rae"))

    answer = coordinator.post(
        f"{pages}drafts/{draft.pk}/", press("complete", version="1", base=json.dumps(draft.content))
    )

    assert answer.status_code == 422
    assert "Rae" in text(answer)
    with acting_for(program_a):
        assert not ServicePlan.objects.exists()


def test_a_draft_nobody_wants_is_discarded(coordinator, pages, acting_for, program_a):
    coordinator.post(f"{pages}new/", press())
    (draft,) = kept(acting_for, program_a)

    assert coordinator.get(f"{pages}drafts/{draft.pk}/discard/").status_code == 405
    coordinator.post(f"{pages}drafts/{draft.pk}/discard/")
    assert kept(acting_for, program_a) == []


def test_an_unsigned_plan_is_changed_where_it_stands(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        plan = a_service_plan(uma, lines=[a_line(provider=a_provider())])
    begun = coordinator.post(f"{pages}change/service_plan/{plan.pk}/")
    assert coordinator.post(f"{pages}change/service_plan/{plan.pk}/").url == begun.url
    assert "Open Door Peer Support" in text(coordinator.get(begun.url))

    coordinator.post(begun.url, press("complete", version="1"))

    same, lines = the_plan(acting_for, program_a)
    assert (same.pk, same.version, len(lines)) == (plan.pk, 2, 2)


def test_a_signed_plan_is_amended_with_a_reason(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        plan = a_service_plan(uma)
        sign(plan)
    ask = f"{pages}change/service_plan/{plan.pk}/"

    assert "Why it is amended" in text(coordinator.get(ask))
    assert coordinator.post(ask, {"reason": " ", "token": uuid4()}).status_code == 422
    begun = coordinator.post(ask, {"reason": "Found work.", "token": uuid4()}).url
    assert "Found work." in text(coordinator.get(begun))
    coordinator.post(begun, press("complete", version="1"))

    with acting_for(program_a):
        amendment = ServicePlan.objects.get(amends=plan)
        assert (amendment.kind, amendment.amended_reason, amendment.lines.count()) == ("amendment", "Found work.", 2)
        plan.refresh_from_db()
        assert plan.goals == "I want to cook for my sister."


def test_a_plan_services_were_given_under_is_amended_and_not_rewritten(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        plan = a_service_plan(uma)
        a_service(uma, plan_line=plan.lines.get())

    assert "Why it is amended" in text(coordinator.get(f"{pages}change/service_plan/{plan.pk}/"))


def test_a_plan_signed_while_it_was_being_changed_is_said(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        plan = a_service_plan(uma)
    begun = coordinator.post(f"{pages}change/service_plan/{plan.pk}/").url
    with acting_for(program_a):
        sign(plan)

    answer = coordinator.post(begun, press("complete", version="1"))

    assert answer.status_code == 422
    assert "a signed plan" in text(answer)
    assert len(kept(acting_for, program_a)) == 1


def test_assessments_and_support_plans_are_written_changed_and_amended(coordinator, uma, acting_for, program_a):
    base = f"/participants/{uma.pk}/"
    said = {"press": "complete", "completed_on": "2026-11-01"}

    coordinator.post(
        f"{base}assessments/new/", {**said, "token": uuid4(), "setting_needed": "own_home", "needs": "Meals"}
    )
    coordinator.post(f"{base}support-plans/new/", {**said, "token": uuid4(), "when_well": "I hum."})

    with acting_for(program_a):
        assessment, support = Assessment.objects.get(), SupportPlan.objects.get()
        assert (assessment.setting_needed, assessment.needs, support.when_well) == ("own_home", "Meals", "I hum.")
    begun = coordinator.post(f"{base}plans/change/assessment/{assessment.pk}/").url
    coordinator.post(begun, {**said, "token": uuid4(), "needs": "Meals and money", "version": "1"})
    with acting_for(program_a):
        assessment.refresh_from_db()
        assert assessment.needs == "Meals and money"
        sign(support)
    begun = coordinator.post(
        f"{base}plans/change/support_plan/{support.pk}/", {"reason": "New words", "token": uuid4()}
    ).url
    coordinator.post(begun, {**said, "token": uuid4(), "when_well": "I sing.", "version": "1"})
    with acting_for(program_a):
        assert SupportPlan.objects.get(amends=support).when_well == "I sing."


def test_the_rules_are_asked_while_writing_and_stop_nothing(coordinator, pages, acting_for, program_a):
    def asked(what, /, **typed):
        return text(coordinator.post(f"{pages}check/{what}/", typed))

    whole, bare = asked("service_plan", **TYPED), asked("service_plan", met_on="soon", kind="x")
    assert "have outcomes: goals, objectives, interventions" in whole
    assert whole.count("holds-yes") > bare.count("holds-yes")
    assert "be signed" not in whole
    assert "The setting in the assessment" in asked("assessment", needs="Meals")
    assert "met" in asked("assessment", setting_needed="own_home", needs="Meals")
    assert asked("support_plan", when_well="I hum.")
    with acting_for(program_a):
        assert not ServicePlan.objects.exists()


def test_what_changes_from_the_plan_in_force_is_seen_while_writing(coordinator, pages, uma, acting_for, program_a):
    with acting_for(program_a):
        a_service_plan(uma)
    shown = text(coordinator.post(f"{pages}check/service_plan/", TYPED))

    assert "Since the plan of 2 November 2026" in shown
    assert "Added" in shown


def test_typing_in_the_editor_is_kept_with_its_rows(coordinator, pages):
    page = f"{pages}new/"
    coordinator.post(
        "/typing/", {"page": page, **TYPED, "goals-g9-words": "A new goal", "goals-g9-lines-z1-outcome": "Sings"}
    )

    shown = text(coordinator.get(page))
    assert "A new goal" in shown
    assert "Sings" in shown
    assert "did not send" in shown
