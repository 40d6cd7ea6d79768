"""What a peer may write: sections by role, and words tried. Nothing typed is kept, nothing is refused."""

import pytest

from alongside.access.roles import WORKING, Role
from alongside.facts.roles import ROLES
from alongside.web.writing import LONGEST, NAMES

pytestmark = pytest.mark.django_db

PAGE = "/help/writing/"


@pytest.fixture
def at_work(client, as_user, member, program_a):
    return as_user(client, member(program_a, Role.DIRECT_STAFF))


@pytest.mark.parametrize("role", sorted(WORKING))
def test_everyone_who_works_in_a_program_opens_it(client, as_user, member, program_a, role):
    shown = as_user(client, member(program_a, Role(role))).get(PAGE).content.decode()

    assert "Clinical assessment of risk" in shown
    assert "limits of another program" in shown


@pytest.mark.parametrize("paper", NAMES)
@pytest.mark.parametrize("role", ROLES)
def test_every_paper_is_shown_for_every_role(at_work, paper, role):
    shown = at_work.get(PAGE, {"paper": paper, "role": role}).content.decode()

    assert ("Closed" in shown) == (role in ("crss", "cfpp", "cprs", "peer_support_worker", "engagement_specialist"))
    assert ("hotline" in shown.lower()) == (paper == "incident_report")


def test_beside_every_closed_section_of_a_report_stands_that_it_delays_no_report(at_work):
    shown = at_work.get(PAGE).content.decode()

    assert shown.count("It delays no report") == shown.count('<strong class="nowrap">Closed</strong>') == 8


def test_words_that_judge_are_shown_with_the_line_and_what_to_write(at_work):
    typed = {"paper": "incident_report", "role": "crss", "text": "He said “I fell”. The aide caused it & left."}
    shown = at_work.post(PAGE, typed).content.decode()

    assert "<mark>caused</mark>" in shown
    assert "Determine fault, cause, or responsibility" in shown
    assert "Say what you saw" in shown
    assert "caused it &amp; left" in shown


def test_a_script_gets_the_part_alone(at_work):
    typed = {"text": "She is at high risk."}
    shown = at_work.post(PAGE, typed, headers={"HX-Request": "true"}).content.decode()

    assert "<mark>" in shown
    assert "<html" not in shown


@pytest.mark.parametrize(
    "typed,said",
    [
        ({"text": "She sat down."}, "No words that judge were found"),
        ({"text": "She is at high risk.", "role": "lpha"}, "nothing is marked"),
        ({"text": "<script>alert(1)</script> caused"}, "&lt;script&gt;"),
        ({"text": "\x00\x00 caused"}, "<mark>caused</mark>"),
        ({"text": "a" * (LONGEST + 50_000)}, "No words that judge"),
        ({"text": "caused", "paper": "diary", "role": "captain"}, "<mark>caused</mark>"),
        ({}, "Try your words"),
    ],
)
def test_odd_words_are_answered(at_work, typed, said):
    answer = at_work.post(PAGE, typed)

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
