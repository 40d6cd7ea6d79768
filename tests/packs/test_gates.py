"""What stands in somebody's way is put together from every answer, and one place in order is enough to serve at."""

from datetime import date
from types import SimpleNamespace

import pytest

from alongside.law import Answer
from alongside.packs.gates import MAY, MAY_NOT, NOT_KNOWN, Gate, hurdles, verdict

ON = date(2026, 3, 10)
GATES = (
    Gate("AGR", "provider"),
    Gate("LIC", "provider", lacking="no location is recorded", lacking_of=("cbrf",)),
    Gate("PEER", "staff", services=("peer_support",), lacking="no certificate is recorded"),
    Gate("TRAIN", "staff", is_warning=True),
)


def said(rule, word):
    criterion = SimpleNamespace(
        binds=True, holds={"not met": False, "facts missing": None}.get(word, True), kind="must", sentence="juggle",
        fix="Juggle.", who="",
    )  # fmt: skip
    return Answer(
        rule=rule, name=rule, about="staff", subject="S1", key="1", root="1", answer=word, due=None, changes_on=None,
        asked_on=ON, since=ON, criteria=(criterion,), facts={},
    )  # fmt: skip


def asked(service="", kind="cbrf", **words):
    answers = {rule: [said(rule, word) for word in words.get(rule, ())] for rule in ("AGR", "LIC", "PEER", "TRAIN")}
    found = hurdles(GATES, service, kind, answers)
    return verdict(found), [(hurdle.rule, hurdle.stands) for hurdle in found]


@pytest.mark.parametrize(("given", "expected"), [
    ({"AGR": ["met"], "LIC": ["met"]}, (MAY, [])),
    ({"AGR": ["not yet due"], "LIC": ["met"]}, (MAY, [])),
    ({"AGR": ["not met"], "LIC": ["not met"]}, (MAY_NOT, [("AGR", "no"), ("LIC", "no")])),
    ({"AGR": ["facts missing"], "LIC": ["met"]}, (NOT_KNOWN, [("AGR", "unknown")])),
    ({"AGR": ["a person must decide"], "LIC": ["not met"]}, (MAY_NOT, [("AGR", "unknown"), ("LIC", "no")])),
    ({"AGR": ["met"], "LIC": ["met", "not met"]}, (MAY, [("LIC", "advice")])),
    ({"AGR": ["met"], "LIC": ["not met", "does not apply"]}, (MAY_NOT, [("LIC", "no")])),
    ({"AGR": ["met"], "LIC": ["does not apply"]}, (MAY_NOT, [("LIC", "no")])),
    ({"AGR": ["met"], "kind": "peer_support"}, (MAY, [])),
    ({"AGR": ["met"], "LIC": ["met"], "TRAIN": ["not met"]}, (MAY, [("TRAIN", "advice")])),
    ({"AGR": ["met"], "LIC": ["met"], "service": "peer_support"}, (MAY_NOT, [("PEER", "no")])),
    ({"AGR": ["met"], "LIC": ["met"], "PEER": ["not met"], "service": "peer_support"}, (MAY_NOT, [("PEER", "no")])),
    ({"AGR": ["met"], "LIC": ["met"], "PEER": ["not met"], "service": "clss"}, (MAY, [])),
    ({"AGR": ["met"], "LIC": ["met"], "PEER": ["not met"]}, (MAY, [("PEER", "advice")])),
])  # fmt: skip
def test_every_reason_counts(given, expected):
    assert asked(**given) == expected


def test_a_reason_says_the_rules_own_words():
    (hurdle,) = hurdles(GATES[:1], "", None, {"AGR": [said("AGR", "not met")]})

    assert (hurdle.sentence, hurdle.answer.next_step) == ("must juggle", "Juggle.")
