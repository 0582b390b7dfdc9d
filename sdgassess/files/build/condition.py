"""Conditions: from checked tree to model. A term names one subject and compares it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sdgassess.files.build.values import level_of, share_of
from sdgassess.model.condition import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Comparand,
    Condition,
    Operator,
    Subject,
    SubjectKind,
    Term,
)

Tree = Mapping[str, Any]

SUBJECT_KEYS = tuple(kind.value for kind in SubjectKind)
"""The keys that can name a subject."""

OPERATOR_KEYS = tuple(operator.value for operator in Operator)
"""The keys that can compare."""


def build_condition(tree: Tree) -> Condition:
    """Build a condition; the tree has been checked."""
    if "all" in tree:
        return AllOf(tuple(build_condition(part) for part in tree["all"]))
    if "any" in tree:
        return AnyOf(tuple(build_condition(part) for part in tree["any"]))
    counted = tree.get("at_least")
    if isinstance(counted, dict) and "of" in counted:
        parts = tuple(build_condition(part) for part in counted["of"])
        return AtLeastOf(parts, counted.get("n"), share_of(counted.get("share")))
    return _term(tree)


def build_optional(tree: Tree | None) -> Condition | None:
    """Build a condition where there is one."""
    return None if tree is None else build_condition(tree)


def build_subject(tree: Tree) -> Subject:
    """Build what a term speaks of."""
    key = next(key for key in SUBJECT_KEYS if key in tree)
    return Subject(SubjectKind(key), tree[key], tree.get("item"))


def known_of(value: Any) -> Comparand:
    """A value that can be compared: yes or no, an exact number, or a word."""
    if isinstance(value, bool):
        return value
    level = level_of(value)
    return str(value) if level is None else level


def _term(tree: Tree) -> Term:
    """A comparison; a trigger holds or does not, which is said as `is: true`."""
    subject = build_subject(tree)
    key = next((key for key in OPERATOR_KEYS if key in tree), None)
    if key is None:
        return Term(subject, Operator.IS, True)
    value = tree[key]
    operand = build_subject(value) if isinstance(value, dict) else known_of(value)
    return Term(subject, Operator(key), operand)


def share_or(value: Any, default: Fraction) -> Fraction:
    """A share, or what stands for it where none is given."""
    share = share_of(value)
    return default if share is None else share
