"""A participant's own seat: what it shows, to whom, and what stays away from it."""

import re
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, transaction
from django.test.signals import template_rendered
from django.utils import timezone
from site_map import FILLED_IN, addresses

from alongside.access.context import acting, current
from alongside.access.models import Program
from alongside.access.policies import NotAllowed
from alongside.records import actions
from alongside.records.models import Document, HoldKind, OwnWords, Participant
from alongside.records.problems import Problems
from people import a_draft, a_line, a_participant, a_peer_specialist, a_service, a_service_plan, signed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
PAGES = ("", "plan/", "notes/", "signed/", "looked/", "words/")


@pytest.fixture
def county(acting_for, program_a, participant_a, representative_a, supervisor_a):
    """Two participants with a plan and a signed note each: Juniper, who has a seat (her mother too), and Zephyrine."""
    made = SimpleNamespace(program=program_a, seat=participant_a, supervisor=supervisor_a)
    with acting_for(program_a):
        made.worker = a_peer_specialist()
        made.juniper = Participant.objects.get(pk=participant_a.participant_id)
        made.other = a_participant(given_name="Zephyrine", family_name="Quillfeather")
        for person, words in ((made.juniper, "I want a bike."), (made.other, "I want a boat.")):
            plan = a_service_plan(person, lines=[a_line(outcome=f"Outcome of {person.given_name}")], goals=words)
            note = a_note(person, made.worker, f"Practiced with {person.given_name}.")
            setattr(made, f"{person.given_name.lower()}s", SimpleNamespace(plan=plan, note=note))
    return made


def a_note(person, worker, text):
    return signed(a_draft(a_service(person, worker), worker, what_was_done=text), worker)


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return re.sub(r"\s+", " ", response.content.decode())


def test_a_participant_meets_her_own_page_first(client, as_user, county):
    response = as_user(client, county.seat).get("/")

    assert (response.status_code, response.url) == (302, "/seat/")
    home = page(client, "/seat/")
    assert "Hello, Juniper" in home
    assert "Participants" not in home.split("<main")[0]


def test_the_plan_has_her_words_and_what_helps(client, as_user, county):
    plan = page(as_user(client, county.seat), "/seat/plan/")

    assert "I want a bike." in plan
    assert "Outcome of Juniper" in plan
    assert "Help with daily living" in plan


@pytest.mark.parametrize("below", PAGES)
def test_nothing_of_anybody_else_is_on_any_page(client, as_user, county, below):
    text = page(as_user(client, county.seat), f"/seat/{below}")

    for word in ("Quillfeather", "boat", "Zephyrine", str(county.other.pk), county.juniper.medicaid_id):
        assert word not in text, word


def test_no_id_of_anybody_opens_a_staff_page(client, as_user, county):
    as_user(client, county.seat)

    for person in (county.juniper, county.other):
        for address in (f"/participants/{person.pk}/", f"/participants/{person.pk}/seat/", f"/why/ELG-1/{person.pk}/"):
            assert client.get(address).status_code == 403, address
    assert client.get(f"/staff/{county.worker.pk}/").status_code == 403


def test_nothing_of_another_participant_opens_by_any_id_at_any_address(client, as_user, county, acting_for):
    from alongside.access.pages import PAGES

    with acting_for(county.program):
        theirs = county.other
        ids = [theirs.pk, county.zephyrines.plan.pk, county.zephyrines.note.pk, county.zephyrines.note.service_id]
        ids += [document.pk for document in Document.objects.filter(participant=theirs)]
        ids += [enrollment.pk for enrollment in theirs.enrollments.all()]
        ids += [written(county.seat, "Mine.").pk]
        assert len(ids) > 6
    as_user(client, county.seat)
    with_an_id = {name: at for name, at in addresses().items() if FILLED_IN["uuid"] in at and PAGES[name].needs_sign_in}
    kinds = ("service_plan", "progress_note", "discharge_summary", "assessment")

    for name, address in with_an_id.items():
        for key in ids[:-1]:
            for kind in kinds if name == "sign" else ("TRN-1",):
                at = address.replace(FILLED_IN["uuid"], str(key)).replace("TRN-1", kind)
                for response in (client.get(at), client.post(at, {"as": "participant"})):
                    assert response.status_code in (403, 404, 405), (name, at, response.status_code)
                    assert "Quillfeather" not in response.content.decode()


def test_what_waits_for_a_signature_leads_to_the_page_that_signs(client, as_user, county):
    home = page(as_user(client, county.seat), "/seat/")
    (address,) = re.findall(r"/sign/[^\"]+", home)

    assert address == f"/sign/service_plan/{county.junipers.plan.pk}/"
    assert "I want a bike." in page(client, address)


def test_another_persons_words_cannot_be_taken_back(client, as_user, county, member):
    from alongside.access.roles import Role

    other = member(county.program, Role.PARTICIPANT, name="Zephyrine Quillfeather", participant_id=county.other.pk)
    words = written(other, "Mine alone.")

    assert as_user(client, county.seat).post(f"/seat/words/{words.pk}/take-back/").status_code == 404


