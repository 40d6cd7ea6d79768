"""The archive a packet travels in: the same packet is the same bytes, whoever asks for it and when."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from .manifest import MANIFEST, STATEMENT, WHOLE

LONG_AGO = (2000, 1, 1, 0, 0, 0)


def archive_of(manifest: bytes, whole: bytes, statement: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Manifest, statement, the whole and every file, in this order. PDFs are packed already, so nothing is packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (
            (MANIFEST, manifest), (STATEMENT, statement.encode()), (WHOLE, whole), *sorted(files),
        ):  # fmt: skip
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content)
    return out.getvalue()
