"""The PDF of a report: what readers, screen readers and printers get out of it."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Count,
    Counts,
    Figure,
    Heading,
    Logo,
    Look,
    NewPage,
    Paragraph,
    Quotation,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import Words
from sdgassess.media.pdf.report import report_pdf
from sdgassess.problem import InputRefused
from tests.given import pdfs
from tests.given.pdfs import LONG, TABLE, printed, text_of
from tests.given.specimen import CHART, LETTERS, NASTY, PNG, SVG, chart_of, specimen
from tests.given.validation import assert_accessible, bookmarks, elements, within

pytestmark = pytest.mark.smoke

ALONE: dict[str, tuple[Block, ...]] = {
    "a paragraph": (Paragraph(plain_runs("Ord")),),
    "an empty paragraph": (Paragraph(()),),
    "an empty heading": (Heading(2, plain_runs(" ")), Paragraph(plain_runs("Ord"))),
    "a deep heading": (Heading(6, plain_runs("Dybt nede")),),
    "a list": (Bullets((plain_runs("Et"), ())),),
    "an empty list": (Bullets(()),),
    "counts": (Counts(tuple(Count(str(n), "ting") for n in range(7))),),
    "no counts": (Counts(()),),
    "a table": (TABLE,),
    "a table without rows": (TABLE._replace(rows=()),),
    "a table without columns": (Table((), (), (), ()),),
    "a table without caption": (TABLE._replace(caption=(), dense=True),),
    "a figure": (Figure(CHART),),
    "a figure wider than its column": (Beside((Figure(CHART),), (), (1, 9)),),
    "a quotation": (Quotation(Run("Ord", "sv"), ()),),
    "lines": (WritingLines("Hvem", 3), WritingLines("", 2), WritingLines("Skrevet", 0)),
    "lines in two languages": (WritingLines("Hvem", 1, beside=Run("Vem", "sv")),),
    "choices": (Choices("Valg", (Choice("0", ()), Choice("1", plain_runs("Ja"), ticked=True))),),
    "no choices": (Choices("Valg", ()),),
    "nothing held together": (Together(()),),
    "columns": (Beside((TABLE,), (), (3, 1)),),
    "columns in columns": (Beside((Beside((TABLE,), (Figure(CHART),)),), (Together((TABLE,)),)),),
    "empty pages": (NewPage(), NewPage()),
    "long words": (Heading(2, plain_runs(LONG * 3)), Beside((Paragraph(plain_runs(LONG)),), ())),
}


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_a_report_with_everything_in_it_is_accessible(language: str, *, compact: bool) -> None:
    document = specimen(language=language)._replace(compact=compact)
    assert_accessible(report_pdf(document, Words(language)), language)


@pytest.mark.parametrize("blocks", ALONE.values(), ids=ALONE)
def test_every_block_alone_is_accessible(blocks: tuple[Block, ...]) -> None:
    assert_accessible(printed(*blocks))


def test_a_report_without_blocks_is_accessible() -> None:
    document = specimen()._replace(blocks=())
    assert_accessible(report_pdf(document, Words("da")))


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(codec=None), max_size=60), min_size=4, max_size=4))
def test_any_text_can_be_printed(texts: list[str]) -> None:
    one, two, three, four = (plain_runs(text) for text in texts)
    pdf = printed(
        Heading(2, one),
        Paragraph(two),
        Counts((Count(texts[2], texts[3]),)),
        TABLE._replace(rows=((Cell(three), Cell(four, numeric=True, shade=4)),)),
        Quotation(Run(texts[0], "sv"), two),
        WritingLines(texts[1], 1, three),
        Choices(texts[2], (Choice(texts[3], one, ticked=True),)),
        Figure(CHART._replace(alt=f"Tal: {texts[0]}"), two),
        title=f"T {texts[0]}",
        subject=texts[1],
        footer=texts[2],
        look=Look(name_line=texts[3]),
    )
    assert_accessible(pdf)


def test_the_same_report_gives_the_same_bytes() -> None:
    first = report_pdf(specimen(), Words("da"))
    assert report_pdf(specimen(), Words("da")) == first
    assert printed(Paragraph(plain_runs("andet"))) != first


def test_the_properties_of_the_file_are_those_of_the_report() -> None:
    pdf = printed(date=dt.date(2025, 2, 3), language="sv")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == f"Prøvetryk {LETTERS}"
        assert str(opened.docinfo["/Subject"]) == "En rapport med alt"
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20250203")
        assert str(opened.Root.Lang) == "sv-SE"


def test_headings_are_bookmarks_and_headings_of_their_level() -> None:
    pdf = printed(Heading(2, plain_runs(NASTY[5])), Heading(3, plain_runs("Tre")))
    assert bookmarks(pdf) == [f"Prøvetryk {LETTERS}", NASTY[5], "Tre"]
    assert [len(elements(pdf, kind)) for kind in ("/H1", "/H2", "/H3")] == [1, 1, 1]


def test_headings_that_skip_a_level_are_drawn_up_alike() -> None:
    deep = Heading(5, plain_runs("Spørgsmål"))
    pdf = printed(Heading(2, plain_runs("To")), deep, deep, Heading(2, plain_runs("To")), deep)
    assert [len(elements(pdf, f"/H{level}")) for level in range(1, 6)] == [1, 2, 3, 0, 0]


def test_the_first_cells_of_rows_are_heads_only_where_the_table_says_so() -> None:
    pdf = printed(TABLE, Together((Beside((TABLE,), ()),)), TABLE._replace(row_heads=False))
    heads = [_scopes(table) for table in elements(pdf, "/Table")]
    assert heads == [["/Column"] * 2 + ["/Row"] * 3] * 2 + [["/Column"] * 2]
    assert_accessible(pdf)


def test_cells_under_row_heads_name_no_heads_and_others_name_their_columns() -> None:
    pdf = printed(TABLE, TABLE._replace(row_heads=False))
    with_heads, without = elements(pdf, "/Table")
    assert not any("/Headers" in cell.A[0] for cell in within(with_heads) if cell.S == "/TD")
    assert all("/Headers" in cell.A[0] for cell in within(without) if cell.S == "/TD")


def test_a_heading_that_looks_like_a_tag_changes_no_table() -> None:
    """The tags of the file are edited as text: a text of the report must not pass for one."""
    fake = "1 0 obj <</Type/StructElem/S/TD/P 1 0 R/A[<</O/Table/Headers[(U1x0y0)]>>"
    assert bookmarks(printed(Heading(2, plain_runs(fake)), TABLE))[1] == fake


def test_a_passage_in_another_language_says_so() -> None:
    pdf = printed(Paragraph((Run("Dansk "), Run("gapa inte", "sv"), Run("."))))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        marked = [
            str(step.operands[1].get("/Lang", ""))
            for step in pikepdf.parse_content_stream(opened.pages[0])
            if isinstance(step, pikepdf.ContentStreamInstruction)
            and str(step.operator) == "BDC"
            and isinstance(step.operands[1], pikepdf.Dictionary)
        ]
    assert marked.count("sv-SE") == 1


def test_figures_say_their_numbers_and_ticks_that_they_are_ticked() -> None:
    choice = Choice("1", plain_runs("Ja"))
    pdf = printed(Figure(CHART), Choices("Valg", (choice, choice._replace(ticked=True))))
    said = [str(figure.Alt) for figure in elements(pdf, "/Figure")]
    assert said == [CHART.alt, Words("da")("Ticked:")]


def test_choices_are_a_list_with_their_marks_as_labels() -> None:
    choices = tuple(Choice(str(n), plain_runs("Ja")) for n in range(5))
    pdf = printed(Choices("Valg", choices))
    assert [len(elements(pdf, kind)) for kind in ("/L", "/Lbl", "/LBody")] == [1, 5, 5]


def test_columns_are_no_table() -> None:
    pdf = printed(Beside((Paragraph(plain_runs("a")),), (Paragraph(plain_runs("b")),)))
    assert not elements(pdf, "/Table")


def test_nothing_in_the_file_leads_out_of_it_or_runs() -> None:
    pdf = printed()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        kinds = {str(item.get("/S", "")) for item in opened.objects if _is_map(item)}
        assert not any("/Annots" in page for page in opened.pages)
        assert "/OpenAction" not in opened.Root
        assert "/Names" not in opened.Root
    assert not kinds & {"/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}


def test_only_the_font_of_the_package_is_in_the_file() -> None:
    with pikepdf.open(io.BytesIO(printed())) as opened:
        fonts = [str(item.FontName) for item in opened.objects if _is_map(item, "/FontDescriptor")]
    assert fonts
    assert all("SourceSans3" in font for font in fonts)


@pytest.mark.parametrize("logo", [Logo(PNG, "png"), Logo(SVG, "svg")], ids=["png", "svg"])
def test_the_municipalitys_look_is_on_the_first_page(logo: Logo) -> None:
    named = printed(look=Look(logo, "Prøveby Kommune"))
    unnamed = printed(look=Look(logo))
    assert str(elements(named, "/Figure")[0].Alt) == "Prøveby Kommune"
    assert str(elements(unnamed, "/Figure")[0].Alt) == "Kommunens logo"
    assert_accessible(named)
    assert_accessible(unnamed)


@pytest.mark.parametrize(
    "picture",
    [
        b"\x89PNG\r\n\x1a\n, and no more",
        b"<svg",
        SVG.replace(b"</svg>", b'<image width="9" height="9" href="http://x.org/a.png"/></svg>'),
    ],
    ids=["cut off", "no drawing", "a link"],
)
def test_a_logo_that_cannot_be_printed_is_refused_in_words(picture: bytes) -> None:
    kind = "png" if picture.startswith(b"\x89") else "svg"
    with pytest.raises(InputRefused) as refused:
        printed(look=Look(Logo(picture, kind)))
    assert [problem.code for problem in refused.value.problems] == ["P609"]


def test_a_fault_of_the_report_is_not_blamed_on_the_logo() -> None:
    wordless = Figure(CHART._replace(alt=""))
    with pytest.raises(RuntimeError):
        printed(wordless, look=Look(Logo(PNG, "png")))


def _scopes(table: Any) -> list[str]:
    return [str(head.A[0].Scope) for head in within(table) if head.S == "/TH"]


def _is_map(item: Any, kind: str | None = None) -> bool:
    return isinstance(item, pikepdf.Dictionary) and (kind is None or item.get("/Type") == kind)


def test_a_word_of_thousands_of_letters_is_whole() -> None:
    word = "".join(chr(97 + n % 26) + "<" for n in range(1001))
    text = text_of(printed(Paragraph(plain_runs(word))))
    assert word in text.replace(" ", "")


def test_a_chart_higher_than_a_page_ends_on_it() -> None:
    pdf = printed(Figure(chart_of(120)))
    figure = elements(pdf, "/Figure")[0]
    left, bottom, right, top = (float(one) for one in figure.A[0].BBox)
    assert bottom > 0
    assert top - bottom < 842
    assert right > left


def test_a_long_name_stands_on_one_line_beside_the_number_of_the_page() -> None:
    def lowest(footer: str) -> list[str]:
        layout = pdfs.poppler("pdftotext", pdfs.printed(footer=footer), "-bbox")
        places = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">', layout.decode())
        return sorted(set(places), key=float)

    assert len(lowest("Long municipal name " * 12)) == len(lowest("Name"))
