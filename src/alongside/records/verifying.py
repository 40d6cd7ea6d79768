"""Proving that no document, signature or file was altered since it was signed.

Everything is worked out again: the hash of each content, of each signature over it, of each file; and each signature
against the ledger's entry of the moment it was given. Whoever changes a row and its hash is named by the ledger, and
whoever changes the ledger too is named by its seal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connections, transaction

from alongside.access.context import acting
from alongside.access.models import Program

from .models import Attachment, Document, Rendering, Signature
from .models.kept import sha256

BATCH = 500
_IN_THE_LEDGER = """
    select row_id, detail from ledger_entry where act = 'sign' and table_name = 'signature' and program_id = %s
"""


_PRINTED_IN_THE_LEDGER = """
    select row_id, detail from ledger_entry where act = 'print' and table_name = 'rendering' and program_id = %s
"""


@dataclass
class Checked:
    """What was looked at, and a sentence for everything that is not as it was signed."""

    documents: int = 0
    signatures: int = 0
    files: int = 0
    flaws: list[str] = field(default_factory=list)


def flaws_of(document: Document, signatures: Iterable[Signature]) -> list[str]:
    """What is altered in one document and its signatures, in sentences; none where all is as it was signed."""
    found = []
    now, name = sha256(document.content), f"Document {document.pk} ({document.title})"
    if now != document.content_hash:
        found.append(f"{name} does not fit its own hash.")
    found += _beside_the_content(document, name)
    for one in signatures:
        if (one.participant_id, one.staff_id) != (document.participant_id, document.staff_id):
            found.append(f"{name} was moved to somebody else than {one.signer_name} signed it for.")
        if one.content_hash != now:
            found.append(
                f"Document {document.pk} ({document.title}) is not what {one.signer_name} signed: it was altered."
            )
        if one.signature_hash != one.hash_now():
            found.append(f"Signature {one.pk} of {one.signer_name} on document {document.pk} was altered.")
    return found


def _beside_the_content(document: Document, name: str) -> Iterator[str]:
    """What a document is listed by has to be what stands in it."""
    try:
        shown = json.loads(document.content)
        is_so = shown["title"] == document.title and shown.get("form", document.form) == document.form
    except (ValueError, KeyError, TypeError, AttributeError):
        is_so = False
    if not is_so:
        yield f"{name} is listed under another title or form than stands in it."


def verify(using: str) -> Checked:
    """Check every program's documents through this alias, which has to be the owner's."""
    checked = Checked()
    for program in Program.objects.using(using).order_by("name"):
        with acting(program=program), transaction.atomic(using=using):
            _documents(program, using, checked)
            _files(program, using, checked)
    return checked


def _documents(program: Program, using: str, checked: Checked) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(_IN_THE_LEDGER, [program.pk])
        announced = dict(cursor.fetchall())
    for document in Document.objects.using(using).prefetch_related("signatures").order_by("pk").iterator(BATCH):
        signatures = list(document.signatures.all())
        checked.documents += 1
        checked.signatures += len(signatures)
        checked.flaws += flaws_of(document, signatures)
        if not signatures:
            checked.flaws.append(f"Document {document.pk} ({document.title}) has no signature any more.")
        for one in signatures:
            checked.flaws += _against_the_ledger(one, announced.pop(str(one.pk), None))
    checked.flaws += [f"Signature {key} was removed: the ledger says it was given." for key in sorted(announced)]


def _against_the_ledger(one: Signature, announced: str | None) -> Iterator[str]:
    if announced is None:
        yield f"Signature {one.pk} of {one.signer_name} was put in without being given: the ledger does not know it."
    elif announced != one.signature_hash:
        yield f"Signature {one.pk} of {one.signer_name} is not the one that was given: the ledger knows another hash."


def _files(program: Program, using: str, checked: Checked) -> None:
    signed = {one.attachment_id: one for one in Signature.objects.using(using).exclude(attachment=None)}
    for file in Attachment.objects.using(using).order_by("pk").iterator(1):
        checked.files += 1
        one = signed.get(file.pk)
        if one is not None and hashlib.sha256(bytes(file.content)).hexdigest() != one.attachment_hash:
            checked.flaws.append(f"File {file.pk}, the page {one.signer_name} signed, was altered.")
    with connections[using].cursor() as cursor:
        cursor.execute(_PRINTED_IN_THE_LEDGER, [program.pk])
        printed = dict(cursor.fetchall())
    for rendering in Rendering.objects.using(using).order_by("pk").iterator(1):
        checked.files += 1
        now = hashlib.sha256(bytes(rendering.content)).hexdigest()
        if now != printed.pop(str(rendering.pk), rendering.content_hash):
            checked.flaws.append(f"The printed form {rendering.pk} of document {rendering.document_id} was altered.")
    checked.flaws += [f"The printed form {key} was removed: the ledger says it was kept." for key in sorted(printed)]
