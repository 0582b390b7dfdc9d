"""Word files: what staff, screen readers and Word itself find in them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx.shared import Mm, Pt, Twips
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Count,
    Counts,
    Figure,
    Heading,
    NewPage,
    Paragraph,
    Table,
    Together,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.word.pictures import png_of
from sdgassess.text import visible
from tests.given.documents import blocks_of
from tests.given.specimen import CHART, LETTERS, NASTY, PICTURE, chart_of, specimen
from tests.given.word_files import DRAWN, W, body, opened, part, written

A4, MARGIN = Mm(210) / Pt(1), Mm(20) / Pt(1)
WIDE_LETTER, EDGES = 5.5, 10.8
"""Points: a letter in a table where the font is a wide one; both sides of a cell's words."""

SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def test_headings_are_headings_in_their_order() -> None:
    document = specimen()
    wanted = [
        (
            "Title" if block.level == 1 else f"Heading {block.level - 1}",
            "".join(run.text for run in block.runs),
        )
        for block in blocks_of(document.blocks)
        if isinstance(block, Heading)
    ]
    found = [
        (one.style.name, one.text)
        for one in opened(document).paragraphs
        if one.style is not None and str(one.style.name).startswith(("Title", "Heading"))
    ]
    assert found == wanted
    assert {name for name, _ in found} >= {"Title", "Heading 1", "Heading 2"}


def test_the_heads_behind_the_first_page_are_listed_with_links_and_no_pages() -> None:
    heads = [Heading(2, plain_runs(f"Part {number}")) for number in range(1, 6)]
    first, *others = heads
    raw = written(specimen(first, NewPage(), Together(tuple(others[:2])), *others[2:]))
    document = part(raw, "word/document.xml")
    links = list(document.iter(f"{W}hyperlink"))
    assert ["".join(link.itertext()) for link in links] == [f"Part {n}" for n in range(2, 6)]
    marks = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in links} <= marks
    signs = [sign.get(f"{W}fldCharType") for sign in document.iter(f"{W}fldChar")]
    assert signs == ["begin", "separate", "end"]


def test_where_nothing_begins_a_page_the_list_stands_before_the_first_head() -> None:
    heads = [Heading(2, plain_runs(f"Part {number}")) for number in range(1, 6)]
    document = body(Paragraph(plain_runs("What was found")), *heads)
    paragraphs = ["".join(one.itertext()).rpartition(r"\u ")[2] for one in document.iter(f"{W}p")]
    names = [f"Part {number}" for number in range(1, 6)]
    after = paragraphs.index("What was found") + 1
    assert [name for name in paragraphs[after:] if name] == [*names, *names]


@pytest.mark.parametrize("mail", [False, True])
def test_no_usual_word_of_a_table_is_broken_in_two(*, mail: bool) -> None:
    """Nor does one that is too long for any column make the table wider than the page."""
    long = "x" * 120 if mail else "forvaltningsplaner"
    words = ("COORD1", "kommunaldirektøren", f"{long} og meget andet", "2026")
    head = tuple(plain_runs(name) for name in ("Nr.", "Hvem", "Hvad", "Prikker"))
    row = tuple(Cell(plain_runs(text)) for text in words)
    table = Table(plain_runs("Here"), head, (row,), shares=(1, 1, 20, 1))
    (written,) = opened(specimen(table)).tables
    widths = [cell.width / Pt(1) for cell in written.rows[0].cells]
    assert sum(widths) == pytest.approx(A4 - 2 * MARGIN, abs=3)
    usual = (len("COORD1"), len("kommunaldirektøren"), 0, len("Prikker"))
    for width, letters in zip(widths, usual, strict=True):
        assert width > letters * WIDE_LETTER + EDGES


@pytest.mark.parametrize("blocks", [(NewPage(),), ()])
def test_a_file_of_few_heads_has_no_list(blocks: tuple[Block, ...]) -> None:
    document = body(Heading(2, plain_runs("One")), *blocks, Heading(2, plain_runs("Two")))
    assert not list(document.iter(f"{W}hyperlink"))


