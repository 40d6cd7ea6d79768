"""The states of plans of action and corrective action plans as a page with diagrams, printed from their table."""

from __future__ import annotations

from collections.abc import Iterator


def plan_states() -> str:
    """Two Mermaid diagrams and a table of every move: who makes it, where it is open, where it leads."""
    from alongside.reviews.improvement_states import OF_ACTION, OF_PLAN
    from alongside.reviews.models import ActionState, PlanState

    lead = (
        "Buttons, policies and refusals come from one table, `reviews/improvement_states.py`; this page is printed "
        "from it. A missed date is no state: it follows from the day, and opens a decision of the Division, no plan."
    )
    parts = [
        "# The states of plans", "", lead,
        *_part("Plan of action", OF_ACTION, ActionState),
        *_part("Corrective action plan", OF_PLAN, PlanState),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _part(name: str, moves: tuple, states: type) -> Iterator[str]:  # type: ignore[type-arg]
    first = next(iter(states))
    yield from ("", f"## {name}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {first.value}")
    for state in states:
        yield f"    {state.value}: {state.label}"
    for move in moves:
        for state in move.while_ if move.to else ():
            yield f"    {state} --> {move.to}: {move.button} ({move.who})"
    last = list(states)[-1]
    yield from (
        f"    {last.value} --> [*]",
        "```",
        "",
        "| what | who | while it stands at | leads to |",
        "|---|---|---|---|",
    )
    for move in moves:
        while_ = "; ".join(str(states(state).label) for state in move.while_)
        while_ += " (only where the date was missed)" if move.only_missed else ""
        yield f"| {move.button} | {move.who} | {while_} | {states(move.to).label if move.to else 'the same'} |"
