"""A QMHP who is also a CRSS records two visits in two roles; the LPHA signs both off, each is billed as what it was."""

import re

import pytest
from clinic import clinic

ROLES = {"qmhp": "Qualified Mental Health Professional (QMHP)", "crss": "Certified Recovery Support Specialist (CRSS)"}


@pytest.fixture(scope="module")
def open_clinic(county):
    county.runs(clinic("Compass Plant Clinic", "tworoles.example"))
    return county


def writes(visitor, line, role, began, ended, clinical, picture=""):
    page = visitor.page

    def choice(words, exact):
        return page.locator("label.usa-radio__label").get_by_text(words, exact=exact)

    visitor.opens("/notes/new/")
    visitor.follows(re.compile("Coneflower"))
    choice(line, exact=True).click()
    choice(ROLES[role], exact=True).click()
    page.get_by_label("Began").fill(began)
    page.get_by_label("Ended").fill(ended)
    choice("Mental-health Medicaid", exact=True).click()
    choice("Individual", exact=True).click()
    for field in ("is_clinical", "has_clinical_requirements"):
        page.locator(f"[name={field}][value={'yes' if clinical else 'no'}] + label").click()
    page.get_by_label("What was done").fill("We planned the week and whom to call.")
    page.get_by_label("How the participant responded").fill("She named two good days.")
    page.get_by_label("Why it was done").fill("Her own kitchen.")
    visitor.sees("May this be billed? Yes, once it is signed and signed off")
    if picture:
        visitor.finds_the_page_in_order(picture=picture)
    visitor.presses("Save and sign")
    page.wait_for_url(re.compile("/sign/progress_note/"))
    if page.get_by_label("Your password").count():
        page.get_by_label("Your password").fill("juniper-berries-7")
    visitor.presses("I sign")
    page.wait_for_url(re.compile("/documents/"))
    visitor.sees("Signed by Sora Dock", ROLES[role])


def test_two_visits_in_two_roles(open_clinic, visitor, another):
    visitor.is_signed_in_as("dual@tworoles.example")
    writes(visitor, "Therapy or counseling", "qmhp", "09:00", "09:45", True, picture="note-two-roles")
    writes(visitor, "Community support", "crss", "11:00", "11:30", False)

    another.is_signed_in_as("head@tworoles.example", and_goes_to="/sign-off/")
    another.sees("counts as QMHP", "counts as MHP", "Your tier today: LPHA")
    another.page.get_by_label("Your password").fill("juniper-berries-7")
    another.presses("Confirm")
    for _ in range(2):
        another.page.get_by_role("button", name=re.compile("^Sign off the|^Sign off$")).first.click()
        another.sees("1 note is signed off.")
    another.sees("No note waits for you")

    another.opens("/billing/?stands=billable")
    another.sees("0 held, 2 billable", f"as {ROLES['qmhp']}", f"as {ROLES['crss']}, billed as an MHP")
    another.finds_the_page_in_order(picture="billing-two-roles")
