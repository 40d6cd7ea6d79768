"""Bytes leaving as a file to keep. Whatever a browser takes them for, they are saved, and run nothing."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from alongside.records.media import plain_name

# A file runs nothing, whatever a browser takes it for.
LOCKED = "default-src 'none'; sandbox"


def download(content: bytes, media_type: str, name: str) -> HttpResponse:
    """Bytes as an attachment of that name, without folders or marks that turn its ending around.

    A browser neither shows it in the site's name nor guesses what it is, and no other site can load it.
    """
    headers = {
        "Content-Disposition": content_disposition_header(True, plain_name(name)) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": LOCKED,
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)
