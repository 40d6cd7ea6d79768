"""Verifying names each document, signature and file that is not as it was signed."""

import pytest
from django.db import connection

from alongside.records import actions
from alongside.records.models import Document, Signature
from alongside.records.verifying import verify
from people import TODAY, a_participant, a_service_plan, sign, somebody_here

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"


@pytest.fixture
def signed(program_a, acting_for):
    """Two signatures on one plan; the first on a scanned page. The keys of both, of the document and of the file."""
    with acting_for(program_a):
        plan = a_service_plan(a_participant())
        page = actions.attach(record=plan, content=PDF, name="page.pdf", by=somebody_here())
        first = sign(plan, hand=actions.Hand("scanned", attachment=page, signed_on=TODAY))
        second = sign(plan, "coordinator")
        actions.keep_rendering(document=first.document, content=PDF, media_type="application/pdf", by=None)
    return {"first": first.pk, "second": second.pk, "document": first.document_id, "file": page.pk}


def test_what_nobody_altered_is_in_order(signed):
    checked = verify("owner")
    assert (checked.documents, checked.signatures, checked.files, checked.flaws) == (1, 2, 2, [])


ALTERED = {
    "a word of the document": (
        "update document set content = replace(content, 'cook', 'bake')",
        ["is not what Uma Hazel signed: it was altered", "is not what Cora Plover signed: it was altered"],
    ),
    "the signer's name": (
        "update signature set signer_name = 'Ana Hazel' where signature_id = %(first)s",
        ["Signature {first} of Ana Hazel on document {document} was altered"],
    ),
    "the day": (
        "update signature set signed_on = signed_on - 1 where signature_id = %(second)s",
        ["Signature {second} of Cora Plover on document {document} was altered"],
    ),
    "a hash made to fit": (
        "update signature set signature_hash = repeat('0', 64) where signature_id = %(second)s",
        ["Signature {second} of Cora Plover on document {document} was altered", "the ledger knows another hash"],
    ),
    "a signature taken out": (
        "delete from signature where signature_id = %(second)s",
        ["Signature {second} was removed: the ledger says it was given"],
    ),
    "the file": (
        "update attachment set content = content || '\\x00' where attachment_id = %(file)s",
        ["File {file}, the page Uma Hazel signed, was altered"],
    ),
    "the printed form": (
        "update rendering set content = content || '\\x00'",
        ["The printed form", "was altered"],
    ),
    "the printed form taken out": ("delete from rendering", ["was removed: the ledger says it was kept"]),
    "the title it is listed by": (
        "update document set title = 'Another plan'",
        ["Document {document} (Another plan) is listed under another title or form than stands in it"],
    ),
    "a document without its signatures": (
        "delete from signature",
        ["Document {document} (Individual service plan) has no signature any more", "Signature {first} was removed"],
    ),
}


@pytest.mark.parametrize(("altered", "said"), ALTERED.values(), ids=ALTERED)
def test_whatever_was_altered_past_every_guard_is_named(signed, altered, said):
    past_every_guard(altered, signed)
    flaws = verify("owner").flaws
    for words in said:
        assert any(words.format(**signed) in flaw for flaw in flaws), (words, flaws)


def test_a_signature_rewritten_with_its_hash_is_known_to_the_ledger(signed, program_a, acting_for):
    with acting_for(program_a):
        one = Signature.objects.get(pk=signed["second"])
        one.signer_name = "Ana Hazel"
        made_to_fit = one.hash_now()
        assert Document.objects.count() == 1
    past_every_guard(
        f"update signature set signer_name = 'Ana Hazel', signature_hash = '{made_to_fit}' "
        "where signature_id = %(second)s",
        signed,
    )
    (flaw,) = verify("owner").flaws
    assert "is not the one that was given: the ledger knows another hash" in flaw


def past_every_guard(statement, values):
    import cluster

    with cluster.superuser().connect(str(connection.settings_dict["NAME"]), autocommit=False) as held:
        held.execute("set local session_replication_role = replica")
        held.execute(statement, values)
        held.commit()
