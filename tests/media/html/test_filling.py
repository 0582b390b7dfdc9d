"""A form on a page: every box and every line of the paper is a field, and says what it is for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sdgassess.document.blocks import Cell, Document, Table
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import LANGUAGES
from sdgassess.media.html.filling import Piece, cell_label, pieces
from sdgassess.media.html.page import report_html
from sdgassess.media.html.script import checksum
from tests.given.documents import blocks_of
from tests.given.elements import Element, elements_of
from tests.given.forms import form_of
from tests.given.questionnaires import nordic, spoken
from tests.given.specimen import specimen


def page(document: Document, language: str = "da") -> Element:
    return elements_of(report_html(document, spoken(language)))


def fields(root: Element) -> list[Element]:
    return [each for each in root.all("input", "textarea") if "data-fill" in each.attributes]


def test_a_report_has_no_script_and_no_field() -> None:
    root = page(specimen())
    assert not root.all("script", "input", "textarea", "button")
    assert "script-src" not in root.all("meta")[1].attributes["content"]


def test_a_forms_script_is_ours_alone() -> None:
    root = page(form_of())
    data, script = root.all("script")
    assert f"script-src '{checksum(script.text)}'" in root.all("meta")[1].attributes["content"]
    assert data.attributes["type"] == "application/json"


@pytest.mark.parametrize("wish", [{}, {"quick": True}, {"beside": spoken("sv")}])
def test_every_box_and_every_line_is_a_field(wish: dict[str, Any]) -> None:
    document = form_of(**wish)
    text = report_html(document, spoken("da"))
    assert "☐" not in text
    assert "☑" not in text
    assert "_______" not in text.split("<main")[1].split("<script")[0]
    boxes = lines = 0
    for block in blocks_of(document.blocks):
        match block:
            case Table():
                runs = [run for row in block.rows for cell in row for run in cell.runs]
                boxes += sum(run.text[:1] == "☐" for run in runs)
                lines += sum(run.text == "_______" for run in runs)
            case _:
                boxes += len(getattr(block, "choices", ()))
                lines += bool(getattr(block, "lines", 0))
    root = page(document)
    kinds = [field.attributes.get("type", "text") for field in fields(root)]
    assert kinds.count("checkbox") == boxes
    assert kinds.count("text") == lines
    assert boxes > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_says_what_it_is_for(language: str) -> None:
    root = page(form_of(language), language)
    assert len(fields(root)) > 100
    for field in fields(root):
        inside = field.parent is not None and field.parent.tag == "label" and field.parent.text
        assert field.attributes.get("aria-label") or inside, field


def test_what_a_profile_says_stands_in_the_fields() -> None:
    from tests.given.profiles import profile

    context = nordic().context[0].id
    root = page(form_of(profile=profile({"POL1": 2}, context={context: 1}), quick=True))
    ticked = [field for field in fields(root) if "checked" in field.attributes]
    assert any("2" in (field.parent.text if field.parent else "") for field in ticked)


def test_only_where_one_is_meant_one_cross_stays() -> None:
    lists = page(form_of()).by_class("choices")
    several = [each for each in lists if "data-one" not in each.attributes]
    assert len(lists) > len(several) > 0


def test_a_draft_belongs_to_the_boxes_that_it_was_made_in() -> None:
    def key(document: Document) -> str:
        return str(json.loads(page(document).all("script")[0].text)["key"])

    assert key(form_of()) == key(form_of())
    assert len({key(form_of()), key(form_of(quick=True)), key(form_of("sv"))}) == 3


def test_words_boxes_and_room_are_told_apart() -> None:
    runs = (Run("Size: "), Run("☐\u00a0"), Run("small"), Run("   "), Run("☑"), Run("_______"))
    assert [(piece.kind, piece.words, piece.ticked) for piece in pieces(runs)] == [
        ("words", "Size:", False),
        ("box", "small", False),
        ("box", "", True),
        ("room", "", False),
    ]


def test_a_box_in_a_table_is_named_by_its_row_and_its_column() -> None:
    box = Cell((Run("☐"),))
    table = Table(
        plain_runs("x"),
        (plain_runs("Question"), plain_runs("−1")),
        ((Cell(plain_runs("How fast?")), box),),
        (1, 1),
    )
    assert cell_label(table, 0, 1, Piece("box", ())) == "How fast?: −1"
    assert cell_label(table, 0, 1, Piece("box", plain_runs("never"))) == "How fast?: never"
