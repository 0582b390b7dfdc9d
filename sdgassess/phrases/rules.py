"""A questionnaire's rules in words: roll-ups, gates, and what became otherwise about a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.condition import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Subject,
    Term,
)
from sdgassess.model.node import Band, RollUp, RollUpRule
from sdgassess.model.question import BackedBy, Text
from sdgassess.model.rules import Gate, Hearing, Trigger
from sdgassess.numbers import written_number
from sdgassess.phrases.conditions import condition_words, trigger_words
from sdgassess.phrases.levels import NO, YES, interval
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.gates import GateResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score, unanswered
from sdgassess.text import one_line

RULES = {
    RollUpRule.CAPPED_LOWER_MEDIAN: N_(
        "lower median, at most {above} above the lowest core question"
    ),
    RollUpRule.LOWER_MEDIAN: N_("lower median"),
    RollUpRule.MINIMUM: N_("the lowest part"),
    RollUpRule.MAXIMUM: N_("the highest part"),
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
    lowest_of = ", ".join(subject.id for subject in gate.lowest_of)
    if not gate.plus:
        return words(
            "{factor} may stand no higher than the lowest of {inputs}.",
            factor=gate.caps,
            inputs=lowest_of,
        )
    return words(
        "{factor} may stand at most {plus} above the lowest of {inputs}.",
        factor=gate.caps,
        inputs=lowest_of,
        plus=written_number(gate.plus, words),
    )


def roll_up_words(rule: RollUp, words: Words) -> str:
    """A way of rolling up with its thresholds."""
    above = (
        written_number(rule.above_lowest_core, words)
        if rule.above_lowest_core is not None
        else "0"
    )
    how = words(_rule_name(rule)).replace("{above}", above)
    if rule.cap is not None:
        how += f", {words('at most {cap}', cap=written_number(rule.cap, words))}"
    coverage = words(
        "a level needs at least {coverage} of what applies; at least {applicable} must apply",
        coverage=str(rule.coverage),
        applicable=str(rule.applicable),
    )
    return f"{how}; {coverage}."


_WEIGHTED = {RollUpRule.MEAN: N_("weighted mean"), RollUpRule.SUM: N_("weighted sum")}
_BY_WORTH = N_("what the answer that stops is worth")


def _rule_name(rule: RollUp) -> str:
    """What a computation is called."""
    if rule.rule is RollUpRule.LADDER and rule.passed_at is None:
        return _BY_WORTH
    return _WEIGHTED[rule.rule] if rule.weighted else RULES[rule.rule]


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
    triggers = [
        {trigger.question: trigger for trigger in getattr(rule, "triggers", ())}
        for rule in (older, newer)
    ]
    for name in older._fields:
        before, after = getattr(older, name), getattr(newer, name)
        if name not in _WORDLESS and before != after and not isinstance(before or after, Text):
            older_words = rule_words(before, words, triggers[0])
            yield Otherwise(name, older_words, rule_words(after, words, triggers[1]))


def _value(value: object, words: Words) -> str:
    """A number, a word, a list, a yes or a no."""
    if value is None or value == ():
        return _NOTHING
    if isinstance(value, bool):
        return words(YES) if value else words(NO)
    if isinstance(value, Text):
        return passage_line(value, words.language)
    if isinstance(value, Mapping):
        return ", ".join(f"{_value(k, words)}: {_value(v, words)}" for k, v in value.items())
    if isinstance(value, tuple):
        return _listed(value, words)
    return one_line(value.value if isinstance(value, StrEnum) else str(value))


def _listed(value: tuple[object, ...], words: Words) -> str:
    """A trigger, a subject, a band, a role to be heard, or a list of such things."""
    if isinstance(value, Trigger):
        return trigger_words(value, words)
    if isinstance(value, Subject):
        return value.id
    if isinstance(value, Band):
        return f"{value.id} ({written_number(value.lowest, words)})"
    if isinstance(value, Hearing):
        return f"{value.role} ({value.units})" if value.units > 1 else value.role
    if hasattr(value, "id"):
        return one_line(str(value.id))
    return ", ".join(rule_words(item, words) for item in value)


def held_back(score: Score, result: NodeResult, words: Words) -> str | None:
    """Why a factor stands lower than its answers alone would put it; None where nothing holds it.

    Args:
        score: the whole result.
        result: the factor.
        words: the language to say it in.
    """
    rolled = result.rolled
    upper = result.id in score.tiers
    if rolled.status is LevelStatus.NOT_APPLICABLE and upper:
        return words(
            "{factor} is not applicable: {applicable} of {all} parts apply.",
            factor=result.id,
            applicable=rolled.applicable,
            all=len(result.levels),
        )
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        return words(
            "{factor} is not applicable: {applicable} of {all} questions apply.",
            factor=result.id,
            applicable=rolled.applicable,
            all=len(result.levels),
        )
    if rolled.status is LevelStatus.INSUFFICIENT:
        return (_no_upper_level if upper else _no_level)(score, result, words)
    parts = [part for part in (_core_only(result, words), _capped(score, result, words)) if part]
    parts += [part for part in (_limited(result, words), _assumed(result, words)) if part]
    parts += _stopped(score, result, words)
    if result.gate is not None:
        parts.append(gate_sentence(score, result.gate, words))
    parts += _held_below(score, result, words) if upper else ()
    return " ".join(parts) or None


def _stopped(score: Score, result: NodeResult, words: Words) -> Iterator[str]:
    """Where a path stops: at the first rung that is known not to be passed."""
    rule = score.questionnaire.nodes[result.id].roll_up
    if rule is None or rule.rule is not RollUpRule.LADDER:
        return
    questionnaire = score.questionnaire
    for key, level in result.levels.items():
        question = questionnaire.questions.get(key)
        top = question.highest if question else questionnaire.reach.of(questionnaire.nodes[key])[1]
        passed_at = top if rule.passed_at is None else rule.passed_at
        if level is not None and level < passed_at:
            yield words(
                "{part} stops at {rung}, {level}: it is passed at {passed}.",
                part=result.id,
                rung=key,
                level=written_number(level, words),
                passed=written_number(passed_at, words),
            )
            return


def _held_below(score: Score, result: NodeResult, words: Words) -> Iterator[str]:
    """The parts that count as a gate leaves them in the part above."""
    held = [(key, gate) for key in result.levels if (gate := score.scored[key].gate) is not None]
    if held:
        listed = ", ".join(
            words(
                "{factor} as {capped}, not {level}",
                factor=key,
                capped=written_number(gate.capped_to, words),
                level=written_number(gate.raw, words),
            )
            for key, gate in held
        )
        yield words("{factor} counts, after caps: {parts}.", factor=result.id, parts=listed)


def gate_sentence(score: Score, gate: GateResult, words: Words) -> str:
    """A gate that caps a factor, with the answers behind it and its reason."""
    rule = gate_rule(score, gate.id)
    inputs = ", ".join(
        f"{name} {written_number(level, words)}" for name, level in gate.inputs.items()
    )
    sentence = words(
        "{factor} {level} → {capped}: it may stand at most {plus} above the lowest of {inputs}.",
        factor=gate.factor,
        level=written_number(gate.raw, words),
        capped=written_number(gate.capped_to, words),
        inputs=inputs,
        plus=written_number(rule.plus, words),
    )
    if gate.unknown:
        unknown = ", ".join(gate.unknown)
        sentence += " " + words("Not known, and read at its best: {ids}.", ids=unknown)
    return f"{sentence} {passage_line(rule.because, words.language)}"


def gate_rule(score: Score, gate: str) -> Gate:
    """The rule behind a gate."""
    return next(rule for rule in score.questionnaire.gates if rule.id == gate)


def _no_level(score: Score, result: NodeResult, words: Words) -> str:
    """A factor with too short a basis: what it could be, and what to answer."""
    low, high = result.rolled.interval
    open_ones = unanswered(score, result.id)
    return words(
        "{factor} has no level yet: {answered} of {applicable} answered; it lies between {low} "
        "and {high}. Open: {questions}.",
        factor=result.id,
        answered=result.rolled.answered,
        applicable=result.rolled.applicable,
        low=written_number(low, words),
        high=written_number(high, words),
        questions=", ".join(open_ones),
    )


def _no_upper_level(score: Score, result: NodeResult, words: Words) -> str:
    """A part above others with too few levels below it: what it could be, and which are open."""
    low, high = result.rolled.interval
    open_parts = [
        key
        for key, level in result.levels.items()
        if level is None and score.scored[key].rolled.status is not LevelStatus.NOT_APPLICABLE
    ]
    return words(
        "{factor} has no level yet: {answered} of {applicable} parts have one; it lies between "
        "{low} and {high}. Open: {parts}.",
        factor=result.id,
        answered=result.rolled.answered,
        applicable=result.rolled.applicable,
        low=written_number(low, words),
        high=written_number(high, words),
        parts=", ".join(open_parts),
    )


def _core_only(result: NodeResult, words: Words) -> str | None:
    """A level that rests on core questions at the bottom, or that nothing unknown could change."""
    rolled = result.rolled
    if rolled.core_only:
        return words(
            "{factor}: core questions only; they all stand at the bottom ({interval} possible).",
            factor=result.id,
            interval=interval(*rolled.interval, words),
        )
    if rolled.settled:
        return words(
            "{factor}: not all is known, but nothing unknown could change the level.",
            factor=result.id,
        )
    return None


def _limited(result: NodeResult, words: Words) -> str | None:
    """A level that is held at the most that its roll-up allows."""
    rolled = result.rolled
    if rolled.limit is None or rolled.middle is None:
        return None
    return words(
        "{part} {middle} → {limit}: more than {limit} is not given.",
        part=result.id,
        middle=written_number(rolled.middle, words),
        limit=written_number(rolled.limit, words),
    )


def _assumed(result: NodeResult, words: Words) -> str | None:
    """What unknown answers were taken to be, where the level rests on that."""
    if not result.rolled.assumed:
        return None
    listed = ", ".join(
        f"{key} {written_number(level, words)}" for key, level in result.rolled.assumed.items()
    )
    if result.rolled.level == result.rolled.interval[0]:
        return words(
            "{part}: not known, and counted at the least possible: {listed}.",
            part=result.id,
            listed=listed,
        )
    return words(
        "{part}: not known, and counted at the most possible: {listed}.",
        part=result.id,
        listed=listed,
    )


def _capped(score: Score, result: NodeResult, words: Words) -> str | None:
    """A cap by the lowest core question."""
    rolled = result.rolled
    if not rolled.capped_by or rolled.level is None or rolled.middle is None:
        return None
    node = score.questionnaire.nodes[result.id]
    above = node.roll_up.above_lowest_core if node.roll_up else None
    lowest = result.levels[rolled.capped_by[0]]
    return words(
        "{factor} {middle} → {level}: held by core question {questions} at {lowest} "
        "({many_parts} are at most {above} above their lowest core question).",
        factor=result.id,
        middle=written_number(rolled.middle, words),
        level=written_number(rolled.level, words),
        questions=", ".join(rolled.capped_by),
        lowest=written_number(lowest, words) if lowest is not None else "?",
        above=written_number(above, words) if above is not None else "0",
    )
