"""Whom somebody means who writes a name: chosen from a list that is offered, or written out."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.records.models import Participant


def listed_as(person: Participant) -> str:
    """How the list to choose from says a participant."""
    return f"{person.name or 'No name'} ({person.medicaid_id})"


def meant(words: str, people: Iterable[Participant]) -> list[Participant]:
    """Whom the words mean: an entry of the list, a whole name of somebody the reader may open, or a Medicaid id.

    An id is taken also for somebody the reader does not serve: who saw it reports it.
    """
    plain = " ".join(words.split()).casefold()
    of_the_list = [one for one in people if plain == listed_as(one).casefold()]
    if of_the_list:
        return of_the_list
    named = [one for one in people if plain in (one.name.casefold(), f"{one.family_name}, {one.given_name}".casefold())]
    if named or not (plain.isascii() and plain.isdecimal() and len(plain) == 10):
        return named
    return list(Participant.objects.filter(medicaid_id=plain))
