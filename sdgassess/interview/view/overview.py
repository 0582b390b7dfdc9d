"""Counts of what has been answered: per part, in the whole, and at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum

from sdgassess.interview.state.phases import AtContext, AtQuestion, Stop
from sdgassess.interview.state.route import is_answered, is_settled
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer
from sdgassess.text import echoed


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
    ids = asked_ids(sitting)
    return sum(is_answered(sitting.assessed.answers.get(question)) for question in ids), len(ids)


def asked_ids(sitting: Sitting) -> list[str]:
    """The questions that apply, in the order they are asked."""
    return [stop.id for stop in sitting.stops if isinstance(stop, AtQuestion)]


def overview(sitting: Sitting) -> Sitting:
    """The sitting with one line per part said; parts are what `g` goes to.

    Scored parts above others stand over theirs, which are set in.
    """
    questionnaire = sitting.setting.questionnaire
    words, factor_of = sitting.setting.words, questionnaire.factor_of
    parts: dict[str, list[str]] = {}
    for question in asked_ids(sitting):
        parts.setdefault(factor_of[question].id, []).append(question)
    answered, total = progress(sitting)
    sitting = sitting.saying(words("{done} of {of} questions answered.", done=answered, of=total))
    for part, node in questionnaire.nodes.items():
        above = questionnaire.scored_above.get(part, ())
        title, lead = sitting.setting.spoken(node.title), f"{' ' * len(above)}{part}  "
        if part in parts:
            title = f"{title}: {counts_in_words(sitting, parts[part])}"
        elif part not in questionnaire.scored_above or not asked_in(sitting, node):
            continue
        sitting = sitting.saying(title, lead)
    stops = [stop for stop in sitting.stops if isinstance(stop, AtContext)]
    open_ones = [stop.id for stop in stops if stop.id not in sitting.assessed.context]
    return _open_context(sitting, open_ones) if open_ones else sitting


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
