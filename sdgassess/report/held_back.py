"""One sentence for a factor that is held back, or that has no level: which rule, which answers."""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.model.rules import Gate
from sdgassess.report.level_words import interval
from sdgassess.report.page import said
from sdgassess.scoring.explain import unanswered
from sdgassess.scoring.gates import GateResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score
from sdgassess.scoring.sheet import NodeResult
from sdgassess.text import number


def held_back(score: Score, result: NodeResult, words: Words) -> str | None:
    """Why a factor stands lower than its answers alone would put it; None where nothing holds it.

    Args:
        score: the whole result.
        result: the factor.
        words: the language to say it in.
    """
    rolled = result.rolled
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        return words(
            "{factor} is not applicable: {applicable} of {all} questions apply.",
            factor=result.id,
            applicable=rolled.applicable,
            all=len(result.levels),
        )
    if rolled.status is LevelStatus.INSUFFICIENT:
        return _no_level(score, result, words)
    parts = [part for part in (_core_only(result, words), _capped(score, result, words)) if part]
    if result.gate is not None:
        parts.append(gate_sentence(score, result.gate, words))
    return " ".join(parts) or None


def gate_sentence(score: Score, gate: GateResult, words: Words) -> str:
    """A gate that caps a factor, with the answers behind it and its reason."""
    rule = gate_rule(score, gate.id)
    inputs = ", ".join(f"{name} {number(level)}" for name, level in gate.inputs.items())
    sentence = words(
        "{factor} {level} → {capped}: it may stand at most {plus} above the lowest of {inputs}.",
        factor=gate.factor,
        level=number(gate.raw),
        capped=number(gate.capped_to),
        inputs=inputs,
        plus=number(rule.plus),
    )
    if gate.unknown:
        unknown = ", ".join(gate.unknown)
        sentence += " " + words("Not known, and read at its best: {ids}.", ids=unknown)
    return f"{sentence} {said(rule.because, words.language)}"


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
        low=number(low),
        high=number(high),
        questions=", ".join(open_ones),
    )


def _core_only(result: NodeResult, words: Words) -> str | None:
    """A level that rests on core questions at the bottom, or that nothing unknown could change."""
    rolled = result.rolled
    if rolled.core_only:
        return words(
            "{factor}: core questions only; they all stand at the bottom ({interval} possible).",
            factor=result.id,
            interval=interval(*rolled.interval),
        )
    if rolled.settled:
        return words(
            "{factor}: not all is known, but nothing unknown could change the level.",
            factor=result.id,
        )
    return None


def _capped(score: Score, result: NodeResult, words: Words) -> str | None:
    """A cap by the lowest core question."""
    rolled = result.rolled
    if not rolled.capped_by or rolled.level is None or rolled.middle is None:
        return None
    node = score.questionnaire.nodes[result.id]
    above = node.roll_up.above_lowest_core if node.roll_up else None
    lowest = result.levels[rolled.capped_by[0]]
    return words(
        "{factor} {middle} → {level}: held by core question {questions} at {lowest} (a factor is "
        "at most {above} above its lowest core question).",
        factor=result.id,
        middle=number(rolled.middle),
        level=number(rolled.level),
        questions=", ".join(rolled.capped_by),
        lowest=number(lowest) if lowest is not None else "?",
        above=number(above) if above is not None else "0",
    )
