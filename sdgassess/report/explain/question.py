"""One question explained: what was answered, by whom, backed by what, and the next level."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.candidates import next_target
from sdgassess.document.screen import Block, Head, Prose, item
from sdgassess.language import Words
from sdgassess.model.profile import Answer
from sdgassess.numbers import written_exact, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.anchors import standalone_text
from sdgassess.phrases.evidence import evidence_line
from sdgassess.phrases.levels import NONE_OF_THEM, STATES, level_mark
from sdgassess.phrases.questions import backing_words, count_words, voices_words
from sdgassess.report.edition import Edition
from sdgassess.scoring.disclosure import comments_to_show
from sdgassess.scoring.score import Score
from sdgassess.text import one_line, own_lines


def question_part(edition: Edition[Score], question_id: str) -> Iterator[Block]:
    """The whole of one question."""
    score = edition.subject
    question = score.questionnaire.questions[question_id]
    yield Head(f"{question_id}  {edition.line(question.text)}", minor=True)
    yield from answer_part(edition, question_id)
    answer = score.profile.answers.get(question_id)
    if answer is not None and answer.comment:
        yield Prose(f"{edition.words(labels.COMMENT)}: {answer.comment.strip()}", lead="      ")
    for comment in () if answer is None else comments_to_show(score.profile, answer):
        yield Prose(f"{edition.words(labels.COMMENT)}: {comment}", lead="      ")
    yield from _ladder(edition, question_id)
    yield from _next_level(edition, question_id)


def answer_part(edition: Edition[Score], question_id: str) -> Iterator[Block]:
    """A question's level, what its anchor says, its voices, evidence and backing."""
    score = edition.subject
    words = edition.words
    question = score.questionnaire.questions[question_id]
    result = score.questions[question_id]
    level = score.level(question_id)
    options = score.answers_at(question_id)
    stands = words(STATES[result.state]) if result.state else ""
    if options:
        stands = "; ".join(edition.line(standalone_text(question, option)) for option in options)
    elif question.several and level is not None:
        stands = words(NONE_OF_THEM)
    core = " " + words(labels.CORE) if question.core else ""
    yield Prose(stands + core, lead=f"  {question_id} {level_mark(level, result.state, words)}  ")
    answer = score.profile.answers.get(question_id)
    remarks = [*voices_words(score, result, words), backing_words(score, result, words)]
    remarks += _noted(answer, words) if answer is not None else []
    for line in remarks:
        if line:
            yield Prose(line, lead="      ")


def _noted(answer: Answer, words: Words) -> Iterator[str]:
    """What was written beside the answer: how many, reason, who knows, evidence."""
    if answer.count is not None:
        yield count_words(answer.count, words)
    if answer.reason:
        yield words(labels.REASON_LINE, text=own_lines(answer.reason))
    if answer.who_knows:
        yield words(labels.WHO_WOULD_KNOW_LINE, text=one_line(answer.who_knows))
    for evidence in answer.evidence:
        yield words("Evidence: {details}", details=evidence_line(evidence, words))


def _ladder(edition: Edition[Score], question_id: str) -> Iterator[Block]:
    """Every level of the question in the questionnaire's words, and which one it stands on.

    An anchor may build on the one below it ("As 3, and ..."); only together they explain a level.
    """
    score = edition.subject
    words = edition.words
    question, chosen = score.questionnaire.questions[question_id], score.answers_at(question_id)
    yield Head(words("All levels of this question"))
    for option in question.options:
        mark = " " + words("(stands here)") if option in chosen else ""
        name = f"{option.id} " if question.by_id else ""
        yield Prose(
            edition.line(option.text) + mark,
            lead=f"  {name}{written_exact(option.value, words)}  ",
        )


def _next_level(edition: Edition[Score], question_id: str) -> Iterator[Block]:
    """The next level worth having, and the way there; level 1 is never a target."""
    score = edition.subject
    question = score.questionnaire.questions[question_id]
    rules = score.questionnaire.priorities
    level = score.level(question_id)
    if level is None:
        return
    if rules is not None:
        target = next_target(score, rules, question_id)
    else:
        target = next(iter(question.above(level, score.chosen(question_id))), None)
    if target is None:
        return
    step, option = question.next_step(target), question.option(target)
    if step is None and option is None:
        return
    yield Head(
        edition.words(
            "The next level worth having, {level}", level=written_number(target, edition.words)
        )
    )
    text = step.text if step is not None else option.text if option is not None else None
    if text is not None:
        yield item(edition.line(text))
