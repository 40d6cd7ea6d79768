"""Words that say the staff member did the task. A prompt for the writer and the reviewer, never a proof.

Read on lower-case text, by what the engines' patterns have in common.
"""

DID_THE_TASK = (
    "(^|[^a-z])(i|we|staff) (cleaned|vacuumed|mopped|washed|cooked|shopped|packed|folded|paid|"
    "did (her|his|their)|made (her|his|their))"
)
