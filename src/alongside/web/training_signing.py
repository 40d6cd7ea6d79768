"""Signing several training records for the county at once: each as it was shown, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from alongside.access.training_policies import may_sign_for_county
from alongside.records.actions import ChangedMeanwhile, Hand, sign
from alongside.records.models import Capacity, DocumentKind, Method, StaffMember
from alongside.records.problems import Problems
from alongside.records.statements import statement_of

from .confirmed import wrong_in
from .entry import sentence
from .training_sheets import Sheet

STATEMENT = statement_of(DocumentKind.TRAINING_SHEET, Capacity.COUNTY)


def sign_chosen(request: HttpRequest, waiting: Sequence[Sheet]) -> str:
    """Sign the records whose keys were sent as `chosen`. What stood in the way, in a sentence; empty when done."""
    chosen = set(request.POST.getlist("chosen"))
    held = [one for one in waiting if str(one.sheet.pk) in chosen and one.document is None]
    if not held:
        return "Nothing was chosen that waits for a signature. Tick the records to sign."
    if wrong := wrong_in(request):
        return wrong
    now = timezone.now()
    staff = StaffMember.objects.filter(pk=request.membership.staff_id).first()
    name = ""
    try:
        with transaction.atomic():
            for one in held:
                name = one.sheet.staff.name
                may_sign_for_county(request.membership, one.sheet)
                sign(
                    record=one.sheet, capacity=Capacity.COUNTY,
                    content_hash=request.POST.get(f"hash-{one.sheet.pk}", ""), hand=Hand(Method.OWN_SIGN_IN),
                    staff=staff, at=now, on=timezone.localtime(now).date(), by=request.user,
                )  # fmt: skip
    except Problems as problems:
        return f"{name}: " + " ".join(sentence(problem) for problem in problems.problems)
    except ChangedMeanwhile as changed:
        return f"{name}: {changed}"
    count = len(held)
    said = "1 training record is signed." if count == 1 else f"{count} training records are signed."
    messages.success(request, f"{said} Nobody can change {'it' if count == 1 else 'them'} from now on.")
    return ""
