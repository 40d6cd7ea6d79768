"""What the program and its providers show: PRV-1 to PRV-3. PRV-4, background checks, stands in `serving`.

PRV-5, orientation training, is TRN-1. PRV-6, what the agreement lets a provider claim, is BIL-1, BIL-2 and BIL-12.
PRV-7, the standards of the listed documents, is what every rule here cites them for.
"""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import (
    agency_application,
    agreement,
    provider,
    provider_license,
    provider_location,
)
from alongside.law import Rule, its, must, should, tally

from .covered import IS_RENEWED, RENEWAL_ASKED_FROM, covered
from .questions import question
from .readings import SINCE
from .readings_network import AGREEMENT_FORMS, PENDING, RENEWAL_AHEAD
from .sources import RESIDENTIAL_OPTIONS, page

ENROLLMENT, MONITORING, DOCUMENTS = "Agency enrollment", "Biennial monitoring process", "Guiding documents"
COORDINATOR = "program coordinator"
LICENSED = ("adult_family_home", "cbrf", "rcac")
MOST_CERTIFIED = 2

_agreements = page(MONITORING, "CRS provider agreements (F-00312 [Word], F-00312A [Word]).")
_licenses = page(MONITORING, "Current license(s) or certification(s) for all CRS providers")


application = Rule(
    id="PRV-1",
    name="The agency's application",
    about=provider,
    cite=page(ENROLLMENT, "Tribal nation and county agencies interested in providing CRS must complete"),
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE,),
    needs=("provider.kind", "agency_application.sent_on"),
    facts=(
        tally(
            agency_application,
            "provider_id",
            (_.sent_on <= its.asked_on).fill_null(False),
            sent=_.count(),
            approved=(_.approved_on <= its.asked_on).fill_null(False).sum(),
        ),
    ),
    applies=(_.kind == "program_agency").fill_null(False) & ~(_.ended_on < _.asked_on).fill_null(False),
    criteria=(
        must(
            "PRV-1",
            "complete the application F-00203 and send it to the Division of Care and Treatment Services",
            _.sent > 0,
            page(ENROLLMENT, "must complete the Community Recovery Services County/Tribal Agency Application, F-00203"),
            page(ENROLLMENT, "submit it to the Division of Care and Treatment Services."),
            fix="Complete F-00203, send it, and record the day under Network, Agency application.",
            who=COORDINATOR,
        ),
        should(
            "PRV-1.approved",
            "have the Division's approval on file",
            _.approved > 0,
            page(ENROLLMENT, "submit it to the Division of Care and Treatment Services."),
            unless=_.sent == 0,
            fix="Record the day of the approval and attach the letter, or ask the Division for it.",
            who=COORDINATOR,
        ),
    ),
)

_signs_as_person = _.kind.isin(["individual", "non_specified"])
_fitting = ibis.ifelse(_signs_as_person, _.individual_forms, _.entity_forms)

agreed = Rule(
    id="PRV-2",
    name="Provider agreement",
    about=provider,
    cite=_agreements,
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE, AGREEMENT_FORMS, RENEWAL_AHEAD),
    unsettled=(question(60),),
    needs=("provider.kind", "agreement.form", "agreement.signed_on"),
    facts=(
        *covered(agreement, "provider_id", "starts_on", "ends_on", _.signed_on <= its.asked_on),
        tally(
            agreement,
            "provider_id",
            (
                (_.signed_on <= its.asked_on)
                & (_.starts_on.isnull() | (_.starts_on <= its.asked_on))
                & (_.ends_on.isnull() | (_.ends_on >= its.asked_on))
            ).fill_null(False),
            entity_forms=(_.form == "f_00312").sum(),
            individual_forms=(_.form == "f_00312a").sum(),
            unnamed_forms=_.form.isnull().sum(),
            form=_.form.max(),
        ),
        {
            "form_needed": ibis.ifelse(_signs_as_person, "f_00312a", "f_00312"),
            "is_fitting": ibis.cases(
                (_.kind.isnull(), ibis.null("boolean")),
                (_fitting > 0, True),
                (_.unnamed_forms > 0, ibis.null("boolean")),
                else_=False,
            ),
        },
    ),
    applies=~(_.kind == "program_agency").fill_null(False) & ~(_.ended_on < _.asked_on).fill_null(False),
    # A renewal is asked for in time only of an agreement that is otherwise in order.
    due=ibis.ifelse(_.is_fitting, _.covered_to, ibis.null("date")),
    due_in_words="renewed by its last day, where it ends",
    changes_on=RENEWAL_ASKED_FROM,
    criteria=(
        must(
            "PRV-2",
            "hold a signed provider agreement in force",
            _.held > 0,
            _agreements,
            fix="Have the provider sign {form_needed} and record the day it was signed.",
            who=COORDINATOR,
        ),
        must(
            "PRV-2.form",
            "hold it on the form for its kind (found: {form}, needed by {kind}: {form_needed})",
            _.is_fitting,
            page(DOCUMENTS, "for Individual or Non-Specified CRS Providers, F-00312A (Word)"),
            page(DOCUMENTS, "Wisconsin Medicaid CRS Benefit Provider Agreement and Acknowledgement of Terms of"),
            unless=_.held == 0,
            fix="Have the provider sign {form_needed}, record it, and let the agreement on the other form end the day before.",
            who=COORDINATOR,
        ),
        must(
            "PRV-2.renewal",
            "be bound beyond the last day of the agreement ({covered_to})",
            IS_RENEWED,
            _agreements,
            unless=_.held == 0,
            fix="Have the next agreement signed by {covered_to} and record it.",
            who=COORDINATOR,
        ),
    ),
)

