"""What keeps the house in order. Each guard has been seen to fail."""

import ast
import io
import re
import statistics
import subprocess
import tokenize
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src/alongside"
SOURCES = [path for path in SRC.rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = list(SRC.rglob("*.html"))
COMMITTED = [ROOT / name for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()]

VAGUE = {"utils", "util", "helpers", "helper", "common", "services", "base", "manager", "managers", "misc"}
NEVER = re.compile(r"(?i)client|consumer|patient|tenant|utils")
ALLOWED = re.compile(r"(?i)patient[_ ]rights")  # the topic's own name
CLOCKS = {SRC / "access/clock.py", SRC / "exchange/clock.py"}  # the pages', and the commands' that run without Django
CLOCK = re.compile(
    r"\.today\(\)|\blocaldate\(|now\([^)]*\)(\.astimezone\([^)]*\))?\.date\(|(?i:\bcurrent_date\b)|{% now "
)
ASKS_THE_CLOCK = re.compile(r"\b(today|this_day)\(\)|import (today|this_day)\b|import clock\b")
GIVEN_THE_DAY = ("law", "packs", "facts", "records", "reviews", "exchange", "ledger")
REGISTRY = re.compile(r"(pypi|npmjs|pythonhosted|yarnpkg|anaconda)\.(org|com)")
MACHINE = re.compile(r"(?<![\w./}-])/(work|root|tmp|home|Users|opt)/\w")


def where(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_lines(path: Path) -> int:
    """Lines that do something: not blank, not a comment, not a docstring."""
    text = path.read_text()
    quiet = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline) if t.type not in quiet]
    busy = {line for t in tokens for line in range(t.start[0], t.end[0] + 1)}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            busy -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(busy)


def identifiers(path: Path) -> set[str]:
    """Every name the file gives or uses, but for those of other people's libraries."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    theirs = {a.name for n in nodes if isinstance(n, ast.ImportFrom) and not n.level for a in n.names}
    used = {str(getattr(n, field)) for n in nodes for field in ("id", "attr", "name", "arg") if hasattr(n, field)}
    return used - theirs


def found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    texts = ((path, path.read_text(errors="ignore")) for path in paths if path.is_file())
    return [f"{where(path)}: {match[0]}" for path, text in texts for match in [pattern.search(text)] if match]


def test_files_stay_small():
    sizes = {where(path): path.stat().st_size for path in SOURCES if path.stat().st_size}

    assert {name: size for name, size in sizes.items() if size >= 12_000} == {}
    assert statistics.median(sizes.values()) < 3_000


def test_the_law_is_at_most_400_lines():
    assert sum(code_lines(path) for path in (SRC / "law").rglob("*.py")) <= 400


def test_no_module_has_a_name_that_says_nothing():
    named_by_django = SRC / "access/backend/base.py"

    assert [where(p) for p in [*SOURCES, *SRC.rglob("*/")] if p.stem in VAGUE and p != named_by_django] == []


def test_names_in_code_keep_to_the_glossary():
    names = {(where(path), name) for path in SOURCES for name in identifiers(path)}

    assert sorted((place, name) for place, name in names if NEVER.search(ALLOWED.sub("", name))) == []


def test_words_on_pages_keep_to_the_glossary():
    texts = {where(path): ALLOWED.sub("", path.read_text()) for path in TEMPLATES}

    assert {place: match[0] for place, text in texts.items() if (match := NEVER.search(text))} == {}


def test_only_the_clock_reads_todays_date():
    assert found(CLOCK, [path for path in [*SOURCES, *TEMPLATES] if path not in CLOCKS]) == []


def test_rules_and_actions_are_given_the_day():
    given = [path for path in SOURCES if path.relative_to(SRC).parts[0] in GIVEN_THE_DAY and path not in CLOCKS]

    assert found(ASKS_THE_CLOCK, given) == []


def test_no_committed_file_names_a_registry():
    assert found(REGISTRY, COMMITTED) == []


def test_no_committed_file_names_a_path_of_one_machine():
    assert found(MACHINE, COMMITTED) == []


def test_imports_keep_to_the_borders():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_a_word_stands_once_in_the_glossary():
    words = re.findall(r"^\| \*\*([^*]+)\*\*", (ROOT / "GLOSSARY.md").read_text(), re.M)

    assert [word for word in set(words) if words.count(word) > 1] == []


def test_every_glossary_word_is_used():
    text = "\n".join(path.read_text() for path in [*SOURCES, *TEMPLATES]).lower().replace("_", " ")
    in_use = (ROOT / "GLOSSARY.md").read_text().split("## Decided")[0]
    words = [word.lower() for word in re.findall(r"^\| \*\*(.+?)\*\* \|", in_use, re.MULTILINE)]

    assert words
    assert [word for word in words if word not in text] == []
