"""Patterns and style positions in words."""

from __future__ import annotations

from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.question import Text
from sdgassess.model.rules import Pattern
from sdgassess.model.unscored import Axis
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NO_POSITION_YET, RISKS, level_mark
from sdgassess.phrases.rows import in_a_row
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.score import Score
from sdgassess.scoring.style import NEITHER_YET
from sdgassess.text import one_line

GRAVEST = N_("Gravest risk pattern: {pattern}, {risk}.")
_GRAVEST_ALIKE = N_("Gravest risk patterns, each {risk}: {patterns}.")


_PRESENT = (Risk.HIGH, Risk.MEDIUM)


def present_patterns(score: Score) -> list[PatternResult]:
    """The patterns at medium or high, gravest first; "could be" decides between equals.

    Of two that say the same, the graver one alone.
    """
    present = [result for result in printed_patterns(score) if result.result in _PRESENT]
    present.sort(key=lambda r: (_PRESENT.index(r.result), r.could_be is not Risk.HIGH))
    return present


def gravest_patterns(score: Score) -> list[PatternResult]:
    """The patterns at the gravest risk that any of them has; several where they are alike."""
    present = present_patterns(score)
    return [result for result in present if result.result is present[0].result]


def gravest_words(score: Score, words: Words) -> str | None:
    """The gravest pattern with its risk, or each of those that are alike; None without any."""
    gravest = gravest_patterns(score)
    names = [passage_line(pattern_of(score, result).title, words.language) for result in gravest]
    if not gravest:
        return None
    if len(gravest) == 1:
        return words(GRAVEST, pattern=names[0], risk=risk_words(gravest[0], words))
    risk = words(RISKS[gravest[0].result])
    return words(_GRAVEST_ALIKE, risk=risk, patterns=in_a_row(names))


def printed_patterns(score: Score) -> list[PatternResult]:
    """All results but those that yield to a pattern that is high."""
    return [result for result in score.patterns if score.graver(result) is None]


def pattern_of(score: Score, result: PatternResult) -> Pattern:
    """The rules behind a result."""
    return next(p for p in score.questionnaire.patterns if p.id == result.id)


def risk_words(result: PatternResult, words: Words) -> str:
    """The risk, with what it could be where unknown answers leave it open."""
    risk = words(RISKS[result.result])
    if result.could_be is None:
        return risk
    return words("{risk} – could be {worse}", risk=risk, worse=words(RISKS[result.could_be]))


def pattern_sentence(score: Score, result: PatternResult, words: Words) -> str:
    """A pattern in one sentence: its name, the risk, and the answers that point to it."""
    title = passage_line(pattern_of(score, result).title, words.language)
    sentence = f"{title} ({result.id}): {risk_words(result, words)}"
    if result.triggered:
        answers = ", ".join(f"{q} {_mark(score, q, words)}" for q in result.triggered)
        sentence += f"; {answers}"
    if result.could_be is not None and result.unknown:
        sentence += ". " + unknown_in_rule_words(score, result, words)
    return sentence


def unknown_in_rule_words(score: Score, result: PatternResult, words: Words) -> str:
    """What a pattern's rule would need to know and does not; a question that has no id in words.

    Args:
        score: with the questionnaire's unscored questions.
        result: a pattern with something unknown.
        words: the language.
    """
    asked = {question.id: question for question in score.questionnaire.context}
    names = [
        words.quoted(passage_line(asked[key].text, words.language)) if key in asked else key
        for key in result.unknown
    ]
    return words(labels.UNKNOWN_IN_A_RULE_LINE, ids=in_a_row(names))


def pattern_texts(score: Score, result: PatternResult) -> tuple[Text, ...]:
    """What a pattern says of these answers: the sentence of its risk, and each clause that holds.

    Nothing where it is not exposed, cannot be assessed, or says nothing at a low risk.
    """
    sentence = risk_sentence(score, result)
    return () if sentence is None else (sentence, *(clause.text for clause in result.clauses))


def risk_sentence(score: Score, result: PatternResult) -> Text | None:
    """What a pattern says at its risk; None where it says nothing there."""
    says = pattern_of(score, result).says
    by_risk = {Risk.HIGH: says.high, Risk.MEDIUM: says.medium, Risk.LOW: says.low}
    return by_risk.get(result.result)


def position_name(axis: Axis, position: str, words: Words) -> str:
    """The name of a position or option on an axis; its id where the axis doesn't know it."""
    titles = {place.id: place.title for place in axis.positions}
    titles |= {option.id: option.title for option in axis.options}
    if position in titles:
        return passage_line(titles[position], words.language)
    return words(NO_POSITION_YET) if position == NEITHER_YET else one_line(position)


def _mark(score: Score, question: str, words: Words) -> str:
    """A question's level or the mark in its place."""
    return level_mark(score.level(question), score.questions[question].state, words)
