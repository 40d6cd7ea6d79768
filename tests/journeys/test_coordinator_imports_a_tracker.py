"""A coordinator brings the county's spreadsheet: looks it over, says what a word means, takes it, keeps the rest."""

import re
from pathlib import Path

TRACKER = Path(__file__).resolve().parents[1] / "data" / "county-tracker.xlsx"


def test_a_tracker_is_looked_over_asked_about_taken_and_what_stayed_out_downloaded(visitor, tmp_path):
    visitor.is_signed_in_as("coordinator@heronbend.example")
    visitor.goes_to("Import")
    visitor.finds_the_page_in_order(picture="import")
    visitor.gives_the_file("Tracker", TRACKER)
    visitor.presses("Look it over")
    visitor.sees("What importing county-tracker.xlsx would do", re.compile("found “13/45/1988”"), "“Basket weaving”")
    visitor.finds_the_page_in_order(picture="import-looked")
    visitor.answers("“Basket weaving”", "Mental health and substance use")
    visitor.presses("Look again with these")
    visitor.sees("Explained by you")
    visitor.presses(re.compile("^Import "))
    visitor.sees("Imported", "See what needs you today")
    visitor.finds_the_page_in_order(picture="import-done")
    book = visitor.downloads(re.compile("^Download the"), tmp_path)
    assert book.name == "rejected-rows.xlsx"
    assert book.stat().st_size > 5_000
    visitor.follows("See what needs you today")
    visitor.sees("Overdue or not met")


def test_a_file_that_cannot_be_read_is_answered_with_where_what_and_how(visitor, tmp_path):
    picture = tmp_path / "tracker.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
    visitor.is_signed_in_as("coordinator@heronbend.example")
    visitor.goes_to("Import")
    visitor.gives_the_file("Tracker", picture)
    visitor.presses("Look it over")
    visitor.sees("The file could not be read", "Expected", "What to do")
    visitor.finds_the_page_in_order(picture="import-refused")


def test_importing_without_a_file_says_what_is_needed(visitor):
    visitor.is_signed_in_as("coordinator@heronbend.example")
    visitor.goes_to("Import")
    visitor.presses("Look it over")
    visitor.sees("Choose the file to import.")
    visitor.finds_the_page_in_order()
