"""What is not seen in a text: shown by its number, or left out of what people typed."""

from __future__ import annotations

import io
import itertools
import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.cli.terminal.streams import json_bytes, print_json
from sdgassess.phrases.problems.messages import excerpt
from sdgassess.problem import Problem, Where
from sdgassess.text import WORD, cleaned, clipped, escape, hides, own_lines, signs, visible, wrap

IGNORABLE = [
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810)),
    *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164),
    *(*range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFF9), *range(0x1BCA0, 0x1BCA4)),
    *(*range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
]
"""`Default_Ignorable_Code_Point` in DerivedCoreProperties.txt of Unicode 16."""
KINDS = ("Cc", "Cf", "Zl", "Zp", "Cs")
HIDDEN = {chr(code) for code in IGNORABLE} | {
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in KINDS
} - {"\t", "\n"}  # fmt: skip
PICTURES = (
    *("\U0001f44d\U0001f3fd", "\u26a0\ufe0f", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    *("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "3\ufe0f\u20e3"),
    *("\U0001f3f3\ufe0f\u200d\U0001f308", "\U0001f1e9\U0001f1f0", "\u2764\ufe0f"),
)


def test_every_hidden_character_is_shown_by_its_number() -> None:
    assert len(HIDDEN) > 6_000
    for character in HIDDEN:
        assert visible(f"a{character}b") == f"a{escape(character)}b", hex(ord(character))


def test_every_hidden_character_is_an_escape_in_json() -> None:
    for character in HIDDEN | {"\x7f"}:
        text = json_bytes({"a": f"x{character}y"}).decode()
        assert character not in text, hex(ord(character))
        assert json.loads(text) == {"a": f"x{character}y"}


def test_json_on_a_screen_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"a": "\u202e\U000e0041\x7f\u2764\ufe0f æ"}
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stdout", screen)
    print_json(value)
    shown = screen.getvalue()
    assert shown == json_bytes(value).decode()
    assert not set(shown) & HIDDEN


@pytest.mark.parametrize("picture", PICTURES)
def test_an_emoji_stays_one_picture(picture: str) -> None:
    assert visible(f"a {picture} b") == f"a {picture} b"
    assert cleaned(f"a {picture} b") == f"a {picture} b"
    assert not hides(picture)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\ufe0fb", "a\\ufe0fb"),
        ("a\u200db", "a\\u200db"),
        ("\U0001f468\u200d", "\U0001f468\\u200d"),
        (
            "\U0001f3f4\U000e0068\U000e0069\U000e007f",
            "\U0001f3f4\\U000e0068\\U000e0069\\U000e007f",
        ),
    ],
)
def test_what_joins_a_picture_hides_nothing_elsewhere(text: str, shown: str) -> None:
    """Words in invisible letters behind a flag are such words, but for three countries."""
    assert visible(text) == shown
    assert hides(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("• first\n•\tsecond\x0bsame bullet\u2028next", "• first\n•\tsecond\nsame bullet\nnext"),
        ("a\r\nb\rc\x85d\u2029e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x1b[31mc\u200bd\ufeff\u00ade", "ab[31mcde"),
        ("\u202eabc", "abc"),
        ("\xa0a b\u2003c", "\xa0a b\u2003c"),
    ],
)
def test_what_is_typed_is_kept_without_what_is_not_seen(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


@pytest.mark.parametrize(
    ("wrote", "lines"),
    [
        ("three:\n- money\n- time\n\nhope\n", "three:\n- money\n- time\n\nhope"),
        ("\n\n  a\n  - b\n    - c\n\n\n\n  d  ", "a\n- b\n\xa0\xa0- c\n\nd"),
        ("a  b\tc\r\nd\u2028e", "a b c\nd\\u2028e"),
        (" \n ", ""),
        ("one", "one"),
    ],
)
def test_lines_that_people_wrote_stay(wrote: str, lines: str) -> None:
    assert own_lines(wrote) == lines


@given(st.text(st.characters(codec=None)))
def test_what_was_cleaned_hides_nothing_and_stays(text: str) -> None:
    after = cleaned(text)
    assert not hides(after)
    assert cleaned(after) == after
    assert visible(after) == after.replace("\t", "    ")


@given(st.integers(1, 60), st.text("ab -/.'", max_size=30))
def test_a_command_in_a_sentence_is_on_one_line(columns: int, file: str) -> None:
    command = f"`sdgassess explain {file}`"
    lines = wrap(f"Three more patterns are high: {command} shows all.", columns, "  - ")
    assert any(command in line for line in lines)
    assert " ".join("".join(lines).split()).count("sdgassess") == 1


@given(st.text("ab  `", max_size=12))
def test_words_are_what_stands_between_spaces(text: str) -> None:
    assert WORD.findall(text) == text.split(" ")


@pytest.mark.parametrize("picture", PICTURES)
def test_no_text_is_cut_within_a_picture(picture: str) -> None:
    """In a sentence, over a caret, at the end of a line: all of it stands there, or nothing."""
    for before, most in itertools.product(range(8), range(2, 14)):
        text = "a" * before + picture + "b" * 9
        clip = clipped(text, most)
        assert len(clip) <= most
        assert clip.endswith("b") or clip[:-1].rstrip("b") in ("a" * len(clip[:-1]), text[:-9])
        assert "".join(wrap(text, most)) == text
        assert not any(hides(line) for line in (clip, *wrap(text, most)))
    for column in range(1, 60):
        line = "a: " + "x" * 20 + picture + "x" * 40
        window = excerpt(Problem("P001", Where("a", 1, column, line)), 22)
        assert window is not None
        assert not hides(window)
        assert window.count("\ufe0f") in (0, picture.count("\ufe0f"))


def test_signs_are_what_is_seen() -> None:
    assert signs("".join(("a", *PICTURES, "\n"))) == ["a", *PICTURES, "\n"]
