"""CSV: what a spreadsheet in the Nordic countries makes of it, and what it never may."""

from __future__ import annotations

import csv
import datetime as dt
import io
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.sheets import (
    Column,
    Sheet,
    Value,
    Workbook,
)
from sdgassess.media.csv import cell_text, csv_pieces, guard
from sdgassess.text import visible
from tests.given.specimen import LETTERS, NASTY
from tests.given.workbooks import book, cells, example_years, sheet

FORMULA_BEGINS = set("=+-@\t\r＝＋－＠")


def of_rows(*rows: tuple[Value, ...], heads: tuple[str, ...] = ("a", "b")) -> bytes:
    columns = tuple(Column(head, 10) for head in heads)
    made = (Sheet("x", LETTERS, columns, rows),)
    return csv_bytes(Workbook("t", "da", dt.date(2026, 3, 12), "", "Table", made))


def csv_bytes(workbook: Workbook) -> bytes:
    return b"".join(csv_pieces(workbook))


def read(file: bytes) -> list[list[str]]:
    text = file.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_signs_are_those_that_excel_opens_right() -> None:
    file = of_rows((Fraction(5, 2), 3), ("x;y", 'say "hi"\nthere'))
    assert file.startswith(b"\xef\xbb\xbfTable;a;b\r\n")
    assert file.endswith(b"\r\n")
    assert file.count(b"\r\n") == 3
    assert read(file)[1:] == [[LETTERS, "2,5", "3"], [LETTERS, "x;y", 'say "hi"\nthere']]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (0, "0"),
        (-2, "-2"),
        (Fraction(3), "3"),
        (Fraction(-1, 2), "-0,5"),
        (Fraction(1, 3), "0,333333"),
        (Fraction(200), "200"),
        (Fraction(401, 2), "200,5"),
        (dt.date(2026, 3, 12), "2026-03-12"),
        ("", ""),
        ("-2", "'-2"),
        ("−2", "−2"),
        ("'quoted'", "'quoted'"),
        ("a=1", "a=1"),
        ("\t=1", "    '=1"),
    ],
)
def test_each_kind_of_cell(value: Value, written: str) -> None:
    assert cell_text(value) == written


@pytest.mark.parametrize("begin", sorted(FORMULA_BEGINS))
def test_a_text_that_begins_like_a_formula_is_guarded(begin: str) -> None:
    assert guard(f"{begin}1") == f"'{begin}1"
    assert guard(f"1{begin}") == f"1{begin}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x,=1+cmd|' /C calc'!A0,y", "x,'=1+cmd|' /C calc'!A0,y"),
        ("x\n=1+1\ny", "x\n'=1+1\ny"),
        ("x;=1", "x;'=1"),
        ("x, =1", "x, '=1"),
        ('x,"=1"', 'x,"\'=1"'),
        ("x|@SUM(A1)", "x|'@SUM(A1)"),
        ("x,-2+3", "x,'-2+3"),
        ("to ting:\n- penge\n- tid", "to ting:\n'- penge\n'- tid"),
        ("1.200,-", "1.200,-"),
        ("1.200,-; 5,-", "1.200,-; 5,-"),
        ("a@b, c+d, e=f", "a@b, c+d, e=f"),
    ],
)
def test_a_formula_behind_a_separator_or_a_line_end_is_guarded(text: str, written: str) -> None:
    assert guard(text) == written


@settings(max_examples=300)
@given(
    st.lists(st.text(alphabet=st.sampled_from("=+-@,;|\n\" ab1'＝"), max_size=9), max_size=4),
    st.sampled_from(",;|\t"),
)
def test_no_reader_with_another_separator_meets_a_formula(texts: list[str], sign: str) -> None:
    """Neither one that knows quotes, nor one that splits lines and cells and no more."""
    file = of_rows(*((text, text) for text in texts)).decode("utf-8-sig")
    cells_read = [cell for row in csv.reader(io.StringIO(file), delimiter=sign) for cell in row]
    cells_read += [cell.strip('"') for line in file.splitlines() for cell in line.split(sign)]
    for cell in cells_read:
        formula = cell.lstrip(' "')
        assert not formula.startswith(("=", "@", "＝")), file
        behind = formula[1:].lstrip(' "')[:1]
        assert not (formula[:1] in {"+", "-"} and behind.strip(",;|\r\n")), file


def test_nasty_texts_and_heads_are_text() -> None:
    rows = read(of_rows(*((text, text) for text in NASTY), heads=("=1+1", "@x")))
    assert rows[0] == ["Table", "'=1+1", "'@x"]
    for row, text in zip(rows[1:], NASTY, strict=True):
        assert row[1] == guard(text)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=8))
def test_any_text_comes_back_but_for_its_guard(rows: list[tuple[str, str]]) -> None:
    found = read(of_rows(*rows))
    assert [row[1:] for row in found[1:]] == [[guard(visible(t)) for t in row] for row in rows]
    for row in found:
        assert not [cell for cell in row if cell and cell[0] in FORMULA_BEGINS]


def test_every_sheet_stands_in_the_one_table() -> None:
    made = book(*example_years(), language="en")
    heads, *rows = read(csv_bytes(made))
    assert {len(row) for row in rows} == {len(heads)}
    assert len(set(heads)) == len(heads)
    assert len(rows) == sum(len(one.rows) for one in made.sheets)
    for one in made.sheets:
        own = [dict(zip(heads, row, strict=True)) for row in rows if row[0] == one.name]
        assert len(own) == len(one.rows)
        filled = {head for row in own for head, cell in row.items() if cell}
        assert filled <= {"Table", *(column.head for column in one.columns)}


def test_levels_in_it_are_the_levels_of_the_workbook() -> None:
    made = book(example_years()[-1], language="en")
    heads, *rows = read(csv_bytes(made))
    place = heads.index("Answered level")
    written = [row[place] for row in rows if row[0] == "Answers"]
    wanted = [cell_text(level) for level in cells(sheet(made, "answers"), "Answered level")]  # type: ignore[arg-type]  # a level or nothing
    assert written == wanted
    assert {"0", "1", "2", "3"} & set(written)
