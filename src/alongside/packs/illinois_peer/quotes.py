"""The words of the Q & A the rules rest on, question by question."""

from .sources import qa
from .sources_of_writing import may_in_discharge

HAS_PLAN = qa(1, "The individual receiving service must HAVE a treatment plan")
LISTED = qa(1, "any services provided for that person must be listed on the treatment plan")
NOT_AUTHOR = qa(1, "the peer specialist should not be the person completing the treatment plan")
ONLY_INDIVIDUALS = qa(2, "CPRS billing in substance use Medicaid is only for individuals.")
CPRS_NOTHING = qa(2, "CPRS cannot currently bill for anything in mental health Medicaid.")
SUPERVISED = qa(3, "the staff person must be supervised by a person who meets a higher qualification")
TOP = qa(
    3,
    'At the "top" of the system, there must be a person who meets the qualifications of a Licensed Practitioner of the '
    "Healing Arts (LPHA).",
)
SIGNING = qa(3, "without a higher-level staff person supervising and signing off on the services")
IN_ROLE = qa(4, "An individual should bill for the services that they provide in accordance with the role they are in.")
AS_QMHP = qa(
    4,
    "You may bill for services as a QMHP when the service meets all clinical requirements and you are performing "
    "clinical functions.",
)
IS_MHP = qa(4, "Since a CRSS is considered an MHP, they may bill under that professional category.")
NOT_SHOULD = qa(4, "this does not mean that they should provide those services")
REVIEWED = qa(6, "A supervisor should always review incident reports completed by a CRSS")
LABELED = may_in_discharge("Complete peer-specific sections of a discharge plan if clearly labeled")
ACT = qa(7, "if he/she obtains certification within 18 months after his/her date of hire")
ACT_WITHOUT = qa(7, "A person with lived experience may be included on a team that does not have a CRSS or CFPP")
CST = qa(7, "the team includes at least one Certified Recovery Support Specialist (CRSS)")
CST_NO_TIME = qa(7, "(no time allowance)")
ENGAGEMENT = qa(7, "Grantees must employ individuals with lived experience as Engagement Specialists (ES)")
WITHIN_A_YEAR = qa(7, "credential within one year of date of hire")
NO_FLEXIBILITY = qa(
    7, "there is NO flexibility in the length of time allowed beyond what is stated in the Administrative Rules"
)
FLEXIBLE = qa(7, "additional flexibility can be authorized by the DBHR Program Manager")
