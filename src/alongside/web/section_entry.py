"""Writing one section of a paper, of whichever kind: in the reader's role, or why it is closed to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from alongside.access.clock import today
from alongside.packs.illinois_peer.writing_roles import is_peer
from alongside.records.models import Discharge, IncidentReport, ReportSection, StaffMember
from alongside.reviews.sections import REPORT, Closed, opened, rewrite_section, write_section

from .entry import enter
from .fields import as_yes_or_no
from .forms_sections import SectionForm
from .sections import Row, Writer, is_own, label_of
from .writing import LONGEST

ASKED_BESIDES = ("is_seen", "is_authority_needed")
KEPT = "The section is kept. Read below how it stands."


def enter_section(
    request: HttpRequest,
    *,
    of: IncidentReport | Discharge,
    paper: str,
    section: str,
    writer: Writer,
    rows: Iterable[Row],
    back: str,
    page: dict[str, Any],
) -> HttpResponse:
    """The page on which a section is written or, where the reader wrote in it before, rewritten. One closed to the
    role answers with the rule, what it needs, what was found, and who fills it; nothing is recorded."""
    if not writer.role:
        return redirect(back)
    own = [row for row in rows if is_own(row, of.pk, writer.staff_id) and row.written_as == writer.role]
    row = next((one for one in own if one.section == section), None)
    back = f"{back}?as={writer.role}"
    try:
        stands = opened(paper, section, writer.role)

        def record(form: SectionForm) -> str:
            said: dict[str, Any] = {**form.said, "on": today(), "by": request.user}
            if row is not None:
                rewrite_section(section=row, version=form.read_version, **said)
            else:
                staff = StaffMember.objects.get(pk=writer.staff_id)
                write_section(of=of, section=section, written_as=writer.role, staff=staff, **said)
            return f"{back}#part-{section}"

        asks = ASKED_BESIDES if paper == REPORT and is_peer(writer.role) else ()
        form = partial(SectionForm, asks=stands.section.asks, name=stands.section.name, asks_besides=asks)
        label = label_of(paper, section, writer.role)
        shown = {**page, "standing": stands, "writer": writer, "paper": paper, "label": label, "back": back}
        start = _start(row, own)
        return enter(request, form, record, template="sections/write.html", page=shown, initial=start, done=KEPT)
    except Closed as closed:
        shown = {**page, "closed": closed, "standing": closed.standing, "writer": writer, "back": back}
        shown["typed"] = request.POST.get("body", "")[:LONGEST]
        return render(request, "sections/closed.html", shown, status=403)
    except ValueError as error:
        raise Http404("This paper has no such section.") from error


def _start(row: Row | None, own: list[Row]) -> dict[str, Any]:
    """What the form starts from. What a peer said of one section of a report holds for the next until changed."""
    told = row if row is not None else own[-1] if own else None
    start: dict[str, Any] = {"body": row.body, "version": row.version} if row is not None else {}
    if isinstance(told, ReportSection):
        start |= {name: as_yes_or_no(getattr(told, name)) for name in ASKED_BESIDES}
    return start
