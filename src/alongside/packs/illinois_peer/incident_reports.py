"""Incident reports: who reviews what a peer wrote, and whom suspected abuse goes to. IL-IR-7 and IL-OIG-1."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.moments import ZONE
from alongside.facts.tables import incident_report
from alongside.law import Rule, chosen, day_in, must, present, should

from .quotes import REVIEWED
from .readings import SINCE
from .readings_of_peers import ALWAYS
from .sources import RULE_50
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
    needs=("incident_report.writer_role",),
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
    needs=("incident_report.is_suspected_abuse",),
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

RULES = (
    reviewed,
    told,
)