_bears_license = _.setting.isin(LICENSED).fill_null(False)
_license_needed = ibis.cases(
    (_.setting == "cbrf", "dhs_83"),
    (_.setting == "rcac", "dhs_89"),
    ((_.setting == "adult_family_home") & (_.beds <= MOST_CERTIFIED), "county_certified"),
    ((_.setting == "adult_family_home") & _.beds.notnull(), "dhs_88"),
    else_=ibis.null("string"),
)

licensed = Rule(
    id="PRV-3",
    name="Current license of a location",
    about=provider_location,
    cite=_licenses,
    since=date(2018, 7, 1),
    dated_by=_.asked_on,
    readings=(SINCE, PENDING, RENEWAL_AHEAD),
    unsettled=(question(5),),
    needs=("provider_location.setting", "provider_license.kind", "provider_license.ends_on"),
    facts=(
        {"needed": _license_needed},
        tally(
            provider_license,
            "provider_location_id",
            known=_.count(),
            last_to=_.ends_on.max(),
            renewal_asked_on=_.renewal_asked_on.max(),
        ),
        *covered(provider_license, "provider_location_id", "starts_on", "ends_on", ibis.literal(True)),
        tally(
            provider_license,
            "provider_location_id",
            (_.starts_on.isnull() | (_.starts_on <= its.asked_on))
            & (_.ends_on.isnull() | (_.ends_on >= its.asked_on))
            & (_.kind == its.needed),
            fitting=_.count(),
        ),
    ),
    # Which other places need one is open question 5; where one is kept, it has to be current.
    applies=(_bears_license | (_.known > 0))
    & (_.starts_on.isnull() | (_.starts_on <= _.asked_on))
    & (_.ends_on.isnull() | (_.ends_on >= _.asked_on)),
    due=_.covered_to,
    due_in_words="renewed by its last day, where it ends",
    changes_on=RENEWAL_ASKED_FROM,
    criteria=(
        must(
            "PRV-3",
            "show a current license or certificate of {place} (last day: {last_to}, renewal asked: {renewal_asked_on})",
            _.held > 0,
            _licenses,
            fix="Get the license or certificate, or the renewal once it is granted, and record it: one that is pending is not "
            "current.",
            who=COORDINATOR,
        ),
        must(
            "PRV-3.renewal",
            "be licensed at {place} beyond the last day of the current license ({covered_to})",
            IS_RENEWED,
            _licenses,
            unless=_.held == 0,
            fix="Ask the provider for the renewal and record it once it is granted, by {covered_to}.",
            who=COORDINATOR,
        ),
        should(
            "PRV-3.kind",
            "show at {place} the license its kind of place needs ({needed})",
            ibis.ifelse(_.needed.isnull(), ibis.null("boolean"), _.fitting > 0),
            RESIDENTIAL_OPTIONS.at("Licensing", "county-certified"),
            _licenses,
            unless=(_.held == 0) | ~_bears_license,
            fix="Record the license the place has: DHS 83 for a CBRF, DHS 89 for an RCAC, DHS 88 for an adult family home of three "
            "or four beds, the county's certificate for one or two.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (application, agreed, licensed)
