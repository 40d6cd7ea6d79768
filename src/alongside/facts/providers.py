"""The provider network: who serves, by what agreement, where, and under which license."""

from __future__ import annotations

from .contract import count, day, key, number_known, of, table, text, word, yes
from .participants import LICENSES, SETTINGS
from .roles import PROVIDERS

provider = table(
    "provider",
    "One row for each organization or individual that delivers services, the program's own agency among them.",
    known_as="name",
    reaches="provider_id",
    provider_id=key("What tells one provider from another."),
    name=number_known("The name the program knows the provider by."),
    kind=word(
        "What sort of provider it is.",
        program_agency="county or Tribal agency",
        adult_family_home="adult family home",
        cbrf="community-based residential facility",
        rcac="residential care apartment complex",
        peer_support="peer support",
        supported_employment="supported employment",
        supportive_home_care="supportive home care",
        individual="individual",
        non_specified="another, non-specified one",
        **PROVIDERS,
    ),
    is_nonprofit_or_government=yes("Whether it is a nonprofit or a body of local government."),
    ended_on=day("Last day in the network. Empty while it goes on."),
)


agency_application = table(
    "agency_application",
    "One row for each application of the program to the Division, F-00203.",
    parent=provider,
    agency_application_id=key("What tells one application from another."),
    provider_id=of("The county or Tribal agency that applies."),
    sent_on=day("The day it was sent to the Division of Care and Treatment Services."),
    approved_on=day("The day of the Division's approval."),
)


agreement = table(
    "agreement",
    "One row for each provider agreement and acknowledgement of terms of participation.",
    parent=provider,
    agreement_id=key("What tells one agreement from another."),
    provider_id=of("The provider bound by it."),
    form=word("The form it is on.", f_00312="F-00312", f_00312a="F-00312A"),
    signed_on=day("The day the provider signed it."),
    starts_on=day("First day in force. Empty: from its signing."),
    ends_on=day("Last day in force. Empty while it goes on."),
)


provider_location = table(
    "provider_location",
    "One row for each place a provider serves at.",
    parent=provider,
    provider_location_id=key("What tells one location from another."),
    provider_id=of("The provider that serves there."),
    place=text("What the place is called."),
    setting=word("What kind of place it is.", **SETTINGS),
    beds=count("How many beds it has."),
    starts_on=day("First day the provider served there. Empty when only the fact is recorded."),
    ends_on=day("Last day the provider served there. Empty while it goes on."),
)


provider_license = table(
    "provider_license",
    "One row for each license or certificate of a location. A renewal is a row of its own, once granted.",
    parent=provider,
    provider_license_id=key("What tells one license from another."),
    provider_id=of("The provider licensed."),
    provider_location_id=of("The location licensed."),
    kind=word("Which license or certificate.", **LICENSES, other="another"),
    starts_on=day("First day it is valid."),
    ends_on=day("Last day it is valid. Empty where it does not end."),
    renewal_asked_on=day("The day its renewal was asked for. A renewal asked for and not granted is pending."),
)
