"""The blocks of an HTML report: pictures, quotations, lines, answers, the municipality's look."""

from __future__ import annotations

import base64
import re
import subprocess
import sys

import pytest

from sdgassess.document.blocks import (
    Beside,
    Bullets,
    Choice,
    Choices,
    Count,
    Counts,
    Figure,
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
from sdgassess.media.charts.drawing import draw
from tests.given.html_pages import LOADED, heading, page
from tests.given.patience import PATIENCE
from tests.given.specimen import CHART


def test_every_chart_says_its_title_and_its_numbers() -> None:
    root = page(Figure(CHART), Figure(CHART, plain_runs("How to read it")))
    first, second = root.all("svg")
    size = f"{draw(CHART, Words('en')).height:.2f}".rstrip("0")
    for svg in (first, second):
        title, description = svg.children[:2]
        assert svg.attributes["role"] == "img"
        named = svg.attributes["aria-labelledby"].split()
        assert named == [title.attributes["id"], description.attributes["id"]]
        assert (title.text, description.text) == (CHART.title, CHART.alt)
        assert {child.tag for child in svg.children[2:]} == {"rect", "text"}
        assert (svg.attributes["width"], svg.attributes["height"]) == ("470", size)
    assert first.attributes["aria-labelledby"] != second.attributes["aria-labelledby"]
    assert [caption.text for caption in root.all("figcaption")] == ["How to read it"]


def test_facts_pair_what_is_counted_with_its_figure() -> None:
    (count,) = page(Counts((Count("24", "questions answered"),))).one("dl").children
    assert [(child.tag, child.text) for child in count.children] == [
        ("dt", "questions answered"),
        ("dd", "24"),
    ]


def test_a_quotation_stands_with_its_source_in_its_own_language() -> None:
    figure = page(Quotation(Run("Undvik projektfällan", "sv"), plain_runs("[004:20]"))).one(
        "figure"
    )
    quote, source = figure.children
    assert (quote.tag, quote.text) == ("blockquote", "Undvik projektfällan")
    assert quote.one("span").attributes["lang"] == "sv"
    assert (source.tag, source.text) == ("figcaption", "[004:20]")


def test_lines_to_write_on_are_drawn_and_said() -> None:
    (writing,) = page(WritingLines("Who", 3, plain_runs("the director"))).by_class("writing")
    rules = writing.by_class("rule")
    assert [rule.attributes["aria-hidden"] for rule in rules] == ["true"] * 3
    label, room = writing.all("p")
    assert label.text == "Who the director"
    assert room.text == "Room to write: 3 lines"


def test_the_first_line_may_stand_behind_its_label_while_nothing_is_written() -> None:
    root = page(WritingLines("Who", 2), WritingLines("When", 2, plain_runs("May")))
    classes = [rule.attributes["class"] for rule in root.by_class("rule")]
    assert classes == ["rule beside-label", "rule", "rule", "rule"]


def test_lines_that_are_full_have_no_room() -> None:
    (writing,) = page(WritingLines("Who", 0, plain_runs("x"))).by_class("writing")
    assert len(writing.all("p")) == 1


def test_answers_are_boxes_and_the_ticked_one_is_said() -> None:
    answers = (
        Choice("0", plain_runs("Not at all")),
        Choice("1", plain_runs("A bit"), ticked=True),
    )
    (listed,) = page(Choices("How firm?", answers)).by_class("choices")
    assert listed.attributes["aria-label"] == "How firm?"
    assert [item.text for item in listed.all("li")] == ["0 Not at all", "1 ticked: A bit"]
    assert [box.attributes["class"] for box in listed.by_class("box")] == ["box", "box ticked"]
    assert {box.attributes["aria-hidden"] for box in listed.by_class("box")} == {"true"}


def test_blocks_in_blocks_are_all_there_in_their_order() -> None:
    inner = Together((Paragraph(plain_runs("1")), Bullets((plain_runs("2"),))))
    root = page(Beside((inner,), (Paragraph(plain_runs("3")),)), NewPage(), heading(2, "4"))
    assert re.findall(r"\d", root.one("main").text) == ["1", "2", "3", "4"]
    left, right = root.by_class("beside")[0].children
    assert (left.all("p")[0].text, right.one("p").text) == ("1", "3")
    assert len(root.by_class("new-page")) == 1


def test_no_sheet_stays_empty() -> None:
    x = Paragraph(plain_runs("x"))
    root = page(x, NewPage(), Bullets(()), NewPage(), x, NewPage())
    kinds = [child.attributes.get("class", child.tag) for child in root.one("main").children]
    assert kinds == ["p", "new-page", "p"]


def test_blocks_without_words_are_left_out() -> None:
    empty = (
        heading(2, " "),
        Bullets(()),
        Counts(()),
        Choices("Nothing", ()),
        Table(plain_runs("No columns"), (), (), ()),
        Paragraph(plain_runs("x")),
    )
    assert [child.tag for child in page(*empty).one("main").children] == ["p"]


def test_labels_in_two_languages_and_columns_of_unequal_width() -> None:
    label = WritingLines("Hvem", 1, beside=Run("Vem", "sv"))
    (beside,) = page(Beside((label,), (), (2, 1)), language="da").by_class("beside")
    assert beside.attributes["style"] == "--shares:minmax(0, 2fr) minmax(0, 1fr)"
    said = beside.one("strong")
    assert said.text == "Hvem / Vem"
    assert said.one("span").attributes["lang"] == "sv"


@pytest.mark.parametrize(("kind", "media"), [("png", "png"), ("jpeg", "jpeg"), ("svg", "svg+xml")])
def test_a_logo_lies_in_the_page(kind: str, media: str) -> None:
    root = page(look=Look(Logo(b"<svg/>", kind), "Prøveby Kommune"))
    picture = root.one("header").one("img")
    assert picture.attributes["alt"] == "The municipality’s logo"
    head, _, data = picture.attributes["src"].partition(";base64,")
    assert head == f"data:image/{media}"
    assert base64.b64decode(data) == b"<svg/>"
    assert root.by_class("look")[0].text.strip() == "Prøveby Kommune"


def test_no_look_no_space_for_one() -> None:
    assert not page().by_class("look")


def test_a_form_is_set_smaller() -> None:
    assert page(compact=True).one("html").attributes["class"] == "compact"
    assert "class" not in page().one("html").attributes


def test_every_page_on_paper_has_its_foot_and_its_number() -> None:
    style = page(footer='Prøveby "2" </style> \\').one("style").text
    foot = re.findall(r'@bottom-left \{ content: "(.*)"; \}', style)[-1]
    written = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), foot)
    assert written == 'Prøveby "2" </style> \\'
    assert '{ content: "Page " counter(page) " of " counter(pages); }' in style


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb`, as WCAG 2.1 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_number_in_every_shade_can_be_read_and_darker_is_more() -> None:
    style = page().one("style").text
    shades = dict(re.findall(r"\.shade-(\d) \{ background: (#\w+);", style))
    light = set(re.findall(r"\.shade-(\d) \{[^}]*color: #fff", style))
    assert sorted(shades) == list("012345")
    for shade, ground in shades.items():
        assert contrast(ground, "#fff" if shade in light else "#1a1a1a") >= 4.5
    brightness = [luminance(shades[shade]) for shade in "012345"]
    assert brightness == sorted(brightness, reverse=True)


def test_no_letter_is_pale() -> None:
    style = page().one("style").text
    for colour in set(re.findall(r"(?<![-\w])color: (#\w+)", style)) - {"#fff"}:
        assert contrast(colour, "#fff") >= 4.5, colour


def test_templates_are_loaded_only_when_a_report_is_written() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, check=True, timeout=PATIENCE
    )
    loaded = set(done.stdout.decode().split())
    assert "sdgassess.media.html.page" in loaded
    assert "jinja2" not in loaded
