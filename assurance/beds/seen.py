"""Who may see: A1 over the pages, A3 under them."""

from __future__ import annotations

from ..bed import Bed, Found, Run, Tell
from ..seen.asking import asked


def each(trial: str, *defects: str) -> Run:
    """A `planted` that finds something only if each of these defects is found, one at a time."""

    def planted(size: int, tell: Tell) -> Found:
        whole = Found()
        for defect in defects:
            found = asked(trial, defect)(size, tell)
            whole.tried += found.tried
            if not found.failures:
                return Found(whole.tried, [], {"not found": defect})
            whole.failures += found.failures
        return whole

    return planted


BEDS = (
    Bed(
        id="A1",
        promise="No page shows or changes anything of another program, or of a participant outside the caseload, "
        "by any role, method or place of an id; every page stands in the table of pages.",
        unit="probes",
        asked=100_000,
        sizes={"slice": 400, "nightly": 20_000, "release": 100_000},
        run=asked("pages"),
        defect="a missing caseload filter; a route outside the table; a table without its row policy",
        planted=each("pages", "a missing filter", "a route outside the table", "a table without its policy"),
        planted_size=1_000,
    ),
    Bed(
        id="A3",
        promise="On the runtime role's own connection no statement sees or changes a row of another program.",
        unit="statements",
        asked=50_000,
        sizes={"slice": 2_000, "nightly": 50_000, "release": 200_000},
        run=asked("sql"),
        defect="one table with a policy that says yes to everything",
        planted=each("sql", "a policy that lets through"),
        planted_size=2_000,
    ),
)
