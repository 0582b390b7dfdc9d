"""A reference: from checked tree to model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdgassess.files.build.question import optional_level, optional_text, words
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.question import Text
from sdgassess.model.reference import (
    Confidence,
    Point,
    Reference,
    ReferenceKind,
    StylePosition,
)

Tree = Mapping[str, Any]


def build_reference(tree: Tree) -> Reference:
    """Build a reference from a tree that has been checked (or ships and is trusted)."""
    style: dict[str, list[StylePosition]] = {}
    for position in tree.get("style", ()):
        style.setdefault(position["axis"], []).append(_style_position(position))
    return Reference(
        id=tree["id"],
        kind=ReferenceKind(tree["kind"]),
        name=Text(tree["name"]),
        questionnaire=QuestionnaireRef(**tree["questionnaire"]),
        scope=Text(tree["scope"]),
        dated=words(tree.get("dated")),
        country=tree.get("country"),
        points={question: _point(point) for question, point in tree["points"].items()},
        style={axis: tuple(positions) for axis, positions in style.items()},
    )


def _point(tree: Tree) -> Point:
    confidence = tree.get("confidence")
    return Point(
        at_least=optional_level(tree.get("at_least")),
        at_most=optional_level(tree.get("at_most")),
        confidence=Confidence(confidence) if confidence else None,
        quote=tree.get("quote"),
        source=tree.get("source"),
        cites=tree.get("cites"),
        dated=words(tree.get("dated")),
        note=optional_text(tree.get("note")),
        reason=optional_text(tree.get("reason")),
        gloss=optional_text(tree.get("gloss")),
        style=tuple(tree.get("style", {}).items()),
    )


def _style_position(tree: Tree) -> StylePosition:
    position = tree["position"]
    return StylePosition(
        position=(position,) if isinstance(position, str) else tuple(position),
        quote=tree.get("quote"),
        source=tree.get("source"),
        note=optional_text(tree.get("note")),
        item=tree.get("item"),
        gloss=optional_text(tree.get("gloss")),
    )
