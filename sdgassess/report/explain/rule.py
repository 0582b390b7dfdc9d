"""Rules explained: a pattern, a gate, a style axis – in words, with the answers they look at."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.own_way import still_to_watch
from sdgassess.document.page import Page
from sdgassess.document.passage import passage_line
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
from sdgassess.phrases.conditions import condition_words, trigger_words
from sdgassess.phrases.levels import level_mark
from sdgassess.phrases.patterns import (
    pattern_of,
    pattern_sentence,
    pattern_texts,
    position_name,
)
from sdgassess.phrases.rules import gate_sentence, gate_words
from sdgassess.scoring.evaluation import Evaluation
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.score import Score
from sdgassess.text import one_line


def write_pattern(page: Page, score: Score, result: PatternResult) -> None:
    """What a pattern is, its rules in words, what it looked at, the way out."""
    words = page.words
    rules = pattern_of(score, result)
    triggers = {trigger.question: trigger for trigger in rules.triggers}
    page.heading(pattern_sentence(score, result, words))
    for text in pattern_texts(score, result):
        page.text(page.say(text), "  ")
    if rules.not_exposed is not None:
        page.item(f"{words('not exposed')}: {condition_words(rules.not_exposed, words)}")
    page.item(f"{words('high')}: {condition_words(rules.high, words, triggers)}")
    page.item(f"{words('medium')}: {condition_words(rules.medium, words, triggers)}")
    for trigger in rules.triggers:
        answered = score.questions.get(trigger.question)
        if answered is not None:
            mark = level_mark(score.level(trigger.question), answered.state, words)
            points = trigger.question in result.triggered
            verdict = words("points to it") if points else words("does not point to it")
            page.text(f"{trigger_words(trigger, words)}: {mark}, {verdict}", "    ")
    for line in _other_subjects(score, rules, words):
        page.text(line, "    ")
    _write_quotes(page, rules.quotes)
    if rules.way_out is not None and result.result in (Risk.HIGH, Risk.MEDIUM):
        page.text(words("Way out: {text}", text=page.say(rules.way_out)), "  ")
    if result.unknown:
        page.text(words("Not known: {ids}.", ids=", ".join(result.unknown)), "  ")


def write_gate(page: Page, score: Score, gate: Gate) -> None:
    """A gate: its rule, its reason, where its inputs stand, and whether it caps."""
    words = page.words
    page.heading(f"{gate.id}: {gate_words(gate, words)}")
    page.text(page.say(gate.because), "  ")
    _write_quotes(page, gate.quotes)
    for subject in (*gate.lowest_of, Subject(SubjectKind.FACTOR, gate.caps)):
        page.text(f"{subject.id}: {_stands(score, subject, words)}", "    ")
    gated = score.scored[gate.caps].gate if gate.caps in score.scored else None
    if gated is not None and gated.id == gate.id:
        page.item(gate_sentence(score, gated, words))
    else:
        page.item(words("It holds nothing back here."))


def write_axis(page: Page, score: Score, axis: Axis) -> None:
    """A style axis: what was answered, which position follows, what to keep an eye on."""
    words = page.words
    page.heading(f"{page.say(axis.title)}: {page.say(axis.text)}")
    result = next(result for result in score.style if result.axis == axis.id)
    for item in axis.items:
        answer = result.items.get(item.id)
        if answer is not None:
            mark = str(answer) if isinstance(answer, int) else words("neither yet")
            poles = f"−{axis.reach} {page.say(item.low)} ↔ {axis.reach} {page.say(item.high)}"
            page.item(f"{page.say(item.text)} {mark} ({poles})")
    names = ", ".join(position_name(axis, place, words) for place in result.position)
    page.item(words("Position: {names}", names=names or words("not answered")))
    for place in axis.positions:
        rule = condition_words(place.when, words)
        page.text(f"{page.say(place.title)}: {rule}", "    ")
        watched = still_to_watch(score, result) if place.id in result.position else ()
        if watched:
            watch = ", ".join(f"{q} {_mark(score, q, words)}" for q in watched)
            page.item(words("Keep an eye on {questions}.", questions=watch))
            if place.watch_because is not None:
                page.text(page.say(place.watch_because), "    ")


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
        return words("unknown")
    if isinstance(value, Unsettled):
        return words("not applicable")
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    return one_line(value) if isinstance(value, str) else written_number(value, words)


def _mark(score: Score, question: str, words: Words) -> str:
    """A question's level, or the mark in its place; a dot where it is out of scope."""
    answered = score.questions.get(question)
    return level_mark(score.level(question), answered.state if answered else None, words)


def _write_quotes(page: Page, quotes: tuple[Quote, ...]) -> None:
    """Quotes with their sources."""
    for quote in quotes:
        page.item(f"{page.words.quoted(one_line(quote.quote))} [{quote.source}]")
