"""Keeping the state's blank forms, and saying which text goes where."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..media import plain_name
from ..models import FormMatch, StateForm
from ..problems import Conflict, is_nothing, nothing
from .recording import recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import Program, User


def add_state_form(
    *,
    program: Program,
    number: str,
    kind: str,
    name: str,
    content: bytes,
    edition: str = "",
    places: dict[str, str] | None = None,
    on: datetime.date,
    by: User | None,
) -> StateForm:
    """Keep a blank form. `kind` is a word of `DocumentKind`. `places` may say at once which text goes where."""
    with recording(program_id=program.pk, by=by):
        refuse([nothing("number")] if is_nothing(number) else [])
        form = StateForm(
            program_id=program.pk,
            number=number.strip(),
            edition=(edition or "").strip(),
            kind=kind,
            name=plain_name(name),
            content=content,
            uploaded_by=by,
        )
        form.save(force_insert=True)
        store(FormMatch(program_id=program.pk, state_form=form, places=places or {}), on=on)
        return form


def match_places(
    *, form: StateForm, version: int, places: dict[str, str], on: datetime.date, by: User | None
) -> FormMatch:
    """Say anew which text goes where: names of places to names of texts. Raises `Conflict` when changed meanwhile."""
    with recording(program_id=form.program_id, by=by):
        match = FormMatch.objects.select_for_update().get(state_form=form)
        if match.places == places:
            return match
        if match.version != version:
            raise Conflict(match, version, {"places": places})
        match.places = places
        return store_again(match, fields=("places",), on=on)
