"""A note written where there is no connection waits on the device, locked, and is sent once there is one."""

import re

import pytest
from steps import PASSWORD, PHONE

OFFLINE = "Write a note without a connection"
KEPT = "alongside-without-a-connection"


def waits_until(visitor, question):
    """Asks the browser until the answer is yes."""
    for _ in range(100):
        if visitor.page.evaluate(question):
            return
        visitor.page.wait_for_timeout(100)
    raise AssertionError(question)


@pytest.fixture
def worker(visitor):
    """A peer specialist at a phone, whose device has fetched what it keeps."""
    visitor.is_signed_in_as("peer@opendoor.example")
    visitor.page.set_viewport_size(PHONE)
    visitor.sees("My participants")
    waits_until(visitor, f"caches.open('{KEPT}').then((cache) => cache.keys()).then((all) => all.length > 10)")
    waits_until(visitor, "navigator.serviceWorker.controller !== null")
    yield visitor
    # Without a network the browser itself tells of every request that was lost; that is what is tried here.
    lost = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "htmx:", "net::ERR")
    visitor.complaints[:] = [one for one in visitor.complaints if not any(word in one for word in lost)]


def goes_offline(visitor, *, is_gone=True):
    visitor.page.context.set_offline(is_gone)


def opens_without_a_connection(visitor, address):
    visitor.page.goto(address)
    visitor.sees(OFFLINE)


def writes(visitor, *, done, began="09:00", ended="09:45"):
    page = visitor.page
    page.locator(".lines label").first.click()
    page.get_by_label("Began").fill(began)
    page.get_by_label("Ended").fill(ended)
    page.get_by_label("Place").fill("the library")
    page.get_by_text("Training", exact=True).click()
    page.get_by_label("What was done").fill(done)


def test_a_note_is_written_without_a_connection_and_sent_when_it_is_back(worker):
    goes_offline(worker)
    opens_without_a_connection(worker, "/")
    worker.finds_the_page_in_order(picture="note-offline-choose")
    worker.page.set_viewport_size(PHONE)
    worker.page.locator("[data-people] button").first.click()
    writes(worker, done="Practiced the bus with a plan for hard moments; she chose the stop.")
    worker.finds_the_page_in_order(picture="note-offline")
    worker.page.set_viewport_size(PHONE)
    worker.presses("Keep the note on this device")
    worker.sees("Waiting on this device", "Waits for a connection.", re.compile("she chose the stop"))
    stored = worker.page.evaluate("JSON.stringify({...localStorage})")
    assert "she chose the stop" not in stored

    goes_offline(worker, is_gone=False)
    worker.sees("The note was sent and is now a draft.")
    worker.follows("Open it")
    worker.sees("she chose the stop", "Draft")


def test_which_service_it_was_is_asked_for_before_the_note_is_kept(worker):
    goes_offline(worker)
    opens_without_a_connection(worker, "/")
    worker.page.locator("[data-people] button").first.click()
    writes(worker, done="Practiced the bus.", began="04:00", ended="04:30")
    worker.page.get_by_text("Another service, or none of these").click()
    worker.presses("Keep the note on this device")
    worker.sees("Choose the plan line, or say which service it was.")
    worker.finds_the_page_in_order(picture="note-offline-service")
    worker.page.locator("[data-kind] label").get_by_text("Peer support", exact=True).click()
    worker.presses("Keep the note on this device")
    worker.sees("Waits for a connection.")


def test_a_note_that_waits_is_sent_from_whatever_page_is_opened_next(worker):
    goes_offline(worker)
    opens_without_a_connection(worker, "/notes/new/")
    worker.page.locator("[data-people] button").first.click()
    writes(worker, done="Talked through the week; he wrote the list.", began="07:00", ended="07:30")
    worker.presses("Keep the note on this device")
    worker.sees("Waits for a connection.")
    worker.page.goto("about:blank")
    goes_offline(worker, is_gone=False)
    worker.opens("/notes/")
    worker.sees("A note written without a connection is now a draft.")


def test_a_note_of_the_same_time_is_shown_beside_it(worker):
    for done in ("The first text; she cooked.", "The second text; she cooked rice."):
        goes_offline(worker)
        opens_without_a_connection(worker, "/")
        worker.page.locator("[data-people] button").first.click()
        writes(worker, done=done, began="06:00", ended="06:30")
        worker.presses("Keep the note on this device")
        goes_offline(worker, is_gone=False)
        worker.sees(re.compile("is now a draft|a note of the same time is there already"))
    worker.sees("The first text; she cooked.", "The second text; she cooked rice.")
    worker.finds_the_page_in_order(picture="note-offline-beside")
    worker.presses("Save as another draft")
    worker.sees("The note was sent and is now a draft.")


def test_typing_survives_a_closed_tab_and_an_expired_sign_in(worker):
    goes_offline(worker)
    opens_without_a_connection(worker, "/")
    worker.page.locator("[data-people] button").first.click()
    writes(worker, done="Ten minutes of typing, without a connection.", began="03:00", ended="03:30")
    worker.sees("Kept on this device.")
    worker.page.goto("about:blank")
    opens_without_a_connection(worker, "/")
    worker.page.locator("[data-people] button").first.click()
    assert worker.reads("What was done") == "Ten minutes of typing, without a connection."
    worker.presses("Keep the note on this device")

    worker.page.context.clear_cookies()
    goes_offline(worker, is_gone=False)
    worker.sees("There is a connection, and you were signed out.")
    worker.page.get_by_role("link", name="Sign in").last.click()
    worker.page.get_by_label("Email").fill("peer@opendoor.example")
    worker.page.get_by_label("Password").fill(PASSWORD)
    worker.page.get_by_role("button", name="Sign in", exact=True).click()
    worker.sees(re.compile("written without a connection is now a draft|The note was sent and is now a draft"))


def test_after_signing_out_the_device_opens_nothing(worker):
    worker.signs_out()
    waits_until(worker, f"caches.has('{KEPT}').then((is_there) => !is_there)")
    assert worker.page.evaluate("localStorage.getItem('alongside:people')") is None
    worker.opens("/notes/offline/")
    worker.sees(re.compile("keeps nothing that can be opened now"))
    assert worker.page.locator("[data-people] button").count() == 0


def test_the_next_reader_of_the_same_device_finds_none_of_it(worker):
    goes_offline(worker)
    opens_without_a_connection(worker, "/")
    name = worker.page.locator("[data-people] button").first.inner_text()
    worker.page.locator("[data-people] button").first.click()
    writes(worker, done="Only for the writer.", began="05:00", ended="05:30")
    worker.presses("Keep the note on this device")
    worker.sees("Waits for a connection.")
    worker.page.goto("about:blank")
    worker.page.context.clear_cookies()
    goes_offline(worker, is_gone=False)
    worker.is_signed_in_as("coordinator@heronbend.example")
    waits_until(worker, "localStorage.getItem('alongside:people') === null")
    worker.opens("/notes/offline/")
    worker.sees(re.compile("keeps nothing that can be opened now"))
    worker.does_not_see(name, "Only for the writer.")
