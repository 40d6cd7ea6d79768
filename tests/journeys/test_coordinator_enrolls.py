"""A coordinator takes somebody from the first contact to an enrollment, or to a refusal with its reasons."""

import re
from datetime import date, timedelta

COORDINATOR = "coordinator@juniper.example"


def finds(visitor, name):
    visitor.opens(f"/participants/?q={name.partition(',')[0]}")
    visitor.follows(re.compile(name))
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Enrollment").click()
    visitor.sees("The four conditions")


def fills(visitor, label, text):
    visitor.page.get_by_label(label, exact=True).first.fill(text)


def picks(visitor, label):
    visitor.page.locator("label").filter(has_text=re.compile(f"^{label}$")).first.click()


def test_she_enrolls_a_15_year_old_with_a_childrens_screen(visitor):
    visitor.is_signed_in_as(COORDINATOR)
    visitor.goes_to("Participants")
    visitor.follows("Enroll somebody")
    today = date.fromisoformat(visitor.reads("Day they asked"))
    fills(visitor, "Given name", "Sky")
    fills(visitor, "Family name", "Hornbill")
    fills(visitor, "Medicaid id", "3300771155")
    fills(visitor, "Date of birth", str(today.replace(day=1) - timedelta(days=365 * 15 + 40)))
    fills(visitor, "What they ask for", "Somebody to practice shopping and bus rides with")
    visitor.finds_the_page_in_order(picture="first-contact")
    visitor.presses("Record the first contact")
    visitor.sees("Asked for services on", "Facts missing", "Gather the four conditions here")
    visitor.finds_the_page_in_order(picture="enrollment-begun")

    visitor.follows("Record a coverage check")
    picks(visitor, "Medicaid")
    fills(visitor, "Covered from", "2025-01-01")
    fills(visitor, "Reference number or file name", "271-771155")
    visitor.finds_the_page_in_order(picture="coverage-check")
    visitor.presses("Record the check")
    visitor.follows("Record a functional screen")
    picks(visitor, "Children's Long Term Care Functional Screen")
    picks(visitor, "Initial")
    fills(visitor, "Completed on", str(today - timedelta(days=3)))
    picks(visitor, "Functionally eligible")
    visitor.finds_the_page_in_order(picture="functional-screen")
    visitor.presses("Record the screen")
    visitor.follows("Record where they live")
    visitor.chooses("Kind of place", "Family's home")
    fills(visitor, "Lives there from", "2015-06-01")
    visitor.presses("Record the residence")
    visitor.sees("All four conditions are met.")

    visitor.follows(re.compile("^Enroll$"))
    visitor.sees(re.compile("all four conditions are met"))
    visitor.presses("Enroll")
    visitor.sees("Enrolled since", "Sky Hornbill is enrolled.")
    visitor.finds_the_page_in_order(picture="enrolled")


def test_with_the_adult_screen_only_a_person_decides_and_says_why(visitor):
    visitor.is_signed_in_as(COORDINATOR)
    finds(visitor, "Linnet, Tad")
    visitor.sees("A person must decide", "1 of the four conditions is not met or not settled yet.")
    visitor.finds_the_page_in_order(picture="enrollment")
    visitor.follows(re.compile("^Enroll$"))
    visitor.presses("Enroll")
    visitor.sees(re.compile("a reason, for not every condition is met"))
    fills(visitor, "Why you enroll all the same", "DCTS accepted the adult screen by mail.")
    visitor.finds_the_page_in_order(picture="enroll-decide")
    visitor.presses("Enroll")
    visitor.sees("DCTS accepted the adult screen by mail.", "Functional need: a person must decide")


def test_she_refuses_an_enrollment_with_its_reasons(visitor):
    visitor.is_signed_in_as(COORDINATOR)
    finds(visitor, "Hornbeam, Wes")
    visitor.follows("Refuse enrollment")
    assert "Coverage: you must be eligible and enrolled in Medicaid" in visitor.reads(
        "Reasons, as the letter gives them"
    )
    visitor.finds_the_page_in_order(picture="refuse-enrollment")
    visitor.presses("Refuse enrollment")
    visitor.sees("Enrollment refused on")
    visitor.follows("Print the letter")
    visitor.sees("About your enrollment", re.compile("could not enroll you"), "You can ask again at any time")
    visitor.finds_the_page_in_order(picture="refusal-letter")


def test_somebody_alike_is_shown_before_a_second_record_is_made(visitor):
    visitor.is_signed_in_as(COORDINATOR)
    visitor.opens("/participants/new/")
    fills(visitor, "Given name", "ari")
    fills(visitor, "Family name", "Bíttern")
    fills(visitor, "Medicaid id", "2040770115")
    visitor.presses("Record the first contact")
    visitor.sees("Is it one of these?", "2040770151", re.compile("two that changed places"))
    visitor.finds_the_page_in_order(picture="first-contact-alike")
    visitor.follows("Open Ari Bittern")
    visitor.sees("All four conditions are met.")


def test_somebody_who_comes_back_starts_from_what_was_known(visitor):
    visitor.is_signed_in_as(COORDINATOR)
    visitor.opens("/participants/?answer=met&rule=DSC-3")
    for person in visitor.page.locator("table.rows th a").all()[:10]:
        address = person.get_attribute("href")
        shown = visitor.page.request.get(f"{address}enrollment/").text()
        if "Asks to come back" in shown:
            visitor.opens(f"{address}enrollment/")
            break
    visitor.sees("Asks to come back", "Known from before", "What would bring them back")
    visitor.finds_the_page_in_order(picture="enrollment-return")
