"""What is signed is amended beside what was signed; a page is attached, and one that runs something is refused."""

import re

import pytest
from steps import PHONE

WRITTEN = """
from datetime import date, timedelta
from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.records import actions
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models.kept import sha256
from django.db import transaction
from django.utils import timezone

on, by = today(), User.objects.get(email="coordinator@juniper.example")
said = {"on": on, "by": by}
with acting(actor=by), transaction.atomic():
    program = Program.objects.get(name="Juniper County")
with acting(program=program, actor=by), transaction.atomic():
    robin = actions.enroll(
        program=program, medicaid_id="0400000009", family_name="Sample", given_name="Robin", born_on=date(1981, 1, 2),
        enrolled_on=on - timedelta(days=90), **said,
    ).participant
    support = actions.write_support_plan(
        participant=robin, completed_on=on, when_well="I whistle while I cook, and call my sister on Sundays.",
        what_helps="A walk by the river. Loud rooms make it worse.", early_signs="I stop opening the mail.",
        how_to_step_in="Call my sister first. Do not come with more than two people.", **said,
    )
    actions.sign(
        record=support, capacity="participant", content_hash=sha256(shown_to_sign(support)[1]),
        hand=actions.Hand("typed", typed_name="Robin Sample"), at=timezone.now(), **said,
    )
print(f"/participants/{robin.pk}/support-plans/{support.pk}/")
"""


@pytest.fixture(scope="module")
def support_plan(county):
    """The page of a signed support plan."""
    return county.runs(WRITTEN).split()[-1]


def test_a_signed_support_plan_is_amended_and_a_letter_attached(visitor, support_plan, tmp_path):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens(support_plan)
    visitor.page.set_viewport_size(PHONE)
    visitor.follows("Amend")
    visitor.sees("What was signed stays as it was signed", "The one you amend", "I stop opening the mail.")
    visitor.page.get_by_label("What are the early signs?").fill("I stop opening the mail, and I sleep in the day.")
    visitor.presses("Save the amendment")
    visitor.sees(re.compile("to put right"))
    assert visitor.reads("What are the early signs?") == "I stop opening the mail, and I sleep in the day."
    visitor.page.get_by_label("Why it is amended").fill("Robin told of a second sign.")
    visitor.finds_the_page_in_order(picture="amending")
    visitor.presses("Save the amendment")
    visitor.sees("The amendment is saved", re.compile("I sleep in the day"), re.compile("has not signed"))

    visitor.opens(support_plan)
    visitor.sees("Robin told of a second sign.", "I stop opening the mail.")
    visitor.follows("Attach a file")
    harm, letter = tmp_path / "form.pdf", tmp_path / "letter.pdf"
    harm.write_bytes(b"%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF\n")
    letter.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n")
    visitor.gives_the_file("The file", harm)
    visitor.presses("Attach the file")
    visitor.sees(re.compile("a PDF that runs something"))
    visitor.finds_the_page_in_order(picture="attaching")
    visitor.gives_the_file("The file", letter)
    visitor.presses("Attach the file")
    visitor.sees("The file is kept.")
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Documents").click()
    visitor.sees("letter.pdf")
    visitor.page.locator("main table.rows th a").first.click()
    visitor.sees("Before and after", "Not signed yet", "Robin told of a second sign.")
    visitor.finds_the_page_in_order(picture="document-amended")
