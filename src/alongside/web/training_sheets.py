"""Training records as pages show them: what is on each, what is missing, its certificate, and who signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.access.models import Membership
from alongside.access.training_policies import may_sign_for_county
from alongside.records.actions.signing import shown_to_sign
from alongside.records.actions.training_signed import HELD
from alongside.records.models import AttachedTo, Attachment, Document, DocumentKind, Training, TrainingSheet
from alongside.records.models import TrainingSource as Source
from alongside.records.models.kept import sha256
from alongside.records.problems import is_nothing

CERTIFICATES = {
    Source.NOTES_VIDEO: "The certificate comes with the survey F-02961 and is not attached yet.",
    Source.OVERVIEW_VIDEO: "There is no certificate for this video; the record itself is the proof.",
}


@dataclass(frozen=True)
class Sheet:
    """One record with its sessions. `refusal` says why the reader may not sign it."""

    sheet: TrainingSheet
    sessions: list[Training]
    document: UUID | None
    files: list[Attachment]
    refusal: str | None

    @property
    def lacking(self) -> list[str]:
        """What has to be written before the county can sign."""
        return [words for name, words in HELD.items() if any(is_nothing(getattr(one, name)) for one in self.sessions)]

    @property
    def first(self) -> Training | None:
        return self.sessions[0] if self.sessions else None

    @property
    def may_be_signed(self) -> bool:
        return self.document is None and self.refusal is None and not self.lacking and bool(self.sessions)

    @property
    def certificate(self) -> str:
        """What is to be said about a certificate; nothing where one is attached, or none is due."""
        source = self.sheet.source
        is_attached = bool(self.files) and source == Source.NOTES_VIDEO
        return "" if is_attached or source not in Source.values else CERTIFICATES.get(Source(source), "")

    @property
    def hash(self) -> str:
        """The hash of what is shown to sign."""
        return sha256(shown_to_sign(self.sheet)[1])


def sheets_of(found: Iterable[TrainingSheet], actor: Membership) -> list[Sheet]:
    """The sheets given, newest first, each with what belongs to it. Their staff and sessions are fetched along."""
    sheets = sorted(found, key=lambda one: one.created_at, reverse=True)
    keys = [one.pk for one in sheets]
    signed = Document.objects.filter(kind=DocumentKind.TRAINING_SHEET, record__in=keys)
    documents = dict(signed.values_list("record", "pk"))
    files: dict[UUID, list[Attachment]] = {}
    for file in Attachment.objects.filter(kind=AttachedTo.TRAINING_SHEET, record__in=keys).defer("content"):
        files.setdefault(file.record, []).append(file)
    return [
        Sheet(
            one,
            sorted(one.sessions.all(), key=lambda session: (str(session.held_on), str(session.topic))),
            documents.get(one.pk),
            files.get(one.pk, []),
            may_sign_for_county.reason(actor, one),
        )
        for one in sheets
    ]
