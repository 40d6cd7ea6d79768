"""The figures of a rule, such as ten hours or 15 business days, and the rule as it would be with another.

A figure is a whole number with a name in capitals in the rule's own module. The rule with another is made from that
module's own text, so that nothing about it is written twice.
"""

from __future__ import annotations

import ast
import dataclasses
import datetime
import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from types import ModuleType

from alongside.law import Rule

from .pack import Pack


def figures_of(pack: Pack, rule: Rule) -> dict[str, int]:
    """The figures the rule's module reads, by name."""
    module = _module(pack, rule)
    read = {node.id for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Name)}
    named = {name: value for name, value in vars(module).items() if name.isupper() and name in read}
    return {name: value for name, value in named.items() if type(value) is int}


def rule_with(pack: Pack, rule: Rule, figures: Mapping[str, int], since: datetime.date) -> Rule:
    """The rule with other figures from a day on; before that day it is as it is. ValueError where that is no version."""
    module = _module(pack, rule)
    tree = ast.parse(inspect.getsource(module))
    body: list[ast.stmt] = []
    for part in tree.body:
        if isinstance(part, ast.ImportFrom):
            kept = [alias for alias in part.names if alias.name not in figures]
            body += [_assign(alias.name, figures[alias.name]) for alias in part.names if alias.name in figures]
            part.names = kept
            if not kept:
                continue
        elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name) and part.targets[0].id in figures:
            part = _assign(part.targets[0].id, figures[part.targets[0].id])
        body.append(part)
    # A docstring and `from __future__` come first, in the module as here.
    body.sort(key=lambda part: not (isinstance(part, ast.ImportFrom) and part.module == "__future__"))
    made = ModuleType(f"{module.__name__} with {figures}")
    made.__package__, made.__file__ = module.__package__, module.__file__
    changed = ast.fix_missing_locations(ast.Module(body, []))
    exec(compile(changed, str(module.__file__), "exec"), vars(made))
    found: Rule = next(one for one in made.RULES if one.id == rule.id)
    return dataclasses.replace(found, since=since, replaces=rule)


def _assign(name: str, value: int) -> ast.Assign:
    return ast.Assign([ast.Name(name, ast.Store())], ast.Constant(value))


def _module(pack: Pack, rule: Rule) -> ModuleType:
    package = importlib.import_module(f"alongside.packs.{pack.id}")
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        if any(rule is one for one in getattr(module, "RULES", ())):
            return module
    raise LookupError(f"No module of {pack.name} makes {rule.id}.")
