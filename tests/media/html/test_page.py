"""A report as HTML: whole, in order, and open to everybody who reads it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sdgassess.document.blocks import (
    Cell,
    Figure,
    Logo,
    Look,
    Paragraph,
    Table,
    Together,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.html.page import report_html
from tests.given.html_pages import heading, page
from tests.given.specimen import CHART, specimen


def table(*rows: tuple[Cell, ...], row_heads: bool = True) -> Table:
    width = len(rows[0])
    heads = tuple(plain_runs(f"Column {n}") for n in range(width))
    return Table(plain_runs("Levels"), heads, rows, (1,) * width, row_heads)


def word(text: str) -> Cell:
    return Cell(plain_runs(text))


def test_same_input_same_text() -> None:
    assert report_html(specimen(), Words("da")) == report_html(specimen(), Words("da"))


def test_a_report_is_small() -> None:
    assert len(report_html(specimen(), Words("da")).encode()) < 60_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_its_title_and_how_wide_it_is(language: str) -> None:
    html = page(language=language).one("html")
    assert html.attributes["lang"] == language
    assert html.one("head").one("title").text == specimen().title
    described = {
        meta.attributes.get("name"): meta.attributes["content"] for meta in html.all("meta")[2:]
    }
    assert described["viewport"] == "width=device-width, initial-scale=1"
    assert described["description"] == specimen().subject
    assert described["date"] == "2026-03-12"


def test_nothing_is_fetched_run_or_sent() -> None:
    root = page(look=Look(Logo(b"\x89PNG", "png")))
    policy = root.all("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    rules = set(policy["content"].split("; "))
    assert {"default-src 'none'", "form-action 'none'", "base-uri 'none'"} <= rules
    assert "script" not in policy["content"]
    assert not root.all("script", "link", "iframe", "object", "form", "base")
    for element in root.all():
        for name, value in element.attributes.items():
            assert not name.startswith("on")
            assert name not in {"href", "src"} or value.startswith(("#", "data:image/"))
    style = root.one("style").text
    assert "@import" not in style
    assert "url(" not in style


def test_landmarks_and_one_head_of_the_page() -> None:
    root = page()
    body = root.one("body")
    assert [child.tag for child in body.children] == ["a", "header", "main", "footer"]
    parts = [child.tag for child in root.one("main").children]
    assert parts[-2:] == ["nav", "section"], "the contents stand behind the first page"
    forms = page(heading(2, "One"), heading(2, "Two")).one("body").children
    assert [child.tag for child in forms] == ["a", "header", "nav", "main", "footer"]
    assert body.children[0].attributes["href"] == "#" + root.one("main").attributes["id"]
    assert root.one("h1").parent is root.one("header")
    assert root.one("footer").text.strip() == specimen().footer


def test_a_line_above_the_title_stands_with_it() -> None:
    line = Paragraph(plain_runs("Eksempelby"), small=True)
    root = page(blocks=(line, *specimen().blocks))
    header = root.one("header")
    assert [child.tag for child in header.children] == ["p", "h1"]
    assert header.one("p").text == "Eksempelby"
    assert len(root.all("h1")) == 1


def test_heads_go_down_one_level_at_a_time() -> None:
    levels = [int(head.tag[1]) for head in page().all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_contents_lead_to_every_part() -> None:
    root = page()
    parts = {head.attributes["id"]: head.text for head in root.all("h2")}
    links = {link.attributes["href"][1:]: link.text for link in root.one("nav").all("a")}
    assert links == parts
    assert len(parts) == 2


def test_no_contents_for_a_single_part() -> None:
    assert not page(heading(2, "Now"), Paragraph(plain_runs("x"))).all("nav")


def test_ids_are_unique_and_what_names_by_them_finds_them() -> None:
    root = page(*specimen().blocks[1:], *specimen().blocks[1:])
    ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    named = [each.attributes.get("aria-labelledby", "").split() for each in root.all()]
    assert {name for names in named for name in names} <= set(ids)


def test_parts_are_landmarks_named_by_their_heads() -> None:
    root = page(
        Paragraph(plain_runs("before")),
        heading(2, "Now"),
        Together((heading(2, "Next"), Paragraph(plain_runs("kept together")))),
        heading(3, "Detail"),
        heading(2, "Now"),
    )
    first, second, third = root.all("section")
    assert first.attributes["aria-labelledby"] == first.one("h2").attributes["id"]
    assert [child.attributes.get("class", child.tag) for child in second.children] == [
        "together",
        "h3",
    ]
    assert second.attributes["aria-labelledby"] == second.one("h2").attributes["id"]
    assert third.attributes == {}, "two landmarks of the same name cannot be told apart"
    assert root.one("main").children[0].tag == "p"


def test_another_language_is_tagged_and_the_page_s_own_is_not() -> None:
    runs = (Run("fælles ", "da"), Run("samsyn", "sv"), Run(" og "), Run("mål", "sv", strong=True))
    root = page(Paragraph(runs), language="da")
    paragraph = root.one("main").one("p")
    assert paragraph.text == "fælles samsyn og mål"
    assert [(c.tag, c.attributes, c.text) for c in paragraph.children] == [
        ("span", {"lang": "sv"}, "samsyn"),
        ("strong", {"lang": "sv"}, "mål"),
    ]


def test_every_table_has_a_caption_and_heads_with_scope() -> None:
    for each in page().all("table"):
        assert each.children[0].tag == "caption"
        assert each.children[0].text
        heads = each.one("thead").all("th")
        assert len(heads) == len(each.all("col"))
        assert {head.attributes["scope"] for head in heads} == {"col"}
        for row in each.one("tbody").all("tr"):
            assert [cell.tag for cell in row.children] == ["th"] + ["td"] * (len(heads) - 1)
            assert row.children[0].attributes["scope"] == "row"


def test_a_table_below_a_heading_that_says_it_has_no_empty_line_and_a_name_aloud() -> None:
    root = page(table((word("a"), word("b")))._replace(caption=()))
    assert not root.all("caption")
    (region,) = root.by_class("wide")
    heads = [head.text for head in root.one("thead").all("th")]
    assert region.attributes["aria-label"] == f"Table 1: {', '.join(heads)}"


def test_an_empty_cell_is_no_head_and_has_the_room_that_people_write_in() -> None:
    root = page(table((Cell(room=3), word("a")), (word("b"), Cell())))
    first, second = root.one("tbody").all("tr")
    assert [cell.tag for cell in first.children] == ["td", "td"]
    assert first.children[0].attributes["style"] == "--room:3"
    assert [cell.tag for cell in second.children] == ["th", "td"]
    assert root.one("table").attributes["class"] == "to-fill with-ids"


def test_without_row_heads_every_cell_is_plain() -> None:
    root = page(table((word("a"), word("b")), row_heads=False))
    assert not root.one("tbody").all("th")
    assert not root.one("table").attributes["class"]


def test_columns_share_the_width_and_numbers_stand_in_the_middle() -> None:
    levels = tuple(Cell(plain_runs(str(n)), numeric=True) for n in range(2))
    root = page(table((word("Budget"), *levels))._replace(shares=(2, 1, 1)))
    shares = [column.attributes["style"] for column in root.all("col")]
    assert shares == ["width:50%", "width:25%", "width:25%"]
    assert [head.attributes.get("class") for head in root.one("thead").all("th")] == [
        None,
        "number",
        "number",
    ]
    assert root.one("table").attributes["style"] == "--least:12rem"
    long = page(table((word("Budget and resources"), *levels))._replace(shares=(2, 1, 1)))
    assert long.one("table").attributes["style"] == "--least:15rem"


def test_a_column_of_ids_is_narrow_and_the_one_that_most_is_said_in_as_wide_as_a_page() -> None:
    cells = (word("COORD1"), word("Is there a function?"), word("There is one."), Cell(room=1))
    root = page(table(cells)._replace(shares=(1, 2, 4, 1)))
    assert root.one("table").attributes["style"] == f"--least:{5 + 8 + 18 + 8}rem"
    assert "with-ids" in root.one("table").attributes["class"]
    named = page(table((word("Internal coordination"), *cells[1:]))._replace(shares=(1, 2, 4, 1)))
    assert named.one("table").attributes["style"] == f"--least:{8 + 8 + 18 + 8}rem"
    assert "with-ids" not in named.one("table").attributes["class"]


def test_wide_things_are_moved_by_keyboard_and_named_each_by_its_own_name() -> None:
    chart = Figure(CHART)
    same = table((word("a"), word("b")))
    regions = page(chart, chart, same, same).by_class("wide")
    assert {(r.attributes["role"], r.attributes["tabindex"]) for r in regions} == {("region", "0")}
    assert [region.attributes["aria-label"] for region in regions] == [
        "Figure 1: Two bars",
        "Figure 2: Two bars",
        "Table 1: Levels",
        "Table 2: Levels",
    ]
