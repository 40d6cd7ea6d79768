"""What was signed, and the files that belong to records."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse


def document(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """One signed document with its signatures."""
    raise Http404


def attachment(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """A file, as a download."""
    raise Http404
