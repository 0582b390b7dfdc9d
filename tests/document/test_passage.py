"""Passages: which language they carry, and how a line of letters says it."""

from __future__ import annotations

import pytest

from sdgassess.document.passage import line_of, own_words, passage, passage_line
from sdgassess.document.runs import Run
from sdgassess.model.question import Text

PLAN = Text({"en": "A plan\n with  steps", "da": "En plan"})


@pytest.mark.parametrize(
    ("language", "run"),
    [
        ("da", Run("En plan")),
        ("en", Run("A plan with steps")),
        ("sv", Run("A plan with steps", "en")),
    ],
)
def test_a_passage_carries_its_language_where_it_is_not_the_readers(
    language: str, run: Run
) -> None:
    assert passage(PLAN, language) == run


@pytest.mark.parametrize(
    ("language", "line"), [("da", "En plan"), ("sv", "[en] A plan with steps")]
)
def test_a_line_says_another_language_in_front(language: str, line: str) -> None:
    assert passage_line(PLAN, language) == line


def test_nothing_is_not_marked() -> None:
    assert line_of(Run("", "en")) == ""


@pytest.mark.parametrize(
    ("spoken", "tag"), [("sv", "sv"), ("da", None), (None, None), ("xx", None)]
)
def test_what_people_wrote_is_in_the_language_of_their_profile(
    spoken: str | None, tag: str | None
) -> None:
    assert own_words("Ekonomi\nchef", spoken, "da") == Run("Ekonomi chef", tag)