def test_every_page_of_the_seat_is_kept_in_the_ledger_as_a_read(client, as_user, county, django_assert_max_num_queries):
    as_user(client, county.seat)

    for below in PAGES:
        with django_assert_max_num_queries(60) as queries:
            page(client, f"/seat/{below}")
        assert any("ledger_record('read'" in query["sql"] for query in queries), below


def test_every_request_from_a_seat_is_told_whose_it_is(client, as_user, county, coordinator_a):
    told = set()

    def keep(**_):
        told.add((current().actor, current().participant))

    template_rendered.connect(keep)
    try:
        for who in (county.seat, coordinator_a):
            as_user(client, who).get("/help/")
    finally:
        template_rendered.disconnect(keep)

    assert told == {(county.seat.user_id, county.juniper.pk), (coordinator_a.user_id, None)}


def test_staff_have_no_way_in(client, as_user, county, coordinator_a):
    for below in PAGES:
        assert as_user(client, coordinator_a).get(f"/seat/{below}").status_code == 403


def notes_of(client):
    return re.findall(r"Practiced[^<]*|Helped[^<]*", page(client, "/seat/notes/"))


def test_signed_notes_are_shown_and_drafts_are_not(client, as_user, county, acting_for):
    with acting_for(county.program):
        a_draft(a_service(county.juniper, county.worker, start=None, stop=None), county.worker, what_was_done="Helped.")

    assert notes_of(as_user(client, county.seat)) == ["Practiced with Juniper."]


def test_where_sign_off_is_asked_a_note_waits_for_it(client, as_user, county, acting_for):
    with acting_for(county.program):
        Program.objects.filter(pk=county.program.pk).update(is_sign_off_asked=True)
    assert notes_of(as_user(client, county.seat)) == []

    with acting_for(county.program):
        actions.sign_off_note(note=county.junipers.note, decided_by="Sue", on=TODAY, by=None)

    assert notes_of(client) == ["Practiced with Juniper."]


def test_whoever_runs_the_program_chooses_when_notes_are_shown(client, as_user, county, coordinator_a):
    as_user(client, coordinator_a)
    staff_page = f"/participants/{county.juniper.pk}/seat/"
    assert "Show them only once signed off" in page(client, staff_page)

    assert client.post("/seats/notes/", {"is_asked": "yes", "participant": county.juniper.pk}).url == staff_page
    assert "Show them once signed<" in page(client, staff_page)
    assert client.post("/seats/notes/", {"is_asked": "no", "participant": "x"}).url == "/participants/"
    assert "Show them only once" in page(client, staff_page)
    assert as_user(client, county.supervisor).post("/seats/notes/", {"is_asked": "yes"}).status_code == 403


def test_a_returned_note_is_not_shown_and_its_amendment_is(client, as_user, county, acting_for):
    with acting_for(county.program):
        actions.return_note(note=county.junipers.note, decided_by="Sue", comment="Say more.", on=TODAY, by=None)
    assert notes_of(as_user(client, county.seat)) == []

    with acting_for(county.program):
        amended = actions.amend_note(
            note=county.junipers.note, reason="More said", author=county.worker,
            texts={"what_was_done": "Practiced twice."}, on=TODAY, by=None,
        )  # fmt: skip
        signed(amended, county.worker)
    assert notes_of(client) == ["Practiced twice."]


def held(note, kind=HoldKind.HELD_BACK):
    with acting(program=note.program_id), transaction.atomic():
        return actions.hold_note(note=note, kind=kind, reason="Talk first.", held_by="Sue Tamarack", on=TODAY, by=None)


def test_a_note_held_back_is_told_with_whom_to_ask_and_not_why(client, as_user, county):
    hold = held(county.junipers.note)

    notes = page(as_user(client, county.seat), "/seat/notes/")
    assert "One note is held back. Ask Sue Tamarack about it." in notes
    assert "Practiced with Juniper" not in notes
    assert "Talk first" not in notes

    with acting(program=county.program), transaction.atomic():
        actions.end_hold(hold=hold, ended_by="Sue", on=TODAY, by=None)
    assert notes_of(client) == ["Practiced with Juniper."]


def test_the_amendment_of_a_note_held_back_is_held_back_too(client, as_user, county, acting_for):
    held(county.junipers.note)
    with acting_for(county.program):
        amended = actions.amend_note(
            note=county.junipers.note, reason="More said", author=county.worker,
            texts={"what_was_done": "Practiced twice."}, on=TODAY, by=None,
        )  # fmt: skip
        signed(amended, county.worker)

    assert notes_of(as_user(client, county.seat)) == []
    assert "One note is held back." in page(client, "/seat/notes/")


def test_a_hold_needs_a_reason(county, acting_for):
    with acting_for(county.program), pytest.raises(Problems, match="reason"):
        actions.hold_note(
            note=county.junipers.note, kind=HoldKind.HELD_BACK, reason=" ", held_by="Sue", on=TODAY, by=None
        )


