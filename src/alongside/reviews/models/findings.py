"""What reviewers saw and concluded, and what the state wrote at the end."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from alongside.records.models import Participant, ProgramRecord
from alongside.records.models.record import Known, day, only_words, row_key, together, word

from .oversight import Oversight
from .oversight_words import Conclusion, FollowedBy
from .samples import SampleMember


class ReviewCheck(ProgramRecord):
    """A reviewer's conclusion about one requirement (`reviews.requirements`) of one participant of the sample."""

    id = row_key("review_check_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="checks")
    sample_member = models.ForeignKey(SampleMember, on_delete=models.PROTECT, related_name="checks")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    requirement = models.TextField()
    conclusion = word(Conclusion)
    words = Known()
    document = models.UUIDField(null=True, blank=True)
    seen_on = day()
    seen_by = Known()

    class Meta:
        db_table = "review_check"
        verbose_name = "check of a requirement"
        ordering = ["created_at"]
        constraints = [
            only_words("review_check", "conclusion", Conclusion),
            together("review_check", "seen_on", "seen_by"),
            UniqueConstraint(fields=["sample_member", "requirement"], name="review_check_once"),
        ]


class Debrief(ProgramRecord):
    """The state's report at the end: its feedback, beside the findings."""

    id = row_key("debrief_id")
    oversight = models.OneToOneField(Oversight, on_delete=models.PROTECT, related_name="debrief")
    feedback = Known()
    strengths = Known()
    sent_on = day()
    sent_by = Known()

    class Meta:
        db_table = "debrief"
        constraints = [together("debrief", "sent_on", "sent_by")]


class Finding(ProgramRecord):
    """A reviewer's conclusion that a must was not met: about one participant of the sample, or about the program."""

    id = row_key("finding_id")
    oversight = models.ForeignKey(Oversight, on_delete=models.PROTECT, related_name="findings")
    review_check = models.OneToOneField(
        ReviewCheck, on_delete=models.PROTECT, related_name="finding", null=True, blank=True
    )
    requirement = models.TextField(blank=True, default="", db_default="")
    words = Known()
    followed_by = word(FollowedBy)
    found_on = day()
    found_by = Known()

    class Meta:
        db_table = "finding"
        ordering = ["created_at"]
        constraints = [
            only_words("finding", "followed_by", FollowedBy),
            together("finding", "found_on", "found_by"),
        ]
