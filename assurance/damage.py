"""Files that came to harm on the way: cut short, a byte turned, a piece lost or doubled, inside an archive as well."""

from __future__ import annotations

import io
import random
import zipfile
import zlib

HOSTILE = (
    b"\0", b"\xff\xfe", b"\r", b'"', b"<!DOCTYPE x [<!ENTITY a 'a'>]>", b"&a;", b"]]>", b"{{ 7*7 }}", b"{% for %}",
    b"99999999999999999999", b"-1", b"1e309", b"NaN", b"../../x", b"A1:XFD1048576", b"=1+1", b"[[[[[[[[",
    b"\xed\xa0\x80",
)  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The file with one or more harms done to it. Of an archive, every second time one of its parts is harmed inside
    and the archive is whole."""
    if content.startswith(b"PK") and chance.random() < 0.5:
        return _inside(content, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 8))):
        content = chance.choice((_cut, _turn, _turn, _lose, _double, _put))(content, chance)
    return content


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _turn(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return b""
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _lose(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + content[at + chance.choice((1, 2, 16, 200)) :]


def _double(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    piece = content[at : at + chance.choice((1, 16, 200))]
    return content[:at] + piece * chance.choice((2, 3, 50)) + content[at:]


def _put(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(HOSTILE) * chance.choice((1, 1, 40)) + content[at:]


def _inside(content: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        entries = old.infolist()
        chosen = chance.randrange(len(entries))
        for nth, entry in enumerate(entries):
            told = old.read(entry)
            if nth == chosen:
                if chance.random() < 0.1:
                    continue  # the part is missing
                told = chance.choice((_cut, _turn, _lose, _double, _put))(told, chance)
            new.writestr(entry.filename, told)
    return out.getvalue()


def bomb(part: str, megabytes: int, *, claims: int | None = None) -> bytes:
    """An archive with one part that inflates to so many megabytes. `claims` is the size its headers tell instead."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made, made.open(part, "w") as stream:
        for _ in range(megabytes):
            stream.write(b" " * 1_000_000)
    content = out.getvalue()
    if claims is None:
        return content
    told, wanted = (size.to_bytes(4, "little") for size in (megabytes * 1_000_000, claims))
    return content.replace(told, wanted)


def deflated_badly(part: str) -> bytes:
    """An archive whose headers hold and whose one part does not inflate."""
    out = io.BytesIO()
    told = zlib.compress(b"a" * 500)[2:-4]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(part, b"a" * 500)
    return out.getvalue().replace(told[:8], b"\xff" * 8)
