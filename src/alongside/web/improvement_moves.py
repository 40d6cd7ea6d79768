"""Each move of `reviews.improvement_states` with the form it is made in and the action it does."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from alongside.reviews import corrective, improvement
from alongside.reviews.improvement_states import Plan

from . import forms_improvement as forms
from .entry import EntryForm, Values

Act = Callable[[Any, Any, dict[str, Any]], Any]
Start = Callable[[Any, datetime.date], Values]


def _nothing(plan: Plan, on: datetime.date) -> Values:
    return {}


@dataclass(frozen=True)
class Entered:
    """How a move is entered: its form, what it does, what the form begins with, and the template of its page."""

    form: type[EntryForm]
    act: Act
    start: Start = _nothing
    template: str = "reviews/move.html"
    lead: str = field(default="")


ENTERED: dict[str, Entered] = {
    "answer_action": Entered(
        forms.AnswerActionForm,
        lambda plan, form, who: improvement.answer_action(
            plan=plan, version=form.read_version, done_on=form.values["done_on"], words=form.values["done_words"], **who
        ),
        lambda plan, on: {"done_on": on, "version": plan.version},
    ),
    "accept_action": Entered(
        forms.AcceptActionForm,
        lambda plan, form, who: improvement.accept_action(plan=plan, words=form.values["checked_words"], **who),
    ),
    "ask_again": Entered(
        forms.AskAgainForm,
        lambda plan, form, who: improvement.ask_again(plan=plan, words=form.values["checked_words"], **who),
        lead="The date stays as it is. What was answered stays readable on the plan’s page.",
    ),
    "name_next_review": Entered(
        forms.NextReviewForm,
        lambda plan, form, who: improvement.name_next_review(plan=plan, **form.values, **who),
        lambda plan, on: {"next_review_on": plan.next_review_on},
    ),
    "decide_missed": Entered(
        forms.DecideMissedForm,
        lambda plan, form, who: improvement.decide_missed(
            plan=plan, decision=form.values["decision"], words=form.values["decided_words"], **who
        ),
        lead="Whether a corrective action plan follows the missed date is for you to decide: none opens by itself.",
    ),
    "record_meeting": Entered(
        forms.MeetingForm,
        lambda plan, form, who: corrective.record_meeting(
            plan=plan, meeting_on=form.values["meeting_on"], words=form.values["meeting_words"], **who
        ),
        lambda plan, on: {"meeting_on": plan.meeting_on, "meeting_words": plan.meeting_words},
    ),
    "send_concerns": Entered(
        forms.ConcernsForm,
        lambda plan, form, who: corrective.send_concerns(plan=plan, **form.values, **who),
        lead="These words are shared with the program. From the day they come, it has ten days for its draft.",
    ),
    "receive_concerns": Entered(
        forms.ReceivedForm,
        lambda plan, form, who: corrective.receive_concerns(plan=plan, **form.values, **who),
        lambda plan, on: {"notified_on": plan.concerns_sent_on},
    ),
    "write_draft": Entered(
        forms.DraftForm,
        lambda plan, form, who: corrective.write_draft(
            plan=plan, version=form.read_version, draft=form.values["draft"], steps=form.steps, **who
        ),
        lambda plan, on: {
            "draft": plan.draft, "version": plan.version, "steps": forms.DraftForm.start_from(plan.steps.all()),
        },
        template="reviews/draft.html",
    ),
    "send_draft": Entered(
        forms.SignPlanForm,
        lambda plan, form, who: corrective.send_draft(plan=plan, **who),
        template="reviews/read.html",
        lead="This goes to the state as it stands here. The first sending is held against the ten days.",
    ),
    "return_draft": Entered(
        forms.CommentForm,
        lambda plan, form, who: corrective.return_draft(plan=plan, words=form.values["words"], **who),
    ),
    "sign_plan": Entered(
        forms.SignPlanForm,
        lambda plan, form, who: corrective.sign_plan(plan=plan, **who),
        template="reviews/read.html",
    ),
    "receive_copy": Entered(
        forms.CopyForm,
        lambda plan, form, who: corrective.receive_copy(plan=plan, **form.values, **who),
        lambda plan, on: {"signed_copy_on": on},
    ),
    "finish_plan": Entered(
        forms.SignPlanForm,
        lambda plan, form, who: corrective.finish_plan(plan=plan, **who),
        template="reviews/read.html",
        lead="Every step is done. The state looks at it and closes the plan.",
    ),
    "reopen_plan": Entered(
        forms.CommentForm,
        lambda plan, form, who: corrective.reopen_plan(plan=plan, words=form.values["words"], **who),
    ),
    "close_plan": Entered(
        forms.CloseForm,
        lambda plan, form, who: corrective.close_plan(plan=plan, words=form.values["closed_words"], **who),
    ),
}  # fmt: skip
