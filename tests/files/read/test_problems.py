"""The words of problems: complete, harmless, documented."""

from __future__ import annotations

import os
import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.language import Words
from sdgassess.phrases.problems.messages import (
    SAYINGS,
    as_json,
    excerpt,
    hint,
    say,
    tell,
)
from sdgassess.problem import (
    Fact,
    Problem,
    Severity,
    Where,
)
from sdgassess.text import visible, width
from tests.given.places import ROOT

CATALOGUE = ROOT / "docs" / "problems.md"
ENGLISH = Words("en")

FAMILIES = (
    ("P0", "Reading"),
    ("P1", "Profiles"),
    ("P2", "Questionnaires"),
    ("P3", "References"),
    ("P4", "Writing"),
    ("P5", "The command line"),
    ("P6", "Printing"),
    ("P7", "What comes back"),
)


def rendered() -> str:
    """The catalogue as it should stand in the documentation."""
    lines = [
        "# Problems",
        "",
        "Every message carries a code in brackets. Codes are stable: a code never comes to mean",
        "something else. Errors make a file unusable; warnings (P023, P026, P15x, P25x) do not.",
        "Words in braces stand for what the message names. What has a slash is a variant.",
    ]
    for family, title in FAMILIES:
        lines += ["", f"## {title}", "", "| code | message | what to do |", "|---|---|---|"]
        for code, saying in SAYINGS.items():
            if code.startswith(family):
                lines.append(f"| {code} | {saying.message} | {' / '.join(saying.hints)} |")
    return "\n".join(lines) + "\n"


def test_the_catalogue_lists_exactly_these_codes_and_words() -> None:
    if os.environ.get("UPDATE_EXPECTED"):
        CATALOGUE.write_text(rendered(), encoding="utf-8")
    assert CATALOGUE.read_text(encoding="utf-8") == rendered()


def used_codes() -> set[str]:
    """The codes in the source."""
    sources = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "sdgassess").rglob("*.py")
        if path.parent.name != "problems"
    ]
    return {code for text in sources for code in re.findall(r'"(P[0-9]{3})"', text)}


def test_every_code_in_use_has_words_and_every_word_a_use() -> None:
    assert {code.partition("/")[0] for code in SAYINGS} == used_codes()


def test_families_cover_every_code() -> None:
    for code in SAYINGS:
        assert re.fullmatch(r"P[0-7][0-9]{2}(/[a-z-]+)?", code)


@pytest.mark.parametrize("code", sorted(SAYINGS))
def test_words_are_well_formed(code: str) -> None:
    for words in (SAYINGS[code].message, *SAYINGS[code].hints):
        for _, name, format_, conversion in Formatter().parse(words):
            assert name is None or re.fullmatch("[a-z_]+", name)
            assert not format_
            assert conversion is None
    assert SAYINGS[code].message[0].islower() or SAYINGS[code].message[0] in '"{'


@pytest.mark.parametrize("code", sorted(SAYINGS))
def test_missing_facts_never_break_a_message(code: str) -> None:
    bare, _, why = code.partition("/")
    problem = Problem(bare, Where("a.yaml", 1, 1, "x"), {"why": why} if why else {})
    assert say(problem, ENGLISH).endswith(f"[{bare}]")
    for language in ("da", "sv"):
        assert tell(problem, Words(language))


def test_a_message_says_where_what_and_the_code() -> None:
    facts = {"id": "POL3", "level": "7", "scale": "0–4"}
    problem = Problem("P103", Where("2026.yaml", 41, 12, "    level: 7"), facts)
    assert (
        say(problem, ENGLISH) == "2026.yaml:41:12: POL3: level 7 is not on the scale 0–4. [P103]"
    )
    assert tell(problem, ENGLISH).split("\n")[1:3] == ["        level: 7", "    " + " " * 11 + "^"]


def test_warnings_say_so() -> None:
    problem = Problem("P023", Where("a.yaml", 1, 2), {"rest": "# x"}, Severity.WARNING)
    assert say(problem, ENGLISH).startswith("a.yaml:1:2: warning: ")


def test_text_from_files_is_harmless() -> None:
    facts = {"key": "\x1b[31m{0}\u202e\nx", "near": "[red]"}
    problem = Problem("P030", Where("a\x1b]0;x\x07\n.yaml", 1, 1, "\x1b[2Jk\u202e: 1"), facts)
    told = tell(problem, ENGLISH)
    assert all(character.isprintable() or character == "\n" for character in told)
    assert "{0}" in told
    assert told.count("\n") == 3


def test_the_best_hint_is_chosen() -> None:
    facts: dict[str, Fact] = {"found": "quik", "allowed": ("full", "quick")}
    assert hint(Problem("P033", facts=facts), ENGLISH) == "Allowed are: full, quick."
    near = hint(Problem("P033", facts={**facts, "near": "quick"}), ENGLISH)
    assert near == 'Did you mean "quick"? Allowed are: full, quick.'
    assert hint(Problem("P011"), ENGLISH) is None


def test_json_has_everything() -> None:
    problem = Problem("P001", Where("a.yaml"))
    assert as_json(problem, ENGLISH) == {
        "code": "P001",
        "severity": "error",
        "file": "a.yaml",
        "line": None,
        "column": None,
        "message": "there is no such file",
        "hint": None,
    }


LINES = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\n\r"),
        st.sampled_from("\t\x1b\u202e\u200b漢字e\u0301æ "),
    ),
    min_size=1,
    max_size=300,
)


@given(LINES, st.data(), st.integers(1, 120))
def test_the_caret_stands_under_its_character(line: str, draw: st.DataObject, room: int) -> None:
    column = draw.draw(st.integers(1, len(line) + 1))
    shown = excerpt(Problem("P001", Where("a", 1, column, line)), room)
    if shown is None:
        assert not line.strip()
        return
    above, caret = shown.split("\n")
    assert caret.strip() == "^"
    assert width(above) <= max(room, 16)
    if column > len(line.rstrip()):
        return
    character = visible(line[column - 1])
    if character.isspace() and line[column - 1] not in " \t":
        character = "␣"  # a space that only looks like one is shown
    rest, at = above, 0
    while at < width(caret) - 1:
        at += width(rest[0])
        rest = rest[1:]
    while rest and width(rest[0]) == 0 and not rest.startswith(character):
        rest = rest[1:]  # a combining mark belongs to the letter before it
    assert rest.startswith(character) or width(character) == 0


def test_a_line_that_fits_is_not_cut() -> None:
    assert excerpt(Problem("P001", Where("a", 1, 3, "a: b")), 40) == "a: b\n  ^"
    long = excerpt(Problem("P001", Where("a", 1, 500, "x" * 499 + "y" + "x" * 500)), 40)
    assert long is not None
    above, caret = long.split("\n")
    assert above[len(caret) - 1] == "y"
    assert above[0] == above[-1] == "…"
