"""A coordinator discharges somebody who stopped coming: unplanned, so the participant need not sign."""

import re
from datetime import date, timedelta


def test_she_discharges_someone_who_stopped_coming(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?answer=not+yet+due&rule=PLAN-3")
    visitor.page.locator("table.rows th a").last.click()
    visitor.page.get_by_role("navigation", name="About this participant").get_by_role("link", name="Enrollment").click()
    visitor.follows("Discharge")
    visitor.sees("What this discharge will owe")
    today = date.fromisoformat(visitor.reads("Day of the discharge"))
    visitor.page.locator("label").filter(has_text="Unplanned").click()
    visitor.sees("Signature on an unplanned discharge")
    visitor.page.get_by_label("Why you call it so").fill(
        "Nobody reached them since the summer, by phone, letter or visit."
    )
    visitor.chooses("What ended it", "Whereabouts unknown")
    visitor.page.get_by_label("Last contact").fill(str(today - timedelta(days=100)))
    visitor.finds_the_page_in_order(picture="discharge-start")
    visitor.presses("Record the discharge")
    visitor.sees("How it ended", "No summary was written yet", re.compile("have a written discharge summary"))

    visitor.follows("Write the summary")
    visitor.page.get_by_label("Status and condition at discharge").fill(
        "Lived in the apartment until July; in good health."
    )
    visitor.page.get_by_label(re.compile("as the providers see it")).fill("If housing is at risk, or when they call.")
    visitor.finds_the_page_in_order(picture="discharge-summary")
    visitor.presses("Save the summary")
    visitor.sees("Who signs it", re.compile("The agency's or the contracted service coordinator"))
    visitor.does_not_see("The participant has not signed")
    visitor.finds_the_page_in_order(picture="discharge")

    visitor.unfolds("Written notice")
    visitor.follows("Print a notice all the same")
    visitor.sees("How to come back", "If you do not agree")
    visitor.finds_the_page_in_order(picture="discharge-notice")
