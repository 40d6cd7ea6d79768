"""The law itself, one folder for each program, all of one shape."""

from . import illinois_peer, wisconsin_crs
from .pack import Pack

PACKS: dict[str, Pack] = {pack.id: pack for pack in (wisconsin_crs.PACK, illinois_peer.PACK)}


def pack_of(rule: str) -> Pack:
    """The pack that has this rule or criterion id. KeyError says which packs there are."""
    for pack in PACKS.values():
        try:
            pack.rule(rule)
        except KeyError:
            continue
        return pack
    raise KeyError(f"No rule {rule} in any pack: {', '.join(PACKS)}")
