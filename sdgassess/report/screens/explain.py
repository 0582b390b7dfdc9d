"""One factor explained on one screen: what its level rests on, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.screen import (
    MORE,
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Prose,
    Row,
    Rows,
    Screen,
    Title,
)
from sdgassess.language import N_
from sdgassess.model.profile import State
from sdgassess.numbers import LEVEL_OF_MOST, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.anchors import standalone_text
from sdgassess.phrases.levels import NO_LEVEL, NONE_OF_THEM, STATES, level_mark
from sdgassess.phrases.rows import some
from sdgassess.report.edition import Edition
from sdgassess.report.explain.factor import computation, way_up
from sdgassess.report.finding import finding
from sdgassess.report.glance import question_steps, ranges
from sdgassess.report.screens.ladder import left_out, parts_shown
from sdgassess.report.screens.score import (
    disagreements,
    first_levels_command,
    head_parts,
    unknown_words,
)
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.score import Score, unbacked

_QUESTIONS = 4
_WEAK = 6


def factor_blocks(edition: Edition[Score], factor: str, file: str) -> Screen:
    """The whole screen of one factor.

    Args:
        edition: the score, and the language it is told in.
        factor: its id.
        file: how the next command names the profile.
    """
    return tuple(_blocks(edition, factor, file))


def _blocks(edition: Edition[Score], factor: str, file: str) -> Iterator[Block]:
    """The parts of the screen in their order."""
    score, words = edition.subject, edition.words
    result = score.factors[factor]
    yield Title(tuple(head_parts(score, words)))
    yield Gap()
    title = edition.line(score.questionnaire.nodes[factor].title)
    level = words(NO_LEVEL)
    if result.level is not None:
        most = written_number(ranges(score)[factor].high, words)
        level = words(LEVEL_OF_MOST, level=written_number(result.level, words), most=most)
    yield Prose(f"{factor}  {title}: {level}", strong=True)
    for sentence in computation(score, result, words):
        yield Prose(sentence)
    yield Gap()
    yield Rows(tuple(_row(edition, question) for question in result.levels), stretch=3)
    yield from _core(edition, result)
    yield from _unsettled(edition, tuple(result.levels))
    yield Head(words(labels.WHAT_WOULD_RAISE_IT))
    for sentence in way_up(score, result, words):
        yield Prose(sentence)
    yield Gap()
    yield _next(edition, factor, file)


def parts_blocks(edition: Edition[Score], file: str) -> Screen:
    """Every part in short: where it stands, what would raise it; and what else can be explained.

    Args:
        edition: the score, and the language it is told in.
        file: how the next command names the profile.
    """
    return tuple(_every_part(edition, file))


def _every_part(edition: Edition[Score], file: str) -> Iterator[Block]:
    """The parts of the screen in their order."""
    score, words = edition.subject, edition.words
    yield Title(tuple(head_parts(score, words)))
    yield Gap()
    yield Prose(" ".join(finding(score, words)), strong=True)
    names = parts_shown(score) if score.scored and score.has_levels else ()
    if names:
        yield Head(words(labels.WHAT_WOULD_RAISE_IT))
        yield Rows(tuple(_part(edition, name) for name in names), stretch=3, most=2)
        yield from left_out(score, names, words)
    yield Gap()
    yield Prose(_explainable(edition))
    yield Gap()
    about = next(iter(names), next(iter(score.questions), ""))
    upcoming = f"sdgassess explain {file} {about}".rstrip()
    if not score.has_levels:
        upcoming = first_levels_command(score, file)
    yield Commands((Command(words(labels.NEXT), upcoming), Command(words(labels.MORE), MORE)))


def _part(edition: Edition[Score], name: str) -> Row:
    """A part: its id, its level at a glance, its name, and the shortest way up."""
    score, words = edition.subject, edition.words
    result = score.scored[name]
    level = "?" if result.level is None else written_number(result.level, words)
    title = edition.line(score.questionnaire.nodes[name].title)
    way = next(way_up(score, result, words), "")
    boxes = ranges(score)[name].at(result.level)
    cells = (" " * result.depth + name, boxes, level, f"{title}. {way}")
    return Row(cells, f"{name} {title}: {level}. {way}", result.depth)


def _explainable(edition: Edition[Score]) -> str:
    """Which other ids can be explained."""
    rules, words = edition.subject.questionnaire, edition.words
    sentences = []
    first = next(iter(edition.subject.questions), None)
    if first is not None:
        sentences.append(
            words("Every question can be explained by its id too, such as {id}.", id=first)
        )
    judged = _judged(edition)
    kinds = (
        (N_("Risk patterns: {ids}."), [each for each in rules.patterns if each.id in judged]),
        (N_("Ways of working: {ids}."), rules.style),
    )
    for message, named in kinds:
        ids = ", ".join(f"{each.id} ({edition.line(each.title)})" for each in named)
        if ids:
            sentences.append(words(message, ids=ids))
    caps = ", ".join(f"{gate.id} ({gate.caps})" for gate in rules.gates)
    if caps:
        sentences.append(words("Caps: {ids}.", ids=caps))
    return " ".join(sentences)


def _judged(edition: Edition[Score]) -> frozenset[str]:
    """The patterns that are judged in this assessment."""
    return frozenset(pattern.id for pattern in edition.subject.patterns)


def _core(edition: Edition[Score], result: NodeResult) -> Iterator[Prose]:
    """What a core question is, where the level can be held down by one."""
    questionnaire = edition.subject.questionnaire
    rule = questionnaire.nodes[result.id].roll_up
    above = None if rule is None else rule.above_lowest_core
    asked = (questionnaire.questions.get(key) for key in result.levels)
    if above is not None and any(question is not None and question.core for question in asked):
        yield Prose(
            edition.words(
                "Core questions: {the_part} may stand at most {above} above the lowest of them.",
                above=written_number(above, edition.words),
            )
        )


def _row(edition: Edition[Score], question_id: str) -> Row:
    """One question: its level at a glance, and what that level means."""
    score, words = edition.subject, edition.words
    question, result = score.questionnaire.questions[question_id], score.questions[question_id]
    level = score.level(question_id)
    meaning = words(STATES[result.state]) if result.state else ""
    options = score.answers_at(question_id)
    if options:
        meaning = "; ".join(edition.line(standalone_text(question, option)) for option in options)
    elif question.several and level is not None:
        meaning = words(NONE_OF_THEM)
    if question.core:
        meaning += " " + words(labels.CORE)
    boxes = question_steps(question, level) or ""
    mark = level_mark(level, result.state, words)
    spoken = f"{question_id} {mark if level is not None else ''}".strip() + f": {meaning}"
    return Row((question_id, boxes, mark, meaning), spoken)


def _unsettled(edition: Edition[Score], questions: tuple[str, ...]) -> Iterator[Prose]:
    """What of it is not agreed, not known, or stands higher than it is backed."""
    score, words = edition.subject, edition.words
    yield from disagreements(score, questions, words)
    unknown = [q for q in questions if score.questions[q].state is State.UNKNOWN]
    if unknown:
        listed = some([unknown_words(score, q, words) for q in unknown], _QUESTIONS, words)
        yield Prose(words(labels.NOT_KNOWN_LINE, questions=listed))
    weak = [q for q in unbacked(score) if q in questions]
    if weak:
        yield Prose(
            words(
                labels.OVERSTATED_LINE,
                questions=some(weak, _WEAK, words),
            )
        )


def _next(edition: Edition[Score], factor: str, file: str) -> Commands:
    """What can be typed next: one question whole, or everything about the factor."""
    score, words = edition.subject, edition.words
    known = {q: score.level(q) for q in score.factors[factor].levels}
    lowest = min(known, key=lambda q: (known[q] is None, known[q] or 0))
    return Commands(
        (
            Command(words(labels.NEXT), f"sdgassess explain {file} {lowest}"),
            Command(words(labels.MORE), MORE),
        )
    )
