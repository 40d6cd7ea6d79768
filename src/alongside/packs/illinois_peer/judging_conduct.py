"""Words that judge what happened and what should follow: fault, action, compliance and readiness."""

from __future__ import annotations

from .judging import Judging
from .judging_persons import ADV, BE, W
from .sources_of_writing import not_in_reports

FAULT = Judging(
    "IL-IR-2", "fault or cause", not_in_reports("Determine fault, cause, or responsibility"),
    "Say what you saw, in the order it happened. Who or what caused it is for others to find.",
    (
        "caus(?:ed|ing)", "(?:the|root|likely|probable|main|only|real) +cause +(?:of|was|is)", "cause +of +(?:the|this|his|her|their|it)",
        "at +fault", "to +blame", "the +blame", f"{BE}{ADV} +(?:liable|guilty|accountable)", "(?:he|she|they) +blame",
        f"(?:his|her|their|its|own|whose|{W}['’]s)(?: +own)? +fault", "fault +(?:of|lies|was|is)",
        f"responsible +for +(?:(?:the|this|that|his|her|their|my) +)?(?:{W} +)?(?:fall|incident|accident|injury|injuries|fight|argument|harm|damage|event|fire|spill|outburst|mess|loss|theft|overdose|death)",
        "responsible +for +(?:what|it|this|that)", f"{BE}{ADV} +responsible *(?:[.,;!]|$)",
        "responsibility +(?:lies|rests|falls|belongs)", "(?:bears?|bore|full|sole) +responsibility", "(?:is|was) +(?:the +)?[a-z]+['’]s +responsibility",
        f"(?:due +to|because +of|result +of) +(?:{W} +){{0,3}}(?:negligence|neglect|carelessness|mistake|error|failure|recklessness|incompetence|laziness|inattention)",
        "negligen(?:t|ce|tly)", "careless(?:ly|ness)?", "reckless(?:ly|ness)?",
        "(?:he|she|they|aide|nurse|staff|driver|worker|person|man|woman|resident|roommate|neighbor|doctor|guard|provider|agency|team|supervisor) +failed +to",
        "neglected +to", "resulted +from", "should +(?:not +)?have +(?:prevented|watched|known|stopped|been|checked|called|done|told|seen|helped|locked|left|let)", "could +have +been +(?:prevented|avoided)", "preventable", "avoidable",
        "provoked", "instigated", f"(?:started|began|initiated) +(?:the|this|a) +(?:{W} +)?(?:fight|argument|conflict|altercation|incident|fire)", "brought +(?:it|this) +on",
    ),
    (
        "(?:storm|rain|snow|ice|wind|traffic|weather|outage|delays?|construction|roadwork|train|bus|heat) +(?:had +|has +|have +)?caused",
        "caus(?:ed|ing) +(?:(?:a|the|some|much|no|long|more|great) +)*(?:delays?|traffic|laughter|noise|smiles?|waits?|detour)", "caus(?:ed|ing) +(?:us|me|everyone|everybody)(?: +all)? +to +(?:laugh|smile)", "(?:good|just|worthy|right|great) +cause", "cause +(?:for|of +(?:celebration|joy))",
        "no-fault", "(?:bus|train|van|taxi|ride|delivery|package|mail|letter|check|parcel) +should +have", "fire +(?:pit|drill|place)",
        "[a-z]+['’]s +responsibility +(?:list|chart)", "(?:my|our) +(?:own +)?fault",
    ),
)  # fmt: skip

