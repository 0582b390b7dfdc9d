"""A quote's translation: marked as ours in each language, and only for who reads another."""

from __future__ import annotations

import pytest

from sdgassess.language import LANGUAGES, QUOTATION_MARKS, Words
from sdgassess.model.question import Quote, Text
from sdgassess.model.reference import Point
from sdgassess.phrases.quotes import quote_line, translation_beside, translation_of
from sdgassess.phrases.references import point_words

BRIDGE = Text({"sv": "en  bro\nbyggs", "en": "a bridge is built"})
QUOTE = Quote("der bygges en bro", "007:3", BRIDGE)
OURS = {"sv": "vår översättning: ", "en": "our translation: "}


@pytest.mark.parametrize("language", sorted(OURS))
def test_who_reads_another_language_gets_a_translation_marked_as_ours(language: str) -> None:
    opening, closing = QUOTATION_MARKS[language]
    translation = " ".join(BRIDGE.words[language].split())
    line = quote_line(QUOTE, Words(language))
    assert line == (
        f"{opening}der bygges en bro{closing} [007:3] "
        f"({OURS[language]}{opening}{translation}{closing})"
    )


def test_who_reads_the_language_of_the_document_gets_its_words_alone() -> None:
    assert quote_line(QUOTE, Words("da")) == "»der bygges en bro« [007:3]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_no_translation_of_themselves(language: str) -> None:
    """Where a file gives the original among the translations, however it is wrapped."""
    assert translation_of("en bro", Text({language: "en\n bro"}), language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_marked_where_nothing_is_translated(language: str) -> None:
    assert translation_beside("en bro", None, Words(language)) == ""
    assert translation_beside(None, BRIDGE, Words(language)) == ""


def test_a_translation_stands_behind_the_source_of_a_point() -> None:
    point = Point(at_least=None, quote="en bro", source="007:3", dated="2020", gloss=BRIDGE)
    line = point_words(point, Words("en"))
    assert line.endswith("“en bro” [007:3, 2020] (our translation: “a bridge is built”)")


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        (None, "there at least 2: Nobody else has one."),
        ("en bro", "there at least 2 “en bro” [007:3, 2020]. Nobody else has one."),
    ],
)
def test_a_reason_stands_behind_the_bounds_or_behind_a_quote(quote: str | None, line: str) -> None:
    reason = Text({"en": "Nobody else has one."})
    point = Point(2, quote=quote, source="007:3", dated="2020", reason=reason)
    assert point_words(point, Words("en")) == line
