"""Every bed there is, found in the files beside this one: each names its own in `BEDS`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from ..bed import Bed


def every_bed() -> dict[str, Bed]:
    """The beds by id, A before R, in the order of their numbers. Raises ValueError where two share an id,
    or one is no letter with a number."""
    found: dict[str, Bed] = {}
    for module in iter_modules(__path__):
        for bed in getattr(import_module(f"{__name__}.{module.name}"), "BEDS", ()):
            if bed.id in found:
                raise ValueError(f"There are two beds {bed.id}.")
            found[bed.id] = bed
    return {id: found[id] for id in sorted(found, key=lambda id: (id[0], int(id[1:])))}
