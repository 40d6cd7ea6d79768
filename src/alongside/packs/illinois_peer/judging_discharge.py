"""Words that judge in discharge papers: readiness, goals met, diagnosis, necessity and risk."""

from __future__ import annotations

from dataclasses import replace

from .judging import Judging
from .judging_conduct import READY, READY_THINGS
from .judging_persons import BE, DIAGNOSIS, RISK, W
from .sources_of_writing import not_in_discharge

READINESS = Judging(
    "IL-DC-1", "readiness", not_in_discharge("Make or document clinical judgments about readiness for discharge"),
    "Write what the person says about leaving, in their words, and which supports are in place.",
    (
        *READY, "ready +for +discharge", "discharge +ready",
        "(?:appropriate|suitable|cleared|fit|stable(?: +enough)?|prepared|stabili[sz]ed) +(?:for|to) +(?:be +)?discharged?",
        f"(?:can|may|should|could|must|cannot|can['’]t)(?: +{W}){{0,2}} +be(?: +{W})? +discharged", "(?:has|have|is|had) +(?:been +)?stabili[sz]ed",
        "(?:is|was|remains|appears|seems|clinically|psychiatrically|mentally|emotionally) +(?:very +|now +)?stable",
        f"discharge +(?:is|was|would +be|seems)(?: +{W})? +(?:appropriate|premature|warranted|indicated|recommended)", "premature +discharge", "prepared +to +(?:leave|live|be +discharged)",
        f"no +longer +needs? +(?:{W} +)?(?:services|treatment|supports?|care|program)", f"able +to +(?:live|manage|cope|function)(?: +{W})? +(?:independently|alone)",
    ),
    (
        *READY_THINGS, "(?:housing|income|job|apartment|home|internet|connection|table|chair|ladder|rent|schedule) +(?:is|was|remains|seems|appears) +(?:now +)?stable",
    ),
)  # fmt: skip

_DONE = "(?:met|unmet|achieved|accomplished|attained|reached|completed|fulfilled)"
GOALS = Judging(
    "IL-DC-2", "whether goals were met", not_in_discharge("Determine whether treatment goals were “met”"),
    "Write what the person says about their goals, in their words, and what they did. Whether a goal was met is not yours to say.",
    (
        f"(?:goals?|objectives?)(?: +[a-z0-9'’-]+){{0,2}}[:,]? +(?:(?:were|was|is|are|been|being|not|all|partially|fully|mostly|partly|successfully|never|have|has|had) +){{0,4}}{_DONE}",
        f"(?:met|achieved|accomplished|attained|reached|completed|fulfilled) +(?:his|her|their|all|most|some|none|every|each|both|only|[0-9]+|one|two|three|four|five|many|several)(?: +{W}){{0,4}} +(?:goals?|objectives?)",
        f"(?:met|meets|meet|achieved|accomplished|attained|reached|fulfilled) +(?:the +(?:{W} +){{0,2}})?(?:goals?|objectives?)",
        "goal +attainment", f"(?:failed +to|did +not|didn['’]t|never|has +not) +(?:meet|achieve|reach|attain|accomplish)(?: +{W}){{0,3}} +(?:goals?|objectives?)", f"meets +(?:his|her|their|all|the|most)(?: +{W}){{0,3}} +(?:goals?|objectives?)",
        "(?:good|poor|satisfactory|unsatisfactory|little|no|significant|excellent|adequate|great) +progress", "successfully +complet(?:ed|ing)",
        "complet(?:ed|ing)(?: +(?:the +)?(?:treatment|program))? +successfully", "(?:un)?successful +(?:discharge|completion|treatment|outcome)",
        f"treatment(?: +{W}){{0,1}} +(?:was|is|has +been) +(?:a +)?(?:very +)?(?:successful|unsuccessful|success|failure|effective|ineffective)",
    ),
    ("goal-setting",
        "(?:[a-z]+ +)?progress +notes?",
        "goals? +(?:coach|group|worksheet|sheet|board|list|workshop|meeting|setting|card)", f"(?:{W} +)?met +to +", "(?:we|i|staff) +met +"),
)  # fmt: skip

_CLINICAL = not_in_discharge("Complete sections requiring diagnosis, medical necessity, or risk assessment")
_LEFT = "The sections on diagnosis, medical necessity and risk are completed by a QMHP or LPHA. Describe what was seen, or quote the person."
NECESSITY = Judging(
    "IL-DC-4", "medical necessity", _CLINICAL, _LEFT,
    (
        "medical(?:ly)? +necess(?:ity|ary)", "clinically +(?:indicated|necessary|appropriate)", f"{BE} +(?:not +)?necessary +for +(?:treatment|recovery)", "level +of +care", "prognosis(?: +is| +was)?",
    ),
    ("medical +necessity +(?:section|box|form|page|part|letter)", "level +of +care +(?:section|form|letter)"),
)  # fmt: skip
CLINICAL = (
    replace(RISK, rule="IL-DC-4", cite=_CLINICAL, instead=_LEFT),
    replace(DIAGNOSIS, rule="IL-DC-4", cite=_CLINICAL, instead=_LEFT),
    NECESSITY,
)
