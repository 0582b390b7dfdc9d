"""A questionnaire's rules in words: roll-ups, gates, and what became otherwise about a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from sdgassess.language import N_, Words
from sdgassess.model.condition import AllOf, AnyOf, AtLeastOf, Subject, Term
from sdgassess.model.node import RollUp, RollUpRule
from sdgassess.model.question import BackedBy, Text
from sdgassess.model.rules import Gate, Hearing, Trigger
from sdgassess.report.condition_words import condition_words, trigger_words
from sdgassess.report.page import said
from sdgassess.text import number, one_line

RULES = {
    RollUpRule.CAPPED_LOWER_MEDIAN: N_(
        "lower median, at most {above} above the lowest core question"
    ),
    RollUpRule.LOWER_MEDIAN: N_("lower median"),
    RollUpRule.MINIMUM: N_("the lowest part"),
    RollUpRule.MEAN: N_("mean"),
    RollUpRule.SUM: N_("sum"),
    RollUpRule.LADDER: N_("parts passed in a row before the first no"),
}

BACKED_BY = {
    BackedBy.DOCUMENT: N_("backed by a document"),
    BackedBy.PERCEPTION: N_("backed by agreement between roles"),
    BackedBy.EITHER: N_("backed by a document or by agreement between roles"),
}

_NOTHING = "–"
_WORDLESS = {"because", "quotes", "title", "meaning", "way_out", "text", "id"}
"""Parts of a rule that explain it, and decide nothing."""


class Otherwise(NamedTuple):
    """One thing about a rule, in words: its name in files, what it was and what it is."""

    name: str
    older: str
    newer: str


def gate_words(gate: Gate, words: Words) -> str:
    """A gate in a sentence."""
    return words(
        "{factor} is at most the lowest of {inputs}, plus {plus}.",
        factor=gate.caps,
        inputs=", ".join(subject.id for subject in gate.lowest_of),
        plus=number(gate.plus),
    )


def roll_up_words(rule: RollUp, words: Words) -> str:
    """A way of rolling up with its thresholds."""
    above = number(rule.above_lowest_core) if rule.above_lowest_core is not None else "0"
    how = words(RULES[rule.rule]).replace("{above}", above)
    coverage = words(
        "a level needs at least {coverage} of what applies; at least {applicable} must apply",
        coverage=str(rule.coverage),
        applicable=str(rule.applicable),
    )
    return f"{how}; {coverage}."


def rule_words(rule: object, words: Words, triggers: Mapping[str, Trigger] | None = None) -> str:
    """A whole rule, or a value of one, in words.

    Args:
        rule: what to say.
        words: the language to speak.
        triggers: a pattern's own, by question, where it is one of the pattern's conditions.
    """
    if isinstance(rule, Gate):
        return gate_words(rule, words)
    if isinstance(rule, RollUp):
        return roll_up_words(rule, words)
    if isinstance(rule, Term | AllOf | AnyOf | AtLeastOf):
        return condition_words(rule, words, triggers)
    if isinstance(rule, BackedBy):
        return words(BACKED_BY[rule])
    return _value(rule, words)


def otherwise(older: Any, newer: Any, words: Words) -> Iterator[Otherwise]:
    """What is otherwise about a rule that both versions have, part by part.

    Args:
        older: the rule then; a named tuple.
        newer: the same kind of rule now.
        words: the language to speak.
    """
    triggers = [{one.question: one for one in getattr(r, "triggers", ())} for r in (older, newer)]
    for name in older._fields:
        then, now = getattr(older, name), getattr(newer, name)
        if name not in _WORDLESS and then != now and not isinstance(then or now, Text):
            was = rule_words(then, words, triggers[0])
            yield Otherwise(name, was, rule_words(now, words, triggers[1]))


def _value(value: object, words: Words) -> str:
    """A number, a word, a list, a yes or a no."""
    if value is None or value == ():
        return _NOTHING
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, Text):
        return said(value, words.language)
    if isinstance(value, Mapping):
        return ", ".join(f"{_value(k, words)}: {_value(v, words)}" for k, v in value.items())
    if isinstance(value, tuple):
        return _listed(value, words)
    return one_line(value.value if isinstance(value, StrEnum) else str(value))


def _listed(value: tuple[object, ...], words: Words) -> str:
    """A trigger, a subject, a role to be heard, or a list of such things."""
    if isinstance(value, Trigger):
        return trigger_words(value)
    if isinstance(value, Subject):
        return value.id
    if isinstance(value, Hearing):
        return f"{value.role} ({value.units})" if value.units > 1 else value.role
    if hasattr(value, "id"):
        return one_line(str(value.id))
    return ", ".join(rule_words(one, words) for one in value)
