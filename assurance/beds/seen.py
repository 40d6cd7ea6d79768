"""Who may see: A1 over the pages, A3 and A4 under them, A6 in the ledger, A9 of what goes out."""

from __future__ import annotations

from ..bed import Bed, Found, Run, Tell
from ..seen.asking import asked, shared


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
        sizes={"slice": 40, "nightly": 60_000, "release": 100_000},
        run=shared("pages"),
        defect="a missing caseload filter; a route outside the table; a table without its row policy",
        planted=each("pages", "a missing filter", "a route outside the table", "a table without its policy"),
        planted_size=24,
    ),
    Bed(
        id="A2",
        promise="Another program's id, and one outside the caseload, in any place of a request where an id stood, is "
        "answered as an id of nobody is, and nothing of it is taken in.",
        unit="exchanged ids",
        asked=25_000,
        sizes={"slice": 40, "nightly": 6_000, "release": 25_000},
        run=shared("substitution"),
        defect="a hidden field of one form is trusted",
        planted=each("substitution", "a trusted field"),
        planted_size=30,
    ),
    Bed(
        id="A3",
        promise="On the runtime role's own connection no statement sees or changes a row of another program.",
        unit="statements",
        asked=50_000,
        sizes={"slice": 600, "nightly": 50_000, "release": 200_000},
        run=asked("sql"),
        defect="one table with a policy that says yes to everything",
        planted=each("sql", "a policy that lets through"),
        planted_size=200,
    ),
    Bed(
        id="A4",
        promise="On pooled connections, with faults, time limits and cut connections in between, nothing of another "
        "program is seen, and without a program nothing at all.",
        unit="pieces of work",
        asked=1_000_000,
        sizes={"slice": 180, "nightly": 50_000, "release": 1_000_000},
        run=asked("pool"),
        defect="the context is set for the session, not for the transaction",
        planted=each("pool", "a setting of the session"),
        planted_size=60,
    ),
    Bed(
        id="A5",
        promise="Nothing that was typed, and nobody's name, stands in log lines, in the database server's log, in "
        "mails, in files of uploads or in the ledger.",
        unit="bytes left behind",
        asked=10_000_000_000,
        sizes={"slice": 6_000, "nightly": 1_500_000, "release": 200_000_000},
        run=asked("by_products"),
        defect="the body of one page's requests is written to the log",
        planted=each("by_products", "a logged body"),
        planted_size=2_000,
    ),
    Bed(
        id="A6",
        promise="Whoever was shown a participant stands in the ledger, under the number of that request.",
        unit="pages opened",
        asked=100_000,
        sizes={"slice": 60, "nightly": 10_000, "release": 100_000},
        run=shared("reads"),
        defect="pages about a participant do not record that they were read",
        planted=each("reads", "a look not kept"),
        planted_size=40,
    ),
    Bed(
        id="A9",
        promise="Records go out under a consent in force or a named rule, as a table written apart decides; each "
        "disclosure is kept with its statement; what is taken back is refused at the next request. An emergency "
        "opens one record for four hours with a reason, to be reviewed by somebody else.",
        unit="decisions",
        asked=20_000,
        sizes={"slice": 3_000, "nightly": 50_000, "release": 500_000},
        run=asked("consents"),
        defect="a consent that was taken back still stands; an emergency access that does not end; a review of one's "
        "own that the database keeps",
        planted=each("consents", "a flipped rule", "an emergency without an end", "a review of one's own"),
        planted_size=1_000,
    ),
)
