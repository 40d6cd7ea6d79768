"""The state named its sample: a coordinator completes the packet and sends it, the reviewer opens one document."""

import re
from datetime import timedelta

from steps import Visitor

from alongside.access.clock import today
from alongside.exchange.packets.verifying import verify_packet

WORKS = "from alongside.config.worker import work; work()"


def test_a_packet_is_completed_sent_and_read(visitor, browser, county, tmp_path):
    visitor.is_signed_in_as("coordinator@heronbend.example", and_goes_to="/packets/")
    visitor.sees("Being put together", "Received")
    visitor.finds_the_page_in_order(picture="packets")
    visitor.page.get_by_role("row").filter(has_text="Being put together").get_by_role("link").click()
    visitor.sees("2 missing", "Sora Grebe", "Annual recertification: functional screen results")
    visitor.finds_the_page_in_order(picture="packet")
    packet = visitor.address

    screen = visitor.page.get_by_role("link", name="Open the participant").first.get_attribute("href")
    visitor.opens(f"{screen}screen/")
    visitor.page.get_by_text("Mental Health and Substance Use Disorder", exact=False).first.click()
    visitor.page.get_by_label("Completed on").fill(str(today() - timedelta(days=70)))
    visitor.page.get_by_text("Functionally eligible", exact=True).click()
    visitor.presses("Record the screen")
    visitor.sees("recorded")

    visitor.opens(packet)
    visitor.presses("Look again")
    visitor.sees("1 that were missing are there now.", "1 missing")
    visitor.follows(re.compile("Say why it is missing"))
    visitor.finds_the_page_in_order(picture="packet-reason")
    visitor.page.get_by_label("Why it is not in the packet").fill(
        "The meeting was canceled for snow; it is in January."
    )
    visitor.presses("Save the reason")
    visitor.sees("The reason goes with the packet.", "The meeting was canceled for snow")
    visitor.finds_the_page_in_order(picture="packet-person")

    visitor.opens(packet)
    visitor.sees("Nothing is missing without a reason")
    visitor.presses("Build the packet")
    visitor.sees("Setting the files")
    visitor.finds_the_page_in_order(picture="packet-building")
    county.runs(WORKS)
    visitor.sees("Send it")
    visitor.finds_the_page_in_order(picture="packet-built")
    visitor.follows("Send it")
    visitor.sees("What is sent", "42 CFR part 2")
    visitor.finds_the_page_in_order(picture="packet-send")
    visitor.presses("Send it to the state")
    visitor.sees("Receipt", "Manifest (SHA-256)")
    visitor.finds_the_page_in_order(picture="packet-receipt")
    receipt = re.search("[0-9a-f]{64}", visitor.text)[0]

    context = browser.new_context(base_url=county, viewport={"width": 1280, "height": 900}, locale="en-US")
    state = Visitor(context.new_page())
    state.is_signed_in_as("reviewer@state.example", and_goes_to="/review/packets/")
    state.sees("Not said yet")
    state.finds_the_page_in_order(picture="packets-received")
    state.page.get_by_role("row").filter(has_text="Not said yet").get_by_role("link").click()
    state.presses("Say that you received it")
    state.sees("The program sees that you have it.", "Sora Grebe")
    state.finds_the_page_in_order(picture="packet-received")
    with state.page.expect_download() as given:
        state.follows("Take it (ZIP)")
    given.value.save_as(tmp_path / "packet.zip")
    assert verify_packet(tmp_path / "packet.zip", receipt).flaws == []
    state.follows("Sora Grebe")
    state.sees("The meeting was canceled for snow")
    state.finds_the_page_in_order(picture="packet-received-person")
    with state.page.expect_download() as given:
        state.follows(re.compile("^Open it"))
    assert given.value.suggested_filename.endswith(".pdf")
    assert state.opens(packet) == 403
    context.close()
    assert state.complaints == []
