"""The text of a level says what it means where no other level stands beside it."""

from __future__ import annotations

import re

import pytest

from sdgassess.language import LANGUAGES
from sdgassess.model.question import Option, Question, Text
from sdgassess.phrases.anchors import standalone_text
from tests.given.documents import every_text
from tests.given.gap_reports import gap_document
from tests.given.profiles import EVERY_PROFILE
from tests.given.questionnaires import nordic

BUILDS_ON = re.compile(r"\b(As|Som) \d")


def question(*texts: str) -> Question:
    options = (Option(n, Text({"en": text})) for n, text in enumerate(texts))
    return Question("Q", Text({"en": "How?"}), tuple(options))


@pytest.mark.parametrize(
    ("texts", "full"),
    [
        (("Nothing", "Something.", "As 1, and more"), "Something, and more"),
        (("None", "Some", "As 1, and more", "As 2, and most"), "Some, and more, and most"),
        (("None", "As 3, and so on"), "As 3, and so on"),
        (("None", "As 1, and itself"), "As 1, and itself"),
        (("None", "Of 0, one"), "None, one"),
        (("None", "In 2026, all"), "In 2026, all"),
    ],
)
def test_a_level_is_told_with_what_it_builds_on(texts: tuple[str, ...], full: str) -> None:
    asked = question(*texts)
    assert standalone_text(asked, asked.options[-1]).words == {"en": full}


def test_no_level_of_the_questionnaire_needs_its_neighbour() -> None:
    built = 0
    for asked in nordic().questions.values():
        for option in asked.options:
            full = standalone_text(asked, option)
            assert full.words.keys() == option.text.words.keys()
            for language, wording in full.words.items():
                assert not BUILDS_ON.search(wording)
                built += wording != option.text.words[language]
    assert built > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_level_of_a_report_needs_its_neighbour(language: str) -> None:
    for path in EVERY_PROFILE:
        texts = every_text(gap_document(path, language))
        assert not [text for text in texts if BUILDS_ON.search(text)]
