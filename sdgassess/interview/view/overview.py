"""Counts of what has been answered: per part, in the whole, and at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum

from sdgassess.interview.state.phases import AtContext, AtQuestion, Stop
from sdgassess.interview.state.route import is_settled, progress_of
from sdgassess.interview.state.setting import SEPARATOR, Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_, Words
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import NOT_APPLICABLE, SKIPPED, UNKNOWN
from sdgassess.scoring.backing import question_result
from sdgassess.text import echoed, width

PROGRESS = N_("{done} of {of} questions answered.")
COMPLETE = N_("The assessment is complete.")
"""How far it is."""


class AnswerState(StrEnum):
    """How a question stands in an overview."""

    DONE = "done"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    LATER = "later"
    NOT_ASKED = "not-asked"
    OPEN = "open"


_LABELS = {
    AnswerState.DONE: N_("{n} with a level"),
    AnswerState.UNKNOWN: N_("{n} unknown"),
    AnswerState.NOT_APPLICABLE: N_("{n} not applicable"),
    AnswerState.LATER: N_("{n} put off"),
    AnswerState.NOT_ASKED: N_("{n} skipped"),
    AnswerState.OPEN: N_("{n} open"),
}


def standing(answer: Answer | None) -> AnswerState:
    """How one question stands."""
    if answer is None:
        return AnswerState.OPEN
    if answer.level is not None or (answer.state is None and answer.open_voices):
        return AnswerState.DONE
    return AnswerState(answer.state.value) if answer.state else AnswerState.LATER


def progress(sitting: Sitting) -> tuple[int, int]:
    """How many of the questions that apply are answered, and how many apply."""
    answers = sitting.assessed.answers
    return progress_of(answers.get(question) for question in asked_ids(sitting))


def asked_ids(sitting: Sitting) -> list[str]:
    """The questions that apply, in the order they are asked."""
    return [stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)]


_MARKS = {
    AnswerState.UNKNOWN: ("?", UNKNOWN),
    AnswerState.NOT_APPLICABLE: ("-", NOT_APPLICABLE),
    AnswerState.LATER: (".", N_("open")),
    AnswerState.NOT_ASKED: ("/", SKIPPED),
    AnswerState.OPEN: (".", N_("open")),
}
"""What stands for an answer that is no level: a sign, and what it is called."""


def overview(sitting: Sitting, wish: str = "") -> Sitting | None:
    """The sitting with every question and its answer said, a line per part; `g` goes to each.

    Scored parts above others stand over theirs, which are set in.

    Args:
        sitting: where it was asked for.
        wish: a part whose questions are told in words; nothing for all of them in short.

    Returns:
        None where the wish names no part that is asked: then it was no wish.
    """
    if wish:
        return _part_in_words(sitting, wish)
    questionnaire = sitting.setting.questionnaire
    words, factor_of = sitting.setting.words, questionnaire.factor_of
    parts: dict[str, list[str]] = {}
    for question in asked_ids(sitting):
        parts.setdefault(factor_of[question].id, []).append(question)
    answered, total = progress(sitting)
    sitting = sitting.saying(words(PROGRESS, done=answered, of=total))
    for part, node in questionnaire.nodes.items():
        above = questionnaire.scored_above.get(part, ())
        if part in parts:
            sitting = _row(sitting, parts[part], f"{' ' * len(above)}{part}  ")
        elif part in questionnaire.scored_above and asked_in(sitting, node):
            title = sitting.setting.spoken(node.title)
            sitting = sitting.saying(title, f"{' ' * len(above)}{part}  ")
    sitting = _legend(sitting)
    stops = [stop for stop in sitting.stops if isinstance(stop, AtContext)]
    open_ones = [stop.id for stop in stops if stop.id not in sitting.assessed.context]
    return _open_context(sitting, open_ones) if open_ones else sitting


def _row(sitting: Sitting, ids: Iterable[str], lead: str) -> Sitting:
    """The sitting with questions and answers in a row, broken between them and not within them."""
    row = SEPARATOR.join(f"{question} {_mark(sitting, question)}" for question in ids)
    narrower = replace(sitting.setting, width=sitting.setting.width - width(lead))
    first, *rest = narrower.keys(row)
    hanging = " " * width(lead)
    return sitting.showing((f"{lead}{first}", *(f"{hanging}{line}" for line in rest)))


def _mark(sitting: Sitting, question: str) -> str:
    """The answer to a question in a few signs, in words where they are read aloud."""
    setting, answer = sitting.setting, sitting.assessed.answers.get(question)
    state = standing(answer)
    if answer is None or state is not AnswerState.DONE:
        sign, name = _MARKS[state]
        return setting.words(name) if setting.aloud else sign
    if answer.options is not None:
        return "+".join(answer.options)
    level = question_result(
        setting.questionnaire, sitting.question(question), sitting.assessed
    ).answered
    return written_number(level, setting.words) if level is not None else setting.words("voices")


def _legend(sitting: Sitting) -> Sitting:
    """The sitting with what the signs mean that were shown, and where one can go from there."""
    words, answers = sitting.setting.words, sitting.assessed.answers
    states = {standing(answers.get(question)) for question in asked_ids(sitting)}
    signs = {
        _MARKS[state][0]: f"{_MARKS[state][0]} {words(_MARKS[state][1])}"
        for state in AnswerState
        if state in states and state in _MARKS
    }
    ways = words("g and an id goes there · o and a part tells its questions")
    legend = () if sitting.setting.aloud else tuple(signs.values())
    return sitting.allowing(SEPARATOR.join((*legend, ways)))


def _part_in_words(sitting: Sitting, wish: str) -> Sitting | None:
    """The sitting with the questions of a part said, each with its answer."""
    setting, nodes = sitting.setting, sitting.setting.questionnaire.nodes
    node = next((node for key, node in nodes.items() if key.lower() == wish.lower()), None)
    ids = asked_in(sitting, node) if node is not None else []
    if node is None or not ids:
        return None
    title = f"{setting.spoken(node.title)}: {counts_in_words(sitting, ids)}"
    sitting = sitting.saying(title, f"{node.id}  ")
    for question in ids:
        text = setting.spoken(sitting.question(question).text)
        sitting = sitting.saying(text, f"{question}  {_mark(sitting, question)}  ")
    return sitting.allowing(setting.words("g and an id goes there · o tells all parts"))


def _open_context(sitting: Sitting, ids: Collection[str]) -> Sitting:
    """The sitting with open context questions said in their own words, cut short."""
    setting = sitting.setting
    sentence = setting.words("Open questions about the setting; g and the name goes there:")
    sitting = sitting.saying(sentence)
    for question in setting.questionnaire.context:
        if question.id in ids:
            sitting = sitting.saying(echoed(setting.spoken(question.text)), f"{question.id}  ")
    return sitting


def name_of(setting: Setting, stop: Stop) -> str:
    """How a stop is named in a sentence: a question by its id, one about the setting in words."""
    if isinstance(stop, AtQuestion):
        return stop.id
    question = next(each for each in setting.questionnaire.context if each.id == stop.id)
    return echoed(setting.spoken(question.text))


def counts_in_words(sitting: Sitting, ids: Iterable[str]) -> str:
    """How some questions stand, in one line: what there is none of is left out."""
    counts = Counter(standing(sitting.assessed.answers.get(question)) for question in ids)
    words = sitting.setting.words
    row = " · ".join(
        words(_LABELS[state], n=counts[state]) for state in AnswerState if counts[state]
    )
    return sitting.setting.spaced(row)


def open_count(sitting: Sitting) -> int:
    """How many questions that apply are still open."""
    return sum(
        not is_settled(sitting.assessed.answers.get(question)) for question in asked_ids(sitting)
    )


def asked_in(sitting: Sitting, block: Node) -> list[str]:
    """The questions of a block that apply."""
    below = {question.id for question in block.all_questions()}
    return [identity for identity in asked_ids(sitting) if identity in below]


def size_words(questions: int, *, quick: bool, words: Words) -> str:
    """How many questions are put, and whether it is a quick scan."""
    if quick:
        return words.plural("Quick scan, {n} question.", "Quick scan, {n} questions.", questions)
    return words.plural("{n} question.", "{n} questions.", questions)