@pytest.mark.parametrize("compact", [True, False])
def test_nothing_has_a_size_or_letter_of_its_own(*, compact: bool) -> None:
    raw = written(specimen()._replace(compact=compact))
    document = part(raw, "word/document.xml")
    boxes = {id(node) for box in document.iter(f"{W}sdt") for node in box.iter()}
    own = [
        node
        for tag in ("sz", "szCs", "rFonts")
        for node in document.iter(f"{W}{tag}")
        if id(node) not in boxes  # the sign in a box is of the letter that has it
    ]
    assert own == []


def test_letters_are_those_of_the_theme() -> None:
    raw = written(specimen())
    styles = part(raw, "word/styles.xml")
    named = [fonts for fonts in styles.iter(f"{W}rFonts") if fonts.get(f"{W}ascii")]
    used = {"Normal", "Title", "Heading1", "Heading2", "Caption", "ListBullet", "Quote"}
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}styleId") in used:
            assert not [fonts for fonts in style.iter(f"{W}rFonts") if fonts in named]
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        theme = parts.read("word/theme/theme1.xml").decode()
    assert len(re.findall(r'Font>\s*<a:latin typeface="Calibri"', theme)) == 2


def test_text_stays_the_words_that_it_is() -> None:
    paragraphs = opened(specimen()).paragraphs
    bullets = [p.text for p in paragraphs if p.style is not None and p.style.name == "List Bullet"]
    assert bullets == list(NASTY)
    assert LETTERS in paragraphs[0].text


def test_only_words_that_stand_out_are_bold() -> None:
    sentence = Paragraph((Run("see "), Run("budget", strong=True), Run(" first")))
    runs = opened(specimen(sentence)).paragraphs[1].runs
    assert [run.text for run in runs if run.bold] == ["budget"]


@pytest.mark.parametrize(("digits", "room"), [(1, 9.4), (40, 60)])
def test_a_number_has_room_for_its_digits_up_to_a_limit(digits: int, room: float) -> None:
    counts = Counts((Count("1" * digits, "questions"),))
    paragraph = opened(specimen(counts)).paragraphs[1]
    assert paragraph.paragraph_format.left_indent == pytest.approx(Mm(room), abs=Twips(1))


def test_what_is_hidden_in_a_text_is_shown() -> None:
    hidden = "a\x00b\x1b[31mc\u202ed\ufffee\rf"
    shown = opened(specimen(Paragraph(plain_runs(hidden)))).paragraphs[1].text
    assert shown == r"a\x00b\x1b[31mc\u202ed\ufffee\x0df"


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=20))
def test_any_text_comes_back_as_it_is_shown(texts: list[str]) -> None:
    _, *paragraphs = opened(
        specimen(Bullets(tuple(plain_runs(text) for text in texts)))
    ).paragraphs
    assert [one.text for one in paragraphs] == [visible(text) for text in texts]


def test_every_picture_has_a_title_and_words_for_its_numbers() -> None:
    pictures = list(body().iter(f"{DRAWN}docPr"))
    assert [(one.get("title"), one.get("descr")) for one in pictures] == [(CHART.title, CHART.alt)]


def test_a_picture_holds_its_letters_without_any_font_of_the_computer() -> None:
    bare = re.sub("<text.*?</text>", "", PICTURE)
    heavy = PICTURE.replace("<text ", '<text font-weight="700" ')
    assert png_of(PICTURE) != png_of(bare), "the letters are missing"
    assert png_of(heavy) != png_of(PICTURE), "bold letters are missing"
    assert png_of(PICTURE)[:4] == b"\x89PNG"
    assert int.from_bytes(png_of(PICTURE)[16:20]) == 1800


def test_the_drawing_itself_lies_beside_its_points() -> None:
    file = written(specimen(Figure(CHART), Figure(chart_of(3))))
    rels = {one.get("Id"): one for one in part(file, "word/_rels/document.xml.rels")}
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        drawings = [
            parts.read("word/" + str(rels[one.get(EMBED)].get("Target"))).decode()
            for one in part(file, "word/document.xml").iter(f"{SVG}svgBlip")
        ]
        types = parts.read("[Content_Types].xml").decode()
    assert drawings == [draw(chart, Words("da")).svg for chart in (CHART, chart_of(3))]
    assert types.count("image/svg+xml") in (1, 2)


