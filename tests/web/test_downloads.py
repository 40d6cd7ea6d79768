"""Whatever leaves as a file leaves by one function: saved, never shown, never run."""

import re
from pathlib import Path

import pytest

from alongside.web.downloads import download

WEB = Path(__file__).resolve().parents[2] / "src/alongside/web"
# A calendar that a phone subscribes to is no file to keep; it holds what the program wrote, never an upload.
OTHERS = {"downloads.py", "views/calendar_feeds.py"}


def test_every_file_leaves_by_this_function():
    found = {
        str(path.relative_to(WEB))
        for path in WEB.rglob("*.py")
        if re.search("Content-Disposition|FileResponse", path.read_text())
    }

    assert found == OTHERS


def test_it_is_saved_and_locked():
    sent = download(b"<script>", "text/html", "a.html")

    assert sent["Content-Disposition"] == 'attachment; filename="a.html"'
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in sent["Content-Security-Policy"]
    assert "default-src 'none'" in sent["Content-Security-Policy"]


@pytest.mark.parametrize("name", [
    "../../etc/passwd", "a\r\nX-Evil: 1.pdf", 'a"; filename="b.exe', "exe.\u202efdp", "a\0b.pdf", "..", "", "a" * 400,
    "\u4e2d\u6587.pdf",
])  # fmt: skip
def test_a_name_leads_nowhere_and_breaks_no_header(name):
    said = download(b"", "application/pdf", name)["Content-Disposition"]

    assert said.startswith("attachment")
    assert not re.search(r"[\r\n\0/\\\u202e]", said)
    assert len(said) < 500


# Where bytes are kept: what looks a file over before it is stored there, or that the program made it itself. So there
# is no state in between: what is stored was looked over, and what was not looked over is served to nobody.
LOOKED_OVER = {
    "attachment": ("records/actions/attachments.py", "refuse(problems_of_file(content))"),
    "guiding_copy": ("records/actions/library.py", "*problems_of_file(content)"),
    "provider_file": ("records/actions/network.py", "refuse(problems_of_file(content))"),
    "evidence": ("reviews/talking.py", "refuse(problems_of_file(content))"),
    "state_form": ("web/forms_paper.py", 'tried(content, given.name, "word")'),
}
OWN = {"rendering", "packet_file", "packet_output"}


def test_every_place_that_keeps_a_file_has_it_looked_over_before():
    from django.apps import apps
    from django.db.models import BinaryField

    keeping = {
        model._meta.db_table
        for model in apps.get_models()
        if any(isinstance(field, BinaryField) and field.name == "content" for field in model._meta.fields)
    }

    assert keeping == {*LOOKED_OVER, *OWN}
    for file, words in LOOKED_OVER.values():
        assert words in (WEB.parent / file).read_text()
