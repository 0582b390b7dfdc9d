"""A Word file as a whole: its language, its properties, its foot and head, what is written in."""

from __future__ import annotations

import io
import sys
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest

from sdgassess.document.blocks import (
    Beside,
    Choice,
    Choices,
    Heading,
    Logo,
    Look,
    NewPage,
    Paragraph,
    Together,
    WritingLines,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import LANGUAGES
from sdgassess.media.word.pictures import png_of
from sdgassess.problem import UsageRefused
from tests.given.specimen import PICTURE, specimen
from tests.given.word_files import DRAWN, W14, W, body, opened, part, written


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
    picture = PICTURE.encode() if kind == "svg" else png_of(PICTURE, 200)
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
    assert [one.style.name for one in found if one.style] == [f"Heading {n}" for n in range(1, 6)]


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
    assert "python-docx" in str(problem.facts["command"])
