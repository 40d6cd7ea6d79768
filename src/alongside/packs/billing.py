"""The shape of how a pack tells what may be billed: which rules say so, and which criteria say whether it fits the role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.law import Citation


@dataclass(frozen=True)
class Billing:
    """Rules about services by which one is billed or held. `fits_role` are the criteria that answer the second question,
    `not_should` the words that part the two. `code` is the rule by which code and unit are found, `sign_off` the criterion
    that says who has to sign a service off."""

    rules: tuple[str, ...]
    fits_role: tuple[str, ...]
    not_should: Citation
    code: str
    sign_off: str

    @property
    def ids(self) -> Iterator[str]:
        """Every rule and criterion named here."""
        yield from (*self.rules, *self.fits_role, self.code, self.sign_off)
