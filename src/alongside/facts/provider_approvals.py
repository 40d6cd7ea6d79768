"""What the state gave a provider: licenses, grants, waivers and approvals of a program, from a day to a day."""

from __future__ import annotations

from .contract import day, key, of, table, word
from .providers import provider

provider_approval = table(
    "provider_approval",
    "One row for each license, grant, waiver or program approval a provider has or asked for.",
    parent=provider,
    reaches="provider_id",
    provider_approval_id=key("What tells one approval from another."),
    provider_id=of("The provider."),
    kind=word(
        "What it is.",
        supr_license="license of SUPR for substance-use treatment",
        supr_grant="grant of SUPR",
        lpha_waiver="good-cause waiver of the full-time LPHA",
        program_approval="approval of a program",
    ),
    asked_for_on=day("The day it was asked for; of a program approval, the day of enrollment."),
    decided_on=day("The day it was decided. Empty until it is."),
    attested_on=day("The day of the last annual attestation."),
    starts_on=day("First day in force. Empty: from its decision, or always."),
    ends_on=day("Last day in force. Empty while it goes on."),
)
