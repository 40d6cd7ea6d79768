"""Entering and correcting what qualifies a staff member of peer work, the roles, and how they are employed."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.people_policies import may_record_qualification
from alongside.ledger.events import record_read
from alongside.records.actions import assign_role, file_paper, record_credential, record_degree, record_experience
from alongside.records.models import (
    Credential,
    Degree,
    Experience,
    PersonnelRecord,
    RoleAssignment,
    StaffMember,
)
from alongside.reviews.scope import staff_seen

from ..entry import EntryForm, enter
from ..forms_qualifications import (
    DegreeForm,
    EmploymentForm,
    ExperienceForm,
    NewRoleForm,
    PaperForm,
    PeerCertificateForm,
    RoleForm,
)
from ..paper_kinds import PaperKind
from ..peer_programs import of_peers
from ..put_right import put_right

TEMPLATE = "staff/paper.html"


KEPT = {
    "certificate": PaperKind(
        Credential,
        PeerCertificateForm,
        PeerCertificateForm,
        record_credential,
        "a certificate or license",
        "The tier of each day follows from it: nobody types a tier.",
    ),
    "degree": PaperKind(Degree, DegreeForm, DegreeForm, record_degree, "a degree"),
    "experience": PaperKind(Experience, ExperienceForm, ExperienceForm, record_experience, "experience"),
    "role": PaperKind(
        RoleAssignment,
        NewRoleForm,
        RoleForm,
        assign_role,
        "a role",
        "Somebody may work in several roles. Each service is recorded in the role it was given in.",
        "roles",
    ),
    "paper": PaperKind(
        PersonnelRecord,
        PaperForm,
        PaperForm,
        file_paper,
        "a paper of the personnel file",
        "What the file must show, the rules on this page say. The paper itself stays where it is kept.",
        "file",
    ),
}


@of_peers
def add_qualification(request: HttpRequest, staff_id: UUID, kind: str) -> HttpResponse:
    """Record a certificate, degree, experience or role. `kind` is a word of `KEPT`."""
    member, kept = _member(request, staff_id), _kept(kind)
    back = f"{reverse('staff_member', args=[member.pk])}#{kept.section}"

    def record(form: EntryForm) -> str:
        kept.act(staff=member, **form.values, on=today(), by=request.user)
        return back

    page = {"member": member, "heading": f"Record {kept.word}", "button": "Record it", "back": back, "lead": kept.lead}
    return enter(request, kept.new, record, template=TEMPLATE, page=page, done=f"{kept.word.capitalize()} is recorded.")


@of_peers
def correct_qualification(request: HttpRequest, staff_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Correct one of them, or say when it ends."""
    member, kept = _member(request, staff_id), _kept(kind)
    record = get_object_or_404(kept.model._default_manager, pk=key, staff=member)
    back = f"{reverse('staff_member', args=[member.pk])}#{kept.section}"
    page = {"member": member, "heading": f"Correct {kept.word}", "back": back, "lead": kept.lead}
    return put_right(request, record, kept.form, template=TEMPLATE, page=page)


@of_peers
def correct_employment(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Say how somebody is engaged, and when they leave."""
    member = _member(request, staff_id)
    back = reverse("staff_member", args=[member.pk])
    lead = "What rests on somebody ends with their last day: the chain above others, and a team they are on."
    page = {"member": member, "heading": "Employment", "back": back, "lead": lead}
    return put_right(request, member, EmploymentForm, template=TEMPLATE, page=page)


def _kept(kind: str) -> PaperKind:
    if kind not in KEPT:
        raise Http404("There is no such qualification.")
    return KEPT[kind]


def _member(request: HttpRequest, staff_id: UUID) -> StaffMember:
    member: StaffMember = get_object_or_404(staff_seen(request.membership).select_related("person"), pk=staff_id)
    may_record_qualification(request.membership, member)
    record_read("staff", row=member.pk, subject=member.pk, detail="qualifications")
    return member
