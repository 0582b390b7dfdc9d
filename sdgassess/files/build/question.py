"""Texts, quotes and questions: from checked tree to model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sdgassess.files.build.condition import build_optional
from sdgassess.files.build.values import level_of
from sdgassess.model.question import (
    BackedBy,
    Change,
    ChangeKind,
    Comparable,
    Level,
    Need,
    NextStep,
    Option,
    Question,
    QuestionKind,
    Quote,
    StepOrigin,
    Text,
)

Tree = Mapping[str, Any]


def level(value: Any) -> Level:
    """A level that has been checked to be one."""
    exact = level_of(value)
    assert exact is not None, value
    return exact


def optional_level(value: Any) -> Level | None:
    """A level where there is one."""
    return None if value is None else level(value)


def optional_text(tree: Tree | None) -> Text | None:
    """A text where there is one."""
    return None if tree is None else Text(tree)


def words(value: Any) -> str | None:
    """Free words; a number that stands there is read as its digits, nothing as no words."""
    return None if value is None else str(value)


def quotes(tree: Sequence[Tree]) -> tuple[Quote, ...]:
    """Quotes with their sources."""
    return tuple(
        Quote(quote["quote"], quote["source"], optional_text(quote.get("gloss"))) for quote in tree
    )


def options(tree: Sequence[Tree]) -> tuple[Option, ...]:
    """The answers that are allowed."""
    return tuple(
        Option(level(option["value"]), Text(option["text"]), option.get("id")) for option in tree
    )


def build_question(tree: Tree) -> Question:
    """Build one question."""
    return Question(
        id=tree["id"],
        text=Text(tree["text"]),
        options=options(tree["levels"]),
        core=tree.get("core", False),
        backed_by=BackedBy(tree.get("backed_by", BackedBy.DOCUMENT)),
        roles=tuple(tree.get("roles", ())),
        last_word=tree.get("last_word"),
        ask_if=build_optional(tree.get("ask_if")),
        guidance=optional_text(tree.get("guidance")),
        evidence_hint=optional_text(tree.get("evidence_hint")),
        next_steps=tuple(_next_step(step) for step in tree.get("next_steps", ())),
        history=tuple(_change(change) for change in tree.get("history", ())),
        kind=QuestionKind(tree.get("kind", QuestionKind.ONE)),
        cap=optional_level(tree.get("cap")),
        weight=level(tree.get("weight", 1)),
        of=tree.get("of"),
        first=tuple(_need(need) for need in tree.get("first", ())),
    )


def _need(tree: Tree) -> Need:
    return Need(
        to=tuple(level(target) for target in tree["to"]),
        alternatives=tuple(
            {question: level(value) for question, value in alternative.items()}
            for alternative in tree["any"]
        ),
        instead=tuple(tree.get("raise", ())),
        because=Text(tree["because"]),
    )


def _next_step(tree: Tree) -> NextStep:
    return NextStep(
        text=Text(tree["text"]),
        origin=StepOrigin(tree["origin"]),
        to=tuple(level(target) for target in tree.get("to", ())),
        quotes=quotes(tree.get("quotes", ())),
    )


def _change(tree: Tree) -> Change:
    levels: dict[Level, Level] | None = None
    if "levels" in tree:
        levels = {level(pair["from"]): level(pair["to"]) for pair in tree["levels"]}
    return Change(
        version=tree["version"],
        kind=ChangeKind(tree["change"]),
        comparable=Comparable(tree["comparable"]),
        replaces=tuple(tree.get("replaces", ())),
        levels=levels,
        note=optional_text(tree.get("note")),
    )
