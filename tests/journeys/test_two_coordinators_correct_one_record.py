"""Two people correct one record at once: the second sees both texts, decides, and loses none."""

import re

from steps import Visitor


def test_the_second_sees_both_texts(visitor, browser, county):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.opens("/participants/?q=Sedge")
    visitor.follows(re.compile("Sedge, Kip"))
    visitor.waits_for_the_address(re.compile("/participants/[0-9a-f-]{36}/$"))
    correct = visitor.address.rstrip("/") + "/correct/"
    visitor.opens(correct)
    context = browser.new_context(base_url=county, viewport={"width": 1280, "height": 900}, locale="en-US")
    other = Visitor(context.new_page())
    other.is_signed_in_as("administrator@juniper.example")
    other.opens(correct)
    other.page.get_by_label("Given name").fill("Kipling")
    other.page.get_by_label("Date of birth").fill("1998-02-03")
    other.presses("Save")
    other.sees("It is corrected.")
    context.close()

    visitor.page.get_by_label("Given name").fill("Christopher")
    visitor.presses("Save")
    visitor.sees("Somebody else saved this while you were typing", "Kipling", "As you typed it")
    visitor.finds_the_page_in_order(picture="correct-clash")
    assert visitor.reads("Date of birth") == "1998-02-03"
    visitor.presses("Save")
    visitor.sees("It is corrected.", "Christopher Sedge")

    visitor.opens(correct)
    visitor.sees(re.compile("Corrected by Abe Linden"), re.compile("Corrected by Cora Plover"), "3 February 1998")
    visitor.finds_the_page_in_order(picture="correct-history")
    assert other.complaints == []
