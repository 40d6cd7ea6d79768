"""What happened, in the words of those who saw it. All of it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alongside.records.models import ProviderKind, Setting


@dataclass(frozen=True)
class Happened:
    """One event: the minute of the day, how long until somebody learned, and what the reports say."""

    minute: int
    said: dict[str, Any]
    learned_after: int = 5
    served_by: ProviderKind = ProviderKind.CBRF


def _said(category: str, place: str, setting: Setting, what: str, **more: Any) -> dict[str, Any]:
    told = {"is_health_or_safety": True, "is_reportable_death": False, "learned_how": "Saw it", **more}
    return {"category": category, "place": place, "setting": setting, "what_happened": what, **told}


FIRE = Happened(
    18 * 60 + 10,
    _said(
        "Fire or damage to the home",
        "the kitchen of Cedar House",
        Setting.CBRF,
        "A pan of oil caught fire. The alarm went off; everybody went outside and was counted there.",
        reported_by="the community living worker on duty",
        others_present="The worker on duty, and a cook.",
        response="The fire was smothered with a lid. Nobody was hurt; all three were seen by a nurse for smoke.",
        follow_up="Talked the evening through with each of the three the next day.",
        corrective_action="A lid now hangs beside the stove; the fire drill was held again.",
        program_told_by="Cedar House CBRF",
    ),
)
TO_THEM = (
    "Stood at the stove. Coughed; the nurse listened to the chest and found it clear.",
    "Was in the living room and led another participant outside.",
    "Slept, and was woken by the alarm. Shook for an hour; staff stayed near.",
)
ONE_WAITS = "Send the third F-00390, which waits for the nurse’s note"
TAKEN = Happened(
    10 * 60 + 15,
    _said(
        "Abuse, neglect or exploitation",
        "a supported apartment",
        Setting.SUPPORTED_APARTMENT,
        "Said that a neighbor has been taking money from the kitchen drawer for some weeks.",
        reported_by="the participant’s sister, by telephone",
        learned_how="The sister called",
        response="Visited the same day; the money is kept at the bank for now.",
        program_told_by="Open Door Peer Support",
        is_restricted=True,
    ),
)
FALL = Happened(
    7 * 60 + 50,
    _said(
        "Injury or fall",
        "the stairs of the apartment house",
        Setting.OWN_HOME,
        "Slipped on the wet stairs and fell three steps. Could stand and walk.",
        reported_by="Pia Wren, peer specialist",
        learned_how="Was told on the visit",
        response="Cooled the ankle; went along to the walk-in clinic.",
        follow_up="Ask the landlord for a mat.",
        program_told_by="Open Door Peer Support",
    ),
    learned_after=130,
)
DEATH = Happened(
    20 * 60 + 30,
    _said(
        "Death",
        "an adult family home",
        Setting.ADULT_FAMILY_HOME,
        "Was found without a pulse in the bedroom. An empty box of tablets lay on the table. The ambulance came.",
        reported_by="the provider of the home",
        response="Called 911; the family was told by the ambulance. The room is closed.",
        program_told_by="the adult family home",
        is_reportable_death=True,
    ),
    learned_after=60,
)


def _small(what: str, category: str, minute: int, setting: Setting, served_by: ProviderKind) -> Happened:
    by = {"reported_by": "the staff member on duty", "program_told_by": "the provider"}
    said = _said(category, "at home", setting, what, response="Seen to at once; a nurse was called.", **by)
    return Happened(minute, said, served_by=served_by)


_CBRF, _AFH, _WORK = ProviderKind.CBRF, ProviderKind.ADULT_FAMILY_HOME, ProviderKind.SUPPORTED_EMPLOYMENT
_HURT, _POLICE, _ERROR = "Injury or fall", "Contact with law enforcement", "Medicine error with a hospital stay"
_STAY = "Unplanned psychiatric hospital stay"
_IN_HOUSE, _IN_FAMILY, _AT_HOME = Setting.CBRF, Setting.ADULT_FAMILY_HOME, Setting.OWN_HOME
# Each with how many days ago it was.
EARLIER: tuple[tuple[Happened, int], ...] = (
    (_small("Fell from the chair in the dining room.", _HURT, 1270, _IN_HOUSE, _CBRF), 48),
    (_small("Tripped over the cable of a lamp.", _HURT, 1235, _IN_HOUSE, _CBRF), 71),
    (_small("Cut a finger while making toast.", _HURT, 410, _IN_FAMILY, _AFH), 95),
    (_small("Fell in the dark hall; the lamp was broken.", _HURT, 1300, _IN_HOUSE, _CBRF), 102),
    (_small("A neighbor called the police about noise.", _POLICE, 1150, _AT_HOME, _WORK), 120),
    (_small("Asked to be taken to the hospital.", _STAY, 990, _AT_HOME, _WORK), 151),
    (_small("Slipped in the shower.", _HURT, 1245, _IN_HOUSE, _CBRF), 166),
    (_small("Was given the evening tablets in the morning.", _ERROR, 500, _IN_HOUSE, _CBRF), 204),
    (_small("Was found walking along the highway at dusk.", _POLICE, 1190, _AT_HOME, _WORK), 238),
    (_small("Fell on the ice before the door.", _HURT, 1310, _IN_HOUSE, _CBRF), 290),
)
