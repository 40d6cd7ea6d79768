"""A plan is signed where people are: drawn on a phone, by a guardian, on paper; and a changed one is noticed first."""

import json
import re

import pytest
from steps import PASSWORD, PHONE

WRITTEN = """
import json
from datetime import date, timedelta
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.records import actions
from alongside.records.models import Participant
from django.db import transaction

on, by = today(), User.objects.get(email="coordinator@juniper.example")
said = {"on": on, "by": by}
with acting(actor=by), transaction.atomic():
    program = Program.objects.get(name="Juniper County")
with acting(program=program, actor=by), transaction.atomic():
    def somebody(number, given, years):
        enrolled = on - timedelta(days=180)
        return actions.enroll(
            program=program, medicaid_id=number, family_name="Sample", given_name=given, enrolled_on=enrolled,
            born_on=date(on.year - years, 1, 2), **said,
        ).participant
    def plan(participant, goals):
        line = actions.Line(
            kind="clss", outcome="I keep my own kitchen", interventions="Coach through a checklist of my own",
            frequency="Twice a week",
        )
        return actions.write_plan(
            participant=participant, kind="six_month", completed_on=on, goals=goals, lines=[line], met_on=on,
            met_with=f"{participant.name}, Cora Plover", is_in_person=True,
            demographics="Lives alone, speaks English, has a phone.", financials="Social Security.", **said,
        )
    dana, kit = somebody("0400000001", "Dana", 44), somebody("0400000002", "Kit", 15)
    actions.add_representative(participant=kit, kind="guardian", name="Ana Sample", **said)
    goal = "I want to cook for my sister on Sundays."
    plans = {
        "dana": plan(dana, goal), "kit": plan(kit, "I want to finish tenth grade."), "paper": plan(dana, goal),
        "changed": plan(dana, goal),
        "rowan": plan(Participant.objects.get(family_name="Teal", given_name="Rowan"), goal),
    }
print(json.dumps({name: str(one.pk) for name, one in plans.items()}))
"""

CHANGED = """
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.records import actions
from alongside.records.models import ServicePlan
from django.db import transaction

by = User.objects.get(email="coordinator@juniper.example")
with acting(actor=by), transaction.atomic():
    program = Program.objects.get(name="Juniper County")
with acting(program=program, actor=by), transaction.atomic():
    plan = ServicePlan.objects.get(pk="{}")
    actions.rewrite_plan(
        plan=plan, version=plan.version, changes={{"goals": "I want to bake bread."}}, on=today(), by=by
    )
"""

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"


@pytest.fixture(scope="module")
def plans(county):
    """Plans of Dana Sample and of Kit Sample, who is 15, that nobody has signed."""
    return json.loads(county.runs(WRITTEN))


