"""Putting a packet together: what is in it, what is missing, another document, built, stopped, gone on with, sent."""

import io
import json
import zipfile

import pikepdf
import pytest
from packets import a_packet, explained, three_people

from alongside.config.packing import build, build_waiting, paper
from alongside.exchange.packets.archive import archive_of
from alongside.records.actions import record_screen
from alongside.records.models import ServicePlan
from alongside.records.problems import Conflict, Problems
from alongside.reviews.models import ItemState, OutputKind, Packet, PacketFile
from alongside.reviews.packets.assembling import assemble, look_again
from alongside.reviews.packets.building import build_one, items_of, progress
from alongside.reviews.packets.correcting import ask_to_build, choose, describe, leave_out, put_back
from alongside.reviews.packets.sending import problems_of_sending, send
from people import TODAY, day, moment

pytestmark = pytest.mark.django_db
AT = moment("2026-11-20 10:00")


@pytest.fixture
def people(in_program_a):
    return three_people()


@pytest.fixture
def packet(people):
    return a_packet(people)


def of(packet, person, requirement):
    return packet.items.get(sample_member__position=person, requirement=requirement)


def handed_over(packet):
    ask_to_build(packet=packet, at=AT, asked_by="Cora Plover", by=None)
    return Packet.objects.get(pk=packet.pk)


def refused(packet):
    return [problem.found for problem in problems_of_sending(Packet.objects.get(pk=packet.pk))]


def test_every_requirement_of_the_sampled_is_there_or_named_as_missing(packet, people):
    found = {(one.sample_member.position, one.requirement): one.state for one in packet.items.all()}

    assert {person for person, _ in found} == {1, 2}
    assert found[1, "annual_plan"] == found[1, "six_month_plan"] == ItemState.THERE
    assert found[1, "annual_screen"] == ItemState.MISSING  # only the first screen was recorded
    assert found[2, "discharge_summary"] == ItemState.THERE
    assert (1, "discharge_summary") not in found  # nobody was discharged there: absent, not missing


def test_the_most_recently_completed_is_chosen_and_another_one_may_be(packet, people):
    item = of(packet, 1, "annual_plan")
    newest = ServicePlan.objects.get(participant=people[0], completed_on=day("2026-02-25"))
    older = ServicePlan.objects.get(participant=people[0], completed_on=day("2026-02-20"))
    assert (item.record, item.is_signed) == (newest.pk, True)

    chosen = choose(item=item, version=item.version, record=older.pk, by=None)
    assert (chosen.record, chosen.is_signed) == (older.pk, False)
    with pytest.raises(Conflict):
        choose(item=item, version=item.version, record=newest.pk, by=None)
    with pytest.raises(Problems, match="Choose one listed"):
        choose(item=chosen, version=chosen.version, record=ServicePlan.objects.get(
            participant=people[2], completed_on=day("2026-02-20")).pk, by=None)  # fmt: skip


def test_a_discharge_without_its_summary_is_incomplete(in_program_a):
    """Worked case F12."""
    packet = a_packet(three_people(has_summary=False))

    assert of(packet, 2, "discharge_summary").state == ItemState.MISSING
    assert "missing without a reason" in refused(packet)[0]


def test_a_childrens_screen_is_taken(in_program_a, people):
    """Worked case F13."""
    said = {"completed_on": day("2026-02-10"), "result": "eligible", "on": TODAY, "by": None}
    record_screen(participant=people[0], kind="childrens_ltc", **said)

    assert of(a_packet(people), 1, "annual_screen").state == ItemState.THERE


def test_what_was_missing_and_is_recorded_since_comes_in_at_one_press(packet, people):
    said = {"completed_on": day("2026-02-10"), "result": "eligible", "on": TODAY, "by": None}
    record_screen(participant=people[0], kind="mh_sud", **said)

    assert look_again(packet=packet, by=None) == 1
    assert of(packet, 1, "annual_screen").state == ItemState.THERE
    assert assemble(sample=packet.sample, on=TODAY, by=None) == packet


def test_what_is_left_out_or_missing_says_why_and_may_come_back(packet):
    item = of(packet, 1, "annual_plan")
    with pytest.raises(Problems):
        leave_out(item=item, version=item.version, reason=" ", reason_by="Cora Plover", by=None)
    said = leave_out(item=item, version=item.version, reason="Not asked for.", reason_by="Cora Plover", by=None)
    assert said.state == ItemState.LEFT_OUT
    back = put_back(item=said, version=said.version, by=None)
    assert (back.state, back.reason) == (ItemState.THERE, None)
    missing = of(packet, 1, "annual_screen")
    told = leave_out(item=missing, version=missing.version, reason="Not done.", reason_by="Cora Plover", by=None)
    assert (told.state, told.reason) == (ItemState.MISSING, "Not done.")


