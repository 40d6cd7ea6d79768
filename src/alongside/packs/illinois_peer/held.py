"""Where a biller and a supervisor look: the rules on billing, and what they say of the role beside it."""

from alongside.packs.billing import Billing

from .quotes import NOT_SHOULD

BILLING = Billing(
    rules=("IL", "IL-SUD"),
    fits_role=("IL-PLAN-3", "IL-TIER-2.other", "IL-ROLE-1", "IL-ROLE-3", "IL-SUD-7"),
    not_should=NOT_SHOULD,
    code="IL-CODE",
    sign_off="IL-CHAIN-3",
)
