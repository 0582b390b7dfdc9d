"""Answers that a migrated profile keeps unscored: said to be reworded or gone, not unasked."""

from __future__ import annotations

import pytest

from sdgassess.analysis.years.questions import Because
from sdgassess.model.profile import (
    Answer,
    QuestionnaireRef,
    State,
    UnmappedAnswer,
)
from tests.given.questionnaires import newer, older
from tests.given.years import year, years

BEFORE = older().questions["CORE4"].text.words["da"]
REF = QuestionnaireRef(older().id, older().version)


@pytest.mark.parametrize(
    ("question", "answer", "because"),
    [
        ("CORE4", Answer(level=2), Because.DECLARED),
        ("CORE4", Answer(level=2, asked=BEFORE), Because.REWORDED),
        ("LRN5", Answer(level=2), Because.RESCALED),
        ("CORE4", Answer(state=State.NOT_ASKED, comment="a note"), Because.NOT_ASKED),
    ],
)
def test_what_was_asked_in_other_words_was_asked(
    question: str, answer: Answer, because: Because
) -> None:
    kept = {question: UnmappedAnswer(answer, REF)}
    migrated = year({}, "2025-03-01", rules=newer(), unmapped=kept)
    found = years(migrated, year({question: 3}, "2026-03-01", rules=newer()))
    assert found.first_to_last.moves[question].because is because
    assert found.paths[question][0].because is because


def test_what_is_gone_was_removed() -> None:
    kept = {"EXT6": UnmappedAnswer(Answer(level=2), REF)}
    then = year({"EXT6": 2}, "2025-03-01", rules=older())
    found = years(then, year({}, "2026-03-01", rules=newer(), unmapped=kept))
    assert found.first_to_last.moves["EXT6"].because is Because.REMOVED
    assert found.paths["EXT6"][1].because is Because.REMOVED
