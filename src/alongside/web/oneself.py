"""The reader's name and part, as a record says who reported or reviewed."""

from __future__ import annotations

from django.http import HttpRequest

from alongside.records.models import StaffMember


def oneself(request: HttpRequest) -> str:
    """The reader's name, and what they are there."""
    staff = StaffMember.objects.filter(pk=request.membership.staff_id).first()
    part = (staff.title if staff else "") or request.membership.get_role_display().lower()
    return f"{request.user.name}, {part}"
