"""Where it stands: a row for each level, named or counted, with boxes where all share them."""

from __future__ import annotations

import pytest

from sdgassess.document.blocks import Bullets, Table
from sdgassess.document.runs import text_of
from sdgassess.model.profile import Profile
from sdgassess.phrases.patterns import gravest_patterns, pattern_of, risk_sentence
from sdgassess.report.gaps.standing import standing_part
from tests.given.gap_reports import edition
from tests.given.places import EXAMPLE
from tests.given.profiles import opened
from tests.given.trees import MEAN, SUM, Tree, part, tree


def rows(model: Tree, assessed: Profile) -> list[tuple[str, str]]:
    """The parts of each row, and the level beside them."""
    blocks = standing_part(edition(model.rules, assessed, "en"))
    (table,) = (block for block in blocks if isinstance(block, Table))
    return [(text_of(row[0].runs), text_of(row[1].runs)) for row in table.rows]


def parts(*levels: int) -> list[tuple[str, str]]:
    """The rows of a questionnaire whose parts stand at these levels, of 0, 1 and 2."""
    model = tree(*(part(f"P{place:02}", 1) for place in range(len(levels))))
    answers = {f"P{place:02}a": level for place, level in enumerate(levels)}
    return rows(model, model.answered(**answers))


def names(*places: int) -> str:
    return ", ".join(f"Part P{place:02}" for place in places)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((2, 0, 1), [(names(0), "2"), (names(2), "1"), (names(1), "0")]),
        ((2, 2, 2), [(names(0, 1, 2), "2")]),
        # Four at an end of eight: how many they are, and which.
        (
            (2, 2, 2, 2, 1, 0, 0, 1),
            [
                (f"4 of 8 parts: {names(0, 1, 2, 3)}", "2"),
                (names(4, 7), "1"),
                (names(5, 6), "0"),
            ],
        ),
        # Five of nine are most of all, whose names tell less than the count.
        (
            (2, 2, 2, 2, 2, 1, 0, 0, 1),
            [("5 of 9 parts", "2"), (names(5, 8), "1"), (names(6, 7), "0")],
        ),
        # In the middle they are counted alone.
        (
            (1, 1, 1, 1, 2, 0, 2, 0),
            [(names(4, 6), "2"), ("4 of 8 parts", "1"), (names(5, 7), "0")],
        ),
        # All but those of one row that names its own.
        ((2, 2, 2, 2, 0, 0, 0), [("4 of 7 parts", "2"), (names(4, 5, 6), "0")]),
        # Of two rows that name none of their own, each says which.
        (
            (2, 2, 2, 2, 0, 0, 0, 0),
            [
                (f"4 of 8 parts: {names(0, 1, 2, 3)}", "2"),
                (f"4 of 8 parts: {names(4, 5, 6, 7)}", "0"),
            ],
        ),
    ],
)
def test_parts_are_named_where_names_tell_more_than_their_number(
    levels: tuple[int, ...], expected: list[tuple[str, str]]
) -> None:
    assert parts(*levels) == expected


def test_beside_parts_without_a_level_those_at_an_end_are_named() -> None:
    """They are not all but those of the other row, so that nobody could tell which they are."""
    model = tree(*(part(f"P{place:02}", 1) for place in range(10)))
    levels = (2, 2, 2, 2, 0, 0, "?", "?", "?", "?")
    answers = {f"P{place:02}a": level for place, level in enumerate(levels)}
    assert rows(model, model.answered(**answers)) == [
        (f"4 of 10 parts: {names(0, 1, 2, 3)}", "2"),
        (names(4, 5), "0"),
        ("4 of 10 parts", "too little is known"),
    ]


def test_what_does_not_apply_is_told_apart_from_what_is_not_known() -> None:
    model = tree(part("A", 2), part("B", 2), part("C", 2))
    assessed = model.answered(Aa=2, Ab=2, Ba="-", Bb="-", Ca="?", Cb="?")
    assert rows(model, assessed) == [
        ("Part A", "2"),
        ("Part B", "not applicable"),
        ("Part C", "too little is known"),
    ]


def test_of_very_many_levels_those_at_both_ends_have_rows() -> None:
    model = tree(*(part(f"P{place:02}", 8, SUM) for place in range(9)))
    answers = {
        f"P{place:02}{letter}": int(number < place)
        for place in range(9)
        for number, letter in enumerate("abcdefgh")
    }
    levels = [level for _, level in rows(model, model.answered(**answers))]
    assert levels == ["8", "7", "6", "2", "1", "0"]


@pytest.mark.parametrize(("second", "boxes"), [(MEAN, True), (SUM, False)])
def test_boxes_stand_only_where_all_parts_can_reach_the_same(second: object, boxes: bool) -> None:
    rule = MEAN if second is MEAN else SUM
    model = tree(part("A", 3), part("B", 3, rule))
    blocks = standing_part(edition(model.rules, model.answered(1), "en"))
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [row[1].steps is not None for row in table.rows] == [boxes] * len(table.rows)


@pytest.mark.parametrize("room", [1, 3])
def test_a_nickname_of_a_risk_stands_beside_what_it_means_where_there_is_room(room: int) -> None:
    report = edition(*opened(EXAMPLE), "en")
    gravest = gravest_patterns(report.score)
    assert len(gravest) == 3
    (said,) = (b for b in standing_part(report, room) if isinstance(b, Bullets))
    lines = [text_of(item) for item in said.items]
    names = [report.line(pattern_of(report.score, result).title) for result in gravest]
    meanings = [risk_sentence(report.score, result) for result in gravest]
    if room < len(gravest):
        (line,) = lines
        assert all(name in line for name in names)
        return
    for line, name, meaning in zip(lines, names, meanings, strict=True):
        assert meaning is not None
        assert line == f"Risk pattern “{name}” (medium): {report.line(meaning)}"


def test_eight_parts_at_an_end_are_named_and_more_are_counted() -> None:
    levels = (2,) * 10 + (1,) * 2 + (0,) * 10
    top, _, low = (cell for cell, _ in parts(*levels))
    assert top == f"10 of 22 parts: {names(*range(8))} and 2 more"
    assert low == f"10 of 22 parts: {names(*range(12, 20))} and 2 more"
