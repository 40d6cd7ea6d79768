"""What was signed is kept from its owner too: only taking the guard away would change it, and verifying tells."""

import pytest
from django.db import DatabaseError, connections, transaction

from alongside.records import actions
from alongside.records.models import Attachment, Document, FormTemplate, Rendering, Signature
from people import TODAY, a_participant, a_service_plan, sign, somebody_here

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"
KEPT = (Document, Signature, Attachment, FormTemplate, Rendering)


def test_not_even_the_owner_changes_what_is_kept_in_passing(program_a, acting_for):
    with acting_for(program_a):
        plan = a_service_plan(a_participant())
        page = actions.attach(record=plan, content=PDF, name="page.pdf", by=somebody_here())
        signature = sign(plan, hand=actions.Hand("scanned", attachment=page, signed_on=TODAY))
        actions.keep_rendering(document=signature.document, content=PDF, media_type="application/pdf", by=None)
    for table in (model._meta.db_table for model in KEPT):
        for what in (f"update {table} set created_at = created_at", f"delete from {table}"):
            with acting_for(program_a), pytest.raises(DatabaseError, match="stays as it was"):
                by_the_owner(what)


def by_the_owner(what):
    with transaction.atomic(using="owner"), connections["owner"].cursor() as owner:
        owner.execute(what)
