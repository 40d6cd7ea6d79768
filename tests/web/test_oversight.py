"""A documentation oversight from its announcement to its end, both sides through their pages."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.access.clock import today
from alongside.cli import main
from alongside.reviews.debriefs import asked
from alongside.reviews.models import Oversight, SampleMember, SeedPart
from people import a_participant, discharged

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven(acting_for, program_a):
    """Five enrolled and two discharged within the year."""
    with acting_for(program_a):
        on = today()
        started = str(on - timedelta(days=300))
        people = [a_participant(given_name=f"Wren {n}", enrolled_on=started) for n in range(5)]
        for number in (5, 6):
            person = a_participant(given_name=f"Wren {number}", enrolled_on=started)
            discharged(person, discharged_on=str(on - timedelta(days=20)), has_summary=False)
            people.append(person)
        return people


class Side:
    """Somebody's browser."""

    def __init__(self, client, as_user, who):
        self.client, self.as_user, self.who = client, as_user, who

    def get(self, address):
        return self.as_user(self.client, self.who).get(address, follow=True)

    def post(self, address, **said):
        return self.as_user(self.client, self.who).post(address, {"token": uuid4(), **said}, follow=True)


@pytest.fixture
def state(client, as_user, state_reviewer_a):
    return Side(client, as_user, state_reviewer_a)


@pytest.fixture
def program(client, as_user, coordinator_a):
    return Side(client, as_user, coordinator_a)


@pytest.fixture
def now(acting_for, program_a):
    """The oversight as it stands."""

    def read():
        with acting_for(program_a):
            return Oversight.objects.get()

    return read


def step(side, now, name, **said):
    it = now()
    return side.post(f"/oversights/{it.pk}/steps/{name}/", version=it.version, **said)


def announced(state):
    return state.post("/oversights/announce/", period_starts_on=str(today() + timedelta(days=30)))


def to_the_draw(state, program, now):
    announced(state)
    step(program, now, "send_list")
    step(state, now, "seal", part="heron 4711 by dice")
    step(program, now, "seal", part="fern 0815 by dice")
    return step(state, now, "draw")


def test_from_announcement_to_the_end(state, program, now, seven, acting_for, program_a, tmp_path, capsys):
    assert "None is announced" in program.get("/oversights/").content.decode()
    announced(state)
    assert "asks for the list" in program.get("/").content.decode()
    preview = program.get(f"/oversights/{now().pk}/steps/send_list/").content.decode()
    assert "7 participants served" in preview
    step(program, now, "send_list")
    assert now().participant_count == 7
    step(state, now, "seal", part="heron 4711 by dice")
    assert "heron 4711" not in program.get(f"/oversights/{now().pk}/").content.decode()
    step(program, now, "seal", part="fern 0815 by dice")
    assert "heron 4711" in program.get(f"/oversights/{now().pk}/").content.decode()
    step(state, now, "draw")
    assert now().sample_count == 2
    assert "The sample: 2 of 7" in state.get(f"/oversights/{now().pk}/").content.decode()
    assert "The sample: 2 of 7" not in program.get(f"/oversights/{now().pk}/").content.decode()
    step(state, now, "name")
    page = program.get(f"/oversights/{now().pk}/").content.decode()
    assert "The sample: 2 of 7" in page
    assert "counted on the state offices" in page
    assert "Your turn: the packet" in page
    file = tmp_path / "draw.json"
    file.write_bytes(program.get(f"/oversights/{now().pk}/draw.json").content)
    assert main(["draw", str(file)]) == 0
    assert capsys.readouterr().out.startswith("The same sample, byte for byte: 2")
    step(state, now, "receive", received_on=str(today()))
    assert now().review_until_on == today() + timedelta(days=90)
    early = step(state, now, "debrief", feedback="Good.", followed_by="plan_of_action")
    assert early.status_code == 422
    with acting_for(program_a):
        members = list(SampleMember.objects.select_related("roster_entry", "oversight"))
        owed = [(member, one.requirement.id) for member in members for one in asked(member)]
    assert "0 of" in state.get(f"/oversights/{now().pk}/checklist/").content.decode()
    for number, (member, requirement) in enumerate(owed):
        said = {"conclusion": "met"} if number else {"conclusion": "not_met", "words": "The screen is not there."}
        state.post(f"/oversights/members/{member.pk}/{requirement}/", **said)
    assert "The screen is not there." in state.get(f"/oversights/members/{owed[0][0].pk}/").content.decode()
    step(state, now, "debrief", feedback="Screens come late.", followed_by="plan_of_action")
    page = program.get(f"/oversights/{now().pk}/").content.decode()
    assert "1 finding" in page
    assert "The screen is not there." in page
    assert "plan of action" in page
    step(state, now, "close")
    assert now().state == "closed"


