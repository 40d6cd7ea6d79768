"""Signing a record: it is read as it will be frozen, and signed by who is there."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse


def sign(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Read what would be signed, choose who signs, and sign."""
    raise Http404
