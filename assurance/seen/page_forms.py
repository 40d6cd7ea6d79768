"""The forms of a page as a browser would send them: where to, and every field with what it could hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

UNSENT = {"submit", "button", "image", "reset", "file"}


@dataclass
class PageForm:
    """One form that is posted. `fields` are sent as they stand; `could` are all the values a choice offers."""

    address: str
    fields: dict[str, str] = field(default_factory=dict)
    could: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.forms = address, list[PageForm]()
        self.form: PageForm | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_posted = said.get("method", "").lower() == "post" or "hx-post" in said
            self.form = PageForm(said.get("hx-post") or said.get("action") or self.address) if is_posted else None
            self.forms += [self.form] if self.form else []
        elif self.form is None:
            return
        elif tag == "select":
            self.select = said.get("name", "")
        elif tag == "option" and self.select:
            self._could(self.select, said.get("value", ""), is_sent="selected" in said)
        elif tag == "textarea" and said.get("name"):
            self.form.fields.setdefault(said["name"], "A juniper")
        elif tag == "input" and said.get("name") and said.get("type") not in UNSENT:
            is_choice = said.get("type") in ("radio", "checkbox")
            self._could(said["name"], said.get("value", ""), is_sent=not is_choice or "checked" in said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        if tag == "select":
            self.select = ""

    def _could(self, name: str, value: str, *, is_sent: bool) -> None:
        assert self.form
        self.form.could.setdefault(name, []).append(value)
        if is_sent:
            self.form.fields[name] = value


def forms_of(text: str, address: str) -> list[PageForm]:
    """The forms a page posts. A choice with nothing chosen is sent with its last value."""
    reader = _Reader(address)
    reader.feed(text)
    for form in reader.forms:
        for name, values in form.could.items():
            form.fields.setdefault(name, values[-1])
    return reader.forms
