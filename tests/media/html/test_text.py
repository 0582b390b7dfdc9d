"""Text in a report stays text: whatever it looks like, no element of its own comes of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Count,
    Counts,
    Document,
    Figure,
    Heading,
    Look,
    Paragraph,
    Quotation,
    Table,
    WritingLines,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import Words
from sdgassess.media.html.page import report_html
from sdgassess.text import visible
from tests.given.elements import Element, elements_of
from tests.given.specimen import CHART, NASTY, specimen

CSS_NUMBER = re.compile(r"\\([0-9a-f]+) ")


def filled(text: str) -> Document:
    """A report that says one text in every place where it can stand."""
    runs = plain_runs(text)
    blocks: tuple[Block, ...] = (
        Heading(2, (*runs, Run("."))),
        Paragraph((Run(text), Run(text, strong=True), Run(text, "sv"))),
        Bullets((runs,)),
        Counts((Count(text, text),)),
        Table(runs, (runs,), ((Cell((*runs, Run("."))),),), (1,)),
        Figure(CHART._replace(title=text, alt=text), (*runs, Run("."))),
        Quotation(Run(text), runs),
        WritingLines(text, 1, (*runs, Run("."))),
        Choices(text, (Choice(text, runs, ticked=True),)),
    )
    return specimen(*blocks)._replace(
        title=text, subject=text, footer=text, look=Look(name_line=text + ".")
    )


def shape(root: Element) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and which attributes they have."""
    return [(element.tag, tuple(element.attributes)) for element in root.all()]


PLAIN = shape(elements_of(report_html(filled("words"), Words("en"))))


def assert_inert(text: str) -> None:
    """The page has the elements it always has, and says the text wherever it should stand."""
    said = visible(text)
    root = elements_of(report_html(filled(text), Words("en")))
    found = shape(root)
    # A part whose head is empty or said before is no landmark.
    assert [tag for tag, _ in found] == [tag for tag, _ in PLAIN]
    assert {name for _, names in found for name in names} <= {n for _, ns in PLAIN for n in ns}
    for tag in ("title", "h2", "li", "dt", "dd", "caption", "blockquote"):
        assert said in root.all(tag)[0].text
    for tag in ("desc", "figcaption", "footer", "strong", "th"):
        assert said in root.all(tag)[0].text
    (described,) = [m for m in root.all("meta") if m.attributes.get("name") == "description"]
    assert described.attributes["content"] == said
    labels = [
        each.attributes["aria-label"] for each in root.all() if "aria-label" in each.attributes
    ]
    assert labels == [f"Table 1: {said}", f"Figure 1: {said}", said]
    (foot,) = re.findall(r'@bottom-left \{ content: "(.*)"; \}', root.one("style").text, re.DOTALL)
    assert CSS_NUMBER.sub(lambda code: chr(int(code[1], 16)), foot) == said


@pytest.mark.parametrize(
    "text", [*NASTY, "</style><script>", '"; } * { display: none } /*', "\x00"]
)
def test_nasty_text_is_the_words_that_it_is(text: str) -> None:
    assert_inert(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=40))
@example("]]>&nbsp;&#0;\ud800\u202e")
def test_any_text_is_the_words_that_it_is(text: str) -> None:
    assert_inert(text)


def test_a_new_line_is_one() -> None:
    page = report_html(filled("a <b>\n\n- c"), Words("en"))
    assert "a &lt;b&gt;<br><br>- c" in page


def test_the_specimen_says_every_nasty_text_in_its_list_and_its_table() -> None:
    root = elements_of(report_html(specimen(), Words("da")))
    assert [item.text for item in root.one("main").all("ul")[0].all("li")] == list(NASTY)
    rows = root.one("tbody").all("tr")[2:]
    assert [row.children[0].text for row in rows] == list(NASTY)
    assert [row.children[2].text for row in rows] == list(NASTY)
