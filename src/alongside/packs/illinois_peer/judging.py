"""How a text is read for words that judge: one set of patterns, for the page that helps and for the rule that asks.

The patterns keep to what Python, PostgreSQL, DuckDB and Spark read alike: no look-around, no lazy repetition, every
repetition of words counted. What stands in quotation marks is taken out first, for quoting is not judging; then what
only looks like a judgment. `BLANK` stands where something was taken out, and no pattern reaches across it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alongside.law import Citation

BLANK = "|"

# A quotation ends at its own closing mark. An apostrophe inside a word opens and closes none; a mark that follows a
# word such as said and is never closed holds to the end of its sentence. None of them looks at a place twice.
QUOTED = (
    "“[^“”]*”",
    '"[^"]*"',
    "‘(?:[^’‘]|’[a-z])*’",
    "(?:^|[ (:,])'(?:[^' ]|'[a-z]| +[^' ])*'",
    '(?:said|says|stated|told|asked|wrote|replied|answered|shouted)(?: +[a-z]+){0,2}[:,]? +["“][^.!?]*',
)

SAID = (
    "(?:said|says|told +(?:me|us|him|her|staff|them)|stated|states|reported|reports|explained|shared|mentioned|wrote|added)"
    "(?: +that)? +(?:he|she|they|i)(?: +(?:had|has|have|did|does|do|was|is|were|are|been|be|never|not|felt|feels|feel|really|"
    "only|just|also|always|didn['’]t|doesn['’]t|wasn['’]t|isn['’]t|a|an|the|at|to|it|on)){0,5} +"
    "(?:mean|meant|intend|intended|want|wanted|wants|plan|planned|diagnosed|diagnosis|suicidal|depressed|paranoid|manic|"
    "psychotic|bipolar|ptsd|schizophrenia|ready|blame|blamed|fault|responsible|purpose|met|reached|achieved|caused|risk|"
    "compliant|attention|stable)"
)


@dataclass(frozen=True, eq=False)
class Judging:
    """One kind of judgment: the rule it belongs to, what it judges, the source's line, and what to write instead.

    `patterns` are searched as whole words in lower-case text; `innocent` are taken out of it first.
    """

    rule: str
    what: str
    cite: Citation
    instead: str
    patterns: tuple[str, ...]
    innocent: tuple[str, ...] = ()

    @cached_property
    def judges(self) -> str:
        """What is searched for, on every engine."""
        return f"(?:^|[^a-z])(?:{'|'.join(self.patterns)})(?:$|[^a-z])"

    @cached_property
    def looks_like(self) -> str:
        """What is taken out before. It begins at a word and may end inside one."""
        return f"(?:^|[^a-z])(?:{'|'.join((SAID, *self.innocent))})"

    @cached_property
    def spans(self) -> re.Pattern[str]:
        """The same search for Python, which leaves the letters around a word alone."""
        return re.compile(f"(?<![a-z])(?:{'|'.join(self.patterns)})(?![a-z])")

    @cached_property
    def innocents(self) -> re.Pattern[str]:
        """What is taken out before, compiled."""
        return re.compile(self.looks_like)

    def is_in(self, unquoted: Any) -> Any:
        """As an Ibis condition: whether a column that `unquoted` made judges so."""
        return unquoted.re_replace(self.looks_like, BLANK).re_search(self.judges)


def unquoted(text: Any) -> Any:
    """As an Ibis value: a column of text in lower case, its quotations taken out."""
    plain = text.lower().re_replace(r"\s+", " ")
    for quotation in QUOTED:
        plain = plain.re_replace(quotation, BLANK)
    return plain
