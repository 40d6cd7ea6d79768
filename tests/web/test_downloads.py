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
