"""The pieces pages are made of."""

import datetime
import re
from pathlib import Path

import pytest
from django.template import engines

from alongside.law import ANSWERS
from alongside.web.templatetags import frame
from alongside.web.templatetags.components import away, facts_to_read
from alongside.web.timeline import moments

WEB = Path(__file__).resolve().parents[2] / "src/alongside/web"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
ON = datetime.date(2026, 11, 20)


def rendered(text, **context):
    return engines["django"].from_string("{% load components %}" + text).render(context)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_an_icon_and_its_word(answer):
    badge = rendered("{% answer word %}", word=answer)

    assert answer.capitalize() in badge
    icon = re.search(r'icons[^"]*\.svg#([\w-]+)"', badge)[1]
    assert f'id="{icon}"' in (WEB / "static/web/icons.svg").read_text()


def test_every_icon_named_anywhere_is_drawn():
    drawn = set(re.findall(r'id="([\w-]+)"', (WEB / "static/web/icons.svg").read_text()))
    named = {name for path in TEMPLATES for name in re.findall(r'{% icon "([\w-]+)" %}', path.read_text())}

    offered = {frame.ICONS.get(tab.name, tab.name) for tab in (*frame.TABS, *frame.REVIEWER_TABS, *frame.SEAT_TABS)}

    assert named - drawn == set()
    assert offered - drawn == set()


@pytest.mark.parametrize(
    "day, words",
    [
        ("2026-11-20", "today"), ("2026-11-21", "tomorrow"), ("2026-11-19", "yesterday"), ("2026-12-02", "in 12 days"),
        ("2026-09-01", "80 days ago"), ("2026-02-20", "8 months ago"), ("2023-03-28", "3 years ago"),
        ("2029-11-21", "in 3 years"),
    ],
)  # fmt: skip
def test_how_far_a_day_is_reads_as_people_say_it(day, words):
    assert away(datetime.date.fromisoformat(day), ON) == words


def test_dates_are_written_out():
    assert rendered("{{ day|day }}", day=datetime.date(2026, 4, 5)) == "5 April 2026"


def test_facts_are_read_without_keys_and_readings():
    facts = {"participant_id": "x", "reading_months": "calendar", "hours_short": 1.5, "born_on": None}

    assert facts_to_read(facts) == [("hours short", "1.5"), ("born on", "not recorded")]


def test_hours_are_said_beside_the_bar():
    bar = rendered("{% hours 6 10 %}")

    assert "6 of 10 hours" in bar
    assert "4 still to go" in bar
    assert 'value="6" max="10"' in bar


def test_the_timeline_puts_today_among_the_days_newest_first():
    documents = [(datetime.date(2025, 8, 31), "Enrolled"), (None, "Assessment completed")]

    assert [moment.words for moment in moments(documents, [], ON)] == ["Today", "Enrolled"]


def test_quotes_of_one_place_stand_together():
    cites = [
        {"source": "Page", "place": "Training", "quote": "must include"},
        {"source": "Page", "place": "Training", "quote": "two updates"},
        {"source": "Page", "place": "Discharge", "quote": "written"},
    ]

    quotes = rendered("{% quotes cites 'Page' %}", cites=cites)

    assert quotes.count("<blockquote") == 2
    assert "<footer>Training</footer>" in quotes


def test_no_template_carries_a_script_or_a_style_of_its_own():
    inline = re.compile(
        r"<script(?![^>]*(src=|application/json))|<style|\sstyle=|\son[a-z]+=['\"]|hx-on|javascript:", re.IGNORECASE
    )

    assert {path.name: found[0] for path in TEMPLATES if (found := inline.search(path.read_text()))} == {}


def test_style_sheets_stay_small_and_every_one_is_used():
    sheets = sorted((WEB / "static/web").glob("*.css"))
    linked = (WEB / "templates/layout/styles.html").read_text()

    assert {sheet.name: sheet.stat().st_size for sheet in sheets if sheet.stat().st_size >= 12_000} == {}
    assert [sheet.name for sheet in sheets if f"web/{sheet.name}" not in linked] == []


def test_only_words_of_a_document_read_whole_stand_in_quotation_marks():
    page = {"source": "The page", "place": "Training", "quote": "ten hours"}
    cites = [{**page, "read": "whole"}, {**page, "source": "An older page", "read": "earlier version"}, page]

    shown = rendered("{% quotes cites %}", cites=cites)

    assert re.findall(r"<q>(.*?)</q>", shown) == ["ten hours"]
    assert shown.count("as reported: ten hours") == 2


@pytest.mark.parametrize("name", ["html", "terminal", "xlsx", "pdf", "book"])
def test_every_report_prints_the_words_as_their_source_has_them(name):
    """None of them puts quotation marks around words on its own."""
    path = WEB.parent / ("packs/book.py" if name == "book" else f"exchange/{'report_' * (name != 'terminal')}{name}.py")

    assert not re.search(r"[“\"]\{[^}]*\.quote", path.read_text())
    assert ".words" in path.read_text()
