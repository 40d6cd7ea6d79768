"""Words that judge a person clinically: risk, intent, diagnosis."""

from __future__ import annotations

from .judging import Judging
from .sources_of_writing import not_in_reports

W = "[a-z'’-]+"
BE = (
    "(?:is|are|was|were|be|been|being|isn['’]t|wasn['’]t|seems|seemed|appears|appeared|looks|looked|feels|felt|became|"
    "becomes|acted|acting|presents +as|presented +as|presenting +as|remains|remained|got|gets)"
)
ADV = "(?: +(?:[a-z]+ly|very|not|so|too|quite|now|also|still|more|to +be|yet)){0,2}"
JUDGES = not_in_reports("Make clinical judgments (risk level, intent, diagnosis)")
SEEN = "Describe what you saw and heard, or quote the person. A supervisor completes the clinical part."

RISK = Judging(
    "IL-IR-1", "risk", JUDGES, f"How great a risk is, is a clinical judgment. {SEEN}",
    (
        f"(?:high|higher|low|lower|moderate|medium|elevated|increased|imminent|minimal|severe|serious|acute|significant|great|no)[ -]+(?:{W} +){{0,2}}risk",
        "risk +(?:level|levels|rating|score|factor|factors|category|status|behaviors?)",
        f"(?:a|at|any|poses?|posed|presents?) +(?:{W} +){{0,2}}risk +(?:of|for|to) +(?:suicide|self|self-harm|harm|harming|relapse|relapsing|violence|overdose|overdosing|elopement|eloping|others|himself|herself|themselves|hurting|injuring|killing|staff|everyone|falls?|falling|decompensat[a-z]+|psychosis|the +community)",
        "(?:suicide|suicidal|self-harm|homicide|homicidal|relapse|overdose|violence|fall|flight|elopement) +risk",
        "(?:danger|threat) +to +(?:himself|herself|themselves|self|others|staff|the +community)",
        f"{BE}{ADV} +(?:suicidal|homicidal)", "(?:currently|actively|acutely|passively|chronically|highly) +(?:suicidal|homicidal)",
        "(?:suicidal|homicidal) +(?:ideations?|intent|intentions?|thoughts?|gestures?|behaviou?r|tendenc(?:y|ies)|plan)",
        f"{BE}{ADV} +at +(?:{W} +)?risk",
        "unsafe +to +(?:self|others|himself|herself|themselves)", "(?:likely|going) +to +(?:hurt|harm|kill|relapse|overdose|attack|reoffend)",
        "lethality", "risk *(?:is|was|seems|appears|remains|:|=) *(?:still +|very +|now +)?(?:high|higher|low|lower|moderate|medium|elevated|imminent|minimal|severe|serious|acute|significant|great)",
    ),
    (
        "risk +of +(?:rain|snow|ice|frost|fog|hail|storms?|thunder|showers?|flood|fire|sunburn|heat|missing|losing|being +late|delay|eviction|theft|infection|catching|getting +(?:wet|lost)|spilling|running)",
        f"(?:{W} +)?(?:fire|flood|weather|rain|storm|frost|trip|tripping|slipping|ice) +risk",
        f"(?:took|take|takes|taking|worth) +(?:a|the|no|any)(?: +{W})? +risk", "(?:my|his|her|their|your|own) +(?:own +)?risk",
        "(?:fall|suicide|high|low)[ -]+risk +(?:sign|bracelet|section|box|form|page|part)", "risk +(?:management|section|box|form|page|part)",
    ),
)  # fmt: skip

