"""The process of the beds of input: one house, and whatever is asked of it. A line of JSON in, lines of JSON out."""

from __future__ import annotations

import json
import logging
import os
import sys
import warnings
from contextlib import nullcontext
from dataclasses import asdict
from typing import Any

from .input_house import House, house


def main() -> None:
    """Answer until nobody asks any more."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else prints must not stand among the answers
    logging.disable(logging.ERROR)
    warnings.simplefilter("ignore")
    with house("--whole" in sys.argv) as where:
        for line in sys.stdin:
            asked = json.loads(line)
            print(json.dumps(_done(where, asked, answers)), file=answers, flush=True)


def _done(where: House, asked: dict[str, Any], answers: Any) -> dict[str, Any]:
    from . import input_defects, input_thrown, input_uploads

    def tell(words: str) -> None:
        print(json.dumps({"told": words}), file=answers, flush=True)

    with getattr(input_defects, asked["defect"])() if asked["defect"] else nullcontext():
        if asked["work"] == "throw":
            found = input_thrown.Thrower(where, asked["seed"]).run(asked["size"], tell)
        else:
            found = input_uploads.Sender(where).run(asked["size"], tell)
    found.failures = found.failures[:200]
    return asdict(found)


if __name__ == "__main__":
    main()