def test_a_packet_interrupted_goes_on_where_it_stopped_and_doubles_nothing(packet):
    packet = handed_over(explained(packet))
    assert build_one(packet, paper, by=None)
    made, of_all = progress(packet)
    first = {item.pk: item.file_id for item in items_of(packet) if item.file_id}
    assert made == 1 < of_all

    assert build_waiting(packet.program) == 1  # another worker, later
    items = {item.pk: item.file_id for item in items_of(packet) if item.state == ItemState.THERE}
    assert items.items() >= first.items()
    assert None not in items.values()
    assert len(items) == of_all
    assert PacketFile.objects.count() == len(set(items.values()))
    assert build_waiting(packet.program) == 0


def test_a_file_that_does_not_open_stops_the_packet_and_is_named(packet, monkeypatch):
    def broken(*_, **__):
        raise ValueError("This is no PDF that opens.")

    packet = handed_over(explained(packet))
    monkeypatch.setattr("alongside.config.packing.paper_of", broken)
    assert not build(packet)
    packet.refresh_from_db()
    assert (packet.state, packet.trouble.startswith("Person 1, ")) == ("choosing", True)


def test_what_is_built_is_one_accessible_pdf_a_manifest_and_the_statement(packet):
    packet = handed_over(explained(packet))
    assert build(packet)
    packet.refresh_from_db()
    made = {one.kind: bytes(one.content) for one in packet.outputs.all()}
    manifest = json.loads(made[OutputKind.MANIFEST])

    assert packet.is_accessible
    with pikepdf.open(io.BytesIO(made[OutputKind.WHOLE])) as whole, whole.open_outline() as outline:
        assert [one.title for one in outline.root] == ["About this packet", "Person 1", "Person 2"]
        assert len(whole.pages) == packet.page_count == manifest["combined"]["pages"]
        keys = list(whole.Root.StructTreeRoot.ParentTree.Nums)[::2]
        assert [int(key) for key in keys] == list(range(len(keys)))
        assert sorted(int(page.obj.StructParents) for page in whole.pages) == list(range(len(whole.pages)))
        assert b">1</pdfuaid:part>" in whole.Root.Metadata.read_bytes()
    names = "Juniper", "Rowan", "Outside", "Hazel"
    assert not any(name in made[OutputKind.MANIFEST].decode() for name in names)
    assert "Disclosure without patient consent" in manifest["statement"]["text"]
    assert "42 CFR part 2" in manifest["statement"]["text"]  # nobody said that there are no such records
    assert all(one["reason"] for one in manifest["missing"])


def test_the_same_packet_is_the_same_archive(packet):
    packet = handed_over(explained(packet))
    build(packet)
    parts = [("b.pdf", b"b"), ("a.pdf", b"a")]
    twice = [archive_of(b"{}", b"whole", "statement", given) for given in (parts, parts[::-1])]

    assert twice[0] == twice[1]
    assert zipfile.ZipFile(io.BytesIO(twice[0])).namelist()[:3] == ["manifest.json", "redisclosure.txt", "packet.pdf"]


def test_nothing_is_sent_with_something_missing_or_unbuilt_or_without_its_statement(packet):
    """Worked case J6, last line."""
    assert len(refused(packet)) == 2
    packet = handed_over(explained(packet))
    assert "a packet not built" in refused(packet)
    build(packet)
    assert refused(packet) == []
    packet.outputs.filter(kind=OutputKind.STATEMENT).delete()
    assert refused(packet) == ["no redisclosure statement"]


def test_a_change_after_building_asks_for_building_again(packet):
    packet = handed_over(explained(packet))
    build(packet)
    packet.refresh_from_db()
    said = {"authority": "Letter of 2 November 2026", "has_substance_use_records": False}
    describe(packet=packet, version=packet.version, **said, by=None)

    assert "a packet not built" in refused(packet)
    packet = handed_over(packet)
    assert build(packet)
    assert b"42 CFR" not in bytes(packet.outputs.get(kind=OutputKind.STATEMENT).content)


def test_what_was_sent_is_not_changed_any_more(packet):
    packet = handed_over(explained(packet))
    build(packet)
    packet.refresh_from_db()
    sent = send(packet=packet, version=packet.version, at=AT, sent_by="Cora Plover", by=None)

    assert sent.is_sent
    assert refused(sent) == ["a packet already sent"]
    with pytest.raises(Problems, match="What was sent stays"):
        look_again(packet=sent, by=None)
