"""A participant's releases: the consents they gave, and the accounting of what went out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.release_policies import may_release
from alongside.ledger.events import Act, record, record_read
from alongside.records.actions import disclose, record_consent, revoke_consent
from alongside.records.actions.recording import refuse
from alongside.records.models import AttachedTo, Attachment, Consent, Disclosure, Participant
from alongside.records.part_two import guarded
from alongside.records.problems import Problem
from alongside.records.releasing import stands

from ..entry import enter
from ..forms_releases import ConsentForm, DisclosureForm, RevocationForm
from ..person import framed, person_for

ENTRY = "participants/entry.html"
UNSAID = Problem(
    "covers_substance_use", "nothing", "yes or no",
    "42 CFR part 2 guards records of this participant: say whether any are among what goes out.",
)  # fmt: skip


def releases(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The consents, each with whether it is in force, and every disclosure with the right it went out by."""
    person = person_for(request, participant_id)
    at = timezone.now()
    consents = [(one, stands(one, on=today(), at=at)) for one in person.consents.all()]
    disclosures = list(person.disclosures.select_related("consent"))
    record_read("disclosure", subject=person.pk, detail=f"{len(disclosures)} rows")
    files: dict[UUID, list[Attachment]] = {}
    for one in Attachment.objects.filter(kind=AttachedTo.CONSENT, participant=person).defer("content"):
        files.setdefault(one.record, []).append(one)
    page = {
        "consents": [(one, why_not, files.get(one.pk, [])) for one, why_not in consents], "disclosures": disclosures,
        "is_guarded": person.pk in guarded([person.pk]), "mark": person.record_marks.filter(ended_on=None).first(),
    }  # fmt: skip
    may = may_release.allowed(request.membership, person)
    return render(request, "releases/of_participant.html", framed(request, person, may_write=may, **page))


def new_consent(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record a consent that was signed."""
    person, page = writing(request, participant_id, "Record a consent", "Record the consent")

    def keep(form: ConsentForm) -> str:
        record_consent(participant=person, classes=form.classes, said=form.said, on=today(), by=request.user)
        return str(page["back"])

    page["lead"] = "As the signed paper says it. What the paper does not name may not go out."
    return enter(request, ConsentForm, keep, template=ENTRY, page=page, done="The consent is recorded.")


def revoke(request: HttpRequest, participant_id: UUID, key: UUID) -> HttpResponse:
    """The participant takes a consent back; from the next request on nothing goes out under it."""
    person, page = writing(request, participant_id, "Take a consent back", "Take it back")
    consent = get_object_or_404(Consent, pk=key, participant=person)

    def keep(form: RevocationForm) -> str:
        how = form.values["revoked_how"]
        revoke_consent(consent=consent, how=how, at=timezone.now(), on=today(), by=request.user)
        return str(page["back"])

    page["lead"] = f"Of {consent.signed_on}, for {consent.recipient}. What went out before stays in the accounting."
    return enter(request, RevocationForm, keep, template=ENTRY, page=page, done="The consent is taken back.")


def let_out(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Let records out, by a consent in force or a rule that needs none; refused with every reason otherwise."""
    person, page = writing(request, participant_id, "Record a disclosure", "Record the disclosure")

    def keep(form: DisclosureForm) -> str:
        unsaid = form.cleaned_data["covers_substance_use"] is None and person.pk in guarded([person.pk])
        refuse([UNSAID] if unsaid else [])
        said = {"at": timezone.now(), "on": today(), "by": request.user}
        kept = disclose(participant=person, asked=form.asked, what=form.values["what"], **said)
        return reverse("disclosure", args=[person.pk, kept.pk])

    page["lead"] = "Before anything goes out. The statement that has to go with it stands beside it afterwards."
    done = "The disclosure is recorded. Its statement goes along with it."
    return enter(request, DisclosureForm, keep, template=ENTRY, page=page, done=done)


def cover(request: HttpRequest, participant_id: UUID, key: UUID) -> HttpResponse:
    """The sheet that goes on top of what goes out: to whom, by which right, under what terms, and the statement."""
    person, page = writing(request, participant_id, "Cover sheet", "")
    one = get_object_or_404(Disclosure.objects.select_related("consent"), pk=key, participant=person)
    record(Act.PRINTED, "disclosure", row=one.pk, subject=person.pk)
    return render(request, "releases/cover.html", {**page, "one": one})


def writing(
    request: HttpRequest, participant_id: UUID, heading: str, button: str
) -> tuple[Participant, dict[str, Any]]:
    """The participant, if this reader may let something out about them, and the page's frame."""
    person = person_for(request, participant_id)
    may_release(request.membership, person)
    back = reverse("releases", args=[person.pk])
    return person, framed(request, person, heading=heading, button=button, back=back)
