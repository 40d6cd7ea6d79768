"""Signing: what was shown is frozen, bound to who signed it, and the record is closed. The one way to sign anything."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from alongside.ledger.events import Act
from alongside.ledger.events import record as keep

from ..models import Document, DocumentKind, FormTemplate, Method, ProgramRecord, Rendering, Representative, Signature
from ..models import StaffMember as Staff
from ..models.kept import canonical, sha256
from ..problems import Conflict, Problem
from ..snapshots import content_of, kind_of, template_of
from ..statements import statement_of
from .marks import mark, problems_of_record
from .recording import locked, recording, refuse, whose
from .signers import Hand, Signer, problem_of_another, problems_of_signer

if TYPE_CHECKING:
    from alongside.access.models import User


class ChangedMeanwhile(Conflict):
    """The record is no longer what the signer was shown. Nothing was signed; show it anew. `record` is as it stands."""

    def __init__(self, record: ProgramRecord) -> None:
        super().__init__(record, record.version, {})
        self.args = (f"This {record._meta.verbose_name} was changed after it was shown. Read it again, then sign.",)


def sign(
    *,
    record: ProgramRecord,
    capacity: str,
    content_hash: str,
    hand: Hand,
    representative: Representative | None = None,
    staff: Staff | None = None,
    at: datetime.datetime,
    on: datetime.date,
    by: User | None,
) -> Signature:
    """Sign a record as it was shown, which `content_hash` says. `capacity` is a word of `Capacity`.

    The first signature stores the document and freezes the record; later ones are added to the same document. `by` is
    whose sign-in it happens under: the staff who sign, the witness beside whoever signs on their device, or the
    participant in their own seat. `at` is a moment of the day `on`. Raises `ChangedMeanwhile`, and `Problems`.
    """
    with recording(program_id=record.program_id, by=by):
        record = _held(record)
        kind = kind_of(record)
        document = Document.of(kind, record.pk)
        signer = Signer(capacity, hand, on, by, representative, staff)
        refuse([*problems_of_signer(signer, kind, record), *_another_day(at, on)])
        given = _given(document, signer)
        refuse([problem_of_another(signer, given)] if given else problems_of_record(record, document, signer))
        content = document.content if document else canonical(content_of(record))
        if sha256(content) != content_hash:
            raise ChangedMeanwhile(record)
        mark(record, signer, at)
        signature = bind(document or freeze(record, kind, content), record, signer, at)
        signature.save(force_insert=True)
        announce([signature])
        return signature


def shown_to_sign(record: ProgramRecord) -> tuple[Document | None, str]:
    """What is shown to the next signer: the stored document, where there is one, and the text that is hashed."""
    document = Document.of(kind_of(record), record.pk)
    return document, document.content if document else canonical(content_of(record))


def hashes_to_sign(records: Sequence[ProgramRecord]) -> dict[UUID, str]:
    """The hashes of what is shown to the next signer of each, by the record's key. They are all of one kind."""
    kinds = {kind_of(record) for record in records}
    stored = Document.objects.filter(kind__in=kinds, record__in=[record.pk for record in records])
    kept = dict(stored.values_list("record", "content_hash"))
    return {one.pk: kept[one.pk] if one.pk in kept else sha256(canonical(content_of(one))) for one in records}


def freeze(record: Any, kind: DocumentKind, content: str) -> Document:
    """Store the document of a record."""
    document = document_of(record, kind, content, template_for(record.program_id, kind))
    document.save(force_insert=True)
    return document


def template_for(program_id: UUID, kind: DocumentKind) -> FormTemplate:
    """The template this kind is printed by today, stored once in each program."""
    text = template_of(kind)
    which = {"program_id": program_id, "kind": kind}
    template, _ = FormTemplate.objects.get_or_create(**which, hash=sha256(text), defaults={"text": text})
    return template


def document_of(record: Any, kind: DocumentKind, content: str, template: FormTemplate) -> Document:
    """The document of a record, not stored yet."""
    shown = json.loads(content)
    return Document(
        program_id=record.program_id,
        **whose(record),
        kind=kind,
        record=record.pk,
        title=shown["title"],
        form=shown["form"],
        content=content,
        template=template,
    )


def bind(document: Document, record: Any, signer: Signer, at: datetime.datetime) -> Signature:
    """The signature on a document, with the hash over all of it, not stored yet."""
    is_own = signer.hand.method == Method.OWN_SIGN_IN
    is_on_paper = signer.hand.method == Method.SCANNED
    attachment = signer.hand.attachment
    signature = Signature(
        program_id=record.program_id,
        **whose(record),
        document=document,
        capacity=signer.capacity,
        representative=signer.representative,
        signer_name=signer.name(getattr(record, "participant", None)),
        user=signer.by if is_own else None,
        statement=statement_of(kind_of(record), signer.capacity, is_on_paper=is_on_paper),
        method=signer.hand.method,
        typed_name=signer.hand.typed_name.strip(),
        drawing=signer.hand.drawing,
        attachment=attachment,
        attachment_hash=attachment.content_hash if attachment else "",
        witness=None if is_own else signer.by,
        witness_name="" if is_own or signer.by is None else signer.by.name,
        signed_on=signer.signed_on,
        signed_at=at,
        content_hash=sha256(document.content),
    )
    signature.signature_hash = signature.hash_now()
    return signature


def announce(signatures: list[Signature]) -> None:
    """Put each signature's hash into the ledger, which is sealed: who rewrites both leaves a trace there."""
    for one in signatures:
        keep(Act.SIGNED, "signature", row=one.pk, subject=one.about, detail=one.signature_hash)


def keep_rendering(*, document: Document, content: bytes, media_type: str, by: User | None) -> Rendering:
    """Keep a document as it was printed first, with the signatures it has now. Given again, the first one stays."""
    with recording(program_id=document.program_id, by=by):
        count = document.signatures.count()
        which = {"document": document, "media_type": media_type, "signature_count": count}
        rendering = Rendering.objects.filter(**which).first()
        if rendering is None:
            rendering = Rendering(program_id=document.program_id, **whose(document), **which, content=content)
            rendering.save(force_insert=True)
            # The row's own hash follows its content; the ledger's does not.
            keep(Act.PRINTED, "rendering", row=rendering.pk, detail=hashlib.sha256(content).hexdigest())
        return rendering


def _held(record: Any) -> Any:
    """The record as it stands, and what is shown with it, held until the transaction ends."""
    if kind_of(record) == DocumentKind.PROGRESS_NOTE:
        locked(record.service)
    if kind_of(record) == DocumentKind.DISCHARGE_SUMMARY:
        locked(record.discharge)
    return locked(record)


def _given(document: Document | None, signer: Signer) -> Signature | None:
    if document is None:
        return None
    given = document.signatures.filter(capacity=signer.capacity)
    return given.filter(representative=signer.representative).first()


def _another_day(at: datetime.datetime, on: datetime.date) -> list[Problem]:
    if at.tzinfo is not None and timezone.localtime(at).date() == on:
        return []
    return [Problem("signed_at", str(at), f"a moment on {on}, with its time zone", "Sign it anew.")]
