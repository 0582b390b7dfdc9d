"""Word files: what staff, screen readers and Word itself find in them."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.language import LANGUAGES, Words
from sdgassess.problem import UsageRefused
from sdgassess.report.document import (
    Beside,
    Block,
    Bullets,
    Choice,
    Choices,
    Document,
    Figure,
    Heading,
    Logo,
    Look,
    NewPage,
    Paragraph,
    Run,
    Table,
    Together,
    WritingLines,
    plain_runs,
)
from sdgassess.report.office import storable
from sdgassess.report.word import report_docx
from sdgassess.report.word_pictures import drawn
from tests.printing.specimen import CHART, LETTERS, NASTY, specimen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def written(document: Document) -> bytes:
    return report_docx(document, Words(document.language))


def part(file: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        return ET.fromstring(parts.read(name))


def body(*blocks: Block, language: str = "da") -> ET.Element:
    return part(written(specimen(*blocks, language=language)), "word/document.xml")


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(written(document)))


def every_block(blocks: tuple[Block, ...]) -> list[Block]:
    """Blocks, and those in them."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Together):
            found += every_block(block.blocks)
        elif isinstance(block, Beside):
            found += every_block((*block.left, *block.right))
    return found


def test_headings_are_headings_in_their_order() -> None:
    document = specimen()
    wanted = [
        (f"Heading {block.level}", "".join(run.text for run in block.runs))
        for block in every_block(document.blocks)
        if isinstance(block, Heading)
    ]
    found = [
        (one.style.name, one.text)
        for one in opened(document).paragraphs
        if one.style is not None and str(one.style.name).startswith("Heading")
    ]
    assert found == wanted


def test_text_stays_the_words_that_it_is() -> None:
    paragraphs = opened(specimen()).paragraphs
    bullets = [p.text for p in paragraphs if p.style is not None and p.style.name == "List Bullet"]
    assert bullets == list(NASTY)
    assert LETTERS in paragraphs[0].text


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
    assert [one.text for one in paragraphs] == [storable(text) for text in texts]


def test_every_picture_has_a_title_and_words_for_its_numbers() -> None:
    pictures = list(body().iter(f"{DRAWN}docPr"))
    assert [(one.get("title"), one.get("descr")) for one in pictures] == [(CHART.title, CHART.alt)]


def test_a_picture_holds_its_letters_without_any_font_of_the_computer() -> None:
    bare = re.sub("<text.*?</text>", "", CHART.svg)
    heavy = CHART.svg.replace("<text ", '<text font-weight="700" ')
    assert drawn(CHART.svg) != drawn(bare), "the letters are missing"
    assert drawn(heavy) != drawn(CHART.svg), "bold letters are missing"
    assert drawn(CHART.svg)[:4] == b"\x89PNG"
    assert int.from_bytes(drawn(CHART.svg)[16:20]) == 1800


def test_the_drawing_itself_lies_beside_its_points() -> None:
    file = written(specimen(Figure(CHART), Figure(CHART._replace(svg=CHART.svg + "\n"))))
    rels = {one.get("Id"): one for one in part(file, "word/_rels/document.xml.rels")}
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        drawings = [
            parts.read("word/" + str(rels[one.get(EMBED)].get("Target"))).decode()
            for one in part(file, "word/document.xml").iter(f"{SVG}svgBlip")
        ]
        types = parts.read("[Content_Types].xml").decode()
    assert drawings == [CHART.svg, CHART.svg + "\n"]
    assert types.count("image/svg+xml") in (1, 2)


def test_a_wide_picture_is_fitted_to_the_text() -> None:
    wide = body(Figure(CHART._replace(width=1000, height=300)))
    extent = next(wide.iter(f"{DRAWN}extent"))
    width, height = int(str(extent.get("cx"))), int(str(extent.get("cy")))
    assert width == pytest.approx(170 * 36_000, rel=0.001)
    assert height / width == pytest.approx(0.3, rel=0.001)


def test_a_high_picture_leaves_room_for_what_is_said_about_it() -> None:
    extent = next(body(Figure(CHART._replace(width=400, height=680))).iter(f"{DRAWN}extent"))
    sizes = int(str(extent.get("cx"))), int(str(extent.get("cy")))
    assert sizes == (200 * 12_700, 340 * 12_700)


