"""`alongside verify packet.zip` on another machine: what is as it was sent, and what was done to it since."""

import json
import zipfile

import pytest

from alongside.cli import main
from alongside.exchange.packets.archive import archive_of
from alongside.exchange.packets.manifest import MANIFEST, WHOLE, Listed, file_name, manifest_of, sha256

FILES = {file_name(person, 1, "Annual recertification: service plan"): f"plan {person}".encode() for person in (1, 2)}


def packed(tmp_path, *, without=(), changed=None, besides=None, manifest=None):
    listed = [Listed(name, sha256(content), 1, 1, "Service plan", "Plan", True) for name, content in FILES.items()]
    made = manifest_of(
        {"packet": "2026-1"},
        files=listed,
        whole={"sha256": sha256(b"whole"), "pages": 3},
        statement="Confidential.",
        missing=[],
    )
    parts = (
        {name: content for name, content in FILES.items() if name not in without} | (changed or {}) | (besides or {})
    )
    path = tmp_path / "packet.zip"
    path.write_bytes(archive_of(manifest or made, b"whole", "Confidential.", parts.items()))
    return path, made


def test_an_untouched_packet_is_as_its_manifest_and_its_receipt_say(tmp_path, capsys):
    path, made = packed(tmp_path)

    assert main(["verify", str(path), "--receipt", sha256(made)]) == 0
    assert sha256(made) in capsys.readouterr().out


FIRST = next(iter(FILES))


@pytest.mark.parametrize(("done", "said"), [
    ({"without": (FIRST,)}, f"{FIRST} is missing"),
    ({"changed": {FIRST: b"another plan"}}, f"{FIRST} is not what was packed"),
    ({"besides": {"files/person-003/01-plan.pdf": b"else"}}, "files/person-003/01-plan.pdf does not belong here"),
])  # fmt: skip
def test_what_was_done_to_a_packet_is_named(tmp_path, capsys, done, said):
    path, _ = packed(tmp_path, **done)

    assert main(["verify", str(path)]) == 1
    assert said in capsys.readouterr().out


def test_a_packet_made_anew_with_another_manifest_is_not_the_one_of_the_receipt(tmp_path, capsys):
    _, made = packed(tmp_path)
    other = json.dumps(json.loads(made) | {"packet": "2026-2"}, sort_keys=True, indent=1).encode()
    path, _ = packed(tmp_path, manifest=other)

    assert main(["verify", str(path)]) == 0
    assert main(["verify", str(path), "--receipt", sha256(made)]) == 1
    assert "not the one of the receipt" in capsys.readouterr().out


def test_no_name_of_a_person_stands_in_a_file_name():
    assert file_name(7, 3, "Six-month update: service plan") == "files/person-007/03-six-month-update-service-plan.pdf"


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 broken"])
def test_what_is_no_packet_is_refused_in_a_sentence(tmp_path, capsys, content):
    path = tmp_path / "packet.zip"
    path.write_bytes(content)

    assert main(["verify", str(path)]) == 2
    assert "no archive" in capsys.readouterr().err
    assert main(["verify", str(tmp_path / "nowhere.zip")]) == 2


@pytest.mark.parametrize(
    "manifest", [b"[]", b"{", b'{"format": "another"}', b'{"format": "alongside packet 1"}', b"\xff"]
)
def test_a_manifest_that_cannot_be_read_is_refused(tmp_path, capsys, manifest):
    path, _ = packed(tmp_path, manifest=manifest)

    assert main(["verify", str(path)]) == 2
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(WHOLE, b"whole")
    assert main(["verify", str(path)]) == 2
    assert MANIFEST not in zipfile.ZipFile(path).namelist()
