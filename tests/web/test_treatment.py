"""The treatment plan: written in a role, authorized once signed, reviewed every 180 days; nothing of another law."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.access.roles import Role as AccessRole
from alongside.records import actions
from alongside.records.models import PlanReview, Service, ServicePlan
from people import a_participant, sign

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db
ANOTHER_LAW = re.compile(
    r"\bCRS\b|F-00\d|F-02\d|Wisconsin|\bDHS\b|[Ss]upport plan|four conditions|Six-month|recertification"
)


@pytest.fixture
def uma(peers, acting_for, program_a):
    with acting_for(program_a):
        return a_participant(enrolled_on=str(peers.since))


@pytest.fixture
def planned(uma, peers, acting_for, program_a):
    """Complete a plan so many days ago, by whom in which role."""

    def make(days=30, author=None, role="qmhp", kind="community_support"):
        with acting_for(program_a):
            return actions.write_plan(
                participant=uma, completed_on=peers.on - timedelta(days=days), goals="I want my own kitchen.",
                author=author or peers.qmhp, author_role=role, lines=[actions.Line(kind=kind, goal_number=1)],
                **peers.said,
            )  # fmt: skip

    return make


@pytest.fixture
def pages(client, as_user, coordinator_a, uma):
    as_user(client, coordinator_a)
    return f"/participants/{uma.pk}/plans/"


def text(response, status=200):
    assert response.status_code == status, response.content.decode()[:3000]
    return " ".join(response.content.decode().split())


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def test_the_page_names_the_plan_says_who_stands_behind_it_and_when_it_is_reviewed(client, pages, planned, peers):
    planned(days=30)
    shown = text(client.get(pages))

    assert "Treatment plan" in shown
    assert "Completed in the role of Qualified Mental Health Professional (QMHP)" in shown
    assert "No authorization by an LPHA is recorded" in shown
    assert "Review of the treatment plan" in shown
    due = peers.on + timedelta(days=150)
    assert f"by {due.day} {due:%B %Y}" in shown
    assert "I want my own kitchen." in shown


def test_a_peers_plan_is_allowed_and_misaligned_and_both_are_said(client, pages, planned, peers):
    planned(author=peers.crss, role="crss")
    shown = text(client.get(pages))

    assert "<strong>Allowed:</strong>" in shown
    assert "<strong>Misaligned:</strong>" in shown
    assert "the peer specialist should not be the person completing the treatment plan" in shown


def test_no_page_about_a_participant_speaks_of_another_law(client, pages, planned, uma):
    plan = planned()
    base = f"/participants/{uma.pk}/"
    found = text(client.get(base))
    tabs = set(re.findall(rf'href="({base}[^"#?]*)"', found)) | {base, pages, f"{pages}{plan.pk}/", f"{pages}new/"}

    assert len(tabs) >= 8
    assert f"{base}invoices/" not in tabs
    for address in sorted(tabs):
        said = re.sub(r"<[^>]+>", " ", text(client.get(address)))
        assert ANOTHER_LAW.findall(said) == [], address


def test_nor_does_any_page_of_a_peers_day(client, as_user, member, planned, uma, peers, acting_for, program_a):
    plan = planned()
    with acting_for(program_a):
        said = {"kind": "community_support", "served_on": peers.on}
        Service.objects.create(program=program_a, participant=uma, staff=peers.crss, **said)
    as_user(client, member(program_a, AccessRole.DIRECT_STAFF, staff_id=peers.crss.pk))
    base, own = f"/participants/{uma.pk}/", f"/staff/{peers.crss.pk}/"
    for address in ("/", own, f"{own}certificate/", "/calendar/", base, f"{base}plans/", f"{base}plans/{plan.pk}/"):
        said = re.sub(r"<[^>]+>", " ", text(client.get(address)))
        assert ANOTHER_LAW.findall(said) == [], address


def test_papers_of_another_law_are_not_written_here(client, pages, uma):
    for address in ("assessments/new/", "support-plans/new/"):
        assert client.get(f"/participants/{uma.pk}/{address}").status_code == 404


def test_a_plan_is_written_with_its_author_and_the_services_of_this_law(
    client, pages, peers, uma, acting_for, program_a
):
    typed = {
        "press": "complete", "token": uuid4(), "author": peers.qmhp.pk, "author_role": "qmhp",
        "completed_on": str(peers.on), "met_on": str(peers.on), "is_in_person": "yes",
        "goals-g1-words": "I want to sleep.", "goals-g1-lines-a1-kind": "therapy",
        "goals-g1-lines-a1-outcome": "Sleeps six hours",
    }  # fmt: skip
    assert "Completed by" in text(client.get(f"{pages}new/"))
    lacking = text(client.post(f"{pages}new/", {**typed, "author_role": ""}), 422)
    assert "Say in which role." in lacking

    shown = text(client.post(f"{pages}new/", typed, follow=True))

    assert "The treatment plan is complete" in shown
    assert "Therapy or counseling" in shown
    with acting_for(program_a):
        plan = ServicePlan.objects.get(participant=uma)
        assert (plan.author, plan.author_role, plan.kind) == (peers.qmhp, "qmhp", None)


def typed_of(shown):
    """What the fields of a page hold, as a browser would send it."""
    fields = dict(re.findall(r'<input type="(?:hidden|date|text)" name="([^"]+)"(?: value="([^"]*)")?', shown))
    fields |= {name: words.strip() for name, words in re.findall(r'<textarea name="([^"]+)"[^>]*>([^<]*)', shown)}
    for name, options in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', shown):
        fields[name] = next(iter(re.findall(r'<option value="([^"]*)" selected', options)), "")
    return {name: value for name, value in fields.items() if "newgoal" not in name and name != "csrfmiddlewaretoken"}


@pytest.mark.parametrize("is_signed", [False, True])
def test_a_plan_is_changed_until_it_is_signed_and_then_amended(
    client, pages, planned, peers, uma, acting_for, program_a, is_signed
):
    plan = planned()
    change = f"{pages}change/service_plan/{plan.pk}/"
    if is_signed:
        with acting_for(program_a):
            sign(plan)
    opened = text(sent(client, change, reason="Another goal.") if is_signed else client.post(change, follow=True))
    typed = typed_of(opened)
    assert (typed["author"], typed["author_role"]) == (str(peers.qmhp.pk), "qmhp")
    goal = next(name for name in typed if name.endswith("-words"))
    draft = re.search(rf"{pages}drafts/[^/]+/", opened).group(0)

    text(
        client.post(draft, {**typed, goal: "I want a garden.", "author_role": "lpha", "press": "complete"}, follow=True)
    )

    with acting_for(program_a):
        newest = ServicePlan.objects.filter(participant=uma).order_by("-created_at").first()
        assert ServicePlan.objects.filter(participant=uma).count() == 1 + is_signed
        assert (newest.goals, newest.author, newest.author_role) == ("I want a garden.", peers.qmhp, "lpha")
        assert newest.lines.get().kind == "community_support"


def test_while_it_is_written_the_rule_on_the_role_is_asked(client, pages, peers):
    typed = {"author": peers.crss.pk, "author_role": "crss", "completed_on": str(peers.on)}
    said = text(client.post(f"{pages}check/service_plan/", typed))

    assert "be completed by somebody other than a peer" in said
    assert "advice" in said.lower()


def test_an_lpha_authorizes_a_plan_after_it_was_signed(client, pages, planned, peers, acting_for, program_a):
    plan = planned()
    with acting_for(program_a):
        sign(plan)
    address = f"{pages}{plan.pk}/authorize/"
    assert "Larch" in text(client.get(address))

    shown = text(sent(client, address, authorized_by=peers.lpha.pk, authorized_on=str(peers.on)))

    assert "The authorization is recorded." in shown
    assert "by Ada Larch, LPHA" in shown
    again = text(sent(client, address, authorized_by=peers.lpha.pk, authorized_on=str(peers.on)), 422)
    assert "a plan not yet authorized" in again


def test_who_was_no_lpha_that_day_authorizes_nothing(client, pages, planned, peers, acting_for, program_a):
    plan = planned(days=590)
    with acting_for(program_a):
        peers.lpha.credentials.update(issued_on=peers.on - timedelta(days=10))
    day = peers.on - timedelta(days=100)

    said = text(sent(client, f"{pages}{plan.pk}/authorize/", authorized_by=peers.lpha.pk, authorized_on=str(day)), 422)

    assert "an LPHA on that day" in said


def test_a_review_moves_the_day(client, pages, planned, peers, acting_for, program_a, uma):
    planned(days=181)
    assert "tone-not-met" in text(client.get(pages))

    shown = text(sent(client, f"{pages}review/", reviewed_on=str(peers.on)))

    assert "The review is recorded." in shown
    due = peers.on + timedelta(days=180)
    assert f"by {due.day} {due:%B %Y}" in shown
    with acting_for(program_a):
        assert PlanReview.objects.filter(participant=uma).count() == 1


def test_bad_days_are_told(client, pages, planned, peers):
    planned(days=10)
    ahead = text(sent(client, f"{pages}review/", reviewed_on=str(peers.on + timedelta(days=1))), 422)
    before = text(sent(client, f"{pages}review/", reviewed_on=str(peers.on - timedelta(days=11))), 422)
    nothing = text(sent(client, f"{pages}review/", reviewed_on=""), 422)

    assert "reviewed" in ahead.lower()
    assert "a day on which there was a plan" in before
    assert "expected" in nothing


def test_who_only_serves_reads_and_records_nothing(client, as_user, member, planned, uma, peers, acting_for, program_a):
    plan = planned()
    with acting_for(program_a):
        said = {"kind": "community_support", "served_on": peers.on}
        Service.objects.create(program=program_a, participant=uma, staff=peers.crss, **said)
    as_user(client, member(program_a, AccessRole.DIRECT_STAFF, staff_id=peers.crss.pk))
    shown = text(client.get(f"/participants/{uma.pk}/plans/"))

    assert "Record the authorization" not in shown
    assert client.get(f"/participants/{uma.pk}/plans/{plan.pk}/authorize/").status_code == 403
    assert client.get(f"/participants/{uma.pk}/plans/review/").status_code == 403


def test_who_it_is_about_reads_it_in_their_own_seat(client, as_user, member, planned, uma, peers, program_a):
    planned(days=30)
    as_user(client, member(program_a, AccessRole.PARTICIPANT, participant_id=uma.pk))
    home, plan = text(client.get("/seat/")), text(client.get("/seat/plan/"))
    due = peers.on + timedelta(days=150)

    assert "I want my own kitchen." in plan
    assert "<h3>Community support</h3>" in plan
    assert f"by <strong>{due.day} {due:%B %Y}" in home
    assert "Treatment plan" in home


def test_a_county_has_no_such_pages(client, as_user, coordinator_b, acting_for, program_b):
    with acting_for(program_b):
        person = a_participant(family_name="Elm")
    as_user(client, coordinator_b)

    assert client.get(f"/participants/{person.pk}/plans/review/").status_code == 404
