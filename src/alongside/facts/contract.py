"""The words fact tables are declared in. A declaration is the data dictionary, the CSV headings and the world file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import ibis
from ibis.expr import types as ir


@dataclass(frozen=True)
class Column:
    """One documented column. `type` is an Ibis type; `words` are the values allowed, if only some are, with labels."""

    type: str
    sentence: str
    words: Mapping[str, str] = field(default_factory=dict)
    is_required: bool = False


def key(sentence: str) -> Column:
    """What tells one row from another: any text, unique in its table."""
    return Column("string", sentence, is_required=True)


def of(sentence: str) -> Column:
    """The key of a row in another table, which has the same column name there."""
    return Column("string", sentence, is_required=True)


def perhaps(sentence: str) -> Column:
    """The key of a row in another table, or nothing."""
    return Column("string", sentence)


def number_known(sentence: str) -> Column:
    """The id a reader knows, such as a Medicaid id. Text: leading zeros count."""
    return Column("string", sentence, is_required=True)


def text(sentence: str) -> Column:
    """Free text."""
    return Column("string", sentence)


def word(sentence: str, **words: str) -> Column:
    """One of a few words, each with the label a reader sees."""
    return Column("string", sentence, words)


def day(sentence: str) -> Column:
    """A day, written 2026-11-20."""
    return Column("date", sentence)


def hours(sentence: str) -> Column:
    """Hours, with two decimals at most."""
    return Column("decimal(6, 2)", sentence)


def count(sentence: str) -> Column:
    """A whole number."""
    return Column("int32", sentence)


def amount(sentence: str) -> Column:
    """Dollars and cents."""
    return Column("decimal(10, 2)", sentence)


def instant(sentence: str) -> Column:
    """A moment in the program's own time, written 2026-11-20 09:30."""
    return Column("timestamp", sentence)


def yes(sentence: str) -> Column:
    """Yes, no, or empty when nobody has recorded it."""
    return Column("boolean", sentence)


Derived = Callable[[ir.Table], ir.Table]
LABELS: dict[str, str] = {}  # every word of every table; a word means the same everywhere


@dataclass(frozen=True)
class FactTable:
    """A documented table. `root` is the column of the person it belongs to, `known_as` what readers call the person.

    `derived` adds to its rows what follows from other rows of the table. `beside` says of which other people's rows a
    row changes what is said: its own column, then a table and the column there that holds the same. `reaches` names a
    column of staff: of whoever has the same value there, what is said of those below them in supervision, of the teams
    they are on and of the provider they work for changes too.
    """

    name: str
    sentence: str
    columns: dict[str, Column]
    key: str
    root: str
    known_as: str
    parent: FactTable | None = None
    derived: Derived | None = None
    beside: tuple[tuple[str, str, str], ...] = ()
    reaches: str = ""

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What a reader sees for each word of this table and of those it belongs to or gathers from."""
        return LABELS

    @cached_property
    def stored(self) -> ir.Table:
        """The table as stored: names and types, no connection."""
        return ibis.table({name: column.type for name, column in self.columns.items()}, name=self.name)

    def rows(self) -> ir.Table:
        """Stored rows with what is derived; where the person has a parent table, with the id the reader knows."""
        own = self.stored if self.derived is None else self.derived(self.stored)
        if self.parent is None:
            return own
        parent = self.parent.rows()
        who = parent.select(**{f"of_{self.root}": parent[self.root], self.known_as: parent[self.known_as]})
        return own.left_join(who, own[self.root] == who[f"of_{self.root}"]).drop(f"of_{self.root}")


def table(
    name: str,
    sentence: str,
    /,
    *,
    known_as: str | None = None,
    parent: FactTable | None = None,
    derived: Derived | None = None,
    beside: tuple[tuple[str, str, str], ...] = (),
    reaches: str = "",
    **columns: Column,
) -> FactTable:
    """Declare a fact table. A table without `parent` is a person's own and says which column readers know them by."""
    first = next(iter(columns))
    for column in columns.values():
        LABELS.update(column.words)
    if parent is None:
        if known_as is None or known_as not in columns:
            raise ValueError(f"Table {name}: known_as must name one of its columns; found {known_as!r}")
        return FactTable(
            name, sentence, columns, key=first, root=first, known_as=known_as, beside=beside, reaches=reaches
        )
    if parent.root not in columns:
        raise ValueError(f"Table {name}: needs the column {parent.root} of {parent.name}")
    own = FactTable(name, sentence, columns, key=first, root=parent.root, known_as=parent.known_as)
    return replace(own, parent=parent, derived=derived, beside=beside, reaches=reaches)
