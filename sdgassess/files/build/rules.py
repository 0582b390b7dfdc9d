"""The rules of a questionnaire (voices, backing, gates, patterns, axes …): from tree to model."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sdgassess.files.build.condition import (
    OPERATOR_KEYS,
    build_condition,
    build_optional,
    build_subject,
    share_or,
)
from sdgassess.files.build.question import (
    level,
    optional_text,
    options,
    quotes,
)
from sdgassess.model.condition import Operator
from sdgassess.model.question import Level, Text
from sdgassess.model.rules import (
    BackingRules,
    Clause,
    Contradiction,
    Gate,
    Hearing,
    Pattern,
    PatternWords,
    PriorityRules,
    Trigger,
    VoiceRules,
)
from sdgassess.model.unscored import (
    Axis,
    AxisItem,
    AxisKind,
    AxisOption,
    ContextKind,
    ContextQuestion,
    Position,
)

Tree = Mapping[str, Any]


def build_voices(tree: Tree) -> VoiceRules:
    """How several voices are read."""
    return VoiceRules(
        disagreement=level(tree["disagreement"]),
        last_word_voices=tree["last_word_voices"],
        heard=tuple(_hearing(hearing) for hearing in tree.get("heard", ())),
        because=optional_text(tree.get("because")),
    )


def build_backing(tree: Tree) -> BackingRules:
    """How far evidence and agreement carry."""
    return BackingRules(
        carries={kind: level(value) for kind, value in tree["carries"].items()},
        fresh_months=tree["fresh_months"],
        roles_needed=_roles_needed(tree),
        fewest_sources=tree["fewest_sources"],
        because=optional_text(tree.get("because")),
    )


def build_priorities(tree: Tree) -> PriorityRules:
    """How candidates are found and how many are shown."""
    return PriorityRules(
        candidates_up_to=level(tree["candidates_up_to"]),
        lowest_target=level(tree["lowest_target"]),
        candidates=tree["candidates"],
        picks=tree["picks"],
        picks_when_overloaded=tree.get("picks_when_overloaded", tree["picks"]),
        overloaded=build_optional(tree.get("overloaded")),
        not_now=tree["not_now"],
        keep=tree["keep"],
        keep_from=level(tree["keep_from"]),
        discuss=tree["discuss"],
        because=optional_text(tree.get("because")),
        start_months=tree.get("start_months"),
    )


def build_context(tree: Tree) -> ContextQuestion:
    """An unscored question."""
    return ContextQuestion(
        id=tree["id"],
        text=Text(tree["text"]),
        kind=ContextKind(tree["kind"]),
        options=options(tree.get("options", ())),
        before=tree.get("before"),
        in_quick=tree.get("quick", False),
        frame=tree.get("frame", False),
        ask_if=build_optional(tree.get("ask_if")),
    )


def build_axis(tree: Tree) -> Axis:
    """A style axis."""
    return Axis(
        id=tree["id"],
        title=Text(tree["title"]),
        text=Text(tree["text"]),
        kind=AxisKind(tree["kind"]),
        items=tuple(_item(item) for item in tree.get("items", ())),
        reach=tree.get("reach", 2),
        options=tuple(_option(option) for option in tree.get("options", ())),
        positions=tuple(_position(position) for position in tree.get("positions", ())),
    )


def build_gate(tree: Tree) -> Gate:
    """A cap on a factor."""
    at_most = tree["at_most"]
    return Gate(
        id=tree["id"],
        caps=tree["caps"],
        lowest_of=tuple(build_subject(subject) for subject in at_most["lowest_of"]),
        plus=level(at_most.get("plus", 0)),
        because=Text(tree["because"]),
        quotes=quotes(tree.get("quotes", ())),
    )


def build_pattern(tree: Tree) -> Pattern:
    """A named risk."""
    least = tree.get("known")
    counted = least if isinstance(least, int) else None
    return Pattern(
        id=tree["id"],
        title=Text(tree["title"]),
        says=_pattern_words(tree["says"]),
        triggers=tuple(_trigger(trigger) for trigger in tree["triggers"]),
        high=build_condition(tree["high"]),
        medium=build_condition(tree["medium"]),
        needs=tuple(build_subject(subject) for subject in tree.get("needs", ())),
        known=counted,
        known_share=share_or(least if counted is None else None, Fraction(1, 2)),
        known_quick=tree.get("known_quick"),
        not_exposed=build_optional(tree.get("not_exposed")),
        in_quick=tree.get("quick", False),
        way_out=optional_text(tree.get("way_out")),
        quotes=quotes(tree.get("quotes", ())),
        clauses=tuple(
            Clause(build_condition(clause["when"]), Text(clause["text"]))
            for clause in tree.get("clauses", ())
        ),
        yields_to=tree.get("yields_to"),
    )


def build_contradiction(tree: Tree) -> Contradiction:
    """Answers that can't both be true."""
    return Contradiction(tree["id"], build_condition(tree["when"]), Text(tree["ask"]))


def _pattern_words(tree: Tree) -> PatternWords:
    return PatternWords(Text(tree["high"]), Text(tree["medium"]), optional_text(tree.get("low")))


def _hearing(tree: Tree) -> Hearing:
    return Hearing(tree["role"], tree.get("units", 1))


def _roles_needed(tree: Tree) -> dict[Level, int]:
    needs = tree.get("roles_needed", ())
    return {level(need["level"]): need["roles"] for need in needs}


def _trigger(tree: Tree) -> Trigger:
    key = next(key for key in OPERATOR_KEYS if key in tree)
    return Trigger(tree["question"], Operator(key), level(tree[key]))


def _option(tree: Tree) -> AxisOption:
    return AxisOption(tree["id"], Text(tree["title"]))


def _item(tree: Tree) -> AxisItem:
    return AxisItem(
        id=tree["id"],
        text=Text(tree["text"]),
        low=Text(tree["low"]),
        high=Text(tree["high"]),
        optional=tree.get("optional", False),
    )


def _position(tree: Tree) -> Position:
    return Position(
        id=tree["id"],
        title=Text(tree["title"]),
        when=build_condition(tree["when"]),
        watch=tuple(tree.get("watch", ())),
        watch_because=optional_text(tree.get("watch_because")),
    )
