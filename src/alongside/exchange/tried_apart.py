"""The process that reads one file and ends: `python -m alongside.exchange.tried_apart book NAME < FILE`."""

from __future__ import annotations

import io
import json
import sys

from .problems import Refused
from .tried import MEMORY_BYTES, PROCESSOR_SECONDS, Kind


def limit() -> None:
    """Give back what this process will not need: memory, time, files to write, processes to start."""
    try:
        import resource
    except ImportError:  # no such thing on Windows; the parent still waits only so long
        return
    limits = {
        resource.RLIMIT_AS: MEMORY_BYTES, resource.RLIMIT_CPU: PROCESSOR_SECONDS, resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }  # fmt: skip
    for which, most in limits.items():
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            continue  # a system that does not keep this one


def read(kind: Kind, name: str, content: bytes) -> None:
    """Read everything there is to read. Raises `Refused`."""
    if kind == "word":
        from .forms.word import places

        places(content, name)
        return
    from .limits import SHARED_SERVER
    from .sheets import open_book

    book = open_book(io.BytesIO(content), name, SHARED_SERVER)
    for sheet in book.sheet_names:
        for _ in book.load(sheet).rows():
            pass


def main() -> int:
    """Read the file at standard input, and say what is wrong with it, if anything."""
    limit()
    kind: Kind = "word" if sys.argv[1] == "word" else "book"
    try:
        read(kind, sys.argv[2], sys.stdin.buffer.read())
        said: list[str] = []
    except Refused as refused:
        said = [refused.where, refused.found, refused.expected, refused.fix]
    sys.stdout.write(json.dumps(said))
    return 0


if __name__ == "__main__":
    sys.exit(main())
