"""Incident reports and discharge papers: who reviews them, whom they go to, how a peer's part is marked."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.moments import ZONE
from alongside.facts.tables import discharge_summary, incident_report
from alongside.law import Rule, chosen, day_in, must, present, should

from .readings import ALWAYS, SINCE
from .sources import LABELED, REVIEWED, RULE_50
from .who_gave_it import PEER_CREDENTIALS

SUPERVISOR = "supervisor"
WITNESS = "whoever saw or learned of it"
HOURS = 4
_by_peer = _.writer_role.isin(PEER_CREDENTIALS)

reviewed = Rule(
    id="IL-IR-7",
    name="A supervisor reviews every report a peer wrote",
    about=incident_report,
    cite=REVIEWED,
    since=date(2018, 8, 1),
    dated_by=_.happened_on.fill_null(_.asked_on),
    missing=("Record in which role the report was written.", WITNESS),
    readings=(SINCE, ALWAYS),
    applies=_by_peer & _.is_standing,
    criteria=(
        must(
            "IL-IR-7",
            "be reviewed by a supervisor (reviewed {reviewed_on})",
            present(_.reviewed_on),
            REVIEWED,
            unless=chosen(ALWAYS, "advice"),
            fix="Review the report, and complete its clinical sections.",
            who=SUPERVISOR,
        ),
        should(
            "IL-IR-7.advice",
            "be reviewed by a supervisor, where the program takes that as advice",
            present(_.reviewed_on),
            REVIEWED,
            unless=chosen(ALWAYS, "duty"),
            fix="Review the report, and complete its clinical sections.",
            who=SUPERVISOR,
        ),
    ),
)

_told_by = _.learned_at + ibis.interval(hours=HOURS)
told = Rule(
    id="IL-OIG-1",
    name="Suspected abuse reported within four hours",
    about=incident_report,
    cite=RULE_50.at("50.20(a)", "no later than 4 hours after initial discovery"),
    since=date(2018, 8, 1),
    dated_by=_.happened_on.fill_null(_.asked_on),
    missing=("Say whether abuse, neglect, exploitation or a death is suspected or told of.", WITNESS),
    readings=(SINCE,),
    facts=({"tell_by": _told_by}, {"tell_by_on": day_in(ZONE, _.tell_by)}),
    applies=_.is_suspected_abuse & _.is_standing,
    changes_on=ibis.ifelse(_.hotline_told_at.isnull(), _.tell_by_on + ibis.interval(days=1), ibis.null("date")).cast(
        "date"
    ),
    criteria=(
        must(
            "IL-OIG-1",
            "be told to the OIG hotline by {tell_by} (told {hotline_told_at})",
            ibis.cases(
                (_.hotline_told_at.notnull(), _.hotline_told_at <= _.tell_by),
                (_.asked_on > _.tell_by_on, False),
                else_=ibis.null("boolean"),
            ),
            RULE_50.at("50.20(a)", "no later than 4 hours after initial discovery"),
            fix="Call the OIG hotline now and record when. No role and no review comes before it.",
            who=WITNESS,
        ),
    ),
)

labeled = Rule(
    id="IL-DC-6",
    name="A peer's section of a discharge paper is labeled",
    about=discharge_summary,
    cite=LABELED,
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record whether a peer completed a section.", "service coordinator"),
    readings=(SINCE,),
    applies=_.has_peer_section & _.is_standing,
    criteria=(
        must(
            "IL-DC-6",
            "have the peer's section clearly labeled",
            _.is_peer_section_labeled,
            LABELED,
            fix="Label the section as the peer's.",
            who="service coordinator",
        ),
    ),
)

RULES = (reviewed, told, labeled)
