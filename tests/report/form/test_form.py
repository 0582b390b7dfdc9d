"""A form holds what is asked: every question once and in order, every anchor in full."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.document.blocks import (
    Choices,
    Heading,
    NewPage,
    Paragraph,
    Table,
    WritingLines,
)
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.questionnaire import Role
from sdgassess.report.form.form import FormWish, form
from sdgassess.report.form.front import in_short
from sdgassess.text import number, one_line
from tests.given.documents import blocks_of, passages
from tests.given.forms import ROLES, after, asked, form_of, put_to
from tests.given.profiles import example
from tests.given.questionnaires import nordic, small_questionnaire

EACH = pytest.mark.parametrize("language", LANGUAGES)


@EACH
@pytest.mark.parametrize("quick", [False, True])
def test_every_question_in_scope_is_asked_once_and_in_order(language: str, quick: bool) -> None:
    assert asked(form_of(language, quick=quick)) == list(nordic().question_ids(quick))


@EACH
def test_every_anchor_stands_there_in_full_behind_its_level(language: str) -> None:
    document = form_of(language)
    for question in nordic().questions.values():
        choices = next(b for b in after(document, question.id) if isinstance(b, Choices))
        levels = choices.choices[: len(question.options)]
        assert [one.mark for one in levels] == [number(one.value) for one in question.options]
        texts = [one_line(one.text.words[language]) for one in question.options]
        assert [text_of(one.runs) for one in levels] == texts
        assert not any(one.ticked for one in choices.choices)


def test_what_is_not_a_level_can_be_ticked_and_there_is_room_to_write() -> None:
    document = form_of("en")
    for question in nordic().questions:
        blocks = after(document, question)
        (choices,) = [block for block in blocks if isinstance(block, Choices)]
        assert [one.mark for one in choices.choices[-2:]] == ["?", "–"]
        lines = [block for block in blocks if isinstance(block, WritingLines)]
        assert [block.label.partition(":")[0] for block in lines] == ["Evidence", "Comment"]
        assert all(block.lines for block in lines)


def test_core_questions_are_marked_where_there_are_others() -> None:
    def marked(quick: bool) -> list[str]:
        blocks = blocks_of(form_of("da", quick=quick).blocks)
        heads = [text_of(b.runs).split() for b in blocks if isinstance(b, Heading)]
        return [words[0] for words in heads if words[1:2] == ["●"]]

    assert marked(quick=False) == list(nordic().question_ids(quick=True))
    assert marked(quick=True) == []


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
@pytest.mark.parametrize("quick", [False, True])
def test_the_form_of_a_role_holds_what_is_put_to_it(role: Role, quick: bool) -> None:
    document = form_of("da", role=role, quick=quick)
    scope = nordic().question_ids(quick)
    assert asked(document) == [one for one in put_to(role) if one in scope]


def test_the_form_of_a_role_leaves_out_what_is_asked_of_all_together() -> None:
    whole, of_role = passages(form_of("en")), passages(form_of("en", role=ROLES["coordinator"]))
    once = [one.text.words["en"] for one in nordic().context]
    once += [one.text.words["en"] for one in nordic().style]
    assert all(one in whole for one in once)
    assert not any(one in of_role for one in once)
    assert "is not on this form" not in of_role, "somebody alone misses nothing"
    filled = form_of("en", role=ROLES["coordinator"], profile=example())
    assert "is not on this form" in passages(filled)


def test_the_first_page_names_each_role_with_what_is_put_to_it() -> None:
    first = next(b for b in blocks_of(form_of("en").blocks) if isinstance(b, Choices))
    for choice, role in zip(first.choices, nordic().roles, strict=True):
        assert choice.mark == role.letter
        assert text_of(choice.runs).startswith(f"{role.title.words['en']} · {len(put_to(role))} ")
    assert text_of(first.choices[-1].runs).endswith(": BUD4, CONT5, PAR3, EXT1–EXT5")


@pytest.mark.parametrize(
    ("ids", "short"),
    [
        (["A1", "A2"], "A1, A2"),
        (["A1", "A2", "A3"], "A1–A3"),
        (["A1", "A3", "B1", "B2", "B3"], "A1, A3, B1–B3"),
        (["A2", "A3", "B1"], "A2, A3, B1"),
        ([], ""),
    ],
)
def test_ids_in_a_line(ids: list[str], short: str) -> None:
    assert in_short(ids, ["A1", "A2", "A3", "B1", "B2", "B3"]) == short


@given(st.sets(st.sampled_from([f"{letter}{n}" for letter in "AB" for n in range(1, 9)])))
def test_ids_in_a_line_can_be_read_back(chosen: set[str]) -> None:
    every = [f"{letter}{n}" for letter in "AB" for n in range(1, 9)]
    ids = [one for one in every if one in chosen]
    read: list[str] = []
    for part in filter(None, in_short(ids, every).split(", ")):
        first, _, last = part.partition("–")
        read += every[every.index(first) : every.index(last or first) + 1]
    assert read == ids


@pytest.mark.parametrize("quick", [False, True])
def test_the_setting_stands_before_its_part_and_styles_come_last(quick: bool) -> None:
    words = passages(form_of("da", quick=quick))
    for one in nordic().context:
        assert words.count(one.text.words["da"]) == (one.in_quick or not quick)
    share = words.index(nordic().context[0].text.words["da"])
    first = nordic().questions["CONT1"].text.words["da"]
    assert words.index("FOC  ") > words.index(first) > share > words.index("CONT  ")
    last = max(
        words.index(one.text.words["da"])
        for one in nordic().questions.values()
        if one.core or not quick
    )
    assert all(words.index(axis.text.words["da"]) > last for axis in nordic().style)


def test_every_item_and_option_of_a_style_can_be_ticked() -> None:
    words = passages(form_of("sv"))
    for axis in nordic().style:
        for text in (
            *(one.title for one in axis.options),
            *(end for item in axis.items for end in (item.low, item.text, item.high)),
        ):
            assert text.words["sv"] in words
    tables = [b for b in blocks_of(form_of("sv").blocks) if isinstance(b, Table)]
    poles = next(t for t in tables if any(text_of(head) == "−2" for head in t.head))
    for row in poles.rows:
        assert sum(text_of(cell.runs) == "☐" for cell in row) == 6


@pytest.mark.parametrize("wish", [{}, {"quick": True}, {"role": ROLES["line-manager"]}])
def test_a_document_begins_with_its_title_and_skips_no_level(wish: dict[str, object]) -> None:
    document = form_of("sv", **wish)
    levels = [b.level for b in blocks_of(document.blocks) if isinstance(b, Heading)]
    assert isinstance(document.blocks[0], Heading)
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_no_page_is_left_empty() -> None:
    blocks = form_of("da").blocks
    assert any(isinstance(block, NewPage) for block in blocks)
    for one, other in itertools.pairwise(blocks):
        assert not (isinstance(one, NewPage) and isinstance(other, NewPage))


@pytest.mark.parametrize(
    ("language", "words"),
    [("da", "PLAN1 ≥ 1"), ("en", "Only if PLAN1 ≥ 1")],
)
def test_a_condition_is_said_in_words(tmp_path: Path, language: str, words: str) -> None:
    questionnaire = small_questionnaire(tmp_path)
    document = form(questionnaire, Words(language), FormWish())
    notes = [text_of(b.runs) for b in after(document, "PLAN2") if isinstance(b, Paragraph)]
    assert len(notes) == 1
    assert words in notes[0]
    assert not any(isinstance(b, Paragraph) for b in after(document, "PLAN1"))
