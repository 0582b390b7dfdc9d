"""A law: a decimal has the mark of the page's language, in sentences as in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.given.command_line import run
from tests.given.random_questionnaires import Tree, questions_of
from tests.given.slow import slow_but
from tests.test_models import Model, model_of

SEEDS = (0, 6, 11)
"""Models with decimals on their scales, and several years."""

_DECIMAL = re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")
_VERSIONS = {"1.0", "1.1", "4.0"}
"""Of the questionnaires, and of the licence CC BY."""


def pages_of(model: Model, language: str) -> Iterator[tuple[str, str]]:
    """Every page of a model that can be read as text, with the command that makes it."""
    last, first = model.years[-1], model.years[0]
    ids = [question["id"] for question in _decimal_questions(model)][:2]
    screens = [
        *([verb, last] for verb in ("score", "gaps", "explain", "target")),
        ["score", last, "--all"],
        ["gaps", last, "--all"],
        ["explain", last, "--all"],
        *(["explain", last, identity] for identity in ids),
        ["compare", first, last],
        ["compare", first, last, "--all"],
        ["compare", first, last, "--across"],
        ["questionnaire", "show", model.file],
    ]
    for command in screens:
        yield " ".join(command), run([*command, "--lang", language], folder=model.folder).out
    papers = [
        ["report", last],
        ["report", first, last, "--layout", "years"],
        ["form", "--questionnaire", model.file],
    ]
    for command in papers:
        printed = [*command, "-o", "page.md", "--force", "--lang", language]
        assert run(printed, folder=model.folder).code == 0
        yield " ".join(command), (model.folder / "page.md").read_text("utf-8")


def _decimal_questions(model: Model) -> list[Tree]:
    """The questions that have a level between whole ones."""
    return [
        q for q in questions_of(model.tree) if any("." in str(o["value"]) for o in q["levels"])
    ]


@pytest.mark.parametrize("seed", slow_but(SEEDS[:1], SEEDS))
def test_a_decimal_has_the_mark_of_the_page(seed: int, tmp_path: Path) -> None:
    model = model_of(seed, tmp_path)
    assert model is not None
    assert len(model.years) > 1
    with_comma = 0
    for language in ("da", "sv"):
        for command, text in pages_of(model, language):
            assert [n for n in _DECIMAL.findall(text) if n not in _VERSIONS] == [], command
            with_comma += "0,5" in text or "0,25" in text
    assert with_comma, "a model with decimals, or the law says nothing"