def test_a_step_is_only_taken_by_its_side_and_in_its_turn(state, program, now, seven):
    announced(state)

    assert program.get("/oversights/announce/").status_code == 403
    assert step(state, now, "send_list").status_code == 403
    assert step(state, now, "draw").status_code == 422
    assert "is not open now" in state.get(f"/oversights/{now().pk}/steps/draw/").content.decode()
    assert state.get(f"/oversights/{now().pk}/steps/dance/").status_code == 404
    assert now().state == "announced"


def test_a_list_asked_for_once_more_voids_the_seed(state, program, now, seven, acting_for, program_a):
    announced(state)
    step(program, now, "send_list")
    step(state, now, "seal", part="heron 4711 by dice")
    assert step(state, now, "return_list", because="").status_code == 422
    step(state, now, "return_list", because="The discharges of May are missing.")
    assert "The discharges of May are missing." in program.get(f"/oversights/{now().pk}/").content.decode()
    step(program, now, "send_list")

    assert "edition 2" in state.get(f"/oversights/{now().pk}/list/").content.decode()
    with acting_for(program_a):
        assert not SeedPart.objects.filter(roster=now().current_roster).exists()


def test_a_part_kept_back_is_shown_and_has_to_fit_its_seal(state, program, now, seven):
    from alongside.packs.drawing import sha256

    announced(state)
    step(program, now, "send_list")
    step(state, now, "seal", part="", seal=sha256("a heron in the fen"))
    step(program, now, "seal", part="fern 0815 by dice")

    assert step(state, now, "draw").status_code == 422
    assert step(state, now, "show", part="another heron").status_code == 422
    assert step(state, now, "show", part="a heron in the fen").status_code == 200
    assert step(state, now, "draw").status_code == 200
    assert now().state == "drawn"


@pytest.mark.parametrize(
    "said", [{"part": ""}, {"part": "short"}, {"part": "", "seal": "no seal"}, {"part": "x" * 300}]
)
def test_a_part_nobody_could_trust_is_refused(state, program, now, seven, said):
    announced(state)
    step(program, now, "send_list")

    assert step(program, now, "seal", **said).status_code == 422


def test_neither_side_seals_twice(state, program, now, seven):
    announced(state)
    step(program, now, "send_list")
    step(program, now, "seal", part="fern 0815 by dice")

    assert step(program, now, "seal", part="a better fern").status_code == 422


@pytest.mark.parametrize("said", [{"period_starts_on": ""}, {"period_starts_on": "2026-13-01"},
                                  {"period_starts_on": "2026-12-01", "period_ends_on": "2026-11-01"}])  # fmt: skip
def test_a_period_out_of_order_is_refused(state, said):
    assert state.post("/oversights/announce/", **said).status_code == 422


def test_the_packet_cannot_come_before_the_sample_is_named_nor_tomorrow(state, program, now, seven):
    to_the_draw(state, program, now)
    step(state, now, "name")

    for day in (today() - timedelta(days=1), today() + timedelta(days=1)):
        assert step(state, now, "receive", received_on=str(day)).status_code == 422
    assert step(state, now, "receive", received_on="").status_code == 422


def test_another_program_and_other_roles_see_nothing(state, program, now, seven, client, as_user, member, program_b):
    from alongside.access.roles import Role

    announced(state)
    stranger = member(program_b, Role.COORDINATOR)

    assert as_user(client, stranger).get(f"/oversights/{now().pk}/").status_code == 404
    assert "None is announced" in client.get("/oversights/").content.decode()


def test_a_practice_review_lists_what_would_be_cited_and_the_state_does_not_see_it(state, program, now, seven):
    page = program.post("/oversights/practice/").content.decode()

    assert "would be cited" in page
    assert "2 of 7 participants" in page
    assert "PLAN-" in page or "DSC-" in page  # two of the seven are discharged, and both may be drawn
    assert "The state does not see this" in page
    assert state.get(f"/oversights/{now().pk}/").status_code == 404
    assert state.get(f"/oversights/{now().pk}/practice/").status_code in (403, 404)
    assert "Practice" not in state.get("/oversights/").content.decode()
