"""How long a team may be without a certified peer: ACT, CST and the 590 grant, in the order of question 7.

One event, three answers: the only CRSS leaves. The ACT team has what is left of eighteen months, the CST team nothing.
"""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import team
from alongside.law import Rule, after, chosen, earliest, must, should

from .questions import question
from .quotes import ACT, ACT_WITHOUT, CST, CST_NO_TIME, ENGAGEMENT, FLEXIBLE, NO_FLEXIBILITY, WITHIN_A_YEAR
from .readings import CURRENT, SINCE
from .readings_of_peers import CAPABLE, CERTIFICATION, MONTHS, WEEKEND
from .roster import CERTIFIED, CHANGES, EXTENDED, days_without, lacking, with_crss_or_cfpp, with_crss_or_cprs
from .sources import DIGEST_590

AGENCY = "program coordinator"
SUPERVISOR = "supervisor"
ACT_MONTHS = 18
YEAR_MONTHS = 12
_MISSING = ("Record what sort of team it is.", AGENCY)
_allowed_to = ibis.greatest(_.year_to, _.extended_to.fill_null(_.year_to))
_goes_on = ~(_.ends_on < _.asked_on).fill_null(False) & ~(_.starts_on > _.asked_on).fill_null(False)
_on_monday = ibis.cases(
    (_.last_day.day_of_week.index() == 5, after(_.last_day, days=2)),
    (_.last_day.day_of_week.index() == 6, after(_.last_day, days=1)),
    else_=_.last_day,
)
_is_certified = _.certified > 0

act = Rule(
    id="IL-CRED-ACT",
    name="A certified peer on the ACT team, or on the way",
    about=team,
    cite=ACT_WITHOUT,
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=_MISSING,
    needs=(
        "team.kind",
        "team_member.staff_id",
        "staff.started_on",
        "credential.kind",
    ),
    readings=(SINCE, CURRENT, CERTIFICATION, MONTHS, WEEKEND),
    unsettled=(question(2), question(10), question(11)),
    facts=(
        CERTIFIED,
        CHANGES,
        lacking(with_crss_or_cfpp, "not_yet"),
        {"last_day": after(_.not_yet_hired_on, months=ACT_MONTHS)},
        {"last_day": ibis.ifelse(chosen(WEEKEND, "rolled"), _on_monday, _.last_day)},
    ),
    applies=(_.kind == "act") & _goes_on,
    due=ibis.ifelse(_is_certified, ibis.null("date"), _.last_day),
    due_in_words="within 18 months after the date of hire",
    changes_on=_.changes_next_on,
    criteria=(
        must(
            "IL-CRED-ACT",
            "have its person with lived experience certified as CRSS or CFPP by {due} ({not_yet} without, {certified} certified)",
            ibis.cases(
                ((_.not_yet > 0) & _.last_day.notnull(), False),
                (_.not_yet + _.not_yet_untold > 0, ibis.null("boolean")),
                else_=True,
            ),
            ACT,
            NO_FLEXIBILITY,
            unless=_is_certified,
            fix="Have {not_yet_number} obtain CRSS or CFPP certification by {due}. No extension counts where Medicaid pays.",
            who=SUPERVISOR,
            late="The 18 months are over and nobody's e-mail adds to them. Bring a CRSS or CFPP onto the team, and ask what follows.",
        ),
        must(
            "IL-CRED-ACT.person",
            "include a CRSS, a CFPP or a person with lived experience",
            _is_certified | (_.not_yet > 0),
            ACT_WITHOUT,
            unless=(_.not_yet_untold > 0) & ~_is_certified & (_.not_yet == 0),
            decide=~_is_certified & (_.not_yet == 0),
            question=question(2),
            fix="Bring a CRSS, a CFPP or a person with lived experience onto the team.",
            who=AGENCY,
        ),
    ),
)

cst = Rule(
    id="IL-CRED-CST",
    name="A certified peer on the CST team, every day",
    about=team,
    cite=CST,
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=_MISSING,
    needs=(
        "team.kind",
        "team_member.staff_id",
        "credential.kind",
    ),
    readings=(SINCE, CURRENT),
    unsettled=(question(2), question(3)),
    facts=(CERTIFIED, CHANGES, days_without),
    applies=(_.kind == "cst") & _goes_on,
    # While nobody is certified the days without one grow.
    changes_on=ibis.ifelse(_is_certified, _.changes_next_on, after(_.asked_on, days=1)),
    criteria=(
        must(
            "IL-CRED-CST",
            "include a CRSS or CFPP ({certified} certified; without one since {without_since_on})",
            _is_certified,
            CST,
            CST_NO_TIME,
            NO_FLEXIBILITY,
            fix="Bring a CRSS or CFPP onto the team. There is no time allowance: hiring somebody uncertified does not mend it.",
            who=AGENCY,
        ),
        should(
            "IL-CRED-CST.gaps",
            "have had one every day before as well ({days_without} days without)",
            _.days_without == 0,
            CST_NO_TIME,
            fix="Keep the days without one at hand, and ask what follows from them.",
            who=AGENCY,
        ),
    ),
)


def _engagement(since: date, replaces: Rule | None, *more: object) -> Rule:
    """The 590 grant in one version: `more` are the criteria that came with it."""
    return Rule(
        id="IL-CRED-590",
        name="Engagement Specialists of the 590 grant",
        about=team,
        cite=ENGAGEMENT,
        since=since,
        replaces=replaces,
        dated_by=_.asked_on,
        missing=_MISSING,
        needs=("team.kind", "team_member.staff_id", "staff.started_on", "credential.kind"),
        readings=(MONTHS, CAPABLE),
        unsettled=(question(12),),
        facts=(
            CERTIFIED,
            CHANGES,
            lacking(with_crss_or_cprs, "peerless"),
            EXTENDED,
            {"year_to": after(_.peerless_hired_on, months=YEAR_MONTHS)},
        ),
        applies=(_.kind == "crisis_590") & _goes_on,
        changes_on=earliest(
            _.changes_next_on, ibis.ifelse(_allowed_to >= _.asked_on, after(_allowed_to, days=1), ibis.null("date"))
        ),
        criteria=(
            must(
                "IL-CRED-590",
                "employ a person with lived experience, or a CRSS or CPRS, as Engagement Specialist",
                ibis.cases((_.lived + _.peers > 0, True), (_.peerless_untold > 0, ibis.null("boolean")), else_=False),
                ENGAGEMENT,
                fix="Employ a person with lived experience who is capable of obtaining the credential.",
                who=AGENCY,
            ),
            should(
                "IL-CRED-590.year",
                "have each of them obtain CRSS or CPRS within a year of hire (by {year_to}; more time to {extended_to})",
                (_.peerless == 0) | (_.asked_on <= _allowed_to),
                WITHIN_A_YEAR,
                FLEXIBLE,
                fix="Ask the DBHR program manager for more time, and record the approval with its last day.",
                who=AGENCY,
            ),
            *more,  # type: ignore[arg-type]
        ),
    )


engagement = _engagement(
    date(2026, 7, 1),
    _engagement(date(2021, 7, 1), None),
    must(
        "IL-CRED-590.certified",
        "have its peers certified from 1 July 2026 on ({peerless} without)",
        _.peerless == 0,
        DIGEST_590.at("FY27", "Certified Peer Support Specialist"),
        ENGAGEMENT,
        decide=_.peerless > 0,
        question=question(12),
        fix="Read the FY27 text of the grant: a digest says certified, and the official words could not be read here.",
        who=AGENCY,
    ),
)

RULES = (act, cst, engagement)
