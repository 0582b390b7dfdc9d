"""The terminal as a medium: rows in columns, cut or stacked, boxes, and rows said in words."""

from __future__ import annotations

import pytest

from sdgassess.document.screen import (
    Block,
    Command,
    Commands,
    Gap,
    Grid,
    Head,
    Key,
    Prose,
    Row,
    Rows,
    Several,
    Steps,
    Strip,
    Title,
)
from sdgassess.media.terminal import lines_of
from sdgassess.text import width


def page(*screen: Block, columns: int = 60, linear: bool = False) -> list[str]:
    """The lines of some blocks."""
    return [line.text for line in lines_of(screen, columns, linear=linear)]


LADDER = Rows(
    (
        Row(("^", "POL", Steps(2, 4), "2", "Political anchoring", ""), "POL: 2 of 4; highest"),
        Row(("", "COORD", Steps(0, 4), "0", "Internal coordination", "held: LED2"), "COORD: 0"),
    ),
    stretch=4,
)


def test_rows_stand_in_columns_and_a_level_is_a_row_of_boxes() -> None:
    assert page(LADDER) == [
        "  ^  POL    ■■□□  2  Political anchoring",
        "     COORD  □□□□  0  Internal coordination  held: LED2",
    ]


def test_where_it_is_narrow_what_stands_behind_moves_below() -> None:
    assert page(LADDER, columns=30) == [
        "  ^ POL ■■□□ 2",
        "    Political anchoring",
        "  COORD □□□□ 0",
        "    Internal coordination",
        "    held: LED2",
    ]


def test_where_heads_have_no_room_rows_are_sentences_so_that_no_cell_stands_unnamed() -> None:
    headed = LADDER._replace(heads=("", "", "", "level", "factor", "remark"))
    assert page(headed, columns=30) == ["  POL: 2 of 4; highest", "  COORD: 0"]
    assert "level" in page(headed)[0]
    unspoken = headed._replace(rows=tuple(row._replace(spoken="") for row in headed.rows))
    assert page(unspoken, columns=30) == page(LADDER, columns=30)


def test_rows_are_sentences_where_they_are_read_aloud_and_signs_need_no_key() -> None:
    lines = page(LADDER, Key("^ highest"), linear=True)
    assert lines == ["  POL: 2 of 4; highest", "  COORD: 0"]


def test_a_text_is_cut_between_words_and_the_cut_is_seen() -> None:
    row = Row(("A", "one two three four five six seven eight nine ten", "end"))
    (line,) = page(Rows((row,), stretch=1, most=1), columns=40)
    assert line == "  A  one two three four five six …   end"
    text = "one two three four five six seven eight nine ten eleven twelve"
    two = page(Rows((Row(("A", text)),), stretch=1, most=2), columns=30)
    assert two == ["  A  one two three four five", "     six seven eight nine …"]


def test_of_several_things_as_many_are_shown_as_fit() -> None:
    things = Several(tuple(f"Q{n}" for n in range(9)))
    (line,) = page(Rows((Row(("name", things)),), stretch=1), columns=33)
    assert line == "  name  Q0 Q1 Q2 Q3 Q4 Q5 Q6 +2"
    (aloud,) = page(Rows((Row(("name", things)),), stretch=1), linear=True)
    assert aloud == "  name, Q0, Q1, Q2, Q3, Q4, Q5, Q6, Q7, Q8"


def test_small_rows_stand_beside_each_other() -> None:
    grid = Grid(tuple(Row((f"F{n}", Steps(n, 2), str(n))) for n in range(3)))
    assert page(grid, columns=40) == ["  F0 □□ 0    F1 ■□ 1    F2 ■■ 2"]
    assert page(grid, columns=19) == ["  F0 □□ 0", "  F1 ■□ 1", "  F2 ■■ 2"]


def test_what_comes_next_is_never_broken_where_it_fits_a_line() -> None:
    commands = Commands((Command("Next", "sdgassess gaps a.yaml"), Command("More", "--all")))
    assert page(commands) == ["Next: sdgassess gaps a.yaml    More: --all"]
    assert page(commands, columns=30) == ["Next: sdgassess gaps a.yaml", "More: --all"]


def test_heads_stand_out_without_a_colour_and_are_plain_where_they_are_read_aloud() -> None:
    blocks = (Title(("A", "B")), Head("What is next", "two"), Strip(("x", "y")))
    assert page(*blocks) == ["A · B", "", "WHAT IS NEXT  two", "x · y"]
    assert page(*blocks, linear=True) == ["A, B", "", "What is next: two", "x, y"]


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (40, ["FACTORS  ^ higher   v lower"]),
        (26, ["FACTORS", "  ^ higher   v lower"]),
    ],
)
def test_a_mark_in_a_head_stands_beside_its_meaning(columns: int, lines: list[str]) -> None:
    assert page(Head("Factors", "^ higher   v lower"), columns=columns) == lines


def test_there_are_never_two_empty_lines_and_none_at_the_top() -> None:
    assert page(Gap(), Prose("a"), Gap(), Gap(), Prose("b")) == ["a", "", "b"]


def test_a_steering_character_is_shown_as_its_number() -> None:
    row = Row(("\x1b[31m", "red\u202e", "x"))
    (line,) = page(Rows((row,), stretch=1))
    assert "\x1b" not in line
    assert "\u202e" not in line


@pytest.mark.parametrize("columns", range(12, 90, 7))
def test_no_line_is_wider_than_the_window(columns: int) -> None:
    word = "sammenhængskraftudviklingsprojekt"
    rows = Rows(
        (Row((word, word, f"{word} og {word}", word)),), stretch=2, heads=("a", "b", "c", "d")
    )
    blocks = (Title((word, word)), rows, LADDER, Grid((Row((word, Steps(2, 8))),)), Prose(word))
    assert max(width(line) for line in page(*blocks, columns=columns)) <= columns
