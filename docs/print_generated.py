"""Print docs/generated from the code: the data dictionary, the rule books, who may open which page. `make docs`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from alongside.facts.contract import Column, FactTable
from alongside.facts.tables import TABLES
from alongside.packs import PACKS
from alongside.packs.book import as_page

GENERATED = Path(__file__).parent / "generated"
sys.path.append(str(Path(__file__).parents[1]))  # for what stands beside docs
TYPES = {
    "string": "text", "date": "day", "timestamp": "day and time", "boolean": "yes or no", "int32": "whole number",
    "decimal(6, 2)": "hours", "decimal(10, 2)": "dollars",
}  # fmt: skip


def data_dictionary() -> str:
    """Every table and column a rule may look at; also the headings of a folder of CSV or Parquet files."""
    lead = (
        "What rules may look at. A folder of CSV or Parquet files for `alongside check` has one file for each table "
        "(`participant.csv`, `training.parquet` …) with these headings; a world for `alongside ask` has the same "
        "names. A day is written 2026-11-20. An empty place means *not known*."
    )
    return "\n".join(["# Data dictionary", "", lead, *(line for t in TABLES.values() for line in _table(t))]) + "\n"


def _table(table: FactTable) -> Iterator[str]:
    yield from ("", f"## {table.name}", "", table.sentence, "", "| column | type | meaning |", "|---|---|---|")
    for name, column in table.columns.items():
        yield f"| `{name}` | {_kind(column)} | {column.sentence} |"


def _kind(column: Column) -> str:
    if column.words:
        return "one of " + ", ".join(f"`{word}`" for word in column.words)
    return TYPES[column.type] + (", needed" if column.is_required else "")


def rule_book(pack_id: str) -> str:
    """Every rule of a pack as the page a program manager signs."""
    pack = PACKS[pack_id]
    pages = (f"## {rule.id} {rule.name}\n\n```\n{as_page(pack, rule)}\n```\n" for rule in pack.rules)
    return f"# {pack.name}: the rule book\n\n" + "\n".join(pages)


def permissions() -> str:
    """Every page by its address's name, the roles that may open it, and why. Needs Django set up."""
    from alongside.access.pages import PAGES, Page
    from alongside.access.roles import Role

    def who(page: Page) -> str:
        if not page.needs_sign_in:
            return "anyone"
        if not page.needs_membership:
            return "anyone signed in"
        return "any role" if page.roles >= set(Role) else ", ".join(r.label.lower() for r in Role if r in page.roles)

    roles = "\n".join(f"- **{role.label}**: {role.purpose}" for role in Role)
    lines = (f"| `{name}` | {who(page)} | {page.why} |" for name, page in sorted(PAGES.items()))
    return f"# Who may open what\n\n{roles}\n\n| page | who | why |\n|---|---|---|\n" + "\n".join(lines) + "\n"


def oversight_states() -> str:
    """The states of a documentation oversight and the steps between them, from the table the buttons come from."""
    from alongside.reviews.oversight_steps import diagram

    lead = "Who takes which step from which state. Buttons, policies and refusals come from the same table."
    return "\n".join(["# Documentation oversight: its states", "", lead, "", "```mermaid", *diagram(), "```"]) + "\n"


def planted_defects() -> str:
    """The defects put into the tree one at a time, each with the test that catches it."""
    from assurance.planting import every_defect
    from assurance.planting_told import told

    return told(every_defect())


def printed() -> dict[str, str]:
    """File name to content."""
    books = {f"rules-{pack_id}.md": rule_book(pack_id) for pack_id in PACKS}
    from plan_states import plan_states

    others = {
        "permissions.md": permissions(),
        "plan-states.md": plan_states(),
        "oversight-states.md": oversight_states(),
        "planted-defects.md": planted_defects(),
    }
    return {"data-dictionary.md": data_dictionary(), **others, **books}


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.config.settings"
    django.setup()
    GENERATED.mkdir(exist_ok=True)
    for name, text in printed().items():
        (GENERATED / name).write_text(text, encoding="utf-8")
