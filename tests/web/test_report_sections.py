"""An incident report in sections: each role's own, what is closed with its words, the review, the hotline first."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import IncidentReport, ReportSection
from people import a_participant

pytest_plugins = ("peers",)
pytestmark = pytest.mark.django_db
HEARD = "She said: “I wanted to die.” Then she sat down."


@pytest.fixture
def crss(client, as_user, member, program_a, peers):
    """The CRSS, signed in, as direct staff."""
    return as_user(client, member(program_a, Role.DIRECT_STAFF, name="Ada Wren", staff_id=peers.crss.pk))


@pytest.fixture
def qmhp(as_user, member, program_a, peers):
    """Her supervisor, a QMHP, at another browser."""
    from django.test import Client

    return as_user(Client(), member(program_a, Role.SUPERVISOR, name="Ada Sedge", staff_id=peers.qmhp.pk))


@pytest.fixture
def report(crss, acting_for, program_a, peers):
    """A report the CRSS sent an hour ago."""
    from alongside.access.models import User

    with acting_for(program_a):
        (made,) = actions.report_incident(
            participants=[a_participant(on=peers.on)], what_happened="A fall.", reported_by="Ada Wren",
            learned_at=timezone.now() - timedelta(hours=1), on=peers.on, by=User.objects.get(name="Ada Wren"),
        )  # fmt: skip
    return made


@pytest.fixture
def kept(acting_for, program_a):
    """The sections in the database, as a test that stands outside of every program reads them."""

    def rows():
        with acting_for(program_a):
            return list(ReportSection.objects.all())

    return rows


def at(report, rest="sections/"):
    return f"/incidents/reports/{report.pk}/{rest}"


def text(client, address, status=200, **asked):
    response = client.get(address, asked)
    assert response.status_code == status, response.content.decode()[:3000]
    return " ".join(response.content.decode().split())


def sent(client, address, **said):
    return client.post(address, {"token": uuid4(), **said}, follow=True)


def test_a_crss_meets_open_sections_and_closed_ones_with_the_words(crss, report):
    page = text(crss, at(report))

    assert "You write as <strong>Certified Recovery Support Specialist (CRSS)</strong>" in page
    assert page.count("Review required") == 6
    assert page.count(">Closed<") == 8
    assert "Make clinical judgments (risk level, intent, diagnosis)" in page
    assert "Filled by: supervisor." in page
    assert "First: is abuse, neglect, exploitation or a death suspected?" in page
    assert "no later than 4 hours" in page


def test_she_writes_and_what_she_wrote_is_labeled_and_waits_for_review(crss, report, kept):
    answer = sent(crss, at(report, "sections/facts_seen/"), body=HEARD, is_seen="yes", **{"as": "crss"})
    page = " ".join(answer.content.decode().split())

    assert answer.status_code == 200
    (row,) = kept()
    assert (row.written_as, row.body, row.is_seen, row.is_authority_needed) == ("crss", HEARD, True, None)
    assert "Peer support section: What was seen and heard. Written as Certified Recovery" in page
    assert "be reviewed by a supervisor" in page
    assert "<mark>" not in page


def test_words_that_judge_are_kept_and_marked_and_the_rule_says_who_mends_them(crss, report, kept):
    page = sent(crss, at(report, "sections/facts_seen/"), body="The aide caused the fall.", is_seen="yes").content

    assert b"<mark>caused</mark>" in page
    assert b"Determine fault, cause, or responsibility" in page
    assert b"not met" in page.lower()
    assert kept()[0].body == "The aide caused the fall."


@pytest.mark.parametrize("section", ["risk_assessment", "intent", "cause", "recommendation", "final_sign_off"])
def test_a_closed_section_posted_by_a_peer_is_refused_with_everything(crss, report, kept, section):
    answer = sent(crss, at(report, f"sections/{section}/"), body="High.", **{"as": "crss"})
    page = " ".join(answer.content.decode().split())

    assert answer.status_code == 403
    assert kept() == []
    for said in ("is closed to you", "It needs", "Found", "Next:", "Who can do this: supervisor", "IL-IR-", "High."):
        assert said in page
    assert "within 4 hours" in page or "no later than 4 hours" in page


def test_a_peer_who_says_she_writes_as_a_qmhp_writes_in_her_own_role(crss, report, kept):
    answer = sent(crss, at(report, "sections/intent/"), body="Meant it.", **{"as": "qmhp"})

    assert answer.status_code == 403
    assert kept() == []


def test_the_supervisor_completes_the_clinical_sections_and_reviews(crss, qmhp, report):
    sent(crss, at(report, "sections/facts_seen/"), body=HEARD, is_seen="yes", is_authority_needed="yes")
    alone = text(crss, at(report))
    assert "be a peer’s alone where clinical authority is needed" in alone

    assert sent(qmhp, at(report, "sections/risk_assessment/"), body="Low; plan made.").status_code == 200
    read = text(qmhp, at(report, "review/"))
    assert "Nothing is written in these clinical sections:" in read
    assert "Clinical assessment of risk" not in read.split("Nothing is written in these clinical sections:")[1][:200]
    version = read.split('name="version" value="')[1].split('"')[0]
    page = sent(qmhp, at(report, "review/"), version=version).content.decode()

    assert "Reviewed on" in page
    assert "by Ada Sedge" in page
    again = sent(qmhp, at(report, "review/"), version=version)
    assert again.status_code == 422
    assert "reviewed by Ada Sedge" in again.content.decode()
    assert "be a peer’s alone where clinical authority is needed" not in text(crss, at(report))


def test_a_review_of_what_changed_meanwhile_is_read_again(crss, qmhp, report):
    sent(crss, at(report, "sections/facts_seen/"), body=HEARD, is_seen="yes")
    version = text(qmhp, at(report, "review/")).split('name="version" value="')[1].split('"')[0]
    sent(crss, at(report, "sections/facts_seen/"), body=HEARD + " I called.", is_seen="yes", version=1)

    answer = sent(qmhp, at(report, "review/"), version=version)

    assert answer.status_code == 422
    assert "changed since you read it" in answer.content.decode()


def test_the_same_section_on_two_devices_loses_nothing(crss, report):
    sent(crss, at(report, "sections/facts_seen/"), body="She fell.", is_seen="yes")
    sent(crss, at(report, "sections/facts_seen/"), body="She fell at noon.", is_seen="yes", version=1)

    answer = sent(crss, at(report, "sections/facts_seen/"), body="She fell at one.", is_seen="yes", version=1)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Somebody else saved this" in page
    assert "She fell at noon." in page
    assert "She fell at one." in page


def test_a_peer_cannot_review_and_neither_can_whoever_has_no_part_in_it(crss, report, as_user, biller_a):
    assert crss.get(at(report, "review/")).status_code == 403
    as_user(crss, biller_a)
    page = text(crss, at(report))
    assert "Sections are written by those who run the program, supervise or serve." in page


def test_the_suspicion_is_said_and_the_hotline_told(crss, report):
    page = sent(crss, at(report, "suspected/"), is_suspected_abuse="yes").content.decode()
    assert "Record that the hotline was told" in page

    said = {"reports": str(report.pk), "told_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}
    address = f"/incidents/{report.incident}/tell/hotline/"
    page = sent(crss, address, told_by="Ada Wren", how="phone", proof="Call 12", **said).content.decode()

    assert "Call 12" in page
    assert "Told" in page
    assert "The OIG hotline was told" in text(crss, at(report))
    assert "F-00390" not in page


def test_what_is_owed_to_the_hotline_turns_late(crss, report, acting_for, program_a):
    with acting_for(program_a):
        IncidentReport.objects.filter(pk=report.pk).update(
            learned_at=timezone.now() - timedelta(hours=5), is_suspected_abuse=True
        )

    assert "Call the OIG hotline now" in text(crss, at(report))


def test_who_holds_two_roles_chooses_one(crss, report, kept, acting_for, program_a, peers):
    with acting_for(program_a):
        actions.assign_role(staff=peers.crss, role="qmhp", starts_on=peers.since, **peers.said)

    page = text(crss, at(report))
    assert "In which role do you write?" in page
    assert "Closed to you" not in page
    assert text(crss, at(report), **{"as": "qmhp"}).count('part-state part-open">Open') == 14
    assert "Closed to you as Certified Recovery" in text(crss, at(report), **{"as": "crss"})
    assert crss.get(at(report, "sections/intent/")).status_code == 302
    assert sent(crss, at(report, "sections/intent/"), body="As seen.", **{"as": "qmhp"}).status_code == 200
    assert kept()[0].written_as == "qmhp"


def test_who_holds_no_role_is_told_so(crss, report, acting_for, program_a, peers):
    from alongside.records.models import Credential

    with acting_for(program_a):
        Credential.objects.filter(staff=peers.crss).update(expires_on=peers.on - timedelta(days=1))

    assert "No qualification or role is recorded for you on this day" in text(crss, at(report))
    assert crss.get(at(report, "sections/facts_seen/")).status_code == 302


@pytest.mark.parametrize(
    "section,said,status",
    [
        ("diary", {}, 404),
        ("facts_seen", {"body": ""}, 422),
        ("facts_seen", {"body": "a" * 30_000}, 422),
        ("facts_seen", {"body": "She fell.", "is_seen": "perhaps"}, 422),
        ("facts_seen", {"body": "She fell.", "version": "x"}, 422),
        ("facts_seen", {"body": "nul \x00 byte", "as": "captain"}, 422),
        ("facts_seen", {"body": "<script>alert(1)</script>", "as": "captain"}, 200),
    ],
)
def test_odd_input_is_answered(crss, report, section, said, status):
    answer = sent(crss, at(report, f"sections/{section}/"), **said)

    assert answer.status_code == status
    assert "<script>alert" not in answer.content.decode()


def test_another_kind_of_program_has_none_of_these_pages(client, as_user, coordinator_b, report):
    as_user(client, coordinator_b)

    for rest in ("sections/", "sections/facts_seen/", "review/", "suspected/"):
        assert client.get(at(report, rest)).status_code == 404
    assert client.post("/writing/marks/", {"body": "caused"}).status_code == 404


def test_a_report_few_may_read_keeps_its_sections_to_them(qmhp, report, acting_for, program_a):
    with acting_for(program_a):
        IncidentReport.objects.filter(pk=report.pk).update(is_restricted=True)

    assert qmhp.get(at(report)).status_code == 404


def test_the_incident_shows_the_hotline_and_leads_to_the_sections(crss, report):
    page = text(crss, f"/incidents/{report.incident}/")
    assert at(report) in page
    assert "The OIG hotline is told" in page
    assert "F-00390" not in page
    assert "Not said whether abuse is suspected" in text(crss, "/incidents/")


def test_words_typed_are_marked_and_quotations_are_not(crss, report):
    said = crss.post("/writing/marks/", {"paper": "incident_report", "as": "crss", "body": "He caused it."})
    assert "<mark>caused</mark>" in said.content.decode()
    said = crss.post("/writing/marks/", {"paper": "incident_report", "body": "He said: “The aide caused it.”"})
    assert "No words that judge were found" in said.content.decode()
    said = crss.post("/writing/marks/", {"what_was_done": "She was high risk.", "response": "\x00", "paper": "diary"})
    assert "<mark>" in said.content.decode()
    assert crss.post("/writing/marks/", {}).status_code == 200
    assert crss.get("/writing/marks/").status_code == 405


def test_a_new_report_asks_what_is_suspected_and_knows_the_writers_role(crss, acting_for, program_a, peers):
    page = text(crss, "/incidents/new/")
    assert "the OIG hotline is told at once" in page
    assert "F-62470" not in page
    assert "F-00390" not in page


def test_what_is_signed_stays_and_its_amendment_takes_new_words(crss, report, kept, acting_for, program_a, peers):
    sent(crss, at(report, "sections/facts_seen/"), body="She fell.", is_seen="yes")
    with acting_for(program_a):
        IncidentReport.objects.filter(pk=report.pk).update(signed_on=peers.on)
    assert "The report is signed and stays as it is" in text(crss, at(report))
    refused = sent(crss, at(report, "sections/facts_seen/"), body="She slipped.", is_seen="yes", version=1)
    assert refused.status_code == 422
    assert "Amend the report" in refused.content.decode()

    with acting_for(program_a):
        report.refresh_from_db()
        same = ("program", "participant", "incident", "what_happened", "reported_by", "learned_at", "affected_count")
        held = {name: getattr(report, name) for name in same}
        amendment = IncidentReport.objects.create(
            **held, amends=report, amended_reason="The time was wrong.", reporter_id=report.reporter_id
        )
    page = text(crss, at(amendment))
    assert "She fell." in page
    assert "Add your own words" in page
    assert sent(crss, at(amendment, "sections/facts_seen/"), body="She slipped.", is_seen="yes").status_code == 200
    assert {(row.body, row.incident_report_id) for row in kept()} == {
        ("She fell.", report.pk), ("She slipped.", amendment.pk)
    }  # fmt: skip
