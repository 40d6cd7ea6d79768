"""A supervisor returns a note and its writer amends it; a note filed on the wrong person is moved; typing survives."""

import re

from steps import DESKTOP, PASSWORD, PHONE

# Somebody types as soon as the field is there, before the scripts of the page have run.
TYPES_EARLY = """new MutationObserver((changes, typing) => {
    const field = document.querySelector("[name=what_was_done]");
    if (field) { field.value = "Typed on a slow connection."; typing.disconnect(); }
}).observe(document, {childList: true, subtree: true});"""


def signs(visitor):
    visitor.page.wait_for_url(re.compile("/sign/progress_note/|/notes/.*/sign/"))
    key = re.search("[0-9a-f-]{36}", visitor.address)
    if "/notes/" in visitor.address:
        visitor.follows("Sign anyway")
    if visitor.page.get_by_label("Your password").count():
        visitor.page.get_by_label("Your password").fill(PASSWORD)
    visitor.presses("I sign")
    visitor.page.wait_for_url(re.compile("/documents/"))
    return key[0]


def writes_a_note(visitor, *, nth=0, began="12:00", done):
    visitor.opens("/notes/new/")
    visitor.page.locator(".choose a").nth(nth).click()
    visitor.sees("Plan line")
    page = visitor.page
    page.get_by_label("Began").fill(began)
    page.get_by_role("button", name="30 min").click()
    page.get_by_label("Place").fill("the library")
    page.get_by_text("Training", exact=True).click()
    page.get_by_label("What was done").fill(done)
    page.get_by_label("How the participant responded").fill("Named two early signs.")
    page.get_by_label("Why it was done").fill("To go out three days a week.")
    visitor.sees("Nothing keeps this note from being signed")


def begins_again_as(visitor, email):
    visitor.signs_out()
    visitor.page.set_viewport_size(DESKTOP)
    visitor.is_signed_in_as(email)


def test_a_supervisor_returns_a_note_and_the_writer_amends_it(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    writes_a_note(visitor, done="Rehearsed a call; he made it.")
    visitor.presses("Save and sign")
    key = signs(visitor)

    begins_again_as(visitor, "supervisor@opendoor.example")
    visitor.goes_to("Notes")
    visitor.follows("Sign off")
    visitor.sees("Everything the rules ask of a note is met")
    visitor.finds_the_page_in_order(picture="sign-off")
    visitor.opens(f"/notes/{key}/")
    visitor.follows("Sign off or return")
    mine = visitor.page.locator("article", has_text="Rehearsed a call; he made it.")
    mine.locator("summary", has_text="Return it").click()
    mine.locator("textarea").fill("Where did you rehearse it?")
    mine.get_by_role("button", name=re.compile("Return the note")).click()
    visitor.sees("The note goes back to Pia Wren.")

    begins_again_as(visitor, "peer@opendoor.example")
    visitor.sees("Came back to you", "Where did you rehearse it?")
    visitor.finds_the_page_in_order(picture="my-day")
    visitor.page.set_viewport_size(PHONE)
    back = visitor.page.locator("li", has_text="Where did you rehearse it?")
    back.get_by_role("link", name=re.compile("^Amend")).click()
    visitor.sees("Where did you rehearse it?")
    visitor.page.get_by_label("Why you amend it").fill("The place of the rehearsal is added.")
    visitor.page.get_by_label("What was done").fill("Rehearsed a call on the library steps; he made it.")
    visitor.finds_the_page_in_order(picture="note-amending")
    visitor.presses("Save and sign")
    signs(visitor)

    begins_again_as(visitor, "supervisor@opendoor.example")
    visitor.opens("/sign-off/")
    first = visitor.page.locator("article").first
    first.get_by_text("You asked").wait_for()
    visitor.page.get_by_label("Your password").fill(PASSWORD)
    first.get_by_role("button", name=re.compile("^Sign off")).click()
    visitor.sees("1 note is signed off.")


def test_a_note_filed_on_the_wrong_person_is_moved(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    writes_a_note(visitor, began="15:00", done="Planned the week with a friend in mind.")
    visitor.presses("Save draft")
    visitor.waits_for_the_address(re.compile(r"/notes/[0-9a-f-]{36}/$"))
    left = visitor.address
    visitor.follows("Filed on the wrong person?")
    visitor.finds_the_page_in_order(picture="note-moving")
    visitor.page.locator(".choices-row label").nth(1).click()
    visitor.page.get_by_label("Why it is moved").fill("Two people of the same street were mixed up.")
    visitor.presses("Move the note")
    visitor.sees("The note was moved.", "Moved here", "Two people of the same street were mixed up.")
    visitor.finds_the_page_in_order(picture="note-moved")
    visitor.opens(left)
    visitor.sees(re.compile("It stays here as it was"), "Two people of the same street were mixed up.")
    assert visitor.page.get_by_role("link", name="Write on").count() == 0


def test_typing_survives_a_lost_connection_an_expired_sign_in_and_a_closed_tab(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.opens("/notes/new/")
    visitor.page.locator(".choose a").first.click()
    visitor.sees("Plan line")
    page, address = visitor.page, visitor.address
    page.get_by_label("What was done").fill("First minute of typing.")
    page.locator("[data-kept-line]", has_text="Kept").wait_for()
    page.context.set_offline(True)  # the browser itself tells of every request it loses from here on
    page.get_by_label("What was done").fill("First minute of typing. Second minute, without a connection.")
    visitor.sees(re.compile("No connection"))
    page.context.set_offline(False)
    page.context.clear_cookies()
    page.get_by_label("How the participant responded").fill("Third minute, signed out.")
    visitor.sees(re.compile("You were signed out"))
    page.goto("about:blank")
    visitor.complaints.clear()

    visitor.is_signed_in_as("peer@opendoor.example", anew=True)
    visitor.opens(address)
    visitor.sees("did not send")
    page.wait_for_function("() => (document.querySelector('[name=response]') || {value: ''}).value !== ''")
    assert visitor.reads("What was done") == "First minute of typing. Second minute, without a connection."
    assert visitor.reads("How the participant responded") == "Third minute, signed out."


def test_what_is_typed_before_the_scripts_have_come_is_kept(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.opens("/notes/new/")
    visitor.page.locator(".choose a").nth(1).click()
    visitor.sees("Plan line")
    visitor.page.add_init_script(TYPES_EARLY)
    visitor.page.reload()
    visitor.page.locator("[data-kept-line]", has_text="Kept").wait_for(timeout=10_000)


def test_the_coordinator_reads_the_notes_of_everybody(visitor):
    visitor.is_signed_in_as("coordinator@juniper.example")
    visitor.goes_to("Notes")
    visitor.sees(re.compile("notes? shown"))
    visitor.finds_the_page_in_order(picture="notes")
    visitor.page.locator(".note-rows td a").first.click()
    visitor.sees("Notes")
    visitor.finds_the_page_in_order(picture="notes-of-participant")
