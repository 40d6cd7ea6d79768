"""The shape of how a pack speaks of treatment plans: what one is called, which rule asks something of it, in whose words."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.law import Citation, Question


@dataclass(frozen=True)
class Treatment:
    """A program whose plan is a treatment plan. `word` names it in a sentence, `short` is what the field says for short.

    `rule` is asked of the plan itself, `author` its criterion on who completed it, and `listed` what asks of a service
    that the plan lists it. `peers` are the roles that should not complete one. `authorized` are the words on an LPHA's authorization, `open` what they leave open.
    """

    word: str
    short: str
    rule: str
    author: str
    listed: tuple[str, ...]
    peers: tuple[str, ...]
    has: Citation
    not_author: Citation
    authorized: Citation
    open: Question

    @property
    def needs_one(self) -> tuple[Citation, ...]:
        """The words that ask for one."""
        return (self.has,)

    @property
    def not_one(self) -> tuple[Citation, ...]:
        """The words on who should not complete it."""
        return (self.not_author,)

    @property
    def words(self) -> tuple[Citation, ...]:
        """The words on who completes and who authorizes it."""
        return (self.not_author, self.authorized)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every rule and criterion named here."""
        return (self.rule, self.author, *self.listed)
