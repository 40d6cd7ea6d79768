"""Readings as a page shows them: the question behind each, what is chosen and why, and the rules that rest on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.law import Question, Reading, Rule
from alongside.packs.pack import Pack
from alongside.reviews.models import ReadingChoice
from alongside.reviews.readings import choices_made, resting_on


@dataclass(frozen=True)
class ShownReading:
    """One reading. `made` are the program's choices of it, the newest first; `number` is its place in the pack."""

    number: int
    reading: Reading
    questions: Sequence[Question]
    rules: Sequence[Rule]
    made: Sequence[ReadingChoice]

    @property
    def in_force(self) -> str:
        """The choice the program answers by."""
        return self.made[0].choice if self.made else self.reading.default

    @property
    def others(self) -> list[str]:
        """The choices it does not answer by."""
        return [choice for choice in self.reading.choices if choice != self.in_force]

    @property
    def told(self) -> list[tuple[str, str, bool, bool]]:
        """Each choice: its word, its sentence, whether it is in force, whether it is the default."""
        read = self.reading
        return [(word, said, word == self.in_force, word == read.default) for word, said in read.choices.items()]

    @property
    def history(self) -> list[tuple[str, ReadingChoice]]:
        """Who chose which when: the sentence of each choice, and the row."""
        return [(self.reading.choices.get(row.choice, row.choice), row) for row in self.made]


def readings_of(pack: Pack) -> list[ShownReading]:
    """Every reading of a pack as the program in context reads it, in the pack's order."""
    made, questions = choices_made(), {question.number: question for question in pack.questions}
    return [
        ShownReading(
            number, reading, [questions[n] for n in reading.questions if n in questions],
            resting_on(pack, reading.id), made.get(reading.id, ()),
        )
        for number, reading in enumerate(pack.readings, start=1)
    ]  # fmt: skip
