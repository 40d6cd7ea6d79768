"""What is written down is true, and what matters is written down."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.access.pages import PAGES
from alongside.access.roles import Role
from alongside.facts.tables import TABLES
from alongside.packs import PACKS
from alongside.packs.book import cases_of

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src/alongside"
PAGES_WRITTEN = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
DECISIONS = sorted((ROOT / "docs/adr").glob("0*.md"))

sys.path.append(str(ROOT / "docs"))
from print_generated import GENERATED, printed  # noqa: E402

RULES = [(pack, rule) for pack in PACKS.values() for rule in pack.rules]
PICTURES = re.compile(r"docs/generated/[\w-]+\.png")  # taken by the journeys, which need a browser


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    ["data-dictionary.md", "permissions.md", "oversight-states.md", *(f"rules-{pack}.md" for pack in PACKS)],
)
def test_generated_pages_are_fresh(name):
    assert written(GENERATED / name) == printed()[name], "make docs prints it again"


@pytest.mark.parametrize(("pack", "rule"), RULES, ids=lambda value: value.id)
def test_every_rule_has_worked_cases(pack, rule):
    assert cases_of(pack).get(rule.id)


def test_every_table_column_role_and_page_says_what_it_is():
    sentences = {f"{t.name}.{name}": c.sentence for t in TABLES.values() for name, c in t.columns.items()}
    sentences |= {table.name: table.sentence for table in TABLES.values()}
    sentences |= {role: role.purpose for role in Role} | {name: page.why for name, page in PAGES.items()}

    assert [name for name, sentence in sentences.items() if not sentence.strip().endswith(".")] == []


def test_every_setting_of_the_environment_is_explained():
    read = {
        "".join(name)
        for path in SRC.rglob("*.py")
        for name in re.findall(r"environ(?:\.get\(|\[)\s*\"([A-Z_]+)\"|\"(ALONGSIDE_[A-Z]+)\"", written(path))
    }

    of_the_system = {"COLUMNS", "LC_ALL"}
    explained = of_the_system | set(re.findall(r"`([A-Z_]+)`", written(ROOT / "docs/how-to/run-it-on-a-server.md")))
    assert sorted(read - explained) == []


def test_files_named_in_pages_exist():
    paths = r"`((?:src|tests|docs|setup)/[\w./-]+|[\w.-]+\.(?:toml|txt|json|md))`"
    named = {(page.name, path) for page in PAGES_WRITTEN for path in re.findall(paths, written(page))}
    known = {path.name for path in [*SRC.rglob("*"), *ROOT.glob("*")]}

    assert sorted((p, n) for p, n in named if not (ROOT / n).exists() and n not in known) == []


def test_the_rule_shown_as_an_example_is_in_the_pack():
    shown = re.search(r"```python\n(.+?)```", written(ROOT / "docs/how-to/add-a-rule.md"), re.DOTALL)[1]
    example = "".join(line.split("  # ")[0].removeprefix("   ") + "\n" for line in shown.rstrip(" ").splitlines())

    assert example in written(SRC / "packs/wisconsin_crs/discharge.py")


def test_links_between_pages_lead_somewhere():
    links = [(page, to) for page in PAGES_WRITTEN for to in re.findall(r"\]\(([^)#:]+)\)", written(page))]

    assert [(p.name, to) for p, to in links if not (p.parent / to).exists() and not PICTURES.search(to)] == []


def test_the_readme_shows_what_the_command_prints():
    shown = re.search(r"^\$ alongside (.+)\n([^`]+)```", written(ROOT / "README.md"), re.MULTILINE)
    command = [sys.executable, "-m", "alongside.cli", *shown[1].split()]
    ran = subprocess.run(command, cwd=ROOT, env=os.environ | {"COLUMNS": "250"}, capture_output=True, text=True)
    printed_now = " ".join(ran.stdout.split())

    lines = [" ".join(line.split()) for line in shown[2].splitlines()]
    assert [line for line in lines if line not in {"…", ""} and line not in printed_now] == [], ran.stderr


def test_commands_named_in_pages_exist():
    said = "\n".join(written(page) for page in [*PAGES_WRITTEN, *SRC.rglob("*.py"), *SRC.rglob("*.html")])
    targets = re.findall(r"^([a-z]+):", written(ROOT / "Makefile"), re.MULTILINE)
    help_text = subprocess.check_output([sys.executable, "-m", "alongside.cli", "--help"], text=True)
    commands = re.findall(r"^    ([a-z]+)", help_text, re.MULTILINE)

    assert set(re.findall(r"(?:`|^)make ([a-z]+)", said, re.MULTILINE)) - set(targets) == set()
    assert set(re.findall(r"(?:`|^\$ )alongside ([a-z]+)", said, re.MULTILINE)) - set(commands) == set()


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_decisions_say_what_why_and_at_what_price(decision):
    text = written(decision)

    assert re.findall(r"^## (\w+)$", text, re.MULTILINE) == ["Decision", "Reason", "Price"]
    assert len(text.splitlines()) <= 45, "one screen"
    assert decision.name in written(ROOT / "docs/adr/README.md")
