"""The words rules are written in. Nothing here knows a program, a database or a web page."""

from .answers import Choices, sql
from .dates import after, birthday, day_in, earliest, months_between
from .explain import Answer, CriterionAnswer, explain, said
from .rule import ANSWERS, Criterion, Rule, cannot, chosen, must, present, should, written
from .source import Citation, Question, Reading, Source
from .steps import its, latest, tally

__all__ = [
    "ANSWERS", "Answer", "Choices", "Citation", "Criterion", "CriterionAnswer", "Question", "Reading", "Rule",
    "Source", "after", "birthday", "cannot", "chosen", "day_in", "earliest", "explain", "its", "latest",
    "months_between", "must", "present", "said", "should", "sql", "tally", "written",
]  # fmt: skip