def test_a_supervisor_holds_a_note_back_and_shows_it_again(client, as_user, county):
    as_user(client, county.supervisor)
    address = f"/notes/{county.junipers.note.pk}/hold-back/"

    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Talk first."}).status_code == 302
    staff_page = page(client, f"/participants/{county.juniper.pk}/seat/")
    assert "Talk first." in staff_page
    (release,) = re.findall(r"/notes/holds/[^/]+/end/", staff_page)
    client.post(release)
    assert "Talk first." not in page(client, f"/participants/{county.juniper.pk}/seat/")


def test_a_coordinator_may_not_hold_a_note_back(client, as_user, county, coordinator_a):
    assert as_user(client, coordinator_a).get(f"/notes/{county.junipers.note.pk}/hold-back/").status_code == 403


def written(seat, words, **more):
    now = timezone.now()
    with acting(program=seat.program_id, actor=seat.user, participant=seat.participant_id), transaction.atomic():
        return actions.write_own_words(seat=seat, words=words, at=now, on=TODAY, by=seat.user, **more)


def test_words_are_written_shown_to_staff_and_taken_back(client, as_user, county, coordinator_a):
    as_user(client, county.seat)
    form = {"words": "Ring twice, please.", "about": f"note:{county.junipers.note.pk}"}
    assert client.post("/seat/words/", form).status_code == 302
    assert "Ring twice, please." in page(client, "/seat/words/")
    staff_page = f"/participants/{county.juniper.pk}/seat/"
    assert "Ring twice, please." in page(as_user(client, coordinator_a), staff_page)

    as_user(client, county.seat)
    (back,) = re.findall(r"/seat/words/[^/]+/take-back/", page(client, "/seat/words/"))
    assert client.post(back).status_code == 302

    assert "Taken back on" in page(client, "/seat/words/")
    seen = page(as_user(client, coordinator_a), staff_page)
    assert "Ring twice" not in seen
    assert "Taken back on" in seen


@pytest.mark.parametrize("about", ["note:00000000-0000-0000-0000-000000000000", "plan:x", "x", "note:"])
def test_words_about_what_is_not_ones_own_are_refused_and_not_lost(client, as_user, county, about):
    response = as_user(client, county.seat).post("/seat/words/", {"words": "Ring twice.", "about": about})

    assert response.status_code == 422
    assert "Ring twice." in response.content.decode()


def test_empty_words_are_refused(client, as_user, county):
    assert as_user(client, county.seat).post("/seat/words/", {"words": "  "}).status_code == 422


@pytest.mark.parametrize(
    "change",
    [
        lambda words: OwnWords.objects.filter(pk=words.pk).update(words="Other words"),
        lambda words: OwnWords.objects.filter(pk=words.pk).update(taken_back_at=timezone.now()),
        lambda words: words.delete(),
        lambda words: actions.correct(record=words, version=1, changes={"words": "Other"}, on=TODAY, by=None),
    ],
    ids=["changed", "taken back by staff", "deleted", "corrected"],
)
def test_staff_cannot_change_words(county, coordinator_a, change):
    words = written(county.seat, "Ring twice.")

    with acting(program=county.program, actor=coordinator_a.user), transaction.atomic():
        with pytest.raises((DatabaseError, Problems)), transaction.atomic():
            change(words)
        assert OwnWords.objects.get(pk=words.pk).words == "Ring twice."


def test_staff_cannot_write_words_in_a_participants_place(county, coordinator_a):
    said = {"words": "I am fine.", "at": timezone.now(), "on": TODAY, "by": coordinator_a.user}

    with acting(program=county.program, actor=coordinator_a.user), pytest.raises(DatabaseError, match="one's own seat"):
        actions.write_own_words(seat=county.seat, **said)


def test_another_account_cannot_take_words_back(county, representative_a):
    words = written(county.seat, "Ring twice.")

    with acting(program=county.program), pytest.raises(Problems, match="Only whoever wrote them can"):
        actions.take_back_own_words(own_words=words, at=timezone.now(), on=TODAY, by=representative_a.user)


def test_staff_see_the_corner_on_a_participants_page_in_two_queries(county, coordinator_a, django_assert_num_queries):
    from django.template.loader import render_to_string

    from alongside.web.seat_shown import seat_shown

    written(county.seat, "Ring twice.", service_plan=county.junipers.plan)
    with acting(program=county.program, actor=coordinator_a.user), django_assert_num_queries(2):
        shown = seat_shown(county.juniper, coordinator_a)
        text = render_to_string("seat/on_participant_page.html", {"seat_shown": shown})

    assert "Ring twice." in text
    assert "Own page and codes" in text


def test_policies_hold_even_where_a_page_forgets(county):
    from alongside.access.seat_policies import may_open_seat

    with pytest.raises(NotAllowed, match="your own seat only"):
        may_open_seat(county.seat, county.other)
