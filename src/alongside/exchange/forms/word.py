"""The state's own Word forms: where a blank one can be filled in, and the same filled in.

Four kinds of place are known: content controls, the older form fields, tags such as {{ name }}, and an empty cell
beside or below a cell with a label. A place's name begins with its kind: `control:`, `field:`, `tag:`, `beside:`.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import lxml.etree
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate, Listing

from ..archive import BROKEN
from ..problems import Refused
from .word_look import SAVE_AGAIN, WANTED, look_over
from .word_spots import spots
from .word_tags import environment, tags_of


@dataclass(frozen=True)
class Place:
    """Somewhere on a form a text can stand. `label` is what a reader sees there."""

    name: str
    label: str


def places(blank: bytes, name: str) -> list[Place]:
    """Every place of a blank form, in reading order. Raises Refused for what is no Word form that can be filled in."""
    template = _opened(blank, name)
    found = [Place(f"tag:{tag}", tag.replace("_", " ")) for tag in sorted(tags_of(template, name))]
    template.init_docx()
    found += [Place(spot.name, spot.label) for spot in spots(template.docx)]
    if not found:
        fix = "Put content controls where texts belong (in Word’s Developer tab), or tags such as {{ name }}."
        raise Refused(name, "There is no place on this form to fill in", "content controls, form fields or tags", fix)
    return found


def filled(blank: bytes, name: str, given: Mapping[str, str]) -> bytes:
    """The form with the texts given by the names of their places. Other places stay as they are."""
    template = _opened(blank, name)
    tags = {tag: Listing(given.get(f"tag:{tag}", "")) for tag in tags_of(template, name)}
    template.render(tags, jinja_env=environment(), autoescape=True)
    for spot in list(spots(template.docx)):
        if spot.name in given:
            spot.write(given[spot.name])
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _opened(blank: bytes, name: str) -> DocxTemplate:
    look_over(blank, name)
    try:
        template = DocxTemplate(io.BytesIO(blank))
        template.init_docx()
        if not hasattr(template.docx.element, "body"):
            raise ValueError("a document without a body")
    except (*BROKEN, PackageNotFoundError, lxml.etree.XMLSyntaxError, LookupError, AttributeError, TypeError) as error:
        raise Refused(name, "The document is damaged", WANTED, SAVE_AGAIN) from error
    return template