INTENT = Judging(
    "IL-IR-1", "intent", JUDGES, f"What somebody meant by it is a clinical judgment. {SEEN}",
    (
        "(?:intended|intends|intend|intending) +(?:to|for|that|harm|it)",
        "(?:un)?intentional(?:ly)?", "deliberate(?:ly)?", "purposely", "purposefully", "willfully", "maliciously", "on +purpose",
        "attention[ -]+seeking", "seeking +attention", "(?:for|to +get|wanted|wants|craved|craves) +attention",
        "(?:meant|means) +to", f"(?:his|her|their|with|without|any|clear|malicious|suicidal|homicidal|no|ill) +(?:{W} +)?intent",
        "(?:bad|ill|malicious|suicidal) +intentions?", "intent +(?:to|was|is)", "intentions? +(?:was|were|is|to +(?:hurt|harm|fall|die|kill|hit|cause|escape|leave))",
        "manipulat(?:ive|ing|ed|ion|es)", "to +manipulate",
        "wanted +to +(?:hurt|harm|kill|injure|die|fall|provoke|scare|punish|end +(?:his|her|their)|get +back)",
        "suicide +(?:attempt|gesture)", "attempted +suicide", "tr(?:ied|ying) +to +(?:kill|hurt|harm|end +(?:his|her|their))",
        "fak(?:ed|ing) +", "malinger(?:ed|ing|er)", "pretend(?:ed|ing) +to +(?:be|fall|have|sleep)",
    ),
    (
        "(?:i|we)(?: +(?:had|have|then|only|did|not))* +(?:intended|intend|meant|mean) +to", "(?:is|are|was|were|be|been)(?: +not)? +(?:intended|meant) +(?:to|for|as)",
        "intentional +(?:peer|listening|communit|breathing|rest)", "deliberate +(?:speech|steps?|breath|pace)", "(?:letter|statement|notice) +of +intent",
        f"manipulat[a-z]+ +(?:the +|a +|his +|her +)?(?:controls?|tools?|walker|lock|zipper|joystick|clay|handle|{W} +controls?)", "attention +to",
    ),
)  # fmt: skip

LABELS = (
    "(?:psychotic|manic|hypomanic|bipolar|schizophrenic|schizoaffective|delusional|paranoid|borderline|catatonic|"
    "dissociating|dissociated|hallucinating|decompensating|symptomatic|depressed|an +addict|an +alcoholic|in +withdrawal|drunk|intoxicated|under +the +influence|"
    "in +psychosis|responding +to +internal +stimuli|(?:mentally|emotionally|psychiatrically) +(?:unstable|ill))"
)
NAMED = (
    f"(?:bipolar|schizophrenia|schizoaffective|ptsd|psychosis|paranoia|delusions|hallucinations|borderline +personality|"
    f"(?:major|clinical|severe) +depression|(?:personality|anxiety|mood|eating|depressive|conduct|thought) +disorder|(?:{W} +)?use +disorder|adhd|dementia)"
)
DIAGNOSIS = Judging(
    "IL-IR-1", "diagnosis", JUDGES, f"A diagnosis is a clinical judgment. {SEEN}",
    (
        "diagnos(?:ed|es) +(?:with|as|by|him|her|them)", "diagnosis +(?:is|was|of|remains|includes|should|seems|appears)",
        "(?:diagnos[ei]s|dx) *:", "(?:dual|psychiatric|primary|working|likely|probable) +diagnos[ei]s",
        f"{BE}{ADV} +{LABELS}",
        "(?:manic|psychotic|delusional|bipolar|paranoid|schizophrenic|dissociative|depressive|hypomanic|psychiatric) +(?:episodes?|break|state|features|symptoms|thinking|behaviou?r|phase|delusions?|decompensation|crisis|presentation)",
        "decompensat(?:ed|ing|ion|es|e)", "symptoms +of +(?:depression|bipolar|psychosis|mania|schizophrenia|ptsd|withdrawal|anxiety|trauma|adhd|addiction)",
        f"meets? +(?:{W} +){{0,2}}criteria", f"(?:has|have|had|having|with|from|his|her|their) +(?:an? +|some +)?(?:{W} +)?{NAMED}",
    ),
    (
        "diagnosis +(?:letter|section|box|card|appointment|paper|group|page|part|form)", f"(?:{W} +)?{NAMED} +(?:support +)?(?:group|meeting|alliance|workshop|brochure|book|class|leaflet|foundation|clinic|program|article|podcast|walk)",
        f"(?:my|our) +(?:own +)?(?:{W} +)?symptoms +of", f"(?:i|we)(?: +(?:also|too|once|have|had|was|were|am|been|felt|got|live|lived|with|{W}ly))* +(?:{LABELS}|{NAMED}|diagnosed)",
    ),
)  # fmt: skip
