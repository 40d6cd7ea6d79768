"""A file is read apart first: with little memory and time, without keys, and its refusal comes back in words."""

import io
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
import word_forms

from alongside.exchange import tried as parent
from alongside.exchange.problems import Refused
from alongside.exchange.tried import tried
from exchange.tracker import member, person, session, workbook


def test_a_file_in_order_is_read_and_nothing_is_said():
    tried(workbook([person()], [member()], [session()]), "tracker.xlsx", "book")
    tried(word_forms.form(), "form.docx", "word")


def test_the_readers_own_words_come_back():
    with pytest.raises(Refused, match="damaged"):
        tried(b"PK\x03\x04 and nothing else", "tracker.xlsx", "book")
    with pytest.raises(Refused, match="no Word document"):
        tried(b"<html>", "form.docx", "word")


@pytest.mark.parametrize("body", [
    "import sys; sys.exit(1)",
    "print('read')",
    "print('[1]')",
    "from alongside.exchange.tried_apart import limit; limit(); bytearray(600_000_000); print('[]')",
    "import os; os.abort()",
    "from alongside.exchange import tried_apart as own; own.PROCESSOR_SECONDS = 1; own.limit()\nwhile True: pass",
])  # fmt: skip
def test_what_ends_its_reader_is_refused(monkeypatch, tmp_path, body):
    (tmp_path / "careless_reader.py").write_text(body)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(parent, "RUNNER", "careless_reader")

    with pytest.raises(Refused, match="more memory or time"):
        tried(b"anything", "a.xlsx", "book")


def test_what_takes_too_long_is_ended(monkeypatch, tmp_path):
    (tmp_path / "slow_reader.py").write_text("import time; time.sleep(60)")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(parent, "RUNNER", "slow_reader")
    monkeypatch.setattr(parent, "WAIT_SECONDS", 0.5)

    with pytest.raises(Refused, match="more memory or time"):
        tried(b"anything", "a.xlsx", "book")


def test_the_reader_is_told_no_secret(monkeypatch, tmp_path):
    told = tmp_path / "told"
    (tmp_path / "curious_reader.py").write_text(f"import os; open({str(told)!r}, 'w').write(str(dict(os.environ)))")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(parent, "RUNNER", "curious_reader")
    monkeypatch.setenv("SECRET_KEY", "a key nobody else has")
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:secret@nowhere/a")

    with pytest.raises(Refused):
        tried(b"", "a.xlsx", "book")

    assert "PYTHONPATH" in told.read_text()
    assert "a key nobody else has" not in told.read_text()
    assert "somebody:secret" not in told.read_text()


@pytest.mark.skipif(os.name == "nt", reason="no such limits there")
def test_it_can_write_no_file(monkeypatch, tmp_path):
    there = tmp_path / "written"
    (tmp_path / "writing_reader.py").write_text(
        "from alongside.exchange.tried_apart import limit; limit(); "
        f"file = open({str(there)!r}, 'w'); file.write('owned'); file.close(); print('[]')"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(parent, "RUNNER", "writing_reader")

    with pytest.raises(Refused):
        tried(b"", "a.xlsx", "book")

    assert not there.exists() or there.read_text() == ""


def test_an_import_on_a_shared_server_is_read_apart_first(db, program_a, monkeypatch):
    from alongside.exchange.importing import planning

    asked = []
    monkeypatch.setattr(planning, "tried", lambda content, name, kind: asked.append((name, kind)))
    from exchange.tracker import ON

    for name, content in {"a.xlsx": workbook([person()]), "a.csv": b"MA ID,Last name\n"}.items():
        try:
            planning.read_for_import(io.BytesIO(content), name, program=program_a, on=ON)
        except Refused:
            continue

    assert asked == [("a.xlsx", "book")]


def test_no_more_than_two_are_read_at_once_and_the_next_is_told(monkeypatch, tmp_path):
    (tmp_path / "slow_reader.py").write_text("import time; time.sleep(60)")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(parent, "RUNNER", "slow_reader")
    monkeypatch.setattr(parent, "WAIT_SECONDS", 1.5)
    monkeypatch.setattr(parent, "places", threading.BoundedSemaphore(2))
    said = []

    def read():
        try:
            tried(b"", "a.xlsx", "book")
        except Refused as refused:
            said.append(refused.found)

    with ThreadPoolExecutor(3) as pool:
        pool.submit(read), pool.submit(read)
        while parent.places._value:
            time.sleep(0.01)
        monkeypatch.setattr(parent, "WAIT_SECONDS", 0.1)
        pool.submit(read).result()
        assert said == [parent.BUSY]

    assert sorted(said) == sorted([parent.BUSY, parent.TOO_MUCH, parent.TOO_MUCH])
    assert not [one for one in psutil.process_iter(["cmdline"]) if "slow_reader" in " ".join(one.info["cmdline"] or ())]


def test_the_person_who_waits_is_told_and_nothing_is_saved(
    client, as_user, coordinator_a, acting_for, program_a, monkeypatch, tmp_path
):
    from alongside.records.models import Participant

    (tmp_path / "careless_reader.py").write_text("import os; os.abort()")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(parent, "RUNNER", "careless_reader")
    file = io.BytesIO(workbook([person()]))
    file.name = "tracker.xlsx"

    page = as_user(client, coordinator_a).post("/import/", {"file": file})

    assert page.status_code in (200, 422)
    assert parent.TOO_MUCH in page.content.decode()
    with acting_for(program_a):
        assert Participant.objects.count() == 0
