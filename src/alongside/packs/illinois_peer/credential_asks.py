"""What each credential asks, by part and domain, as each source says it. Where sources differ every one is kept."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.law import Citation

from .sources import CREDENTIAL_COMPARISON, CREDENTIAL_PROCESS, SUCCESS_PROGRAM
from .sources_of_credentials import COLLEGE, COPELAND

TRAINING, WORK, SUPERVISION, RENEWAL = "training", "work", "supervision", "renewal"
PARTS = {
    TRAINING: "Training hours",
    WORK: "Hours of work",
    SUPERVISION: "Hours of supervision",
    RENEWAL: "Units for renewal, every two years",
}
CREDENTIALS = ("crss", "cprs", "cfpp")
INTERNSHIP = "Internship that may count"


@dataclass(frozen=True)
class Said:
    """A number of hours or units, as one source says it."""

    count: int
    cite: Citation


@dataclass(frozen=True)
class Ask:
    """What one part of a credential asks in one domain. `said` holds each source's number: none where none was found,
    several where they differ. `within` names the domain whose number holds this one's too."""

    credential: str
    part: str
    domain: str
    said: tuple[Said, ...]
    note: str = ""
    within: str = ""

    @property
    def is_most(self) -> bool:
        """Whether the number is the most that counts, and nothing that has to be reached."""
        return self.domain == INTERNSHIP

    @property
    def is_disputed(self) -> bool:
        """Whether the sources differ, so that a person must decide which holds."""
        return len({one.count for one in self.said}) > 1


ALL = "in all"
_TABLE = "table of requirements"
_CRSS_100 = Said(100, CREDENTIAL_COMPARISON.at(_TABLE, "100"))
_ACCREDITED = Said(110, SUCCESS_PROGRAM.at("accredited programs", "110 clock hours"))
FLAT = "The source’s table lost its columns where it was read: check it against the state’s page."
NOT_FOUND = "No source read says it."


def _ask(credential: str, part: str, domain: str, *said: Said, note: str = "", within: str = "") -> Ask:
    return Ask(credential, part, domain, said, note, within)


def _of(count: int, source_words: str) -> Said:
    return Said(count, CREDENTIAL_COMPARISON.at(_TABLE, source_words))


ASKS = (
    _ask("crss", TRAINING, ALL, _CRSS_100, _ACCREDITED, note="100 by the comparison of credentials, 110 where the program is accredited."),
    _ask("crss", TRAINING, "CRSS domains", _of(40, "40 CRSS-specific"), note=FLAT, within=ALL),
    *(
        _ask("crss", TRAINING, domain, _of(10, "min 10 per domain"), within="CRSS domains")
        for domain in ("Advocacy", "Professional Responsibility", "Mentoring", "Recovery Support")
    ),
    _ask("crss", TRAINING, "Ethics", _of(6, "6 ethics"), note=FLAT, within=ALL),
    _ask("crss", TRAINING, "Core functions", _of(54, "54 core functions"), note=FLAT, within=ALL),
    _ask("crss", WORK, ALL, Said(2000, COPELAND.at("certification", "2,000 hours"), ), note="Paid, volunteer or internship."),
    _ask("crss", WORK, INTERNSHIP, Said(300, COLLEGE.at("requirements", "300 internship hours creditable")), note="By a third party; within the last four years.", within=ALL),
    _ask("crss", SUPERVISION, ALL, Said(100, COPELAND.at("certification", "100 hours")), note="Documented across the domains, over at least one year; by a third party."),
    _ask("crss", RENEWAL, ALL, Said(40, CREDENTIAL_PROCESS.at("renewal", "40 CEUs"))),
    _ask("crss", RENEWAL, "CRSS-specific", Said(15, CREDENTIAL_PROCESS.at("renewal", "15 CRSS-specific")), within=ALL),
    _ask("crss", RENEWAL, "Core", Said(25, CREDENTIAL_PROCESS.at("renewal", "25 core")), within=ALL),
    _ask("cprs", TRAINING, ALL, _CRSS_100, _ACCREDITED, note="100 by the comparison of credentials, 110 where the program is accredited."),
    _ask("cprs", TRAINING, "CPRS domains", _of(40, "40 domain"), note="By subtraction, for the source’s table lost its columns: check it.", within=ALL),
    _ask("cprs", TRAINING, "Ethics", _of(16, "16 ethics"), note=FLAT, within=ALL),
    _ask("cprs", TRAINING, "Core", _of(44, "44 core"), note="Of them 5 on family and 5 on youth.", within=ALL),
    _ask("cprs", WORK, ALL, note=NOT_FOUND),
    _ask("cprs", SUPERVISION, ALL, note=NOT_FOUND),
    _ask("cprs", RENEWAL, ALL, Said(30, CREDENTIAL_PROCESS.at("renewal", "30 CEUs"))),
    _ask("cprs", RENEWAL, "CPRS-specific", Said(20, CREDENTIAL_PROCESS.at("renewal", "20 domain")), within=ALL),
    _ask("cprs", RENEWAL, "Ethics", Said(6, CREDENTIAL_PROCESS.at("renewal", "6 of them ethics")), within="CPRS-specific"),
    _ask("cprs", RENEWAL, "Core", Said(10, CREDENTIAL_PROCESS.at("renewal", "10 core")), within=ALL),
    *(_ask("cfpp", part, ALL, note=NOT_FOUND) for part in PARTS),
)  # fmt: skip