@pytest.fixture
def cora(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example", and_goes_to="/help/")
    return visitor


def opens_the_plan(visitor, key):
    assert visitor.opens(f"/sign/service_plan/{key}/") == 200


def draws_a_name(visitor):
    """With a finger: strokes across the box."""
    visitor.page.locator("#pad").scroll_into_view_if_needed()
    box = visitor.page.locator("#pad").bounding_box()
    mouse = visitor.page.mouse
    for start in (0.1, 0.45):
        mouse.move(box["x"] + box["width"] * start, box["y"] + box["height"] * 0.6)
        mouse.down()
        for n in range(1, 12):
            up = 0.25 if n % 2 else 0.75
            mouse.move(box["x"] + box["width"] * (start + n * 0.03), box["y"] + box["height"] * up, steps=3)
        mouse.up()


def test_a_participant_signs_their_plan_on_a_phone_by_drawing(cora, plans):
    cora.page.set_viewport_size(PHONE)
    opens_the_plan(cora, plans["dana"])
    cora.sees("I want to cook for my sister on Sundays.", "Dana Sample has not signed.")
    cora.sees(re.compile("be signed by the participant, or by whoever acts for them"))
    cora.finds_the_page_in_order(picture="sign")
    cora.page.set_viewport_size(PHONE)
    cora.follows("Dana Sample signs now")
    cora.sees(re.compile("Hand this device to"), re.compile("I took part in making this plan."))
    cora.presses("Sign as Dana Sample")
    cora.sees("Draw in the box first, or type the name.")
    draws_a_name(cora)
    cora.finds_the_page_in_order(picture="sign-drawing")
    cora.page.set_viewport_size(PHONE)
    cora.presses("Clear and draw again")
    draws_a_name(cora)
    cora.presses("Sign as Dana Sample")
    cora.sees("Verified just now: unchanged since it was signed.", re.compile("with Cora Plover as witness"))
    assert cora.page.locator("svg.drawn path").get_attribute("d").startswith("M")
    cora.finds_the_page_in_order(picture="signed-document")


def test_the_coordinator_signs_beside_them_and_says_again_who_she_is(cora, plans):
    opens_the_plan(cora, plans["dana"])
    cora.follows("Sign as service coordinator")
    cora.types("Your password", "not-the-password")
    cora.presses("I sign")
    cora.sees("This is not your password.")
    cora.finds_the_page_in_order(picture="sign-own")
    cora.types("Your password", PASSWORD)
    cora.presses("I sign")
    cora.sees(re.compile("Cora Plover signed on .* by their own sign-in"))


def test_a_guardian_signs_for_a_fifteen_year_old_by_keyboard(cora, plans):
    opens_the_plan(cora, plans["kit"])
    cora.sees("Kit Sample has not signed.", "Ana Sample may sign as guardian.")
    cora.follows("Ana Sample signs now")
    cora.sees(re.compile("I act for the participant and sign in their place"))
    cora.page.get_by_label("Type the name").focus()
    cora.hits("Space")
    cora.tabs_to("Full name")
    cora.page.keyboard.type("Ana Sample")
    cora.finds_the_page_in_order(picture="sign-typing")
    cora.presses("Sign as Ana Sample")
    cora.sees(re.compile("Ana Sample signed on .* by typing “Ana Sample”, with Cora Plover as witness"))
    cora.sees("Kit Sample has not signed.")


def test_a_page_signed_on_paper_is_attached_and_bound(cora, plans, tmp_path):
    page = tmp_path / "signed page.pdf"
    page.write_bytes(b"<html>not a page</html>")
    opens_the_plan(cora, plans["paper"])
    cora.follows("Dana Sample signs now")
    cora.page.get_by_text("Attach the signed page").click()
    cora.gives_the_file("The signed page", page)
    day = cora.page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'America/Chicago'})")
    cora.page.get_by_label("The day written beside the signature").fill(day)
    cora.presses("Keep the signed page")
    cora.sees(re.compile("a PDF, or a PNG or JPEG picture"))
    page.write_bytes(PDF)
    cora.gives_the_file("The signed page", page)
    cora.finds_the_page_in_order(picture="sign-scanned")
    cora.presses("Keep the signed page")
    cora.sees(re.compile("Dana Sample signed on .*, on paper; the page is attached"))
    with cora.page.expect_download() as given:
        cora.follows("Download the signed page")
    assert given.value.suggested_filename == "signed page.pdf"


def test_somebody_signs_in_their_own_seat_on_a_phone(visitor, plans):
    visitor.page.set_viewport_size(PHONE)
    visitor.page.goto(f"/account/login/?next=/sign/service_plan/{plans['rowan']}/")
    visitor.page.locator("input[name=login]").fill("rowan.teal")
    visitor.page.get_by_label("Password").fill(PASSWORD)
    visitor.presses(re.compile("^Sign in$"))
    visitor.sees("You sign as participant", re.compile("I took part in making this plan."))
    visitor.does_not_see("the witness", "coordinator has not signed")
    visitor.finds_the_page_in_order(picture="sign-seat")
    visitor.page.set_viewport_size(PHONE)
    visitor.presses("I sign")
    visitor.sees("Verified just now: unchanged since it was signed.")
    visitor.sees(re.compile("Rowan Teal signed on .* by their own sign-in"))
    visitor.finds_the_page_in_order(picture="signed-document-seat")


def test_a_plan_somebody_changed_meanwhile_is_read_again_before_it_is_signed(cora, plans, county):
    opens_the_plan(cora, plans["changed"])
    cora.follows("Dana Sample signs now")
    draws_a_name(cora)
    county.runs(CHANGED.format(plans["changed"]))
    cora.presses("Sign as Dana Sample")
    cora.sees("Not signed: it was changed meanwhile", "I want to bake bread.")
    cora.finds_the_page_in_order(picture="sign-changed")
    cora.presses("Sign as Dana Sample")
    cora.sees("Verified just now: unchanged since it was signed.", "I want to bake bread.")