ACTION = (
    "(?:suspen(?:d|ded|ding|sion)|terminat(?:e|ed|ing|ion)|dismiss(?:ed|al|ing)?|fir(?:e|ed|ing)|disciplin(?:e|ed|ing|ary)|"
    "written +warning|writ(?:e|ten|ing)[ -]+up|reprimand(?:ed)?|retrain(?:ed|ing)?|probation|demot(?:e|ed|ion)|"
    "hospitali[sz](?:e|ed|ation|ing)|inpatient|admitted|admission|admitting|medicat(?:ions?|e|ed)|meds|dos(?:e|age)|"
    "involuntar(?:y|ily)|committed|commitment|restrain(?:t|ts|ed|ing)?|seclusion|discharg(?:e|ed|ing)|psychiatric|detox|"
    "one-to-one|level +of +care|evaluat(?:ed|ion|e)|assess(?:ed|ment|ments)?|transferred|therapy|treatment|banned|barred|"
    "evict(?:ed|ion)?|removed +from +(?:the +|her +|his +|their )?(?:home|program|unit|team|schedule|duty|position|house|shift|group))"
)
RECOMMENDING = Judging(
    "IL-IR-3", "a recommended action", not_in_reports("Recommend disciplinary or clinical action"),
    "Say what happened and who was told. What follows for a worker, or clinically, is the supervisor’s to decide.",
    (
        f"(?:recommend(?:s|ed|ing|ations?)?|propos(?:e|es|ed|ing)|advis(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|suggest(?:s|ed|ing|ions?)?)(?: +is| +are)?:? +(?:{W} +){{0,6}}{ACTION}",
        f"(?:should|must|ought +to|needs? +to|has +to|have +to|deserves? +to)(?: +not)? +(?:be|get|receive|face)(?: +{W}){{0,2}} +{ACTION}",
        f"(?:needs|requires|needed)(?: +{W}){{0,3}} +(?:inpatient|hospitali[sz]ation|(?:medication|med|dose) +(?:change|increase|adjustment)|higher +level +of +care|psychiatric +(?:care|help|evaluation|admission|treatment)|detox)",
        f"(?:should|must|needs? +to|has +to|ought +to)(?: +{W}){{0,2}} +(?:increase|decrease|change|adjust|raise|lower|double|stop|start|restart|reduce|take) +(?:his|her|their|the)(?: +{W})? +(?:medications?|dose|dosage|meds)",
        f"(?:i|we|writer|crss|peer) +(?:would +|do +|strongly +|also +){{0,2}}(?:want|wants|request|requests|ask|asks|demand)(?: +{W}){{0,5}} +(?:suspended|fired|disciplined|terminated|dismissed|hospitali[sz]ed|committed|discharged)",
        f"(?:warrants?|calls? +for|deserves?|merits?|justifies)(?: +{W}){{0,3}} +{ACTION}",
    ),
    (
        "(?:doctor|physician|nurse|therapist|psychiatrist|counselor|team|supervisor|lpha|qmhp|clinician|dentist|hospital|pharmacist|mother|father|sister|brother|friend|she|he|they|landlord|lawyer|court|judge) +(?:had +|has +|also +|then +)?(?:recommend|suggest|advis|propos|urg)",
        f"(?:{W} +)?therapy +(?:dogs?|animals?|pool|room)", f"(?:{W} +)?medications? +(?:box|list|reminder|organizer|appointment|card|label|refill|bag)",
    ),
)  # fmt: skip

READY = (
    f"(?:{BE}|feel|not|never|clearly){ADV} +ready +(?:for|to) +(?:discharge|be +discharged|treatment|change|step +down|recover|recovery|live +(?:alone|independently|on)|return|transition|graduate|stop|quit|move +on|be +(?:alone|independent)|engage|work +on|(?:begin|start|complete|finish|leave) +(?:the +)?(?:program|treatment|hospital|services|facility)|commit|live +on|(?:an? +)?(?:lower|higher|next|less) +(?:level|step|intensive))",
    "readiness", "not +(?:yet +)?ready *(?:[.,;!]|$)",
)  # fmt: skip
READY_THINGS = (
    "(?:lunch|dinner|breakfast|food|meal|room|van|bus|paperwork|papers?|forms?|prescription|order|keys?|apartment|coffee|table|bag|bags|ride|laundry|everything|it) +(?:is|was|were|are|wasn['’]t|isn['’]t|had +been|will +be)(?: +not)?(?: +yet)? +(?:not +)?ready",
    "(?:work|workplace|job|school|emergency|kindergarten|career|housing) +readiness", "readiness +(?:group|class|training|workshop|worksheet)",
)  # fmt: skip
COMPLYING = Judging(
    "IL-IR-5", "compliance or readiness", not_in_reports("Write conclusions about treatment compliance or readiness"),
    "Write what the person did and said, with the day: came, stayed, left, asked. Draw no conclusion from it.",
    (
        "non-?complian(?:t|ce)", "(?:treatment|medication|med)[ -]+complian(?:t|ce)", f"complian(?:t|ce) +with +(?:{W} +){{0,2}}(?:treatment|medications?|meds|plan|program|services|therapy|rules|recommendations|care)",
        f"{BE}{ADV} +compliant", "non-?adheren(?:t|ce)", "(?:medication|treatment|med) +adherence", f"{BE}{ADV} +adherent", f"adher(?:es|ed|ing) +to +(?:{W} +){{0,2}}(?:treatment|medications?|plan|meds)",
        "uncooperative", "non-?cooperative", "treatment[ -]+resistant", f"resistant +to +(?:{W} +)?(?:treatment|care|help|services|change|medication|therapy)", f"{BE}{ADV} +resistant", "resistive", "unmotivated",
        f"(?:lacks?|lacked|lacking|no|poor|low|limited) +(?:{W} +)?(?:motivation|insight)", "not +motivated", "in +denial", "unwilling +to +(?:engage|participate|change|comply|work)",
        "(?:not|poorly) +engaged +(?:in|with)", "poor +engagement", "(?:failed|failing) +(?:treatment|the +program)", "(?:failed|fails|refus(?:es|ed|ing)) +to +comply", "not +(?:complying|cooperating)",
        "compl(?:ied|ies|ying) +with", "doing +(?:well|poorly) +in +(?:treatment|the +program)", *READY,
    ),
    (
        "(?:ada|hipaa|code|law)[ -]+complian(?:t|ce)", "complian(?:t|ce) +(?:officer|training|department|office|hotline|manual)", "(?:water|slip|fire|stain|rust|cut|heat)[ -]+resistant", *READY_THINGS,
    ),
)  # fmt: skip
