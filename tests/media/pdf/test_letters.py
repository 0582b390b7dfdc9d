"""Letters that the printed font lacks come out as their numbers; nothing is lost on the way."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # it has no types
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.media.pdf.letters import COVERAGE, printable_text

FONTS = sorted(COVERAGE.parent.glob("*.ttf"))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("æøåäöÆØÅÄÖ – “så” ”så” 2 → 3 ● ✓", "æøåäöÆØÅÄÖ – “så” ”så” 2 → 3 ● ✓"),
        ("\u0391\u03b8\u03ae\u03bd\u03b1, \u041a\u0438\u0457\u0432", "Αθήνα, Київ"),
        ("A\u030aby", "Åby"),
        ("godt \U0001f600!", "godt [grinning face]!"),
        (
            "\U0001f44d\U0001f3fd \u2705, men \u26a0\ufe0f",
            "[thumbs up sign] ✔, men [warning sign]",
        ),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "[man, woman, girl]"),
        ("\u274c \u2605 3\ufe0f\u20e3", "✘ [black star] 3"),
        ("\U0001f1e9\U0001f1f0", "[DK]"),
        ("\U0001f468\u200d a\u200db", "[man]\\u200d a\\u200db"),
        ("\u5317\u4eac by", "[U+5317 U+4EAC] by"),
        ("\u5317 \u4eac", "[U+5317] [U+4EAC]"),
        ("\u5317\u3000\u4eac", "[U+5317] [U+4EAC]"),
        ("a\u2003b", "a b"),
        ("et \u2764\ufe0f", "et \u2764"),
        ("a\u200bb\u202ec", "a\\u200bb\\u202ec"),
        ("nul\x00 og \x1b[31m", "nul\\x00 og \\x1b[31m"),
        ("\ud83d", "\\ud83d"),
        ("linje\nlinje", "linje\nlinje"),
        ("", ""),
    ],
)
def test_what_is_printed_of_a_text(text: str, printed: str) -> None:
    assert printable_text(text) == printed


@given(st.text(st.characters(codec=None), max_size=40))
def test_everything_printed_is_in_the_font(text: str) -> None:
    assert set(printable_text(text)) <= _covered() | {"\n"}


@given(st.text(st.characters(codec=None), min_size=1, max_size=20).filter(str.strip))
def test_a_text_with_something_in_it_prints_something(text: str) -> None:
    assert printable_text(text).strip() or text.isspace()


def test_the_list_of_letters_is_what_both_fonts_have() -> None:
    """Computed again: `letters.txt` is written by this very rule."""
    assert len(FONTS) == 2
    both = set.intersection(*(set(TTFont(font).getBestCmap()) for font in FONTS))
    assert {ord(letter) for letter in _covered()} == both


def _covered() -> set[str]:
    ranges = (line.split("-") for line in COVERAGE.read_text("utf-8").split())
    return {
        chr(code) for ends in ranges for code in range(int(ends[0], 16), int(ends[-1], 16) + 1)
    }
