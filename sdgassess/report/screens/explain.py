"""One factor explained on one screen: what its level rests on, and what would raise it."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.screen import (
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Prose,
    Row,
    Rows,
    Screen,
    Steps,
    Title,
)
from sdgassess.model.profile import State
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import STATES, level_mark
from sdgassess.report.edition import Edition
from sdgassess.report.explain.factor import computation, way_up
from sdgassess.report.screens.ladder import ranges
from sdgassess.report.screens.score import disagreement_words, head_parts, some, unknown_words
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.score import Score, unbacked

_MOST_STEPS = 8
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
    level = words("no level")
    if result.level is not None:
        most = written_number(ranges(score)[factor].high, words)
        level = words("{level} of {most}", level=written_number(result.level, words), most=most)
    yield Prose(f"{factor}  {title}: {level}", strong=True)
    for sentence in computation(score, result, words):
        yield Prose(sentence)
    yield Gap()
    yield Rows(tuple(_row(edition, question) for question in result.levels), stretch=3)
    yield from _core(edition, result)
    yield from _unsettled(edition, tuple(result.levels))
    yield Head(words("What would raise it"))
    for sentence in way_up(score, result, words):
        yield Prose(sentence)
    yield Gap()
    yield _next(edition, factor, file)


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
        meaning = "; ".join(edition.line(option.text) for option in options)
    elif question.several and level is not None:
        meaning = words("none of them")
    if question.core:
        meaning += " " + words("(core question)")
    above = question.levels[1:]
    boxes: Steps | str = ""
    if level is not None and len(above) <= _MOST_STEPS:
        boxes = Steps(sum(value <= level for value in above), len(above))
    mark = level_mark(level, result.state, words)
    spoken = f"{question_id} {mark if level is not None else ''}".strip() + f": {meaning}"
    return Row((question_id, boxes, mark, meaning), spoken)


def _unsettled(edition: Edition[Score], questions: tuple[str, ...]) -> Iterator[Prose]:
    """What of it is not agreed, not known, or stands higher than it is backed."""
    score, words = edition.subject, edition.words
    disagreed = [q for q in questions if score.questions[q].disagreement]
    if disagreed:
        listed = some([disagreement_words(score, q, words) for q in disagreed], _QUESTIONS)
        yield Prose(words("Not agreed: {questions}", questions=listed))
    unknown = [q for q in questions if score.questions[q].state is State.UNKNOWN]
    if unknown:
        listed = some([unknown_words(score, q, words) for q in unknown], _QUESTIONS)
        yield Prose(words("Not known: {questions}", questions=listed))
    weak = [q for q in unbacked(score) if q in questions]
    if weak:
        yield Prose(
            words(
                "Higher than evidence or agreement backs: {questions}", questions=some(weak, _WEAK)
            )
        )


def _next(edition: Edition[Score], factor: str, file: str) -> Commands:
    """What can be typed next: one question whole, or everything about the factor."""
    score, words = edition.subject, edition.words
    known = {q: score.level(q) for q in score.factors[factor].levels}
    lowest = min(known, key=lambda q: (known[q] is None, known[q] or 0))
    return Commands(
        (
            Command(words("Next"), f"sdgassess explain {file} {lowest}"),
            Command(words("More"), "--all"),
        )
    )