def test_every_table_has_one_head_row_that_repeats_and_rows_that_stay_whole() -> None:
    document = specimen()
    tables = list(part(written(document), "word/document.xml").iter(f"{W}tbl"))
    heads = [block for block in every_block(document.blocks) if isinstance(block, Table)]
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


@pytest.mark.parametrize(
    ("language", "locale"), [("da", "da-DK"), ("sv", "sv-SE"), ("en", "en-GB")]
)
def test_the_language_of_the_whole_and_of_single_words(language: str, locale: str) -> None:
    runs = (Run("one "), Run("två", "sv"), Run(" tre", "da"))
    file = written(specimen(Paragraph(runs), language=language))
    default = part(file, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert default is not None
    assert default.get(f"{W}val") == locale
    marked = {
        "".join(run.itertext()): mark.get(f"{W}val")
        for run in part(file, "word/document.xml").iter(f"{W}r")
        if (mark := run.find(f"{W}rPr/{W}lang")) is not None
    }
    every = {"två": "sv-SE", " tre": "da-DK"}
    assert marked == {text: said for text, said in every.items() if said != locale}


def test_properties_say_what_it_is_and_nothing_of_the_library() -> None:
    document = specimen()
    file = written(document)
    properties = docx.Document(io.BytesIO(file)).core_properties
    assert properties.title == document.title
    assert properties.subject == document.subject
    assert properties.language == "da-DK"
    assert properties.author == properties.last_modified_by == "sdgassess"
    assert properties.created == properties.modified
    assert properties.created is not None
    assert properties.created.date() == document.date
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist()).lower()
        assert not [name for name in parts.namelist() if "thumbnail" in name]
    assert b"python-docx" not in everything
    assert b"macintosh" not in everything


