"""Which rules stand between somebody and the services they give. Training late is a warning: services given are exposed."""

from alongside.packs.gates import Gate

from .providers import LICENSED

GATES = (
    Gate("PRV-2", "provider"),
    Gate("PRV-3", "provider", lacking="no location is recorded, so none can show its license", lacking_of=LICENSED),
    Gate("PRV-4", "staff"),
    Gate("CPS", "staff", services=("peer_support",), lacking="no peer specialist certificate is recorded"),
    Gate("TRN-1", "staff", is_warning=True),
)
