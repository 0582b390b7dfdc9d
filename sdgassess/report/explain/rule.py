"""Rules explained: a pattern, a gate, a style axis – in words, with the answers they look at."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.own_way import still_to_watch
from sdgassess.document.passage import passage_line
from sdgassess.document.screen import Block, Head, Prose, item
from sdgassess.language import Words
from sdgassess.model.condition import (
    Condition,
    Subject,
    SubjectKind,
    Unsettled,
    subjects,
)
from sdgassess.model.question import Quote
from sdgassess.model.rules import Gate, Pattern
from sdgassess.model.unscored import Axis
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.conditions import condition_words, trigger_words
from sdgassess.phrases.levels import (
    HIGH,
    MEDIUM,
    NO,
    NO_POSITION_YET,
    NOT_ANSWERED,
    NOT_APPLICABLE,
    NOT_EXPOSED,
    UNKNOWN,
    YES,
    level_mark,
)
from sdgassess.phrases.patterns import (
    pattern_of,
    pattern_sentence,
    pattern_texts,
    position_name,
)
from sdgassess.phrases.quotes import quote_line
from sdgassess.phrases.rules import gate_sentence, gate_words
from sdgassess.report.edition import Edition
from sdgassess.scoring.evaluation import Evaluation
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.score import Score
from sdgassess.text import one_line


def pattern_part(edition: Edition[Score], result: PatternResult) -> Iterator[Block]:
    """What a pattern is, its rules in words, what it looked at, the way out."""
    score = edition.subject
    words = edition.words
    rules = pattern_of(score, result)
    triggers = {trigger.question: trigger for trigger in rules.triggers}
    yield Head(pattern_sentence(score, result, words), minor=True)
    for text in pattern_texts(score, result):
        yield Prose(edition.line(text), lead="  ")
    if rules.not_exposed is not None:
        yield item(f"{words(NOT_EXPOSED)}: {condition_words(rules.not_exposed, words)}")
    yield item(f"{words(HIGH)}: {condition_words(rules.high, words, triggers)}")
    yield item(f"{words(MEDIUM)}: {condition_words(rules.medium, words, triggers)}")
    for trigger in rules.triggers:
        answered = score.questions.get(trigger.question)
        if answered is not None:
            mark = level_mark(score.level(trigger.question), answered.state, words)
            points = trigger.question in result.triggered
            verdict = words("points to it") if points else words("does not point to it")
            yield Prose(f"{trigger_words(trigger, words)}: {mark}, {verdict}", lead="    ")
    for line in _other_subjects(score, rules, words):
        yield Prose(line, lead="    ")
    yield from _quotes(edition, rules.quotes)
    if rules.way_out is not None and result.result in (Risk.HIGH, Risk.MEDIUM):
        yield Prose(words("Way out: {text}", text=edition.line(rules.way_out)), lead="  ")
    if result.unknown:
        yield Prose(words(labels.UNKNOWN_IN_A_RULE_LINE, ids=", ".join(result.unknown)), lead="  ")


def gate_part(edition: Edition[Score], gate: Gate) -> Iterator[Block]:
    """A gate: its rule, its reason, where its inputs stand, and whether it caps."""
    score = edition.subject
    words = edition.words
    yield Head(f"{gate.id}: {gate_words(gate, words)}", minor=True)
    yield Prose(edition.line(gate.because), lead="  ")
    yield from _quotes(edition, gate.quotes)
    for subject in (*gate.lowest_of, Subject(SubjectKind.FACTOR, gate.caps)):
        yield Prose(f"{subject.id}: {_stands(score, subject, words)}", lead="    ")
    gated = score.scored[gate.caps].gate if gate.caps in score.scored else None
    if gated is not None and gated.id == gate.id:
        yield item(gate_sentence(score, gated, words))
    else:
        yield item(words("It holds nothing back here."))


def axis_part(edition: Edition[Score], axis: Axis) -> Iterator[Block]:
    """A style axis: what was answered, which position follows, what to keep an eye on."""
    score = edition.subject
    words = edition.words
    yield Head(f"{edition.line(axis.title)}: {edition.line(axis.text)}", minor=True)
    result = next(result for result in score.style if result.axis == axis.id)
    for statement in axis.items:
        answer = result.items.get(statement.id)
        if answer is not None:
            mark = str(answer) if isinstance(answer, int) else words(NO_POSITION_YET)
            low, high = edition.line(statement.low), edition.line(statement.high)
            poles = f"−{axis.reach} {low} ↔ {axis.reach} {high}"
            yield item(f"{edition.line(statement.text)} {mark} ({poles})")
    names = ", ".join(position_name(axis, place, words) for place in result.position)
    yield item(words("Position: {names}", names=names or words(NOT_ANSWERED)))
    for place in axis.positions:
        rule = condition_words(place.when, words)
        yield Prose(f"{edition.line(place.title)}: {rule}", lead="    ")
        watched = still_to_watch(score, result) if place.id in result.position else ()
        if watched:
            watch = ", ".join(f"{q} {_mark(score, q, words)}" for q in watched)
            yield item(words(labels.KEEP_AN_EYE_ON_LINE, questions=watch))
            if place.watch_because is not None:
                yield Prose(edition.line(place.watch_because), lead="    ")


def _other_subjects(score: Score, rules: Pattern, words: Words) -> Iterator[str]:
    """What a pattern looks at besides its triggers, with where it stands."""
    conditions: list[Condition] = [rules.high, rules.medium]
    conditions += [rules.not_exposed] if rules.not_exposed is not None else []
    named = [s for condition in conditions for s in subjects(condition)]
    for subject in dict.fromkeys([*named, *rules.needs]):
        if subject.kind is SubjectKind.TRIGGERED:
            continue
        name = subject.id
        if subject.kind is SubjectKind.CONTEXT:
            question = next(q for q in score.questionnaire.context if q.id == subject.id)
            name = f"{subject.id} ({passage_line(question.text, words.language)})"
        yield f"{name}: {_stands(score, subject, words)}"


def _stands(score: Score, subject: Subject, words: Words) -> str:
    """Where a subject of a rule stands, in words."""
    evaluation = Evaluation(score.questionnaire, score.profile, score.questions, score.basis)
    value = evaluation.look(subject)
    if value is Unsettled.UNKNOWN:
        return words(UNKNOWN)
    if isinstance(value, Unsettled):
        return words(NOT_APPLICABLE)
    if isinstance(value, bool):
        return words(YES) if value else words(NO)
    return one_line(value) if isinstance(value, str) else written_number(value, words)


def _mark(score: Score, question: str, words: Words) -> str:
    """A question's level, or the mark in its place; a dot where it is out of scope."""
    answered = score.questions.get(question)
    return level_mark(score.level(question), answered.state if answered else None, words)


def _quotes(edition: Edition[Score], quotes: tuple[Quote, ...]) -> Iterator[Block]:
    """Quotes with their sources and translations."""
    for quote in quotes:
        yield item(quote_line(quote, edition.words))