def test_the_same_report_gives_the_same_bytes() -> None:
    file = written(specimen())
    assert written(specimen()) == file
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_foot_of_every_page_counts_pages(language: str) -> None:
    file = written(specimen(language=language))
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        foot = ET.fromstring(parts.read("word/footer1.xml"))
        assert "word/header1.xml" not in parts.namelist()
    fields = [one.get(f"{W}instr") for one in foot.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    text = "".join(foot.itertext())
    assert text.startswith("Prøveby Kommune · Prøvetryk")
    assert "\x01" not in text


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_municipalitys_own_look_stands_on_every_page(kind: str) -> None:
    picture = CHART.svg.encode() if kind == "svg" else drawn(CHART.svg, 200)
    look = Look(Logo(picture, kind), "Prøveby <Kommune>")
    file = written(specimen()._replace(look=look))
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        head = ET.fromstring(parts.read("word/header1.xml"))
    logo = next(head.iter(f"{DRAWN}docPr"))
    assert logo.get("descr") == "Prøveby <Kommune>"
    assert "Prøveby <Kommune>" in "".join(head.itertext())
    extent = next(head.iter(f"{DRAWN}extent"))
    assert int(str(extent.get("cy"))) <= 26 * 12_700
    assert int(str(extent.get("cx"))) <= 170 * 12_700


def test_a_look_of_a_name_alone_has_no_picture() -> None:
    file = written(specimen()._replace(look=Look(None, "Prøveby")))
    head = part(file, "word/header1.xml")
    assert "".join(head.itertext()) == "Prøveby"
    assert not list(head.iter(f"{DRAWN}docPr"))


def test_together_keeps_all_but_the_last_with_the_next() -> None:
    one, two = Paragraph(plain_runs("one")), WritingLines("two", 2)
    last = Paragraph(plain_runs("last"))
    paragraphs = list(
        body(Paragraph(plain_runs("before")), Together((one, two, last))).iter(f"{W}p")
    )
    kept = [one.find(f"{W}pPr/{W}keepNext") is not None for one in paragraphs]
    # The title's style keeps it with the next by itself.
    assert kept == [False, False, True, True, True, True, False]


def test_a_form_lays_two_columns_beside_each_other_and_says_so() -> None:
    left, right = Paragraph(plain_runs("left")), WritingLines("right", 1)
    columns = Beside((left,), (right,), (2, 1))
    form = specimen(NewPage(), Together((columns, columns)))._replace(compact=True)
    found = part(written(form), "word/document.xml")
    first, second = found.iter(f"{W}tbl")
    assert first is not second
    assert ["".join(cell.itertext()) for cell in first.iter(f"{W}tc")] == ["left", "right"]
    look = first.find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert (look.get(f"{W}firstRow"), look.get(f"{W}firstColumn")) == ("0", "0")
    said = first.find(f"{W}tblPr/{W}tblDescription")
    assert said is not None
    assert said.get(f"{W}val")
    kinds = [child.tag.removeprefix(W) for child in next(found.iter(f"{W}body"))]
    assert kinds == ["p", "p", "tbl", "p", "tbl", "p", "sectPr"], "tables that touch are one"
    paragraphs = [one for one in found.iter(f"{W}p") if "".join(one.itertext())]
    kept = [one.find(f"{W}pPr/{W}keepNext") is not None for one in paragraphs]
    assert kept == [False, True, True, True, True]
    report = body(columns)
    assert not list(report.iter(f"{W}tbl")), "in a report they stand below each other"


def test_a_new_page_begins_with_what_follows_it() -> None:
    blocks = (Paragraph(plain_runs("a")), NewPage(), Heading(2, plain_runs("b")))
    for paragraph in body(*blocks).iter(f"{W}p"):
        broken = paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
        assert broken is ("".join(paragraph.itertext()) == "b")


def test_answers_are_boxes_to_tick_with_a_name() -> None:
    choices = (Choice("0", plain_runs("no")), Choice("1", plain_runs("yes"), ticked=True))
    boxes = list(body(Choices("Hvor fast? " * 20, choices)).iter(f"{W}sdt"))
    states = [box.find(f"{W}sdtPr/{W14}checkbox/{W14}checked") for box in boxes]
    assert [one.get(f"{W14}val") for one in states if one is not None] == ["0", "1"]
    assert ["".join(box.itertext()).strip() for box in boxes] == ["☐", "☒"]
    names = [box.find(f"{W}sdtPr/{W}alias") for box in boxes]
    told = [str(one.get(f"{W}val")) for one in names if one is not None]
    assert [name[0] for name in told] == ["0", "1"]
    assert all(len(name) <= 64 for name in told)


def test_lines_to_write_on_are_ruled_each() -> None:
    ruled = [
        paragraph
        for paragraph in body(WritingLines("Hvem", 3, plain_runs("økonomi"))).iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None
    ]
    assert len(ruled) == 3
    assert all(one.find(f"{W}pPr/{W}pBdr/{W}between") is not None for one in ruled)


def test_a_label_in_two_languages_stands_in_both() -> None:
    lines = WritingLines("Hvem", 1, beside=Run("Vem", "sv"))
    shown = opened(specimen(lines)).paragraphs[1].text
    assert shown == "Hvem / Vem"


def test_the_deepest_heading_is_one_too() -> None:
    heads = tuple(Heading(level, plain_runs(str(level))) for level in range(2, 7))
    _, *found = opened(specimen(*heads)).paragraphs
    assert [one.style.name for one in found if one.style] == [f"Heading {n}" for n in range(2, 7)]


_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing "
    "ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing kern sz szCs u shd lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sdtPr": "rPr alias checkbox",
}


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("tag", _ORDERS)
def test_elements_stand_in_the_order_that_word_insists_on(tag: str, *, compact: bool) -> None:
    order = _ORDERS[tag].split()
    file = written(specimen()._replace(compact=compact))
    found = list(part(file, "word/document.xml").iter(f"{W}{tag}"))
    assert found
    for one in found:
        places = [order.index(child.tag.rpartition("}")[2]) for child in one]
        assert places == sorted(places), ET.tostring(one)


@pytest.mark.parametrize(
    ("module", "package"), [("docx", "python-docx"), ("resvg_py", "resvg-py")]
)
def test_a_missing_package_is_named_with_the_command_that_helps(
    module: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageRefused) as refused:
        written(specimen())
    (problem,) = refused.value.problems
    assert problem.code == "P602"
    assert problem.facts["package"] == package
    assert problem.facts["command"] == 'pip install "sdgassess[office]"'
