"""The report says what the beds found on their newest run, and every bed was run."""

from assurance.bed import Found
from assurance.beds import every_bed
from assurance.input_apart import together
from assurance.report import REPORT, Result, kept, printed

BEDS = every_bed()


def test_the_report_is_printed_from_what_is_kept_and_every_bed_was_run():
    assert REPORT.read_text(encoding="utf-8") == printed(kept(), BEDS)
    assert {result.id for result in kept()} == set(BEDS)
    assert [result.id for result in kept() if not result.holds] == []


def test_a_broken_promise_and_a_missed_defect_are_said():
    bed = next(iter(BEDS.values()))
    row = Result(bed.id, "slice", 10, ["It was lost."], {"a second": "0.1 s"}, 2.0, 5, 0, "2026-11-22")

    page = printed([row], BEDS)

    assert not row.holds
    assert f"broken by {bed.id}; the planted defect was missed by {bed.id}" in page
    assert "- ✗ It was lost." in page
    assert "- a second: 0.1 s" in page
    assert "Not run yet" in page


def test_what_two_processes_counted_is_added_up_even_where_it_is_the_same():
    halves = [Found(10, [], {"sent": "1,040", "answers": "200: 7, 404: 3", "pages": "290, all of them"})] * 2

    assert together(halves).measured == {"sent": "2,080", "answers": "200: 14, 404: 6", "pages": "290, all of them"}
    assert together(halves).tried == 20
