"""A note in two minutes on a phone: written, stopped where the service was done for somebody, mended, signed."""

import re

from steps import PASSWORD, PHONE


def begins_a_note(visitor):
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.page.set_viewport_size(PHONE)
    visitor.sees("My day", "My participants")
    visitor.page.get_by_role("link", name=re.compile("^Write a note about")).first.click()
    visitor.sees("Write a note", "Plan line")


def writes(visitor, **said):
    page = visitor.page
    page.get_by_label("Began").fill(said.get("began", "10:00"))
    page.get_by_role("button", name="45 min").click()
    page.get_by_label("Place").fill("the library")
    page.get_by_text(said.get("manner", "Training"), exact=True).click()
    page.get_by_label("What was done").fill(said["done"])
    page.get_by_label("How the participant responded").fill("Named two early signs.")
    page.get_by_label("Why it was done").fill("To go out three days a week.")


def chooses_the_service(visitor, kind):
    visitor.page.get_by_text("Another service, or none of these").click()
    visitor.page.get_by_text(kind, exact=True).first.click()


def signs(visitor):
    if visitor.page.get_by_label("Your password").count():
        visitor.page.get_by_label("Your password").fill(PASSWORD)
    visitor.presses("I sign")
    visitor.page.wait_for_url(re.compile("/documents/"))


def test_a_peer_specialist_writes_and_signs_a_note_on_a_phone(visitor):
    begins_a_note(visitor)
    visitor.finds_the_page_in_order(picture="note-writing")
    visitor.page.set_viewport_size(PHONE)
    writes(visitor, done="Practiced the call to a friend; he made it himself.")
    visitor.sees("Nothing keeps this note from being signed")
    assert visitor.reads("Ended") == "10:45"
    visitor.presses("Save and sign")
    visitor.page.wait_for_url(re.compile("/sign/progress_note/|/notes/.*/sign/"))
    if "/notes/" in visitor.address:
        visitor.follows("Sign anyway")
    visitor.sees("I wrote this note, and it says what was done.")
    note = re.search("[0-9a-f-]{36}", visitor.address)[0]
    signs(visitor)
    visitor.opens(f"/notes/{note}/")
    visitor.sees("Signed document")
    visitor.finds_the_page_in_order(picture="note-signed")


def test_a_note_that_describes_cleaning_a_flat_for_someone_is_stopped_and_can_still_be_corrected(visitor):
    begins_a_note(visitor)
    chooses_the_service(visitor, "Community living supportive services")
    writes(visitor, began="14:00", manner="The staff member did the task", done="I cleaned her flat while she was out.")
    visitor.sees(re.compile("to put right before signing"))
    assert visitor.page.locator("#checks mark").inner_text().startswith("I cleaned")
    visitor.finds_the_page_in_order(picture="note-checked")
    visitor.page.set_viewport_size(PHONE)
    visitor.presses("Save and sign")
    visitor.sees("This note cannot be signed yet", re.compile("Others don’t do tasks for participant"))
    visitor.finds_the_page_in_order(picture="note-stopped")
    visitor.page.set_viewport_size(PHONE)
    visitor.follows("Correct the note")
    visitor.page.get_by_text("Cueing", exact=True).click()
    visitor.page.get_by_label("What was done").fill("Cued each step of the checklist; she cleaned her flat.")
    visitor.sees("Nothing keeps this note from being signed")
    visitor.presses("Save and sign")
    visitor.page.wait_for_url(re.compile("/sign/progress_note/|/notes/.*/sign/"))
    visitor.does_not_see("cannot be signed yet")
