"""Somebody signs while somebody else changes: either the change is seen first, or it comes too late. Never unseen."""

import hashlib
import threading

import pytest
from django.db import connection, transaction

from alongside.access.context import acting
from alongside.records import actions
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import Document, Signature
from alongside.records.problems import Conflict, Problems
from people import TODAY, a_line, a_participant, a_service_plan, moment, somebody_here

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 12


def test_nothing_is_signed_that_was_not_shown(program_a, acting_for):
    with acting_for(program_a):
        plans = [a_service_plan(a_participant()) for _ in range(ROUNDS)]
        by = somebody_here()
    outcomes = [one_round(program_a, by, plan) for plan in plans]

    with acting_for(program_a):
        for plan, (shown, what) in zip(plans, outcomes, strict=True):
            document = Document.of("service_plan", plan.pk)
            if "signed" in what:
                assert document.content_hash == shown == Signature.objects.get(document=document).content_hash
                assert "I want to cook" in document.content
            else:
                assert document is None
            assert len(what) == 1, "one of the two, and not both: a signed plan is not rewritten"


def one_round(program, by, plan):
    """The hash that was shown, and which of the two went through."""
    with acting(program=program, actor=by), transaction.atomic():
        shown = hashlib.sha256(shown_to_sign(plan)[1].encode()).hexdigest()
    done, start = [], threading.Barrier(2)

    def signs():
        hand = actions.Hand("typed", typed_name="Uma Hazel")
        when = moment("2026-11-20 09:30")
        said = {"content_hash": shown, "hand": hand, "at": when, "on": TODAY, "by": by}
        actions.sign(record=plan, capacity="participant", **said)

    def rewrites():
        changes = {"goals": "I want to bake."}
        actions.rewrite_plan(plan=plan, version=1, changes=changes, lines=[a_line("peer_support")], on=TODAY, by=by)

    def at_once(act, word):
        try:
            start.wait()
            with acting(program=program, actor=by):
                act()
            done.append(word)
        except (Conflict, Problems):
            pass
        finally:
            connection.close()

    both = [threading.Thread(target=at_once, args=pair) for pair in ((signs, "signed"), (rewrites, "rewritten"))]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    return shown, done
