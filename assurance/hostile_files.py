"""Files nobody should open, made here: none is kept in the repository, and none does harm but to a careless reader.

Each maker gives (name, content, kind as the browser says it) of one or more files; tests/corpus/uploads.toml names
them.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from .damage import bomb

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# The line every scanner knows, in two halves, so that no scanner stops at this file.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
SCRIPT = b"<script>new Image().src='/seen'</script>"
HEAVY = {"zip_bomb", "lying_zip", "sizes"}
Files = list[tuple[str, bytes, str]]


def pdf(inside: bytes = b"", box: bytes = b"0 0 612 792") -> bytes:
    """A PDF of one page, with something more in its catalog."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R"
        + inside
        + b">>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
        b"endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )


def png(width: int = 1, height: int = 1, more: bytes = b"") -> bytes:
    """A picture that says it is so large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg(inside: bytes = b"") -> bytes:
    """The two ends of a photograph, with something between."""
    comment = b"\xff\xfe" + struct.pack(">H", len(inside) + 2) + inside if inside else b""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + comment + b"\xff\xd9"


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive; a name may come twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")  # of twins
        for name, content in parts:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()


def docx(*more: tuple[str, bytes], body: bytes = b"") -> bytes:
    """A Word form of one tag, with other parts."""
    import word_forms

    whole = zipfile.ZipFile(io.BytesIO(word_forms.form()))
    parts = {name: whole.read(name) for name in whole.namelist()}
    if body:
        parts["word/document.xml"] = body
    return zipped([*parts.items(), *more])


TEMPLATE = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" TargetMode="External" Target="http://127.0.0.1:9/evil.dotm" Type="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
)


def _nested() -> bytes:
    content = zipped([("a.txt", b"a")])
    for _ in range(5):
        content = zipped([("a.zip", content)])
    return content


def _workbook_bomb(claims: int | None = None) -> bytes:
    return bomb("xl/worksheets/sheet1.xml", 30, claims=claims)


MAKERS: dict[str, Callable[[], Files]] = {
    "eicar": lambda: [("scan.pdf", EICAR, PDF), ("eicar.com", EICAR, "application/octet-stream")],
    "eicar_in_docx": lambda: [("form.docx", docx(("word/media/eicar.com", EICAR)), WORD)],
    "html_named_pdf": lambda: [("scan.pdf", b"<html>" + SCRIPT + b"</html>", PDF)],
    "svg_with_script": lambda: [
        ("page.svg", b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>", "image/svg+xml"),
        ("page.png", b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>", PNG),
    ],
    "polyglots": lambda: [
        ("a.pdf", pdf() + zipped([("a.html", SCRIPT)]) + b"%%EOF", PDF),
        ("a.gif", b"GIF89a/*" + SCRIPT + b"*/=1;", "image/gif"),
        ("a.jpg", jpeg(b"<?php system($_GET['c']); ?>" + SCRIPT), JPEG),
        ("a.png", png(more=b"") + SCRIPT + b"\x00\x00\x00\x00IEND\xaeB`\x82", PNG),
        ("b.pdf", pdf() + SCRIPT + b"\n%%EOF", PDF),
    ],
    "active_pdfs": lambda: [
        (f"active{nth}.pdf", pdf(inside), PDF)
        for nth, inside in enumerate((
            b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>", b"/OpenAction<</S/Launch/F(cmd.exe)>>",
            b"/Names<</EmbeddedFiles 4 0 R>>/AF[<</Type/EmbeddedFile >>]", b"/AcroForm<</XFA[]>>",
            b"/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>", b"/#4aavaScript 1", b"/Open#41ction<</S/J#61vaScript>>",
        ))
    ],
    "locked_pdf": lambda: [("locked.pdf", pdf(b"/Encrypt 9 0 R"), PDF)],
    "huge_page_pdf": lambda: [("huge.pdf", pdf(box=b"0 0 1000000 1000000"), PDF)],
    "pixel_flood": lambda: [("flood.png", png(65_535, 65_535), PNG)],
    "cut_pictures": lambda: [
        ("cut.png", png()[:-6], PNG), ("cut.jpg", jpeg()[:-1], JPEG), ("tiff.tif", b"II*\0", "image/tiff"),
    ],
    "picture_with_script": lambda: [("exif.jpg", jpeg(b"Exif\0\0GPS 43.07 -89.40 " + SCRIPT), JPEG)],
    "odd_pictures": lambda: [
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"), ("a.heic", b"\0\0\0\x18ftypheic", "image/heic"),
        ("a.bmp", b"BM" + b"\0" * 60, "image/bmp"),
    ],
    "docx_with_template": lambda: [("t.docx", docx(("word/_rels/settings.xml.rels2", TEMPLATE)), WORD)],
    "docx_with_macros": lambda: [("m.docx", docx(("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")), WORD)],
    "zip_bomb": lambda: [
        ("b.xlsx", _workbook_bomb(), "application/zip"), ("b.docx", bomb("word/document.xml", 70), WORD),
    ],
    "lying_zip": lambda: [
        ("l.xlsx", _workbook_bomb(claims=10), "application/zip"),
        ("l.docx", bomb("word/document.xml", 30, claims=10), WORD),
    ],
    "nested_zip": lambda: [("n.zip", _nested(), "application/zip"), ("n.docx", _nested(), WORD)],
    "zip_with_paths": lambda: [
        ("p.docx", docx(("../../../tmp/owned", b"x"), ("/etc/owned", b"x"), ("C:\\owned", b"x")), WORD),
        ("p.xlsx", zipped([("../../xl/workbook.xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")]), "application/zip"),
    ],
    "zip_with_twins": lambda: [
        ("w.docx", docx(("word/document.xml", b"<a/>")), WORD),
        ("w.xlsx", zipped([("xl/workbook.xml", b"<a/>")] * 2), "application/zip"),
    ],
    "odd_names": lambda: [
        (name, pdf(), PDF)
        for name in (
            "a" * 300 + ".pdf", "../../etc/passwd", "..", "CON", "a.pdf.", "exe.\u202efdp", 'a";x="b.pdf',
            "a\u0301.pdf", "a\r\nX-Evil: 1.pdf", "<script>.pdf", "=1+1.pdf", " .pdf", "\u4e2d\u6587.pdf",
        )
    ],
    "two_endings": lambda: [("a.pdf.html", pdf(), "text/html"), ("a.html.pdf", b"<html>" + SCRIPT, PDF)],
    "wrong_kinds": lambda: [("a.pdf", pdf(), "text/html"), ("a.png", png(), ""), ("a.jpg", jpeg(), "image/svg+xml")],
    "sizes": lambda: [
        ("none.pdf", b"", PDF),
        ("most.pdf", pdf() + b"%" * (15 * 1024 * 1024 - len(pdf()) - 6) + b"\n%%EOF", PDF),
        ("more.pdf", pdf() + b"%" * (15 * 1024 * 1024 - len(pdf()) - 5) + b"\n%%EOF", PDF),
    ],
}  # fmt: skip


@cache
def hostile_files(is_light: bool = False) -> dict[str, Files]:
    """Every file by the name of its maker, or every one that is small packed and unpacked."""
    return {name: make() for name, make in MAKERS.items() if not (is_light and name in HEAVY)}


@dataclass(frozen=True)
class Sent:
    """A file as it is sent: under any name whatever, and as often as wanted."""

    name: str
    content: bytes
    content_type: str

    def read(self) -> bytes:
        """All of it, each time."""
        return self.content

    def __repr__(self) -> str:
        return f"{self.name[:60]!r} ({self.content_type}, {len(self.content)} bytes)"


def uploads(*, largest: int = 100_000) -> tuple[Sent, ...]:
    """The small ones, as they are sent."""
    every = (Sent(*file) for files in hostile_files(True).values() for file in files)
    return tuple(file for file in every if len(file.content) <= largest)
