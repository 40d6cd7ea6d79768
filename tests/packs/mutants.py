"""Slips of the pen in the rules: each number one more, each comparison a little off, each word another word.

Made from the pack's own source, so that a threshold written tomorrow is tried tomorrow.
"""

import ast
import importlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from alongside.law import Rule
from alongside.packs import illinois_peer, wisconsin_crs

FOLDERS = {pack.PACK.id: Path(pack.__file__).parent for pack in (wisconsin_crs, illinois_peer)}
# Modules of rules and the shared one they read, in the order they import each other.
SHARED = {
    "wisconsin_crs": {"enrolled": ("eligibility", "service_plans"), "covered": ("serving", "providers")},
    "illinois_peer": {
        "who_gave_it": ("incident_reports", "substance_use", "billing"),
        "on_the_plan": ("billing",),
        "papers": ("personnel_files", "background", "rule_50_training", "tier_of_staff"),
        "roster": ("teams",),
        "writing_rules": ("writing_of_reports", "writing_of_discharge"),
    },
}
RULE_MODULES = {
    "wisconsin_crs": (
        "eligibility", "providers", "serving", "training", "service_plans", "discharge", "settings", "employment",
        "plan_contents", "progress_notes", "incidents", "oversight", "packets", "billing", "training_exposure",
        "participation_system", "monitoring", "invoices", "improvement",
    ),
    "illinois_peer": (
        "billing", "substance_use", "codes", "agency_lpha", "agencies", "tier_of_staff", "personnel_files",
        "background", "rule_50_training", "writing", "writing_of_reports", "incident_reports",
        "writing_of_discharge", "discharge_papers", "teams", "plan_reviews", "renewal", "certification",
    ),
}  # fmt: skip
OFF = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
SAID = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}


@dataclass(frozen=True)
class Slip:
    """One change of one module: the `nth` node of its tree becomes something else."""

    pack: str
    module: str
    line: int
    text: str
    nth: int
    was: str
    becomes: str

    def __str__(self) -> str:
        return f"{self.module}.py:{self.line} {self.was} to {self.becomes}"


def slips(pack: str) -> list[Slip]:
    """Every slip there is in a pack, in the order of the source."""
    return [slip for module in (*SHARED[pack], *RULE_MODULES[pack]) for slip in _slips_in(pack, module)]


def _written(pack: str, module: str) -> str:
    return (FOLDERS[pack] / f"{module}.py").read_text("utf-8")


def _slips_in(pack: str, module: str) -> Iterator[Slip]:
    tree, lines = ast.parse(_written(pack, module)), _written(pack, module).splitlines()
    words, idle = _words_compared(tree), _no_thresholds(tree)

    def slip(nth: int, node: ast.expr, was: str, becomes: str) -> Slip:
        return Slip(pack, module, node.lineno, lines[node.lineno - 1].strip(), nth, was, becomes)

    for nth, node in enumerate(ast.walk(tree)):
        if isinstance(node, ast.Compare):
            (op,) = node.ops
            if type(op) in OFF:
                yield slip(nth, node, SAID[type(op)], SAID[OFF[type(op)]])
        elif isinstance(node, ast.Constant) and id(node) not in idle:
            if type(node.value) is int:
                yield slip(nth, node, str(node.value), str(node.value + 1))
            elif id(node) in words:
                yield slip(nth, node, repr(node.value), repr(node.value + "x"))


def _words_compared(tree: ast.Module) -> set[int]:
    """Texts a fact is compared with, one by one or as a list."""
    lists = {ast.unparse(call.args[0]) for call in ast.walk(tree) if _is_isin(call)}
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            found |= {id(side) for side in (node.left, *node.comparators)}
        elif _is_isin(node):
            found |= {id(one) for one in ast.walk(node.args[0])}
        elif isinstance(node, ast.Assign) and any(ast.unparse(name) in lists for name in node.targets):
            found |= {id(one) for one in ast.walk(node.value)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {id(node) for node in texts} & found


def _is_isin(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "isin"


def _no_thresholds(tree: ast.Module) -> set[int]:
    """Numbers that decide nothing: of a question, of a place in a list, of a year or a month of a written-out day.

    The day a rule begins is tried by the boundary days, on the day and the day before.
    """
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("question", "qa", "answered"):
            found |= {id(number) for number in node.args}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("date") and len(node.args) == 3:
            found |= {id(part) for part in node.args[:2]}
        elif isinstance(node, ast.Subscript):
            found |= {id(part) for part in ast.walk(node.slice)}
        elif isinstance(node, ast.keyword) and node.arg == "since":
            found |= {id(part) for part in ast.walk(node.value)}
    return found


def touched(slip: Slip) -> set[str]:
    """Names of the module that a slip may change: where it stands, and whatever is made of that."""
    tree = ast.parse(_written(slip.pack, slip.module))
    node = list(ast.walk(tree))[slip.nth]
    names = {name for part in tree.body if any(n is node for n in ast.walk(part)) for name in _named_by(part)}
    grown = True
    while grown:
        more = {name for part in tree.body if _reads(part) & names for name in _named_by(part)} - names
        names, grown = names | more, bool(more)
    return names


def _named_by(part: ast.stmt) -> set[str]:
    if isinstance(part, ast.FunctionDef):
        return {part.name}
    targets = [*getattr(part, "targets", ()), *filter(None, (getattr(part, "target", None),))]
    return {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}


def _reads(part: ast.stmt) -> set[str]:
    return {node.id for node in ast.walk(part) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def slipped_rules(slip: Slip) -> list[Rule]:
    """The rules a slip may change, made with it."""
    name = f"slipped_{slip.module}_{slip.nth}"
    package = ModuleType(name)
    package.__path__ = [str(FOLDERS[slip.pack])]
    sys.modules[name] = package
    try:
        _load_with(name, slip)
        if slip.module in SHARED[slip.pack]:
            modules = [importlib.import_module(f"{name}.{module}") for module in SHARED[slip.pack][slip.module]]
            return [rule for module in modules for rule in module.RULES]
        module = sys.modules[f"{name}.{slip.module}"]
        changed = [rule for rule in module.RULES if any(getattr(module, one) is rule for one in touched(slip))]
        return sorted(changed, key=lambda rule: len(rule.facts))  # what is made quickest may already tell
    finally:
        for loaded in [known for known in sys.modules if known.split(".")[0] == name]:
            del sys.modules[loaded]


def _load_with(package: str, slip: Slip) -> None:
    tree = ast.parse(_written(slip.pack, slip.module))
    node = list(ast.walk(tree))[slip.nth]
    if isinstance(node, ast.Compare):
        node.ops = [OFF[type(node.ops[0])]()]
    elif isinstance(node, ast.Constant):
        node.value = ast.literal_eval(slip.becomes)
    module = ModuleType(f"{package}.{slip.module}")
    module.__package__ = package
    sys.modules[module.__name__] = module
    exec(compile(tree, f"{slip.module}.py", "exec"), module.__dict__)