def test_a_wide_picture_is_fitted_to_the_text() -> None:
    drawing = draw(CHART, Words("da"))
    form = specimen(Beside((Figure(CHART),), (Figure(CHART),)))._replace(compact=True)
    extent = next(part(written(form), "word/document.xml").iter(f"{DRAWN}extent"))
    width, height = int(str(extent.get("cx"))), int(str(extent.get("cy")))
    half_a_page = 180 / 2 * 36_000 - 12 * 12_700
    assert width == pytest.approx(half_a_page, rel=0.001)
    assert height / width == pytest.approx(drawing.height / drawing.width, rel=0.001)


def test_a_high_picture_leaves_room_for_what_is_said_about_it() -> None:
    tall = chart_of(50)
    drawing = draw(tall, Words("da"))
    assert drawing.height > 680
    extent = next(body(Figure(tall)).iter(f"{DRAWN}extent"))
    width, height = int(str(extent.get("cx"))), int(str(extent.get("cy")))
    assert height == pytest.approx(340 * 12_700, rel=0.001)
    assert width / height == pytest.approx(drawing.width / drawing.height, rel=0.001)


def test_every_table_has_one_head_row_that_repeats_and_rows_that_stay_whole() -> None:
    document = specimen()
    tables = list(part(written(document), "word/document.xml").iter(f"{W}tbl"))
    heads = [block for block in blocks_of(document.blocks) if isinstance(block, Table)]
    assert len(tables) == len(heads) == 1
    for table in tables:
        head, *rows = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert not [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *rows))
        look = table.find(f"{W}tblPr/{W}tblLook")
        assert look is not None
        assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("1", "1")
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        assert caption is not None
        assert caption.get(f"{W}val") == "Faktorer og niveauer"


def test_cells_say_the_widths_that_their_columns_have() -> None:
    table = next(body().iter(f"{W}tbl"))
    columns = [int(str(one.get(f"{W}w"))) for one in table.iter(f"{W}gridCol")]
    for row in table.iter(f"{W}tr"):
        widths = [int(str(one.get(f"{W}w"))) for one in row.iter(f"{W}tcW")]
        assert widths == pytest.approx(columns, abs=1)
    assert columns[0] == pytest.approx(3 * columns[1], rel=0.01)
    assert sum(columns) == pytest.approx(170 / 25.4 * 1440, rel=0.001)


def test_a_shaded_cell_has_an_ink_that_is_read_on_it_and_a_line_around() -> None:
    table = next(body().iter(f"{W}tbl"))
    inks = {}
    for cell in table.iter(f"{W}tc"):
        ground = cell.find(f"{W}tcPr/{W}shd")
        if ground is None:
            continue
        ink = cell.find(f".//{W}r/{W}rPr/{W}color")
        assert ink is not None
        assert len(cell.findall(f"{W}tcPr/{W}tcBorders/*")) == 4
        inks[ground.get(f"{W}fill")] = ink.get(f"{W}val")
    assert inks == {"B9D3EA": "1A1A1A", "0B4F8A": "FFFFFF"}


def test_cells_to_write_in_are_high_enough() -> None:
    rows = list(next(body().iter(f"{W}tbl")).iter(f"{W}tr"))
    heights = [row.find(f"{W}trPr/{W}trHeight") for row in rows]
    high = [one for one in heights if one is not None]
    assert len(high) == 1
    assert high[0].get(f"{W}hRule") == "atLeast"
    assert int(str(high[0].get(f"{W}val"))) > 800


def test_a_table_below_a_heading_that_says_it_has_no_empty_line_above_it() -> None:
    tables = [b for b in blocks_of(specimen().blocks) if isinstance(b, Table)]
    document = specimen()._replace(blocks=(tables[0]._replace(caption=()), tables[0]))
    file = opened(document)
    captions = [p.text for p in file.paragraphs if p.style and p.style.name == "Caption"]
    assert captions == ["Faktorer og niveauer"]
    properties = [
        t.find(f"{W}tblPr/{W}tblCaption")
        for t in part(written(document), "word/document.xml").iter(f"{W}tbl")
    ]
    assert all(each is not None and each.get(f"{W}val") for each in properties)
